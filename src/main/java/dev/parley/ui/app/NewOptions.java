package dev.parley.ui.app;

import dev.parley.conversation.Command;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** What stands behind {@code /new}: {@code --skill ID --campaign ID --engagement ID --context file.json --consumer new}. */
record NewOptions(Command.Opening opening, boolean newConsumer) {
    private static final int MOST_BYTES = 64 * 1024;

    /** A sentence for the person. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String sentence) {
            super(sentence);
        }

        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    static NewOptions parse(String arguments) throws Refused {
        String skill = "";
        String campaign = "";
        String engagement = "";
        String context = "";
        boolean newConsumer = false;
        String[] words = arguments.isBlank() ? new String[0] : arguments.strip().split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            if (i + 1 == words.length) {
                throw new Refused(words[i] + " needs a value.");
            }
            String value = words[i + 1];
            switch (words[i]) {
                case "--skill" -> skill = value;
                case "--campaign" -> campaign = value;
                case "--engagement" -> engagement = value;
                case "--context" -> context = read(value);
                case "--consumer" -> {
                    if (!value.equals("new")) {
                        throw new Refused("--consumer takes the word new.");
                    }
                    newConsumer = true;
                }
                default ->
                    throw new Refused(
                            words[i]
                                    + " is not known here: /new takes --skill, --campaign, --engagement, --context and --consumer new.");
            }
        }
        return new NewOptions(new Command.Opening(skill, campaign, engagement, context), newConsumer);
    }

    private static String read(String name) throws Refused {
        try (InputStream in = Files.newInputStream(Path.of(name))) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new Refused(name + " is too long for a context: at most 64 KB.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException unreadable) {
            throw new Refused(name + " cannot be read.");
        }
    }
}
