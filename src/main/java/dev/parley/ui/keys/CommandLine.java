package dev.parley.ui.keys;

import dev.parley.text.Nearest;
import dev.parley.ui.keys.Action.Command;
import java.util.List;
import java.util.Optional;

/** Tells a slash command from text that is to be sent. */
public final class CommandLine {
    /** What the input means. */
    public sealed interface Parsed<C> {
        /** To be sent as it stands here. */
        record Text<C>(String text) implements Parsed<C> {}

        /** @param arguments stripped, may be empty */
        record Run<C>(Action<C> action, String arguments) implements Parsed<C> {}

        /** Looks like a command and is none: asked for again, {@code text} goes as text. */
        record Unknown<C>(String name, Optional<String> nearest, String text) implements Parsed<C> {}
    }

    private CommandLine() {}

    /**
     * {@code //x} is the text {@code /x}. What was pasted and what has several lines is text.
     *
     * @param pasted whether the beginning came out of a paste
     */
    public static <C> Parsed<C> parse(Actions<C> actions, String input, boolean pasted) {
        if (pasted || !input.startsWith("/") || input.indexOf('\n') >= 0) {
            return new Parsed.Text<>(input);
        }
        if (input.startsWith("//")) {
            return new Parsed.Text<>(input.substring(1));
        }
        String name = nameOf(input);
        Optional<Action<C>> action = actions.byCommand(name);
        if (action.isPresent()) {
            return new Parsed.Run<>(action.get(), input.substring(name.length()).strip());
        }
        List<String> known = actions.commands().stream().map(Command::name).toList();
        return new Parsed.Unknown<>(name, Nearest.of(name, known), input);
    }

    /** The commands whose name begins with what is typed; none once the name is followed by a blank or the input is no command. */
    public static List<Command> completions(Actions<?> actions, String input) {
        if (!input.startsWith("/") || !nameOf(input).equals(input)) {
            return List.of();
        }
        return actions.commands().stream()
                .filter(command -> command.name().startsWith(input))
                .toList();
    }

    /** What Tab makes of the input: what all candidates have in common, the input itself where there is none. */
    public static String completed(List<String> candidates, String input) {
        if (candidates.isEmpty()) {
            return input;
        }
        String common = candidates.get(0);
        for (String candidate : candidates) {
            while (!candidate.startsWith(common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        return common;
    }

    private static String nameOf(String input) {
        int end = 0;
        while (end < input.length() && !Character.isWhitespace(input.charAt(end))) {
            end++;
        }
        return input.substring(0, end);
    }
}
