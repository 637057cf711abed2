package dev.parley.ui.app;

import dev.parley.terminal.Tty;
import dev.parley.text.SafeText;
import dev.parley.ui.Outside;
import dev.parley.ui.keys.Actions;
import dev.parley.ui.state.UiState;
import dev.parley.ui.theme.Themes;
import java.util.List;
import java.util.Optional;

/** What the actions of the table act on: the state, and every behaviour. UI thread only. */
public final class Desk {
    private final Kit kit;
    private final Drafting drafting;
    private final Composing composing;
    private final Attending reading;
    private final Scrolling scrolling;
    private final Switching switching;
    private final Sending sending;
    private final Picking picking;
    private final Opening opening;
    private final Editing editing;
    private final Quitting quitting;
    private final Boarding boarding;
    private final Changing changing;
    private final Showing showing;
    private final Completions completions;
    private final Entering entering;
    private final Asking asking;
    private final Finding finding;
    private final FindingInAll findingInAll;
    private final Selecting selecting;
    private final Copying copying;
    private final Linking linking;
    private final Attaching attaching;
    private final Fetching fetching;
    private final Forming forming;
    private final Ringing ringing;
    private final Pointing pointing;
    private final Screen screen;

    Desk(Kit kit, Actions<Desk> actions, Themes themes, Screen screen, Outside outside) {
        this.kit = kit;
        this.screen = screen;
        drafting = new Drafting(kit);
        composing = new Composing(kit);
        reading = new Attending(kit);
        scrolling = new Scrolling(kit, reading);
        switching = new Switching(kit, drafting, composing, reading);
        sending = new Sending(kit, drafting, composing, reading, switching);
        editing = new Editing(kit, drafting, composing, reading);
        opening = new Opening(kit, drafting, switching);
        finding = new Finding(kit, scrolling);
        findingInAll = new FindingInAll(kit, switching, finding);
        boarding = new Boarding(kit);
        changing = new Changing(kit);
        showing = new Showing(kit, themes, boarding);
        completions = new Completions(kit.state(), actions, this);
        entering = new Entering(kit, actions, this);
        asking = new Asking(kit, actions, this);
        selecting = new Selecting(kit, reading, scrolling);
        copying = new Copying(kit, screen, outside);
        linking = new Linking(kit, screen, outside, copying);
        attaching = new Attaching(kit, reading, outside, screen);
        fetching = new Fetching(kit, selecting, outside);
        quitting = new Quitting(kit, drafting, composing, editing::edited, fetching::running);
        forming = new Forming(kit, outside, copying, screen);
        picking = new Picking(
                kit, reading, scrolling, editing, new Choosing(kit, drafting, reading, linking, fetching, forming));
        ringing = new Ringing(kit, screen, outside);
        pointing = new Pointing(kit, switching, selecting, screen);
    }

    /** What only the terminal itself can do. */
    interface Screen {
        /** The next frame draws everything. */
        void redraw();

        /** False where there is nobody to return to. */
        boolean suspend();

        /** See {@link Tty#copy}. */
        Tty.Copy copy(List<SafeText> lines);

        void bell();

        /** Whether clicks and the wheel come in. */
        void mouse(boolean on);

        /** Has {@code then} run on the UI thread; any thread. */
        void later(Runnable then);
    }

    UiState state() {
        return kit.state();
    }

    Kit kit() {
        return kit;
    }

    Drafting drafting() {
        return drafting;
    }

    Attending reading() {
        return reading;
    }

    Scrolling scrolling() {
        return scrolling;
    }

    Switching switching() {
        return switching;
    }

    Sending sending() {
        return sending;
    }

    Picking picking() {
        return picking;
    }

    Opening opening() {
        return opening;
    }

    Editing editing() {
        return editing;
    }

    Quitting quitting() {
        return quitting;
    }

    Showing showing() {
        return showing;
    }

    Boarding boarding() {
        return boarding;
    }

    Changing changing() {
        return changing;
    }

    Completions completions() {
        return completions;
    }

    Entering entering() {
        return entering;
    }

    Asking asking() {
        return asking;
    }

    Finding finding() {
        return finding;
    }

    FindingInAll findingInAll() {
        return findingInAll;
    }

    Selecting selecting() {
        return selecting;
    }

    Copying copying() {
        return copying;
    }

    /** For whatever leads somewhere: {@link Linking#ask} asks before it is opened. */
    Linking linking() {
        return linking;
    }

    Attaching attaching() {
        return attaching;
    }

    Fetching fetching() {
        return fetching;
    }

    Forming forming() {
        return forming;
    }

    Ringing ringing() {
        return ringing;
    }

    Pointing pointing() {
        return pointing;
    }

    /** The message at hand, or a fact by its name. */
    void copy(String fact) {
        if (!fact.isEmpty()) {
            copying.fact(fact);
            return;
        }
        selecting
                .itemOrNewest()
                .ifPresentOrElse(copying::message, () -> kit.hint("Nobody else has said anything here yet."));
    }

    Optional<String> whyNoLink() {
        return ActionTable.off(
                selecting.itemOrNewest().filter(linking::mayHaveOne).isEmpty(), "there is no link in it");
    }

    void openLink(String number) {
        selecting
                .itemOrNewest()
                .ifPresentOrElse(
                        item -> linking.open(item, number), () -> kit.hint("Nobody else has said anything here yet."));
    }

    void info() {
        showing.info(copying::allFacts);
    }

    void redraw() {
        screen.redraw();
    }

    void suspend() {
        drafting.saveAll();
        if (!screen.suspend()) {
            kit.hint("There is no shell to go back to: this is the session's first program.");
        }
    }

    /** Esc: back, and at last to the newest message. */
    void back() {
        if (!showing.back() && state().here().editor().isEmpty()) {
            state().here().scroll().release();
        }
    }
}
