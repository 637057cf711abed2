package dev.parley.config;

import dev.parley.host.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A token that is handed over at the start, by a descriptor or by the person; never as an argument. RELIABILITY.md 3.5. */
public final class GivenToken {
    private static final int LONGEST = 64 * 1_024;
    /** What a terminal takes as one line: of a longer one the rest is silently lost. */
    private static final int LONGEST_LINE = 4_095;

    private static final int FIRST_FREE = 3;
    private static final List<String> GOOD = List.of("--token-file", "--token-fd", "--token-prompt", "--token-life");
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i)-{1,2}(?:[a-z]+[-_])*(?:tokens?|jwt|password|passwd|secret|bearer|authorization|api[-_]?key|auth[-_]?code)"
                    + "(?:[-_](?!file|fd|prompt)[a-z]+)*(?:[=:].*)?",
            Pattern.DOTALL);
    private static final Pattern JWT = Pattern.compile("eyJ[A-Za-z0-9_-]{4,}");

    private GivenToken() {}

    /**
     * @param arguments of the command line
     * @throws Refusal when one is a secret or names one; it is not repeated
     */
    public static void refuseIn(String... arguments) throws Refusal {
        for (String argument : arguments) {
            boolean value = JWT.matcher(argument).find();
            boolean named = SECRET_NAME.matcher(argument).matches()
                    && GOOD.stream().noneMatch(good -> argument.equals(good) || argument.startsWith(good + "="));
            if (value || named) {
                throw new Refusal(
                        Refusal.USAGE,
                        "a secret never goes on the command line, where everybody on this host can read it: use "
                                + "--token-file FILE, --token-fd N, --token-prompt, or the variable LP_JWT (an id token or a code: "
                                + "--id-token-file FILE, --auth-code-file FILE)"
                                + (value ? "; take this one as known to others." : "."));
            }
        }
    }

    /**
     * What stands in an inherited descriptor, as of {@code --token-fd 3 3<file}. Blocks until its writer has closed it.
     *
     * @throws Refusal with {@link Refusal#TOKEN} when nothing can be read from it
     */
    public static Secret fromDescriptor(int descriptor) throws Refusal {
        return fromDescriptor(descriptor, Path.of("/dev/fd"));
    }

    static Secret fromDescriptor(int descriptor, Path descriptors) throws Refusal {
        if (descriptor < FIRST_FREE) {
            throw new Refusal(Refusal.USAGE, "--token-fd takes a descriptor from " + FIRST_FREE + " up.");
        }
        byte[] bytes = {};
        try (InputStream in = Files.newInputStream(descriptors.resolve(String.valueOf(descriptor)))) {
            bytes = in.readNBytes(LONGEST);
            String token = new String(bytes, StandardCharsets.UTF_8).strip();
            if (token.isEmpty() || bytes.length == LONGEST) {
                throw new Refusal(Refusal.TOKEN, "descriptor " + descriptor + " holds no token.");
            }
            return Secret.of(token);
        } catch (IOException failed) {
            throw new Refusal(
                    Refusal.TOKEN,
                    "cannot read a token from descriptor " + descriptor + " ("
                            + failed.getClass().getSimpleName() + "): open it as in --token-fd 3 3<FILE.");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /**
     * @param ask puts the question and reads a line without echo; null where there is no terminal, or no line came
     * @throws Refusal with {@link Refusal#TOKEN} when there is none, or one too long for a terminal's line
     */
    public static Secret fromPerson(Supplier<char @Nullable []> ask) throws Refusal {
        char[] typed = ask.get();
        if (typed == null || typed.length == 0) {
            throw new Refusal(Refusal.TOKEN, "no token was given at the prompt, which needs a terminal.");
        }
        try {
            if (typed.length >= LONGEST_LINE) {
                throw new Refusal(
                        Refusal.TOKEN,
                        "the token is longer than a line of the terminal can be: use --token-file FILE.");
            }
            return Secret.of(new String(typed).strip());
        } finally {
            Arrays.fill(typed, '\0');
        }
    }
}
