package dev.parley.ui.app;

import dev.parley.conversation.Inbox;
import dev.parley.terminal.Input;
import dev.parley.terminal.Tty;
import dev.parley.text.SafeText;
import dev.parley.ui.Outside;
import dev.parley.ui.keys.Actions;
import dev.parley.ui.keys.HintLine;
import dev.parley.ui.pane.Offers;
import dev.parley.ui.state.Notices;
import dev.parley.ui.state.UiState;
import dev.parley.ui.theme.Themes;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The loop: takes one event, drains what else waits, draws once. Nothing wakes it but an event, or the moment at which
 * something on the screen reads differently. Everything but {@link #post} belongs to the UI thread.
 */
final class App {
    /** So many updates are taken at a time, hardly any after a key: then the screen is looked at again. */
    private static final int MOST_UPDATES = 1_000;

    private static final int MOST_UPDATES_AFTER_INPUT = 1;
    private static final long DRAIN_MILLIS = 4;

    private static final long PENDING_SHOWN_AFTER_MILLIS = 1_000;
    private static final int TERMINAL_GONE = 129;

    private final Waiting waiting = new Waiting();
    private final Kit kit;
    private final UiState state;
    private final Tty tty;
    private final IntConsumer taken;
    private final Actions<Desk> actions;
    private final Desk desk;
    private final Pressing pressing;
    private final Telling telling;
    private final Painting painting;
    private long pendingSince = -1;
    private String title = "";
    /** Whether the inbox has changed since the rows of the list were made. */
    private boolean stale = true;

    private boolean steady;
    private long rowsSeen = -1;

    App(Kit kit, Tty tty, IntConsumer taken, Actions<Desk> actions, Themes themes, Outside outside) {
        this.kit = kit;
        this.state = kit.state();
        this.tty = tty;
        this.taken = taken;
        this.actions = actions;
        this.desk = new Desk(kit, actions, themes, new TerminalItself(), outside);
        this.pressing = new Pressing(desk, actions);
        this.telling = new Telling(desk);
        this.painting = new Painting(state, kit.clock(), tty, new TableOffers());
    }

    /** Any thread. */
    void post(Event event) {
        waiting.post(event);
    }

    /** Takes the terminal, draws the first frame, and only then asks what was sent in earlier runs. */
    void start() throws IOException {
        tty.start(input -> post(new Event.Typed(input)));
        state.resize(tty.columns(), tty.rows());
        tty.mouse(state.switches().mouse());
        settle();
        draw(true, true);
        kit.sentTexts().all().thenAccept(texts -> post(new Event.Remembered(texts)));
    }

    /** Until the person leaves; the exit code. */
    int run() throws InterruptedException {
        while (code().isEmpty()) {
            // Who is behind does not rest.
            turn(waiting.await(untilDue(), waiting.hasTold() ? 0 : painting.rest()));
        }
        leave();
        return code().getAsInt();
    }

    OptionalInt code() {
        return desk.quitting().code();
    }

    /** Takes what waits, does what is due and draws once. {@code first} is null when only time has passed. */
    void turn(@Nullable Event first) {
        long began = kit.clock().millis();
        int updates = 0;
        boolean person = false;
        for (Event event = first; event != null; event = next(began, updates, person)) {
            boolean told = event instanceof Event.Told;
            updates += told ? 1 : 0;
            person |= event instanceof Event.Typed;
            guarded(event);
        }
        if (updates > 0) {
            taken.accept(updates);
        }
        guarded("a timer failed", () -> kit.timers().run(kit.clock().millis()));
        state.notices().expire(kit.clock().millis());
        if (code().isEmpty()) {
            show(person, first == null);
        }
    }

    /** What the sessions told is looked through when a frame is due, not each time that they tell something. */
    private void show(boolean person, boolean time) {
        if (stale && painting.isEarly(person, time)) {
            painting.postpone();
        } else {
            guarded("the state could not be settled", this::settle);
        }
        if (!person && waiting.hasInput() && painting.mayWait()) {
            painting.putOff();
        } else {
            guarded("the screen could not be drawn", () -> draw(person, time));
        }
    }

    /** Keys first; then some of what the sessions tell. */
    private @Nullable Event next(long began, int updates, boolean person) {
        boolean enough = updates >= (person ? MOST_UPDATES_AFTER_INPUT : MOST_UPDATES)
                || kit.clock().millis() - began > DRAIN_MILLIS;
        return code().isPresent() || enough && !waiting.hasInput() ? null : waiting.poll();
    }

    /** What is to be taken next; null when nothing waits. */
    @Nullable
    Event poll() {
        return waiting.poll();
    }

    /** Takes everything that waits now, without waiting for more, and draws it. */
    void idle() {
        for (Event event = waiting.poll(); event != null; event = waiting.poll()) {
            turn(event);
        }
        if (code().isPresent()) {
            leave();
        } else if (painting.isBehind()) {
            show(false, true);
        }
    }

    /** What was told before the person left may have brought a text back. */
    private void leave() {
        for (Event told = waiting.pollTold(); told != null; told = waiting.pollTold()) {
            guarded(told);
        }
        desk.drafting().saveAll();
    }

    UiState state() {
        return state;
    }

    Desk desk() {
        return desk;
    }

    /** Milliseconds until something is due; empty when nothing is. */
    OptionalLong untilDue() {
        long now = kit.clock().millis();
        long due = kit.timers().next().orElse(Long.MAX_VALUE);
        due = Math.min(
                due, state.notices().shown().map(Notices.Notice::untilMillis).orElse(Long.MAX_VALUE));
        due = Math.min(due, painting.due());
        return due == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(Math.max(0, due - now));
    }

    /** A bug in what one event does must not end the program: it is said, and the next event is taken. */
    private void guarded(Event event) {
        guarded("an event could not be handled", () -> take(event));
    }

    private void guarded(String what, Runnable part) {
        try {
            part.run();
        } catch (RuntimeException | StackOverflowError bug) {
            int number = state.bugs().note(what, bug);
            kit.error("Something went wrong inside Parley; the log has it (#" + number + ").");
        }
    }

    private void take(Event event) {
        if (event instanceof Event.Told told) {
            stale = true;
            telling.take(told.update());
        } else if (event instanceof Event.Leave leave) {
            desk.quitting().leave(leave.code());
        } else if (event instanceof Event.Typed typed) {
            input(typed.input());
        } else if (event instanceof Event.Remembered remembered) {
            state.inputs().older(remembered.texts());
        } else if (event instanceof Event.Answered answered) {
            answered.then().run();
        }
    }

    private void input(Input input) {
        if (input instanceof Input.Resized resized) {
            state.resize(resized.columns(), resized.rows());
            painting.forget();
        } else if (input instanceof Input.Continued) {
            state.resize(tty.columns(), tty.rows());
            redraw();
        } else if (input instanceof Input.Ended) {
            desk.quitting().leave(TERMINAL_GONE);
        } else {
            if (stale) {
                refresh();
            }
            pressing.take(input);
        }
    }

    /** The next frame is a whole one, and all of it is sent. */
    void redraw() {
        painting.forget();
        tty.forget();
    }

    /** The rows of the list: anew when something arrived, or the time in which they stand still is over. */
    private void refresh() {
        desk.switching().refresh();
        stale = false;
        steady = state.trail().steady(kit.clock().millis());
    }

    private void settle() {
        if (stale || steady || rowsSeen != state.revision()) {
            refresh();
            rowsSeen = state.revision();
        }
        desk.reading().settle();
        desk.finding().settle();
        desk.selecting().settle();
        pending();
    }

    /** Row 1 speaks of messages under way only when they take their time: a quick answer changes nothing there. */
    private void pending() {
        Inbox.Counts counts = state.inbox().counts(kit.clock().now());
        long now = kit.clock().millis();
        if (counts.inFlight() == 0) {
            pendingSince = -1;
        } else if (pendingSince < 0) {
            pendingSince = now;
            kit.after(PENDING_SHOWN_AFTER_MILLIS, () -> {});
        }
        state.pendingShown(pendingSince >= 0 && now - pendingSince >= PENDING_SHOWN_AFTER_MILLIS);
        title(counts);
    }

    private void title(Inbox.Counts counts) {
        String wanted = !state.switches().titled()
                ? ""
                : counts.unread() > 0 ? "parley - " + counts.unread() + " unread" : "parley";
        if (!wanted.equals(title)) {
            title = wanted;
            tty.title(state.look().text(wanted));
        }
    }

    private void draw(boolean person, boolean time) {
        try {
            painting.paint(person, time);
        } catch (IOException gone) {
            desk.quitting().leave(TERMINAL_GONE);
        }
    }

    private final class TableOffers implements Offers {
        @Override
        public List<HintLine.Part> hints(int columns) {
            return new HintLine(state.look().sanitizer(), state.look().glyphs())
                    .fit(actions, pressing.mode(), desk, columns);
        }

        @Override
        public List<HintLine.Part> following(String pressed, int columns) {
            return new HintLine(state.look().sanitizer(), state.look().glyphs())
                    .following(actions, pressed, desk, columns);
        }

        @Override
        public List<Completion> completions(String input) {
            return desk.completions().of(input);
        }
    }

    private final class TerminalItself implements Desk.Screen {
        @Override
        public void redraw() {
            App.this.redraw();
        }

        @Override
        public boolean suspend() {
            return tty.suspend();
        }

        @Override
        public Tty.Copy copy(List<SafeText> lines) {
            return tty.copy(lines);
        }

        @Override
        public void bell() {
            tty.bell();
        }

        @Override
        public void mouse(boolean on) {
            tty.mouse(on);
        }

        @Override
        public void later(Runnable then) {
            post(new Event.Answered(then));
        }
    }
}
