package dev.parley.config;

import dev.parley.host.NotPrivate;
import dev.parley.host.Ownership;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds a token: a plain file of ours that nobody else can read. */
public final class SecretFile {
    private SecretFile() {}

    /** @throws Refusal with {@link Refusal#TOKEN} when it is missing, empty, another user's or readable by others */
    public static String read(Path file) throws Refusal {
        return read(file, "token");
    }

    /** @param what stands in it, for the sentence: token, id token, code */
    public static String read(Path file, String what) throws Refusal {
        check(file);
        try {
            String token = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (token.isEmpty()) {
                throw new Refusal(
                        Refusal.TOKEN, "the " + what + " file " + file + " is empty: put the " + what + " into it.");
            }
            return token;
        } catch (IOException failed) {
            throw new Refusal(
                    Refusal.TOKEN,
                    "cannot read the " + what + " file " + file + " ("
                            + failed.getClass().getSimpleName() + ").");
        }
    }

    static void check(Path file) throws Refusal {
        try {
            if (!Files.isRegularFile(file)) {
                throw new Refusal(Refusal.TOKEN, "there is no file " + file + " to read the token from.");
            }
            Ownership.checkSecret(file);
        } catch (NotPrivate shared) {
            throw new Refusal(Refusal.TOKEN, shared.sentence());
        } catch (IOException failed) {
            throw new Refusal(Refusal.TOKEN, "cannot check who may read " + file + " (" + failed.getMessage() + ").");
        }
    }
}
