package dev.parley.sandbox.service;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One sandbox's folder: {@code ledger}, {@code key} and the lock. The folder is 0700, files are 0600. Blocking: not for the
 * event loop.
 */
public final class StateFolder implements Closeable {
    private final Path folder;
    private final FileChannel lock;

    private StateFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * @param fresh removes what an earlier sandbox left, its signing key included
     * @throws StateRefused when another sandbox holds it or strangers could write into it
     */
    public static StateFolder open(Path folder, boolean fresh) throws IOException, StateRefused {
        Files.createDirectories(folder, Private.folder(folder));
        Path path = folder.resolve("lock");
        FileChannel lock = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                Private.file(path));
        try {
            refuseStrangers(folder, path);
            take(lock, folder);
            StateFolder state = new StateFolder(folder, lock);
            if (fresh) {
                for (Path old : List.of(state.ledger(), state.keyFile())) {
                    Files.deleteIfExists(old);
                }
            }
            return state;
        } catch (IOException | StateRefused e) {
            lock.close();
            throw e;
        }
    }

    public Path ledger() {
        return folder.resolve("ledger");
    }

    private Path keyFile() {
        return folder.resolve("key");
    }

    /** The signing key, made on first use and kept. */
    public SigningKey key(SecureRandom random) throws IOException, StateRefused {
        try {
            return SigningKey.read(Files.readAllBytes(keyFile()));
        } catch (NoSuchFileException e) {
            return makeKey(random);
        } catch (GeneralSecurityException e) {
            throw new StateRefused("The sandbox's signing key is damaged. Remove " + keyFile()
                    + " and a new one is made; consumers who signed up with the old one are refused then");
        }
    }

    private SigningKey makeKey(SecureRandom random) throws IOException {
        SigningKey key = SigningKey.make(random);
        // Written beside and renamed: a crash leaves either no key or a whole one.
        Path beside = folder.resolve("key.new");
        Files.deleteIfExists(beside);
        try (FileChannel out = FileChannel.open(
                beside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), Private.file(beside))) {
            ByteBuffer bytes = ByteBuffer.wrap(key.encoded());
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(beside, keyFile(), StandardCopyOption.ATOMIC_MOVE);
        Private.forceFolder(folder);
        return key;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            // The lock goes with the process at the latest.
        }
    }

    private static void take(FileChannel channel, Path folder) throws IOException, StateRefused {
        if (tryLock(channel) == null) {
            throw new StateRefused("Another sandbox is using " + folder + " (process " + holder(channel) + ")", true);
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(20);
        channel.read(bytes, 0);
        String pid = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
        return pid.matches("[0-9]+") ? pid : "unknown";
    }

    private static void refuseStrangers(Path folder, Path ours) throws IOException, StateRefused {
        if (!Private.posix(folder)) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
        if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new StateRefused("Others may write into " + folder + "; make it yours with: chmod 700 " + folder);
        }
        if (!Files.getOwner(folder).equals(Files.getOwner(ours))) {
            throw new StateRefused(
                    folder + " belongs to " + Files.getOwner(folder).getName() + "; use a folder of your own");
        }
    }
}
