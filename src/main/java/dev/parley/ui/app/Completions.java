package dev.parley.ui.app;

import dev.parley.terminal.Key;
import dev.parley.ui.edit.Editor;
import dev.parley.ui.keys.Action;
import dev.parley.ui.keys.Actions;
import dev.parley.ui.keys.CommandLine;
import dev.parley.ui.pane.InputPane;
import dev.parley.ui.pane.Offers.Completion;
import dev.parley.ui.state.Completing;
import dev.parley.ui.state.UiState;
import java.util.List;
import java.util.Optional;

/**
 * What a command that has been begun may become. Tab puts in what is common to all, then goes through them, as do the
 * arrows: the chosen one stands in the input, so that Enter does what it always does. UI thread only.
 */
final class Completions {
    private final UiState state;
    private final Actions<Desk> actions;
    private final Desk desk;

    Completions(UiState state, Actions<Desk> actions, Desk desk) {
        this.state = state;
        this.actions = actions;
        this.desk = desk;
    }

    /** The commands that begin with {@code input}, or the words that may stand behind the one it names. */
    List<Completion> of(String input) {
        int blank = input.indexOf(' ');
        return blank < 0 ? names(input) : values(input.substring(0, blank), input);
    }

    private List<Completion> names(String input) {
        return CommandLine.completions(actions, input).stream()
                .map(command -> {
                    Optional<Action<Desk>> action = actions.byCommand(command.name());
                    return new Completion(
                            command.name() + " ",
                            command.toString(),
                            action.map(Action::description).orElse(""),
                            action.flatMap(known -> known.whyOff().apply(desk)));
                })
                .toList();
    }

    private List<Completion> values(String name, String input) {
        if (name.equals(Attaching.COMMAND)) {
            return desk.attaching().completions(input.substring(name.length() + 1)).stream()
                    .map(path -> name + " " + path)
                    .filter(line -> !line.equals(input))
                    .map(line -> new Completion(line, line, "", Optional.empty()))
                    .toList();
        }
        return actions.byCommand(name).stream()
                .flatMap(action -> action.values().apply(desk).stream())
                .map(value -> name + " " + value)
                .filter(line -> line.startsWith(input) && !line.equals(input))
                .map(line -> new Completion(line, line, "", Optional.empty()))
                .toList();
    }

    /** Tab, where the input is a command. */
    void tab() {
        if (state.completing().isPresent()) {
            choose(1);
            return;
        }
        String input = state.here().editor().text();
        List<Completion> all = of(input);
        if (all.isEmpty()
                && input.startsWith(Attaching.COMMAND + " ")
                && desk.attaching().await(() -> again(input))) {
            return;
        }
        String common = CommandLine.completed(all.stream().map(Completion::line).toList(), input);
        if (common.equals(input)) {
            choose(1);
        } else {
            put(common);
        }
    }

    /** A Tab that came before the folder had been read, unless something else was typed since. */
    private void again(String input) {
        if (state.here().editor().text().equals(input) && state.completing().isEmpty()) {
            tab();
        }
    }

    /** A key that moves in the list, or leaves it; false when it is for somebody else. */
    boolean key(Key key) {
        boolean plain = !key.alt() && !key.ctrl();
        boolean choosing = state.completing().isPresent();
        if (plain && choosing) {
            switch (key.code()) {
                case TAB -> {
                    if (!key.shift()) {
                        return false;
                    }
                    choose(-1);
                    return true;
                }
                case UP -> {
                    choose(-1);
                    return true;
                }
                case ESCAPE -> {
                    state.completing().map(Completing::typed).ifPresent(this::put);
                    state.completing(null);
                    return true;
                }
                default -> {}
            }
        }
        if (plain && key.code() == Key.Code.DOWN && (choosing || isListed())) {
            choose(1);
            return true;
        }
        state.completing(null);
        return false;
    }

    /** Whether there is a list to go down into: what comes out of the history of inputs goes on through that. */
    private boolean isListed() {
        Editor editor = state.here().editor();
        return InputPane.isCommand(editor)
                && !state.inputs().isWalking()
                && !of(editor.text()).isEmpty();
    }

    private void choose(int by) {
        String typed = state.completing()
                .map(Completing::typed)
                .orElseGet(() -> state.here().editor().text());
        List<Completion> all = of(typed);
        if (!all.isEmpty()) {
            int from = state.completing().map(Completing::chosen).orElse(by > 0 ? -1 : 0);
            int chosen = Math.floorMod(from + by, all.size());
            put(all.get(chosen).line());
            state.completing(new Completing(typed, chosen));
        }
    }

    private void put(String line) {
        desk.editing().edit(editor -> editor.replace(line));
    }
}
