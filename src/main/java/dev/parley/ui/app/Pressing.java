package dev.parley.ui.app;

import dev.parley.terminal.Input;
import dev.parley.terminal.Key;
import dev.parley.terminal.Key.Code;
import dev.parley.ui.keys.Action;
import dev.parley.ui.keys.Actions;
import dev.parley.ui.keys.Chord;
import dev.parley.ui.keys.Keys;
import dev.parley.ui.keys.Mode;
import dev.parley.ui.state.Find;
import dev.parley.ui.state.Overlay;
import dev.parley.ui.state.Picker;
import dev.parley.ui.state.UiState;
import java.util.Optional;

/** Takes what comes from the terminal to whoever is meant: an overlay, the search, an action, the input. UI thread only. */
final class Pressing {
    private static final Mode OVERLAY = new Mode("overlay");

    private final Desk desk;
    private final UiState state;
    private final Actions<Desk> actions;
    private final Chord<Desk> chord = new Chord<>();

    Pressing(Desk desk, Actions<Desk> actions) {
        this.desk = desk;
        this.state = desk.state();
        this.actions = actions;
    }

    void take(Input input) {
        if (input instanceof Input.Focus focus) {
            desk.reading().focus(focus.gained());
            if (!focus.gained()) {
                desk.drafting().saveAll();
            }
            return;
        }
        Optional<Overlay> top = state.overlays().top();
        if (top.isPresent() && chord.sofar().isEmpty()) {
            over(top.get(), input);
        } else if (input instanceof Key key) {
            press(key);
        } else if (input instanceof Input.Paste paste && state.find().isPresent()) {
            forgetChord();
            desk.finding().type(paste.text());
        } else if (input instanceof Input.Paste paste) {
            forgetChord();
            desk.picking().leave();
            state.completing(null);
            desk.selecting().leave();
            desk.editing().searchAccept();
            desk.editing().paste(paste.text());
        } else if (input instanceof Input.Burst burst) {
            desk.picking().leave();
            desk.scrolling().by(burst.rows());
        } else if (input instanceof Input.Click click) {
            forgetChord();
            desk.picking().leave();
            desk.pointing().click(click);
        }
    }

    private void over(Overlay overlay, Input input) {
        if (input instanceof Key key && key.ctrl() && key.text().equals("c")) {
            state.overlays().close(overlay);
            overlay.dismissed();
            return;
        }
        switch (taken(overlay, input)) {
            case DONE -> state.overlays().close(overlay);
            case PASS -> {
                if (input instanceof Key key) {
                    press(key);
                }
            }
            case STAY -> {}
        }
    }

    /** One that fails must not stay in the way: Esc closes it all the same. */
    private Overlay.Answer taken(Overlay overlay, Input input) {
        try {
            return overlay.take(input);
        } catch (RuntimeException | StackOverflowError bug) {
            if (input instanceof Key key && key.code() == Code.ESCAPE) {
                state.overlays().close(overlay);
            }
            throw bug;
        }
    }

    private void press(Key key) {
        Optional<Picker> picker = state.picker().filter(open -> state.overlays().isEmpty());
        if (picker.isPresent() && chord.sofar().isEmpty() && desk.picking().key(picker.get(), key)) {
            return;
        }
        Optional<Find> find = state.find().filter(open -> state.overlays().isEmpty());
        if (find.isPresent() && chord.sofar().isEmpty() && desk.finding().key(find.get(), key)) {
            return;
        }
        if (listOver(key)) {
            return;
        }
        if (state.search().isEmpty()
                && state.overlays().isEmpty()
                && chord.sofar().isEmpty()
                && desk.completions().key(key)) {
            return;
        }
        if (state.search().isPresent() && chord.sofar().isEmpty() && searching(key)) {
            return;
        }
        boolean over = !state.overlays().isEmpty();
        if (mode().equals(Mode.MESSAGE)
                && chord.sofar().isEmpty()
                && key.ctrl()
                && key.text().equals("c")) {
            desk.selecting().leave();
            return;
        }
        Chord.Outcome<Desk> outcome = chord.press(actions, mode(), key);
        state.chord(chord.sofar().map(Object::toString).orElse(""));
        if (outcome instanceof Chord.Outcome.Run<Desk> run) {
            run(run.action());
        } else if (outcome instanceof Chord.Outcome.Nowhere<Desk> nowhere) {
            if (key.code() != Code.ESCAPE) {
                desk.kit().hint(nowhere.pressed() + " does nothing.");
            }
        } else if (outcome instanceof Chord.Outcome.Unbound<Desk> && !over) {
            typed(key);
        }
    }

    /** In the list that lies over the history the arrows move, as long as nothing is typed. */
    private boolean listOver(Key key) {
        boolean arrow = key.code() == Code.UP || key.code() == Code.DOWN;
        if (!arrow
                || key.alt()
                || key.ctrl()
                || !state.switches().listOver()
                || !state.overlays().isEmpty()
                || !state.here().editor().isEmpty()) {
            return false;
        }
        desk.switching().step(key.code() == Code.UP ? -1 : 1);
        return true;
    }

    /** Where a key goes now. */
    Mode mode() {
        if (!state.overlays().isEmpty()) {
            return OVERLAY;
        }
        return state.selection().isPresent() ? Mode.MESSAGE : Mode.CONVERSATION;
    }

    private void typed(Key key) {
        if (mode().equals(Mode.MESSAGE)) {
            desk.kit().hint(Keys.name(key) + " does nothing with a message. Esc goes back to writing.");
        } else {
            type(key);
        }
    }

    private void run(Action<Desk> action) {
        if (state.selection().isPresent() && InputActions.isAbout(action)) {
            desk.selecting().leave();
        }
        actions.run(action, desk, "").ifPresent(why -> desk.kit().hint(Kit.sentence(why)));
    }

    private void type(Key key) {
        if (key.code() == Code.TEXT && !key.ctrl() && !key.alt()) {
            state.switches().bare(false);
            desk.editing().type(key);
            refuse();
        }
    }

    /** Where nothing can be sent, the first key of a message says so; a command may be meant. */
    private void refuse() {
        String typed = state.here().editor().text();
        if (state.readOnly() && typed.codePointCount(0, typed.length()) == 1 && !typed.equals("/")) {
            desk.kit().error(state.storage().sentence());
        }
    }

    /** A key of Ctrl-R's search; false when the search is over and the key is for somebody else. */
    private boolean searching(Key key) {
        boolean plain = key.code() == Code.TEXT && !key.ctrl() && !key.alt();
        boolean cancel = key.code() == Code.ESCAPE
                || key.ctrl() && (key.text().equals("g") || key.text().equals("c"));
        if (plain) {
            desk.editing().searchType(key.text());
        } else if (key.code() == Code.BACKSPACE && !key.alt()) {
            desk.editing().searchBackspace();
        } else if (key.ctrl() && key.text().equals("r")) {
            desk.editing().search();
        } else if (cancel) {
            desk.editing().searchCancel();
        } else {
            desk.editing().searchAccept();
            return key.code() == Code.ENTER;
        }
        return true;
    }

    private void forgetChord() {
        chord.forget();
        state.chord("");
    }
}
