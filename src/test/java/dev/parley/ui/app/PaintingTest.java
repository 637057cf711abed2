package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Link;
import dev.parley.conversation.Storage;
import dev.parley.conversation.Update;
import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.terminal.ColorMode;
import dev.parley.terminal.ForwardingTty;
import dev.parley.terminal.Input;
import dev.parley.terminal.Key;
import dev.parley.terminal.Style;
import dev.parley.terminal.Surface;
import dev.parley.terminal.TestTty;
import dev.parley.text.SafeText;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a key costs, what a storm costs, and that drawing less shows the same. */
class PaintingTest {
    private final Story ada = Story.ada();

    @Test
    @Shows("R15")
    void a_key_in_the_input_writes_the_cells_of_the_input_alone() {
        Counted tty = new Counted(120, 40);
        AppDriver app = new AppDriver(tty)
                .tell(ada.open(), ada.many(100, AppDriver.NOON))
                .type("a");
        app.advance(2_000);
        long whole = tty.cells(() -> app.press("Ctrl-L"));

        long key = tty.cells(() -> app.type("b"));

        assertThat(key).isLessThanOrEqualTo(2 * 120);
        assertThat(whole).isGreaterThan(120 * 40);
        Figures.note(
                "R15",
                "PaintingTest.key",
                "a key in the input writes " + key + " cells, the whole screen of 120x40 " + whole);
    }

    @Test
    void a_key_in_the_input_lays_no_history_out() {
        AppDriver app = new AppDriver(120, 40)
                .tell(ada.open(), ada.many(100, AppDriver.NOON))
                .type("a");
        app.advance(2_000);
        Object rows = app.history();
        int laidOut = app.history().laidOut();

        app.type("bcdef");

        assertThat(app.history()).isSameAs(rows);
        assertThat(app.history().laidOut()).isEqualTo(laidOut);
    }

    @Test
    @Shows("R15")
    void a_storm_is_drawn_thirty_times_a_second_and_every_key_at_once() {
        int seconds = Dose.of(2, 60);
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.read()).type("k");
        app.time().advance(1_000);
        int before = app.tty().emulator().writes();
        int keys = 0;
        int late = 0;
        for (int tick = 0; tick < seconds * 100; tick++) {
            for (int i = 0; i < 50; i++) {
                app.post(ada.says("12:04", "storm " + tick + " " + i));
            }
            if (tick % 10 == 0) {
                app.post(Key.text("x"));
                keys++;
                app.turn();
                late += app.row(22).endsWith("x".repeat(Math.min(keys, 20))) ? 0 : 1;
                if (keys % 20 == 0) {
                    app.press("Ctrl-U").type("x".repeat(20));
                }
            }
            while (app.turn()) {
                // Everything that waits, a bounded part at a time.
            }
            app.time().advance(10);
        }
        app.idle();

        int frames = app.tty().emulator().writes() - before;
        assertThat(late).isZero();
        assertThat(app.taken()).isEqualTo(2 + seconds * 5_000);
        assertThat(frames).isLessThanOrEqualTo(seconds * 30 + keys + keys / 20 * 21 + 2);
        app.shows("storm " + (seconds * 100 - 1) + " 49");
        Figures.note(
                "R15",
                "PaintingTest.storm",
                seconds * 5_000 + " updates in " + seconds + " s: " + frames + " writes, " + keys + " keys, " + late
                        + " not echoed in the turn that took them");
    }

    /** As in a JVM that has just been started. */
    @Test
    void frames_that_take_long_come_less_often() {
        Slow tty = new Slow();
        AppDriver app = new AppDriver(tty).tell(ada.open(), ada.read());
        tty.frame = () -> app.time().advance(20);
        app.time().advance(1_000);
        int before = app.tty().emulator().writes();

        for (int i = 0; i < 1_000; i++) {
            app.post(ada.says("12:04", "storm " + i));
            while (app.turn()) {
                // Everything that waits, a bounded part at a time.
            }
            app.time().advance(1);
        }

        assertThat(app.tty().emulator().writes() - before).isBetween(5, 13);
    }

    private static final class Slow extends ForwardingTty {
        Runnable frame = () -> {};

        Slow() {
            super(new TestTty(80, 24, ColorMode.NONE));
        }

        @Override
        public void flush() throws IOException {
            frame.run();
            super.flush();
        }
    }

    @Test
    void a_key_is_taken_before_all_that_waits() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open());
        for (int i = 0; i < 5_000; i++) {
            app.post(ada.says("12:04", "message " + i));
        }
        app.post(Key.text("k"));

        app.turn();

        app.shows(" > k").hides("message 4999");
        assertThat(app.taken()).isLessThan(100);
        app.idle().shows("message 4999");
    }

    @Test
    void a_key_is_echoed_before_the_frame_that_is_due() {
        Counted tty = new Counted(120, 40);
        AppDriver app = new AppDriver(tty).tell(ada.open()).type("a");
        app.advance(1_000);
        app.tell(ada.says("12:04", "drawn"));
        app.time().advance(40);
        app.post(ada.says("12:05", "not yet")).post(Key.text("b"));

        long key = tty.cells(app::turn);

        assertThat(key).isLessThanOrEqualTo(2 * 120);
        app.shows("> ab").hides("not yet").idle().shows("not yet");
    }

    @Test
    void keys_without_end_do_not_keep_a_frame_away() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open()).type("a");
        app.advance(1_000);
        app.tell(ada.says("12:04", "drawn"));

        for (int key = 0; key < 40; key++) {
            app.time().advance(10);
            app.post(ada.says("12:05", "told " + key)).post(Key.text("x"));
            app.turn();
        }

        app.shows("told ");
    }

    @Test
    void what_is_told_between_two_frames_is_looked_through_once() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.read()).type("k");
        app.advance(1_000);
        app.tell(ada.says("12:04", "drawn"));
        int before = app.sent(Command.MarkRead.class).size();

        for (int i = 0; i < 30; i++) {
            app.post(ada.says("12:05", "told " + i));
            app.turn();
            app.time().advance(1);
        }
        app.idle();

        assertThat(app.sent(Command.MarkRead.class)).hasSize(before + 1);
        app.shows("told 29");
    }

    /** The heart of it: whatever happens, what was drawn little by little is what a whole frame would show. */
    @ParameterizedTest
    @ValueSource(longs = {1, 22, 333, 4_444, 55_555})
    void drawing_less_shows_the_same(long seed) {
        Random random = new Random(seed);
        Story bo = new Story(2, "conv-2", "bo", Instant.parse("2026-11-22T12:02:00Z"));
        AppDriver app = new AppDriver(90, 24, AppDriver.options(2)).tell(ada.open(), ada.name("Ada"));
        List<Consumer<AppDriver>> chain = steps(bo, random);
        StringBuilder done = new StringBuilder();
        for (int i = 0; i < Dose.of(120, 2_000); i++) {
            int step = random.nextInt(chain.size());
            done.append(' ').append(step);
            chain.get(step).accept(app);
            String seen = app.screen();
            app.redraw();
            assertThat(seen).as("seed %d, steps%s", seed, done).isEqualTo(app.screen());
        }
        assertThat(app.failures()).isEmpty();
    }

    private List<Consumer<AppDriver>> steps(Story bo, Random random) {
        return List.of(
                app -> app.type(random.nextBoolean() ? "a" : "long words "),
                app -> app.type("b"),
                app -> app.type("c").advance(random.nextInt(3_000)),
                app -> app.press("Backspace"),
                app -> app.press("Ctrl-U"),
                app -> app.press("Ctrl-J"),
                app -> app.press("Enter"),
                app -> app.press("Up"),
                app -> app.press("Left").type("d"),
                app -> app.press("PgUp"),
                app -> app.press("PgDn"),
                app -> app.press("Esc"),
                app -> app.press("Alt-Down"),
                app -> app.press("Alt-A"),
                app -> app.press("Alt-/").type("hello"),
                app -> app.press("Ctrl-R").type("a"),
                app -> app.press("Tab"),
                app -> app.press("Ctrl-X"),
                app -> app.press("F2"),
                app -> app.press("Alt-Q"),
                app -> app.press("Ctrl-S"),
                app -> app.press("Ctrl-Q"),
                app -> app.paste("/he"),
                app -> app.type("/").press("Backspace"),
                app -> app.advance(61_000),
                app -> app.feed(new Input.Focus(random.nextBoolean())),
                app -> app.resize(60 + random.nextInt(60), 8 + random.nextInt(20)),
                app -> app.tell(ada.says("12:03", "hello " + random.nextInt(100))),
                app -> app.tell(ada.own("12:04", "mine")),
                app -> app.tell(ada.typing(random.nextBoolean())),
                app -> app.tell(ada.offers("12:04", "Where?", "Home", "Office")),
                app -> app.tell(bo.open(), bo.says("12:03", "other")),
                app -> app.tell(bo.closed(AppDriver.NOON)),
                app -> app.tell(ada.online(random.nextInt(2_000)), ada.known()),
                app -> app.tell(ada.link(Link.State.OFFLINE)),
                app -> app.tell(Own.message(ada, Delivery.FAILED, "f" + random.nextInt(5))),
                app -> app.tell(Own.message(bo, Delivery.QUEUED, "q" + random.nextInt(5))),
                app -> app.tell(new Update.DraftLoaded(bo.consumer, bo.place(), "draft")),
                app -> app.tell(bo.name("Bo" + random.nextInt(3))),
                app -> app.tell(new Update.StorageChanged(
                        ada.consumer, new Storage(Storage.State.values()[random.nextInt(3)], "Said."))),
                app -> app.tell(new Update.ConversationGone(bo.consumer, bo.id)));
    }

    /** Counts what is drawn. */
    private static final class Counted extends ForwardingTty {
        private long cells;

        Counted(int columns, int rows) {
            super(new TestTty(columns, rows, ColorMode.NONE));
        }

        long cells(Runnable act) {
            long before = cells;
            act.run();
            return cells - before;
        }

        @Override
        public Surface surface() {
            return new Part(super.surface());
        }

        private final class Part implements Surface {
            private final Surface whole;

            Part(Surface whole) {
                this.whole = whole;
            }

            @Override
            public int columns() {
                return whole.columns();
            }

            @Override
            public int rows() {
                return whole.rows();
            }

            @Override
            public Surface part(int column, int row, int columns, int rows) {
                return new Part(whole.part(column, row, columns, rows));
            }

            @Override
            public int put(int column, int row, SafeText text, Style style) {
                cells += text.width();
                return whole.put(column, row, text, style);
            }

            @Override
            public void fill(Style style) {
                cells += (long) whole.columns() * whole.rows();
                whole.fill(style);
            }

            @Override
            public void blank(int column, int row, int columns, Style style) {
                cells += columns;
                whole.blank(column, row, columns, style);
            }
        }
    }
}
