package dev.parley.host;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Folders of mode 0700 and files of mode 0600, private from the moment they exist: never by a later chmod, under which
 * somebody could have opened them.
 */
public final class PrivateFiles {
    private PrivateFiles() {}

    /**
     * Makes {@code folder} and what is missing above it.
     *
     * @throws NotPrivate when it is another user's or others may write to it
     */
    public static void makeFolder(Path folder) throws IOException, NotPrivate {
        Files.createDirectories(folder, attributes(folder, "rwx------"));
        Ownership.checkFolder(folder);
    }

    /** Makes what is missing of {@code folder}; what is there may be anybody's. */
    static void makeMissing(Path folder) throws IOException {
        Files.createDirectories(folder, attributes(folder, "rwx------"));
    }

    /** {@code file}, made where it was missing. */
    public static Path makeFile(Path file) throws IOException {
        try {
            return Files.createFile(file, attributes(file, "rw-------"));
        } catch (FileAlreadyExistsException there) {
            return file;
        }
    }

    /** Opens {@code file} and makes it where {@code options} say so. A symbolic link in its place is not followed. */
    public static FileChannel open(Path file, OpenOption... options) throws IOException {
        Set<OpenOption> all = new HashSet<>(Arrays.asList(options));
        all.add(LinkOption.NOFOLLOW_LINKS);
        return FileChannel.open(file, all, attributes(file, "rw-------"));
    }

    /**
     * A file that was not there before.
     *
     * @throws FileAlreadyExistsException when something stands there, be it a dangling link
     */
    public static OutputStream create(Path file) throws IOException {
        return Channels.newOutputStream(open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** Whether {@code file} is a plain one of ours that others can do nothing with. */
    public static boolean isPrivate(Path file) throws IOException {
        try {
            Ownership.checkSecret(file);
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        } catch (NotPrivate others) {
            return false;
        }
    }

    /** Replaces {@code file} as a whole: a crash or a power cut leaves the old one or the new one. */
    public static void replace(Path file, byte[] content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        try (FileChannel out = open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(file.resolveSibling("."));
    }

    /** Makes a new or renamed file in {@code folder} survive a power cut too. */
    public static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        return Ownership.isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
