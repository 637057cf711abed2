package dev.parley.ui.app;

import dev.parley.conversation.Command;
import dev.parley.conversation.ConsumerKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands behind {@code /step-up}: the options of the command line that say who one is. A file's name may have spaces. */
final class StepUpOptions {
    static final String FORM =
            "/step-up --connector ID --id-token-file FILE (or --auth-code-file FILE --redirect-uri URI).";

    private static final Set<String> KNOWN =
            Set.of("--connector", "--id-token-file", "--auth-code-file", "--redirect-uri");
    private static final Pattern OPTION = Pattern.compile("(--[a-z-]+)[ =]+(.+?)(?=\\s+--[a-z]|\\s*$)");

    private StepUpOptions() {}

    /** Empty when it makes no sense, which {@link #FORM} then says. */
    static Optional<Command.StepUp> parse(ConsumerKey key, String arguments) {
        Map<String, String> options = new HashMap<>();
        Matcher option = OPTION.matcher(arguments.strip());
        int end = 0;
        while (option.find() && arguments.strip().substring(end, option.start()).isBlank()) {
            options.put(option.group(1), option.group(2));
            end = option.end();
        }
        boolean token = options.containsKey("--id-token-file");
        boolean code = options.containsKey("--auth-code-file");
        boolean fits = end == arguments.strip().length()
                && KNOWN.containsAll(options.keySet())
                && options.containsKey("--connector")
                && token != code
                && code == options.containsKey("--redirect-uri");
        return fits
                ? Optional.of(new Command.StepUp(
                        key,
                        options.getOrDefault("--connector", ""),
                        options.getOrDefault(token ? "--id-token-file" : "--auth-code-file", ""),
                        Optional.ofNullable(options.get("--redirect-uri"))))
                : Optional.empty();
    }
}
