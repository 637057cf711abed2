package dev.parley.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An {@code lp.env} as lp-shell has it: {@code LP_ACCOUNT=…} a line, with or without {@code export} and quotes. */
public final class LpEnv {
    /** What is read from it, and from the environment. */
    public static final Set<String> NAMES = Set.of(
            "LP_ACCOUNT",
            "LP_JWT",
            "LP_ASYNCMESSAGINGENT",
            "LP_IDP",
            "LP_CONNECTOR",
            "LP_ID_TOKEN",
            "LP_AUTH_CODE",
            "LP_REDIRECT_URI");

    private static final Set<String> SECRETS = Set.of("LP_JWT", "LP_ID_TOKEN", "LP_AUTH_CODE");

    private LpEnv() {}

    /** @throws Refusal when it cannot be read, holds a token that others can read, or has a line that is no assignment */
    public static Map<String, String> read(Path file) throws Refusal {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new Refusal(
                    Refusal.USAGE,
                    "cannot read the env file " + file + " ("
                            + failed.getClass().getSimpleName() + ").");
        }
        Map<String, String> values = parse(text, file.toString());
        if (SECRETS.stream().anyMatch(values::containsKey)) {
            SecretFile.check(file);
        }
        return values;
    }

    static Map<String, String> parse(String text, String file) throws Refusal {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String assignment = line.startsWith("export ") ? line.substring(7).strip() : line;
            int equals = assignment.indexOf('=');
            if (equals < 1 || !assignment.substring(0, equals).matches("[A-Za-z_][A-Za-z0-9_]*")) {
                // The line itself stays out of the sentence: it may be half a token.
                throw new Refusal(Refusal.USAGE, file + " line " + (i + 1) + " is not NAME=value.");
            }
            String name = assignment.substring(0, equals);
            if (NAMES.contains(name)) {
                values.put(name, unquoted(assignment.substring(equals + 1).strip()));
            }
        }
        values.values().removeIf(String::isEmpty);
        return values;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2
                && (value.charAt(0) == '"' || value.charAt(0) == '\'')
                && value.charAt(value.length() - 1) == value.charAt(0);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
