package dev.parley.ui.app;

import dev.parley.conversation.Inbox;
import dev.parley.terminal.Input;
import dev.parley.terminal.Tty;
import dev.parley.ui.keys.Actions;
import dev.parley.ui.keys.HintLine;
import dev.parley.ui.keys.Mode;
import dev.parley.ui.pane.Frame;
import dev.parley.ui.pane.FrameTime;
import dev.parley.ui.pane.Offers;
import dev.parley.ui.state.Cursor;
import dev.parley.ui.state.Notices;
import dev.parley.ui.state.UiState;
import dev.parley.ui.theme.Themes;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The loop: takes one event, drains what else waits, draws once. Nothing wakes it but an event, or the moment at which
 * something on the screen reads differently. Everything but {@link #post} belongs to the UI thread.
 */
final class App {
    private static final Logger LOG = Logger.getLogger(App.class.getName());

    /** Draining ends after this, so that what was typed is seen while updates keep pouring in. */
    private static final long DRAIN_MILLIS = 30;

    private static final long PENDING_SHOWN_AFTER_MILLIS = 1_000;
    private static final int TERMINAL_GONE = 129;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Kit kit;
    private final UiState state;
    private final Tty tty;
    private final IntConsumer taken;
    private final Actions<Desk> actions;
    private final Desk desk;
    private final Pressing pressing;
    private final Telling telling;
    private final Offers offers = new TableOffers();
    private Instant changesAt = Instant.MAX;
    private long pendingSince = -1;
    private String title = "";
    /** Whether the inbox has changed since the rows of the list were made. */
    private boolean stale;

    App(Kit kit, Tty tty, IntConsumer taken, Actions<Desk> actions, Themes themes) {
        this.kit = kit;
        this.state = kit.state();
        this.tty = tty;
        this.taken = taken;
        this.actions = actions;
        this.desk = new Desk(kit, actions, themes, new TerminalItself());
        this.pressing = new Pressing(desk, actions);
        this.telling = new Telling(desk);
    }

    /** Any thread. */
    void post(Event event) {
        events.add(event);
    }

    /** Takes the terminal and draws the first frame. */
    void start() throws IOException {
        tty.start(input -> post(new Event.Typed(input)));
        state.resize(tty.columns(), tty.rows());
        settle();
        draw();
    }

    /** Until the person leaves; the exit code. */
    int run() throws InterruptedException {
        while (code().isEmpty()) {
            Event first = next();
            turn(first);
        }
        return code().getAsInt();
    }

    OptionalInt code() {
        return desk.quitting().code();
    }

    /** Takes what waits, does what is due and draws once. {@code first} is null when only time has passed. */
    void turn(@Nullable Event first) {
        long began = kit.clock().millis();
        int updates = 0;
        for (Event event = first; event != null; event = after(began)) {
            updates += guarded(event);
        }
        if (updates > 0) {
            taken.accept(updates);
        }
        kit.timers().run(kit.clock().millis());
        state.notices().expire(kit.clock().millis());
        if (code().isEmpty()) {
            settle();
            draw();
        }
    }

    /** Takes everything that waits now, without waiting for more. */
    void idle() {
        Event event = events.poll();
        while (event != null) {
            turn(event);
            event = events.poll();
        }
    }

    UiState state() {
        return state;
    }

    /** Milliseconds until something is due; empty when nothing is. */
    OptionalLong untilDue() {
        long now = kit.clock().millis();
        long due = kit.timers().next().orElse(Long.MAX_VALUE);
        due = Math.min(
                due, state.notices().shown().map(Notices.Notice::untilMillis).orElse(Long.MAX_VALUE));
        if (!changesAt.equals(Instant.MAX)) {
            due = Math.min(
                    due,
                    now
                            + Math.max(
                                    1,
                                    Duration.between(kit.clock().now(), changesAt)
                                            .toMillis()));
        }
        return due == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(Math.max(0, due - now));
    }

    private @Nullable Event next() throws InterruptedException {
        OptionalLong wait = untilDue();
        return wait.isPresent() ? events.poll(wait.getAsLong(), TimeUnit.MILLISECONDS) : events.take();
    }

    private @Nullable Event after(long began) {
        return code().isPresent() || kit.clock().millis() - began > DRAIN_MILLIS ? null : events.poll();
    }

    /** A bug in what one event does must not end the program: it is said, and the next event is taken. */
    private int guarded(Event event) {
        try {
            return take(event);
        } catch (RuntimeException bug) {
            LOG.log(Level.SEVERE, "an event could not be handled", bug);
            kit.error("Something went wrong inside Parley; the log has it.");
            return event instanceof Event.Told ? 1 : 0;
        }
    }

    /** Returns how many updates it was. */
    private int take(Event event) {
        if (event instanceof Event.Told told) {
            telling.take(told.update());
            stale = true;
            return 1;
        }
        if (event instanceof Event.Leave leave) {
            desk.quitting().leave(leave.code());
        } else if (event instanceof Event.Typed typed) {
            input(typed.input());
        }
        return 0;
    }

    private void input(Input input) {
        if (input instanceof Input.Resized resized) {
            state.resize(resized.columns(), resized.rows());
        } else if (input instanceof Input.Continued) {
            state.resize(tty.columns(), tty.rows());
            tty.forget();
        } else if (input instanceof Input.Ended) {
            desk.quitting().leave(TERMINAL_GONE);
        } else {
            if (stale) {
                refresh();
            }
            pressing.take(input);
        }
    }

    private void refresh() {
        desk.switching().refresh();
        stale = false;
    }

    private void settle() {
        refresh();
        desk.reading().settle();
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
        String wanted = counts.unread() > 0 ? "parley - " + counts.unread() + " unread" : "parley";
        if (!wanted.equals(title)) {
            title = wanted;
            tty.title(state.look().text(wanted));
        }
    }

    private void draw() {
        FrameTime time = new FrameTime(kit.clock().now(), state.look().zone());
        Cursor cursor = new Frame(state, offers, time).draw(tty.surface());
        changesAt = time.changesAt();
        tty.cursor(cursor.column(), cursor.row());
        try {
            tty.flush();
        } catch (IOException gone) {
            desk.quitting().leave(TERMINAL_GONE);
        }
    }

    private final class TableOffers implements Offers {
        @Override
        public List<HintLine.Part> hints(int columns) {
            return new HintLine(state.look().sanitizer(), state.look().glyphs())
                    .fit(actions, Mode.CONVERSATION, desk, columns);
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
            tty.forget();
        }

        @Override
        public boolean suspend() {
            return tty.suspend();
        }
    }
}
