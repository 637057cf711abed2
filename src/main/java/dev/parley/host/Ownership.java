package dev.parley.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Whose a path is, and what others may do with it. */
public final class Ownership {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private Ownership() {}

    /** @throws NotPrivate when {@code folder} is another user's or others may write to it */
    static void checkFolder(Path folder) throws IOException, NotPrivate {
        if (!isPosix(folder)) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(folder);
        if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new NotPrivate("others may write to " + folder + ": take that away with chmod 700 " + folder);
        }
        // A link of theirs to a folder of ours could point elsewhere tomorrow.
        if (!isOurs(folder) || !isOurs(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new NotPrivate(folder + " belongs to another user: use a folder of yours.");
        }
    }

    /** @throws NotPrivate when {@code file} is another user's, or others may do anything with it */
    public static void checkSecret(Path file) throws IOException, NotPrivate {
        if (!isPosix(file)) {
            return;
        }
        if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new NotPrivate("others on this host can read the token in " + file + ": run chmod 600 " + file);
        }
        if (!isOurs(file)) {
            throw new NotPrivate("the token file " + file + " belongs to another user: use one of yours.");
        }
    }

    static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static boolean isOurs(Path path, LinkOption... how) throws IOException {
        try {
            if (Files.getAttribute(path, "unix:uid", how)
                    .equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
                return true;
            }
        } catch (NoSuchFileException | IllegalArgumentException | UnsupportedOperationException noProc) {
            // Not Linux: by name, below. So it is, too, where a JVM with capabilities sees its /proc/self as root's.
        }
        return Files.getOwner(path, how).getName().equals(System.getProperty("user.name"));
    }
}
