package dev.parley.ui.app;

import dev.parley.terminal.Input;
import dev.parley.ui.pane.Hits;
import dev.parley.ui.state.UiState;

/** The mouse, where the person has turned it on: a click picks a row of the list, or a place in the input. UI thread only. */
final class Pointing {
    static final String MOUSE = "mouse";

    private final Kit kit;
    private final UiState state;
    private final Switching switching;
    private final Selecting selecting;
    private final Desk.Screen screen;

    Pointing(Kit kit, Switching switching, Selecting selecting, Desk.Screen screen) {
        this.kit = kit;
        this.state = kit.state();
        this.switching = switching;
        this.selecting = selecting;
        this.screen = screen;
    }

    void click(Input.Click click) {
        Hits hits = new Hits(state, kit.clock().now());
        hits.place(click.column(), click.row()).ifPresent(place -> {
            state.switches().listOver(false);
            switching.byKey(place);
        });
        hits.index(click.column(), click.row()).ifPresent(index -> {
            selecting.leave();
            state.here().editor().cursorTo(index);
        });
    }

    void toggle() {
        boolean on = !state.switches().mouse();
        state.switches().mouse(on);
        screen.mouse(on);
        kit.preferences().put(MOUSE, on ? "on" : "off");
        kit.hint(
                on
                        ? "Mouse on: the wheel scrolls, a click picks. Most terminals select with Shift now."
                        : "Mouse off.");
    }
}
