package dev.parley.ui.app;

import dev.parley.ui.keys.Action;
import dev.parley.ui.keys.Actions;
import dev.parley.ui.keys.HelpGroup;
import dev.parley.ui.keys.KeySequence;
import dev.parley.ui.keys.Palette;
import dev.parley.ui.overlay.Chooser;
import dev.parley.ui.overlay.Reader;
import dev.parley.ui.state.UiState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What can be done here: help and palette, read out of the table of actions. UI thread only. */
final class Asking {
    private static final int KEYS_SHOWN = 2;

    private final Kit kit;
    private final UiState state;
    private final Actions<Desk> actions;
    private final Desk desk;

    Asking(Kit kit, Actions<Desk> actions, Desk desk) {
        this.kit = kit;
        this.state = kit.state();
        this.actions = actions;
        this.desk = desk;
    }

    void help() {
        List<Reader.Entry> entries = new ArrayList<>();
        for (HelpGroup group : HelpGroup.of(actions)) {
            entries.add(Reader.Entry.heading(group.heading()));
            for (HelpGroup.Row row : group.rows()) {
                List<String> ways = new ArrayList<>(row.keys());
                ways.addAll(row.commands());
                entries.add(Reader.Entry.of(String.join(", ", ways), row.description()));
            }
        }
        state.overlays().open(new Reader("Help", entries));
    }

    void palette() {
        state.overlays()
                .open(new Chooser(
                        "All actions",
                        "",
                        query -> Palette.filter(actions, query).stream()
                                .map(this::entry)
                                .toList()));
    }

    private Chooser.Entry entry(Action<Desk> action) {
        List<String> ways = actions.keysOf(action).stream()
                .limit(KEYS_SHOWN)
                .map(KeySequence::toString)
                .collect(Collectors.toCollection(ArrayList::new));
        action.commands().stream().map(Action.Command::toString).limit(1).forEach(ways::add);
        return new Chooser.Entry(
                action.description(), String.join(", ", ways), action.whyOff().apply(desk), () -> run(action));
    }

    private void run(Action<Desk> action) {
        actions.run(action, desk, "").map(Kit::sentence).ifPresent(kit::hint);
    }
}
