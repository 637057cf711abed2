package dev.parley.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** A file that holds a token: a plain file that nobody else can read. */
public final class SecretFile {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private SecretFile() {}

    /** @throws Refusal with {@link Refusal#TOKEN} when it is missing, empty or readable by others */
    public static String read(Path file) throws Refusal {
        check(file);
        try {
            String token = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (token.isEmpty()) {
                throw new Refusal(Refusal.TOKEN, "the token file " + file + " is empty: put the JWT into it.");
            }
            return token;
        } catch (IOException failed) {
            throw new Refusal(
                    Refusal.TOKEN,
                    "cannot read the token file " + file + " ("
                            + failed.getClass().getSimpleName() + ").");
        }
    }

    static void check(Path file) throws Refusal {
        try {
            if (!Files.isRegularFile(file)) {
                throw new Refusal(Refusal.TOKEN, "there is no file " + file + " to read the token from.");
            }
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.stream().anyMatch(OTHERS::contains)) {
                throw new Refusal(
                        Refusal.TOKEN, "others on this host can read the token in " + file + ": run chmod 600 " + file);
            }
        } catch (IOException failed) {
            throw new Refusal(Refusal.TOKEN, "cannot check who may read " + file + " (" + failed.getMessage() + ").");
        }
    }
}
