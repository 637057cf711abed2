package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Update;
import dev.parley.terminal.Key;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What an idle screen does: nothing; and what is sent for the small things. */
class IdleTest {
    private final Story ada = Story.ada();

    @Test
    void nothing_is_due_but_the_minute_that_turns_an_age() {
        AppDriver app = ScreensTest.busy(new AppDriver(120, 40)).advance(30_000);

        long before = app.wakes();
        app.advance(10 * 60_000);

        assertThat(app.wakes() - before).isLessThanOrEqualTo(24);
    }

    @Test
    void an_idle_screen_sends_no_byte() {
        AppDriver app = new AppDriver(120, 40).tell(ada.online(12), ada.open()).advance(61 * 60_000);
        long before = app.tty().emulator().bytes();

        String was = app.screen();
        app.tell(ada.online(13), ada.online(12)).advance(9 * 60_000);
        assertThat(app.screen()).isEqualTo(was);
        assertThat(app.tty().emulator().bytes()).isEqualTo(before);
    }

    @Test
    void a_typed_character_costs_one_small_write() {
        AppDriver app = ScreensTest.busy(new AppDriver(120, 40))
                .type("hello")
                .advance(30_000)
                .type("a");
        long bytes = app.tty().emulator().bytes();
        int writes = app.tty().emulator().writes();

        app.type("b");

        assertThat(app.tty().emulator().bytes() - bytes).isLessThanOrEqualTo(8);
        assertThat(app.tty().emulator().writes() - writes).isEqualTo(1);
    }

    @Test
    void what_waits_is_drained_and_drawn_once() {
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.read());
        int writes = app.tty().emulator().writes();
        Update[] storm = new Update[200];
        for (int i = 0; i < storm.length; i++) {
            storm[i] = ada.says("12:04", "message " + i);
        }

        app.tell(storm);

        assertThat(app.tty().emulator().writes() - writes).isEqualTo(1);
        assertThat(app.taken()).isEqualTo(202);
        app.shows("message 199");
    }

    @Test
    void the_reply_counts_down_by_minutes_and_then_falls_overdue() {
        AppDriver app = new AppDriver(120, 40)
                .tell(ada.due(Instant.parse("2026-11-22T12:10:00Z")).open(), ada.own("12:04", "hello?"));
        app.shows("reply due in 6 min");

        assertThat(app.advance(60_000).row(1)).contains("reply due in 5 min");
        assertThat(app.advance(4 * 60_000).row(1)).contains("reply due in 30 s");
        assertThat(app.row(0)).contains("overdue 0");
        assertThat(app.advance(31_000).row(0)).contains("overdue 1");
    }

    @Test
    void what_is_due_is_due_by_the_services_clock() {
        AppDriver app = new AppDriver(120, 40)
                .tell(ada.due(Instant.parse("2026-11-22T12:10:00Z")).open(), ada.own("12:04", "hello?"));

        app.tell(new Update.ServiceTime(Story.ONE, Duration.ofMinutes(3)));

        app.shows("reply due in 3 min", "This machine's clock is 3 min slow: times here are the service's.");
        assertThat(app.tell(new Update.ServiceTime(Story.ONE, Duration.ZERO)).row(1))
                .contains("reply due in 6 min");
    }

    @Test
    void notices_go_by_themselves() {
        AppDriver app = new AppDriver(80, 24).press("Ctrl-C").shows("Ctrl-C again quits.");

        app.advance(10_000).hides("Ctrl-C again quits.").shows("Enter send");
    }

    @Test
    void nothing_is_waited_for_when_nothing_can_change() {
        AppDriver app = new AppDriver(80, 24).advance(2_000);

        assertThat(app.untilDue()).isGreaterThan(60 * 60_000L);
    }

    @Test
    void a_key_without_a_meaning_changes_nothing() {
        AppDriver app = new AppDriver(80, 24);
        long before = app.tty().emulator().bytes();

        app.feed(Key.function(12));

        assertThat(app.tty().emulator().bytes()).isEqualTo(before);
    }
}
