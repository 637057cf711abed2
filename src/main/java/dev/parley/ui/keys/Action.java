package dev.parley.ui.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One thing a person can do. {@code C} is what it acts on. Immutable; {@code run} and {@code whyOff} are called on the UI thread.
 *
 * @param id kebab-case; names it in the key configuration
 * @param group heading under which help lists it
 * @param description what it does, beginning with a verb, no full stop
 * @param keys as they are bound, the first one being the one to show
 * @param commands slash commands that do the same
 * @param hint its place in the hint line
 * @param values what may stand behind the command, for those that have a list of it
 * @param whyOff a sentence on why it cannot be done now; empty when it can
 * @param run takes what stood after the command, stripped; empty for a key
 */
public record Action<C>(
        String id,
        String group,
        String description,
        Mode mode,
        List<KeySequence> keys,
        List<Command> commands,
        Optional<Hint> hint,
        Function<C, List<String>> values,
        Function<C, Optional<String>> whyOff,
        BiConsumer<C, String> run) {

    /** A slash command: {@code name} with its slash, {@code arguments} as help shows them, may be empty. */
    public record Command(String name, String arguments) {
        @Override
        public String toString() {
            return arguments.isEmpty() ? name : name + " " + arguments;
        }
    }

    /**
     * A short word for the hint line; the lower the rank, the longer it stays as the line gets narrower.
     *
     * @param keys what to press, where that is not simply the action's first key
     */
    public record Hint(Optional<String> keys, String label, int rank) {}

    public Action {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("not a kebab-case id: " + id);
        }
        keys = List.copyOf(keys);
        commands = List.copyOf(commands);
    }

    /** In {@link Mode#CONVERSATION}, always on, without keys, command and hint. */
    public static <C> Action<C> of(String id, String group, String description, BiConsumer<C, String> run) {
        return new Action<>(
                id,
                group,
                description,
                Mode.CONVERSATION,
                List.of(),
                List.of(),
                Optional.empty(),
                on -> List.of(),
                on -> Optional.empty(),
                run);
    }

    /** @throws IllegalArgumentException where a name is no key's */
    public Action<C> keys(String... names) {
        List<KeySequence> parsed = new ArrayList<>();
        for (String name : names) {
            parsed.add(KeySequence.parse(name).orElseThrow(() -> new IllegalArgumentException("no key: " + name)));
        }
        return keys(parsed);
    }

    Action<C> keys(List<KeySequence> bound) {
        return new Action<>(id, group, description, mode, bound, commands, hint, values, whyOff, run);
    }

    /** Adds a command; the name begins with a slash. */
    public Action<C> command(String name, String arguments) {
        if (!name.matches("/[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException("not a command: " + name);
        }
        List<Command> more = new ArrayList<>(commands);
        more.add(new Command(name, arguments));
        return new Action<>(id, group, description, mode, keys, more, hint, values, whyOff, run);
    }

    public Action<C> in(Mode where) {
        return new Action<>(id, group, description, where, keys, commands, hint, values, whyOff, run);
    }

    public Action<C> hint(String label, int rank) {
        return hint(new Hint(Optional.empty(), label, rank));
    }

    /** For what no single key of the table does: {@code Ctrl-C Ctrl-C} quits, the first of them clears the input. */
    public Action<C> hint(String shownKeys, String label, int rank) {
        return hint(new Hint(Optional.of(shownKeys), label, rank));
    }

    private Action<C> hint(Hint shown) {
        return new Action<>(id, group, description, mode, keys, commands, Optional.of(shown), values, whyOff, run);
    }

    /** What may stand behind the command. */
    public Action<C> offers(Function<C, List<String>> words) {
        return new Action<>(id, group, description, mode, keys, commands, hint, words, whyOff, run);
    }

    public Action<C> offWhen(Function<C, Optional<String>> why) {
        return new Action<>(id, group, description, mode, keys, commands, hint, values, why, run);
    }
}
