package dev.parley.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A folder of ours: 0700, files 0600, made so at creation, never by a later chmod. One process at a time holds it; the lock
 * goes with the process, also after kill -9. RELIABILITY.md 3.4 and H5.
 */
public final class StateFolder implements AutoCloseable {
    private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;
    private final FileChannel channel;

    private StateFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the folder where it is missing and takes its lock.
     *
     * @throws Refusal with {@link Refusal#IN_USE} and the holder's pid when somebody has it
     */
    public static StateFolder hold(Path path) throws Refusal {
        make(path);
        try {
            FileChannel channel =
                    FileChannel.open(file(path.resolve("lock")), StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                String holder = read(channel);
                channel.close();
                throw new Refusal(
                        Refusal.IN_USE,
                        "the state in " + path + " is in use by process " + holder
                                + ": leave that Parley first, or start this one with --profile NAME.");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
                    0);
            return new StateFolder(path, channel);
        } catch (IOException failed) {
            throw new Refusal(Refusal.FAILED, "cannot lock " + path + ": " + failed.getMessage());
        }
    }

    /**
     * Makes {@code path} and what is missing above it, private to this user.
     *
     * @throws Refusal when that fails, or when the folder is another user's or writable by others
     */
    public static void make(Path path) throws Refusal {
        try {
            Files.createDirectories(path, FOLDER);
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
            if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                    || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new Refusal(
                        Refusal.FAILED, "others may write to " + path + ": take that away with chmod 700 " + path);
            }
            Object owner = Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
            Object me = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
            if (!owner.equals(me)) {
                throw new Refusal(
                        Refusal.FAILED, path + " belongs to another user: set XDG_STATE_HOME to a folder of yours.");
            }
        } catch (java.nio.file.NoSuchFileException noProc) {
            // Not Linux: no cheap way to ask who we are; the permissions were checked.
            return;
        } catch (IOException failed) {
            throw new Refusal(
                    Refusal.FAILED,
                    "cannot make the folder " + path + " (" + failed.getClass().getSimpleName() + ": "
                            + failed.getMessage() + "): set XDG_STATE_HOME to a folder you may write to.");
        }
    }

    /** {@code path}, made 0600 where it was missing. */
    public static Path file(Path path) throws IOException {
        try {
            return Files.createFile(path, FILE);
        } catch (FileAlreadyExistsException there) {
            return path;
        }
    }

    public Path path() {
        return path;
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer pid = ByteBuffer.allocate(20);
        channel.read(pid, 0);
        String digits = new String(pid.array(), 0, pid.position(), StandardCharsets.US_ASCII).replaceAll("[^0-9]", "");
        return digits.isEmpty() ? "(unknown)" : digits;
    }

    /** Lets the next one in. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            // The lock goes with the process at the latest.
            return;
        }
    }
}
