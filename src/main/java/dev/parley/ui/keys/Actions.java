package dev.parley.ui.keys;

import dev.parley.text.Nearest;
import dev.parley.ui.keys.Action.Command;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of all actions with their keys. Immutable. */
public final class Actions<C> {
    private final Map<String, Action<C>> byId;
    private final Map<String, Action<C>> byCommand;
    private final Bindings<C> bindings;

    private Actions(Map<String, Action<C>> byId) {
        this.byId = byId;
        List<Action<C>> all = List.copyOf(byId.values());
        List<String> problems = new ArrayList<>();
        this.byCommand = byCommand(all, problems);
        this.bindings = new Bindings<>(all, problems);
        if (!problems.isEmpty()) {
            throw new BadBindings(problems);
        }
    }

    /** @throws BadBindings where two actions have the same id, command, or key in one mode: names both */
    public static <C> Actions<C> of(List<Action<C>> actions) {
        Map<String, Action<C>> byId = new LinkedHashMap<>();
        for (Action<C> action : actions) {
            if (byId.put(action.id(), action) != null) {
                throw new BadBindings(List.of("Two actions are called " + action.id() + "."));
            }
        }
        return new Actions<>(byId);
    }

    /**
     * The same actions with other keys; an empty list leaves an action without any.
     *
     * @param keys names of key sequences by id of action
     * @throws BadBindings with a sentence for each unknown id, unknown key, and key that two actions have now
     */
    public Actions<C> rebind(Map<String, List<String>> keys) {
        Map<String, Action<C>> rebound = new LinkedHashMap<>(byId);
        List<String> problems = new ArrayList<>();
        keys.forEach((id, names) -> {
            Action<C> action = byId.get(id);
            if (action == null) {
                String meant = Nearest.of(id, byId.keySet())
                        .map(name -> " Did you mean " + name + "?")
                        .orElse("");
                problems.add("There is no action " + id + "." + meant);
                return;
            }
            List<KeySequence> parsed = new ArrayList<>();
            for (String name : names) {
                KeySequence.parse(name)
                        .ifPresentOrElse(
                                parsed::add, () -> problems.add("For " + id + ": there is no key " + name + "."));
            }
            rebound.put(id, action.keys(parsed));
        });
        if (!problems.isEmpty()) {
            throw new BadBindings(problems);
        }
        return new Actions<>(rebound);
    }

    /** In the order of the table. */
    public List<Action<C>> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Action<C>> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** @param name with its slash */
    public Optional<Action<C>> byCommand(String name) {
        return Optional.ofNullable(byCommand.get(name));
    }

    /** In the order of the table. */
    public List<Command> commands() {
        return all().stream().flatMap(action -> action.commands().stream()).toList();
    }

    /** What a person can press for it: its own keys, then {@code Ctrl-X letter} for each Alt key of it. */
    public List<KeySequence> keysOf(Action<C> action) {
        return bindings.keysOf(action);
    }

    /** What these keys do in that mode, or in the one beneath it. */
    public Lookup<C> lookup(Mode mode, KeySequence pressed) {
        Lookup<C> own = bindings.lookup(mode, pressed);
        if (own instanceof Lookup.Found<C> || !mode.equals(Mode.MESSAGE)) {
            return own;
        }
        Lookup<C> beneath = bindings.lookup(Mode.CONVERSATION, pressed);
        return beneath instanceof Lookup.Unbound<C> ? own : beneath;
    }

    /** Runs it, or says why it is off. */
    public Optional<String> run(Action<C> action, C on, String arguments) {
        Optional<String> off = action.whyOff().apply(on);
        if (off.isEmpty()) {
            action.run().accept(on, arguments);
        }
        return off;
    }

    /** The actions that have neither a command nor a key that gets through everywhere (EXPERIENCE.md 2). */
    public List<Action<C>> unreachable() {
        return all().stream()
                .filter(action ->
                        action.commands().isEmpty() && keysOf(action).stream().noneMatch(KeySequence::alwaysThere))
                .toList();
    }

    private static <C> Map<String, Action<C>> byCommand(List<Action<C>> actions, List<String> problems) {
        Map<String, Action<C>> found = new HashMap<>();
        for (Action<C> action : actions) {
            for (Command command : action.commands()) {
                Action<C> other = found.put(command.name(), action);
                if (other != null) {
                    problems.add(command.name() + " is the command of " + other.id() + " and of " + action.id() + ".");
                }
            }
        }
        return found;
    }
}
