package dev.parley.ui.app;

import dev.parley.conversation.Command;
import dev.parley.conversation.Consumer;
import dev.parley.conversation.Link;
import dev.parley.ui.overlay.Facts;
import dev.parley.ui.pane.Geometry;
import dev.parley.ui.state.ReceiptMode;
import dev.parley.ui.state.RowOrder;
import dev.parley.ui.state.Switches;
import dev.parley.ui.state.UiState;
import dev.parley.ui.theme.BadTheme;
import dev.parley.ui.theme.Themes;
import java.util.List;

/** What is shown, and how. UI thread only. */
final class Showing {
    static final String THEME = "theme";
    static final String RECEIPTS = "receipts";
    static final String ORDER = "order";
    static final String TITLE = "title";

    private final Kit kit;
    private final UiState state;
    private final Themes themes;
    private final Boarding boarding;

    Showing(Kit kit, Themes themes, Boarding boarding) {
        this.boarding = boarding;
        this.kit = kit;
        this.state = kit.state();
        this.themes = themes;
    }

    void toggleList() {
        Switches switches = state.switches();
        if (switches.board()) {
            boarding.toggle();
            return;
        }
        if (Geometry.hasRoomForList(state.columns(), state.lines())) {
            switches.listShown(!switches.listShown());
        } else {
            switches.listOver(!switches.listOver());
        }
    }

    void toggleBare() {
        state.switches().bare(!state.switches().bare());
        if (state.switches().bare()) {
            kit.hint("Esc brings the rest back.");
        } else {
            state.notices().clearHint();
        }
    }

    void toggleExact() {
        boolean exact = !state.switches().exactTimes();
        state.switches().exactTimes(exact);
        kit.hint(exact ? "Times in milliseconds, with sequence numbers." : "Times in minutes.");
    }

    void receipts(String word) {
        ReceiptMode.of(word)
                .ifPresentOrElse(
                        mode -> {
                            state.switches().receipts(mode);
                            kit.preferences().put(RECEIPTS, mode.word());
                            kit.hint("READ goes out: " + mode.word() + ".");
                        },
                        () -> {
                            String now = "READ goes out: "
                                    + state.switches().receipts().word() + ".";
                            if (word.isEmpty()) {
                                kit.hint(now + " /receipts takes visible, on-reply or manual.");
                            } else {
                                kit.error("/receipts takes visible, on-reply or manual. " + now);
                            }
                        });
    }

    void order(String word) {
        RowOrder.of(word)
                .ifPresentOrElse(
                        order -> {
                            state.rows().order(order);
                            state.changed();
                            kit.preferences().put(ORDER, word);
                            kit.hint("The list is ordered by " + order.words() + ".");
                        },
                        () -> {
                            String now = "The list is ordered by "
                                    + state.rows().order().words() + ".";
                            if (word.isEmpty()) {
                                kit.hint(now + " /order takes last or due.");
                            } else {
                                kit.error("/order takes last or due. " + now);
                            }
                        });
    }

    List<String> themes() {
        return themes.names();
    }

    void theme(String name) {
        if (name.isEmpty()) {
            kit.hint("Themes: " + String.join(", ", themes.names()) + ". Now: "
                    + state.look().theme().name() + ".");
            return;
        }
        try {
            state.look(state.look().with(themes.load(name)));
            kit.preferences().put(THEME, name);
            kit.hint("Theme " + name + ".");
        } catch (BadTheme bad) {
            kit.error(bad.sentence());
        }
    }

    void toggleTitle() {
        boolean on = !state.switches().titled();
        state.switches().titled(on);
        kit.preferences().put(TITLE, on ? "on" : "off");
        kit.hint(on ? "The window is called parley, with what is unread." : "The window keeps its own name.");
    }

    /** @param copy copies what is shown */
    void info(Runnable copy) {
        state.overlays().open(Facts.of(state).copying(copy));
    }

    /** The selected consumer, and whoever else is not online. */
    void reconnect() {
        for (Consumer consumer : state.inbox().consumers()) {
            boolean here = consumer.key().equals(state.selected().consumer());
            if (here || consumer.link().state() != Link.State.ONLINE) {
                kit.send(new Command.Reconnect(consumer.key()));
            }
        }
        kit.hint("Connecting now.");
    }

    /** Esc: one step back, never losing anything; false when there was nothing to go back from. */
    boolean back() {
        Switches switches = state.switches();
        if (switches.bare()) {
            switches.bare(false);
            state.notices().clearHint();
        } else if (switches.listOver()) {
            switches.listOver(false);
        } else if (state.notices().shown().isPresent()) {
            state.notices().clear();
            return false;
        } else {
            return false;
        }
        return true;
    }
}
