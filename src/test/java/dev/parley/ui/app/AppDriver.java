package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.Update;
import dev.parley.terminal.ColorMode;
import dev.parley.terminal.ForwardingTty;
import dev.parley.terminal.Input;
import dev.parley.terminal.Key;
import dev.parley.terminal.TestTty;
import dev.parley.terminal.Tty;
import dev.parley.time.HandTime;
import dev.parley.ui.Preferences;
import dev.parley.ui.UiOptions;
import dev.parley.ui.history.HistoryRows;
import dev.parley.ui.keys.Keys;
import dev.parley.ui.pane.Frame;
import dev.parley.ui.state.UiClock;
import dev.parley.ui.state.UiState;
import dev.parley.ui.theme.Themes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The whole screen on a terminal in memory, with a clock turned by hand: everything happens on the test's thread. */
final class AppDriver {
    static final Instant NOON = Instant.parse("2026-11-22T12:04:30Z");

    private final HandTime time = new HandTime(NOON);
    private final TestTty tty;
    private final List<Command> sent = new ArrayList<>();
    private final Preferences preferences;
    private final RememberedTexts sentTexts;
    private final App app;
    private final FakeAround around = new FakeAround();
    private final List<LogRecord> failures = new ArrayList<>();
    /** Held, because a logger that nobody holds loses its handlers. */
    private final Logger log = Logger.getLogger("dev.parley.ui");

    private int ids;
    private int taken;
    private long wakes;

    AppDriver(int columns, int rows) {
        this(columns, rows, options(1));
    }

    AppDriver(int columns, int rows, UiOptions options) {
        this(columns, rows, options, new TestTty(columns, rows, ColorMode.NONE));
    }

    AppDriver(int columns, int rows, UiOptions options, Preferences preferences) {
        this(options, new TestTty(columns, rows, ColorMode.NONE), preferences, new RememberedTexts());
    }

    AppDriver(int columns, int rows, RememberedTexts sentTexts) {
        this(options(1), new TestTty(columns, rows, ColorMode.NONE), Preferences.inMemory(), sentTexts);
    }

    AppDriver(ForwardingTty tty) {
        this(options(1), tty.tty(), tty, Preferences.inMemory(), new RememberedTexts());
    }

    AppDriver(int columns, int rows, UiOptions options, TestTty tty) {
        this(options, tty, Preferences.inMemory(), new RememberedTexts());
    }

    private AppDriver(UiOptions options, TestTty tty, Preferences preferences, RememberedTexts sentTexts) {
        this(options, tty, tty, preferences, sentTexts);
    }

    /** @param drawn {@code tty}, or something before it */
    private AppDriver(UiOptions options, TestTty tty, Tty drawn, Preferences preferences, RememberedTexts sentTexts) {
        this.sentTexts = sentTexts;
        this.tty = tty;
        this.preferences = preferences;
        log.addHandler(new Collecting(failures));
        this.app = Starting.app(
                options,
                new Themes(List.of()),
                drawn,
                sent::add,
                count -> taken += count,
                UiClock.of(time),
                () -> "cid-" + ++ids,
                preferences,
                sentTexts,
                around);
        try {
            app.start();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static UiOptions options(int consumers) {
        return new UiOptions(false, false, "mono", true, ZoneOffset.UTC, Map.of(), consumers);
    }

    /** Names as help writes them: {@code Alt-N}, {@code Enter}; several in a row. */
    AppDriver press(String... names) {
        for (String name : names) {
            Key key = Keys.parse(name).orElseThrow(() -> new IllegalArgumentException("no key: " + name));
            tty.press(key);
            app.idle();
        }
        return this;
    }

    AppDriver type(String text) {
        text.codePoints().forEach(c -> tty.press(Key.text(Character.toString(c))));
        app.idle();
        return this;
    }

    AppDriver paste(String text) {
        tty.feed(new Input.Paste(text));
        app.idle();
        return this;
    }

    AppDriver feed(Input input) {
        tty.feed(input);
        app.idle();
        return this;
    }

    AppDriver resize(int columns, int rows) {
        tty.resize(columns, rows);
        app.idle();
        return this;
    }

    AppDriver tell(Update... updates) {
        for (Update update : updates) {
            app.post(new Event.Told(update));
        }
        app.idle();
        return this;
    }

    AppDriver leave(int code) {
        app.post(new Event.Leave(code));
        app.idle();
        return this;
    }

    /** Puts it into the queue and leaves it there. */
    AppDriver post(Input input) {
        tty.feed(input);
        return this;
    }

    AppDriver post(Update update) {
        app.post(new Event.Told(update));
        return this;
    }

    /** One turn of the loop, as it goes while more is waiting; false when nothing was. */
    boolean turn() {
        Event first = app.poll();
        if (first != null) {
            app.turn(first);
        }
        return first != null;
    }

    /** Takes what came from elsewhere. */
    AppDriver idle() {
        app.idle();
        return this;
    }

    /** A signal, with more told before it is noticed. */
    AppDriver leaveAfter(int code, Update told) {
        app.post(new Event.Told(told));
        app.post(new Event.Leave(code));
        app.idle();
        return this;
    }

    /** Turns the clock; whatever falls due on the way is done when it does. */
    AppDriver advance(long millis) {
        long end = time.millis() + millis;
        while (time.millis() < end) {
            long due = app.untilDue().orElse(Long.MAX_VALUE);
            long step = Math.min(due, end - time.millis());
            time.advance(step);
            if (step == due) {
                wakes++;
                app.turn(null);
            }
        }
        return this;
    }

    /** What was logged as a bug since this driver was made. */
    List<String> failures() {
        return failures.stream().map(LogRecord::getMessage).toList();
    }

    /** Draws everything anew. */
    AppDriver redraw() {
        app.redraw();
        app.turn(null);
        return this;
    }

    HistoryRows history() {
        return Frame.history(app.state(), time.now()).rows();
    }

    UiState state() {
        return app.state();
    }

    HandTime time() {
        return time;
    }

    TestTty tty() {
        return tty;
    }

    /** As a card does whose element leads somewhere. */
    AppDriver ask(String uri, String title, Runnable opened) {
        app.post(new Event.Answered(() -> app.desk().linking().ask(uri, title, opened)));
        app.idle();
        return this;
    }

    FakeAround around() {
        return around;
    }

    int taken() {
        return taken;
    }

    Preferences preferences() {
        return preferences;
    }

    /** How often time alone has woken the loop. */
    long wakes() {
        return wakes;
    }

    /** Milliseconds; a very long time when nothing is due. */
    long untilDue() {
        return app.untilDue().orElse(Long.MAX_VALUE);
    }

    OptionalInt code() {
        return app.code();
    }

    /** The screen, blanks at the ends of rows cut. */
    String screen() {
        StringBuilder text = new StringBuilder();
        for (String line : tty.screen().text().split("\n", -1)) {
            text.append(line.stripTrailing()).append('\n');
        }
        return text.toString();
    }

    String row(int row) {
        return screen().split("\n", -1)[row];
    }

    String input() {
        return app.state().here().editor().text();
    }

    List<Command> sent() {
        return sent;
    }

    <C extends Command> List<C> sent(Class<C> kind) {
        return sent.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <C extends Command> C last(Class<C> kind) {
        List<C> found = sent(kind);
        assertThat(found).as("commands sent: %s", sent).isNotEmpty();
        return found.get(found.size() - 1);
    }

    AppDriver shows(String... words) {
        assertThat(screen()).contains(words);
        return this;
    }

    AppDriver hides(String... words) {
        assertThat(screen()).doesNotContain(words);
        return this;
    }

    private static final class Collecting extends Handler {
        private final List<LogRecord> records;

        Collecting(List<LogRecord> records) {
            this.records = records;
        }

        @Override
        public void publish(LogRecord entry) {
            records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
