package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Delivery;
import dev.parley.conversation.Update;
import dev.parley.ui.UiOptions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole screens, as a person would see them. */
class ScreensTest {
    @Test
    void wide_screens_show_list_history_names_and_the_small_print() {
        AppDriver app = busy(new AppDriver(120, 40));

        assertScreen(app, """
                 parley  SANDBOX  open 2 · waiting 1 · overdue 1 · unread 1 · failed 0          online 12 ms · you 19f98cd2 · token 29 d
                Conversations               │ Ada · agent · consumer 1 · skill Sales · open since 12:01 · reply due in 7 min
                ▸ Ada c1           now   1  │                                ── Sunday 22 November ──
                  Sure, one moment. I am …  │ 12:01 ▸ you   Hi, my order 4711 is late.                                                ✓✓
                ! Bo c2    waits 7 min      │ 12:02 ◂ Ada   Sorry to hear that. Where should it go?
                  Hello? Anyone there?      │               [1] Home  [2] Office  [3] Somewhere else
                ─ closed ───────────────────│ 12:02 ▸ you   Office                                                                    ✓✓
                  Ada c1        Fri  ★★★★★  │────────────────────────────────────── new messages ──
                  Glad I could help!        │ 12:04 ◂ Ada   Sure, one moment. I am looking at the parcel now, and it seems that the
                                            │               depot has it since this morning.
                """ + "                            │\n".repeat(26) + """
                                            │               … Ada is typing
                ────────────────────────────┴───────────────────────────────────────────────────────────────────────────────────────────
                 >
                 Enter send · Ctrl-J new line · Alt-↓ next · Alt-A unread · Alt-N new · F1 help · Ctrl-C Ctrl-C quit
                """);
    }

    @Test
    void eighty_columns_keep_the_list_and_drop_the_names() {
        AppDriver app = busy(new AppDriver(80, 24)).type("thanks! could you also");

        assertScreen(app, """
                 SANDBOX  open 2 · waiting 1 · overdue 1 · unread 0                 online 12 ms
                Conversations  │ Ada · agent · consumer 1 · Sales · reply due in 7 min
                ▸ Ada c1       │                   ── Sunday 22 November ──
                ! Bo c2   7 min│ 12:01 ▸ Hi, my order 4711 is late.                           ✓✓
                ─ closed ──────│ 12:02 ◂ Sorry to hear that. Where should it go?
                  Ada c1  ★★★★★│         [1] Home  [2] Office  [3] Somewhere else
                               │ 12:02 ▸ Office                                               ✓✓
                               │───────────────────────── new messages ──
                               │ 12:04 ◂ Sure, one moment. I am looking at the parcel now, and
                               │         it seems that the depot has it since this morning.
                """ + "               │\n".repeat(10) + """
                               │         … Ada is typing
                ───────────────┴────────────────────────────────────────────────────────────────
                 > thanks! could you also
                 Enter send · Alt-A unread · Alt-N new · F1 help · Ctrl-C Ctrl-C quit
                """);
    }

    @Test
    void narrow_screens_have_the_list_as_a_strip() {
        AppDriver app = busy(new AppDriver(60, 20)).type("thanks!");

        assertScreen(app, """
                 SANDBOX open 2 · overdue 1 · unread 0                online
                [1 Ada c1] !2 Bo c2  (F2 list)
                 Ada · agent · consumer 1 · reply due in 7 min
                                 ── Sunday 22 November ──
                12:01 ▸ Hi, my order 4711 is late.                        ✓✓
                12:02 ◂ Sorry to hear that. Where should it go?
                        [1] Home [2] Office [3] Somewhere else
                12:02 ▸ Office                                            ✓✓
                ─────────────────────── new messages ──
                12:04 ◂ Sure, one moment. I am looking at the parcel now,
                        and it seems that the depot has it since this
                        morning.





                        … Ada is typing
                ────────────────────────────────────────────────────────────
                > thanks!
                """);
    }

    @Test
    void the_smallest_screen_still_has_the_link_the_newest_words_and_the_input() {
        AppDriver app = busy(new AppDriver(20, 5)).type("thanks!");

        assertScreen(app, """
                 SANDBOX      online
                        this
                        morning.
                ────────────────────
                > thanks!
                """);
    }

    @Test
    void below_that_it_says_so_and_keeps_the_input() {
        AppDriver app = new AppDriver(80, 24).type("kept").resize(19, 5);

        assertScreen(app, "too small\n\n\n\n\n");
        assertThat(app.resize(80, 24).screen()).contains(" > kept");
    }

    @Test
    void ascii_screens_have_nothing_beyond_ascii_of_our_own() {
        UiOptions ascii = new UiOptions(true, false, "mono", true, ZoneOffset.UTC, Map.of(), 1);

        String screen = busy(new AppDriver(120, 40, ascii)).screen();

        assertThat(screen).matches("[\\x20-\\x7e\\n]*").contains("> you", "< Ada", "vv");
    }

    @Test
    void the_first_frame_needs_no_session() {
        assertScreen(new AppDriver(80, 12), """
                 SANDBOX  open 0 · waiting 0 · overdue 0 · unread 0                   connecting
                Conversations  │ not connected yet
                ▸ new          │ Connecting … you can type already, Enter queues
                """ + "               │\n".repeat(6) + """
                ───────────────┴────────────────────────────────────────────────────────────────
                 >
                 Enter send · Alt-A unread · Alt-N new · F1 help · Ctrl-C Ctrl-C quit
                """);
    }

    @Test
    void every_tick_has_its_sign_and_a_failure_its_reason() {
        AppDriver app = new AppDriver(80, 24);
        Story ada = Story.ada();
        app.tell(ada.open(), ada.own("12:01", "read"), ada.agentRead(), ada.own("12:02", "accepted"));
        for (Delivery delivery : Delivery.values()) {
            app.tell(Own.message(ada, delivery, delivery.name().toLowerCase(Locale.ROOT)));
        }

        String screen = app.screen();

        assertThat(screen)
                .containsPattern("▸ read +✓✓\n")
                .containsPattern("accepted +✓\n")
                .containsPattern("saving +…\n")
                .containsPattern("queued +…\n")
                .containsPattern("in_flight +→\n")
                .containsPattern("acked +✓\n")
                .containsPattern("unknown +\\?\n")
                .containsPattern("failed +✗\n")
                .contains("✗ failed: the service said no (Alt-R sends it again)");
    }

    @Test
    void a_closed_conversation_whose_history_is_refused_says_so() {
        Story ada = Story.ada();
        AppDriver app = new AppDriver(80, 24)
                .tell(
                        ada.closed(AppDriver.NOON),
                        new Update.HistoryChanged(ada.consumer, ada.id, ada.id, Update.HistoryState.REFUSED, ""))
                .press("Alt-Down");

        app.shows("The service no longer gives this history", "closed by the agent");
    }

    @Test
    void a_hole_is_a_row() {
        Story ada = Story.ada();
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.says("12:01", "before"));
        ada.skip(2);

        app.tell(ada.says("12:02", "after"));

        app.shows("2 entries are missing here, loading");
    }

    static AppDriver busy(AppDriver app) {
        Story ada = Story.ada().due(Instant.parse("2026-11-22T12:11:00Z"));
        Story bo = new Story(2, "conv-2", "bo", Instant.parse("2026-11-22T11:50:00Z"))
                .due(Instant.parse("2026-11-22T12:00:00Z"));
        Story old = new Story(1, "conv-0", "ada", Instant.parse("2026-11-20T11:50:00Z")).rated(5);
        return app.tell(
                ada.online(12),
                ada.known(),
                ada.name("Ada"),
                ada.open(),
                ada.own("12:01", "Hi, my order 4711 is late."),
                ada.agentRead(),
                ada.offers("12:02", "Sorry to hear that. Where should it go?", "Home", "Office", "Somewhere else"),
                ada.own("12:02", "Office"),
                ada.agentRead(),
                ada.read(),
                ada.says(
                        "12:04",
                        "Sure, one moment. I am looking at the parcel now, and it seems that the depot has it since"
                                + " this morning."),
                ada.typing(true),
                bo.online(10),
                bo.name("Bo"),
                bo.open(),
                bo.own("11:57", "Hello? Anyone there?"),
                old.closedWith("Glad I could help!", Instant.parse("2026-11-20T12:00:00Z")));
    }

    private static void assertScreen(AppDriver app, String expected) {
        assertThat(app.screen()).as("the screen:\n%s", app.screen()).isEqualTo(expected);
    }

    @Test
    void a_closed_conversation_ends_with_who_closed_it() {
        Story ada = Story.ada();
        AppDriver app = new AppDriver(120, 24).tell(ada.open(), ada.says("12:01", "Good-bye!"));

        app.tell(ada.closed(Instant.parse("2026-11-22T12:03:00Z")));

        app.shows("12:01 ◂ agent  Good-bye!", "12:03 · system The conversation was closed by the agent");
        assertThat(app.screen()).containsOnlyOnce("Sunday");
    }

    @Test
    void one_that_ended_on_another_day_says_which() {
        Story old = new Story(1, "conv-0", "ada", Instant.parse("2026-11-20T11:50:00Z"));
        AppDriver app = new AppDriver(60, 20)
                .tell(old.says("12:01", "Good-bye!"), old.closed(Instant.parse("2026-11-23T12:03:00Z")));

        app.press("F8").shows("── Monday 23 November ──", "12:03 · The conversation was closed by the agent");
    }
}
