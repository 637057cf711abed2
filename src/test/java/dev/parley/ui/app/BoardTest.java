package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationFacts.Particulars;
import dev.parley.conversation.Profile;
import dev.parley.conversation.Update;
import dev.parley.ui.Preferences;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The list as a table over all consumers' conversations, with the history of the chosen one below it. */
class BoardTest {
    private static final Instant START = Instant.parse("2026-11-22T11:30:00Z");

    private final Story ada = new Story(1, "7a1f3c1e", "ada", START).due(Instant.parse("2026-11-22T12:11:00Z"));
    private final Story bo = new Story(2, "conv-2", "bo", START)
            .due(Instant.parse("2026-11-22T12:01:00Z"))
            .urgency("URGENT");
    private final Story cy = new Story(3, "conv-3", "cy", START);
    private final Story old = new Story(3, "conv-0", "ada", START).rated(4);

    @Test
    void a_wide_board_has_every_column() {
        AppDriver app = board(new AppDriver(120, 40));

        assertScreen(app, """
                 parley  SANDBOX  open 3 · waiting 2 · overdue 1 · unread 2 · failed 0          online 12 ms · you 19f98cd2 · token 29 d
                  State    Who           Agent           Skill         Prio     Waits    Due↓     Unread   Answer       Took    Id
                ! overdue  c2 Bee        Bo              Sales         urgent   7 min    -3 min                                 conv-2
                ▸ waiting  c1 19f98cd2   Ada             Sales                  now      7 min             2 min        45 s    7a1f3c1e
                  open     c3            Cy              Sales                                    2        1 min        3 min   conv-3
                ─ closed ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
                  closed   c3            agent           Sales                           ★★★★              34 min               conv-0
                ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                 Ada · agent · consumer 1 · skill Sales · open since 11:30 · reply due in 7 min
                                                               ── Sunday 22 November ──
                 12:01 ▸ you   Where is it?                                                                                            ✓
                 12:01 ◂ Ada   I will look
                 12:04 ▸ you   thanks                                                                                                  ✓
                """ + "\n".repeat(24) + """
                ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
                 >
                 Enter send · Ctrl-J new line · Alt-↓ next · Alt-A unread · Alt-N new · F1 help · F6 sort · Ctrl-C Ctrl-C quit
                """);
    }

    @Test
    void eighty_columns_do_without_priority_and_id() {
        AppDriver app = board(new AppDriver(80, 24));

        assertScreen(app, """
                 SANDBOX  open 3 · waiting 2 · overdue 1 · unread 2                 online 12 ms
                  State    Who        Agent     Skill   Waits   Due↓    Unread   Answer   Took
                ! overdue  c2 Bee     Bo        Sales   7 min   -3 min
                ▸ waiting  c1         Ada       Sales   now     7 min            2 min    45 s
                  open     c3         Cy        Sales                   2        1 min    3 min
                ─ closed ───────────────────────────────────────────────────────────────────────
                  closed   c3         agent     Sales           ★★★★             34 min
                ────────────────────────────────────────────────────────────────────────────────
                 Ada · agent · consumer 1 · Sales · reply due in 7 min
                                           ── Sunday 22 November ──
                 12:01 ▸ Where is it?                                                          ✓
                 12:01 ◂ I will look
                 12:04 ▸ thanks                                                                ✓
                """ + "\n".repeat(8) + """
                ────────────────────────────────────────────────────────────────────────────────
                 >
                 Enter send · Alt-A unread · Alt-N new · F1 help · F6 sort · Ctrl-C Ctrl-C quit
                """);
    }

    @Test
    void sixty_columns_keep_who_waits_for_whom_until_when() {
        AppDriver app = board(new AppDriver(60, 20));

        assertScreen(app, """
                 SANDBOX open 3 · overdue 1 · unread 2                online
                  State    Who     Agent     Skill   Waits   Due↓    Unread
                ! overdue  c2 Bee  Bo        Sales   7 min   -3 min
                ▸ waiting  c1      Ada       Sales   now     7 min
                  open     c3      Cy        Sales                   2
                ─ closed ───────────────────────────────────────────────────
                  closed   c3      agent     Sales           ★★★★
                ────────────────────────────────────────────────────────────
                 Ada · agent · consumer 1 · Sales · reply due in 7 min
                                 ── Sunday 22 November ──
                 12:01 ▸ Where is it?                                      ✓
                 12:01 ◂ I will look
                 12:04 ▸ thanks                                            ✓





                ────────────────────────────────────────────────────────────
                >
                """);
    }

    @Test
    void on_a_screen_too_small_for_it_the_list_stays_and_it_says_so() {
        AppDriver app = new AppDriver(60, 11).tell(ada.open()).press("F3");

        app.shows("(F2 list)", "The board is on, but this screen is too small for it.");
        assertThat(app.resize(60, 20).screen()).contains("Due↓").doesNotContain("(F2 list)");
    }

    @Test
    void many_rows_leave_half_to_the_history_and_the_selected_one_is_in_view() {
        AppDriver app = new AppDriver(80, 24, AppDriver.options(30)).press("F3");
        app.type("/sort consumer").press("Enter").press("Alt-Up");

        app.shows("▸ new      c30").hides("  new      c1 ");
        assertThat(app.row(1)).endsWith("↑");
        assertThat(app.row(10)).startsWith("──────");
    }

    @Test
    void the_keys_of_the_list_go_along_the_board() {
        AppDriver app = board(new AppDriver(120, 40));

        assertThat(app.press("Alt-Down").state().selected()).isEqualTo(cy.place());
        assertThat(app.press("Alt-1").state().selected()).isEqualTo(bo.place());
        assertThat(app.press("Alt-A").state().selected()).isEqualTo(cy.place());
        app.shows("Anything else?");
    }

    @ParameterizedTest
    @CsvSource({
        "state, 2 1 3",
        "-state, 3 1 2",
        "consumer, 1 2 3",
        "-consumer, 3 2 1",
        "agent, 1 2 3",
        "urgency, 2 1 3",
        "waits, 2 1 3",
        "due, 2 1 3",
        "-due, 1 2 3",
        "unread, 3 1 2",
        "answer, 3 1 2",
        "took, 3 1 2",
        "-took, 1 3 2",
        "id, 1 2 3"
    })
    void it_is_sorted_by_any_column_and_what_has_nothing_there_stands_last(String word, String order) {
        AppDriver app = board(new AppDriver(120, 40)).advance(2_000);

        // A column once more would turn it round.
        app.type("/sort id").press("Enter").type("/sort " + word).press("Enter");

        String consumers = app.state().rows().all().stream()
                .filter(row -> row.open())
                .map(row -> String.valueOf(row.place().consumer().number()))
                .reduce((one, next) -> one + " " + next)
                .orElse("");
        assertThat(consumers).isEqualTo(word.equals("id") ? "3 2 1" : order);
    }

    @Test
    void f6_offers_the_columns_and_the_same_one_again_turns_it_round() {
        AppDriver app = board(new AppDriver(120, 40)).press("F6");
        app.shows("── Sort the board by", "due: whose reply is due soonest", "now; again turns it round");

        app.type("due").press("Enter");

        assertThat(app.row(1)).contains("Due↑");
        app.shows("The board is sorted by due, the other way round.");
    }

    @Test
    void a_word_that_is_no_column_names_those_there_are() {
        board(new AppDriver(120, 40))
                .type("/sort colour")
                .press("Enter")
                .shows("/sort takes state, consumer, agent, skill, urgency, waits, due");
    }

    @Test
    void without_the_board_there_is_nothing_to_sort() {
        new AppDriver(120, 40).press("F6").shows("The board is not shown (F3).");
    }

    @Test
    void it_is_remembered_with_its_order() {
        Preferences preferences = Preferences.inMemory();
        new AppDriver(120, 40, AppDriver.options(1), preferences)
                .press("F3")
                .type("/sort -unread")
                .press("Enter");

        AppDriver again = new AppDriver(120, 40, AppDriver.options(1), preferences);

        assertThat(again.row(1)).contains("Unread↑");
        again.type("/board").press("Enter").shows("Conversations");
        assertThat(preferences.get("board")).contains("off");
    }

    @Test
    void f2_brings_the_list_back_and_with_it_its_order() {
        AppDriver app = board(new AppDriver(120, 40));

        app.press("F2").shows("Conversations").hides("Due↓");
        assertThat(app.state().rows().at(0)).contains(ada.place());
    }

    @Test
    void control_x_o_and_k_do_what_the_function_keys_do() {
        new AppDriver(120, 40)
                .press("Ctrl-X", "o")
                .shows("Due↓")
                .press("Ctrl-X", "k")
                .shows("── Sort the board by");
    }

    @Test
    void the_order_stands_still_after_a_switching_key() {
        AppDriver app = board(new AppDriver(120, 40)).advance(2_000).press("Alt-Down");

        app.tell(bo.says("12:04", "Here I am"));
        assertThat(app.state().rows().at(0)).contains(bo.place());

        app.advance(2_000);
        assertThat(app.state().rows().at(0)).contains(ada.place());
    }

    @Test
    void an_idle_board_sends_no_byte_and_wakes_in_steps_that_matter() {
        AppDriver app = board(new AppDriver(120, 40)).tell(bo.says("12:04", "Here I am"), bo.read());
        app.tell(ada.says("12:04", "It is on its way"), ada.read()).advance(61 * 60_000);
        String was = app.screen();
        long bytes = app.tty().emulator().bytes();
        long wakes = app.wakes();

        app.advance(9 * 60_000);

        assertThat(app.screen()).isEqualTo(was);
        assertThat(app.tty().emulator().bytes()).isEqualTo(bytes);
        assertThat(app.wakes() - wakes).isLessThanOrEqualTo(2);
    }

    @Test
    void a_key_costs_no_more_than_without_it() {
        AppDriver app =
                board(new AppDriver(120, 40)).type("hello").advance(30_000).type("a");
        long bytes = app.tty().emulator().bytes();

        app.type("b");

        assertThat(app.tty().emulator().bytes() - bytes).isLessThanOrEqualTo(8);
    }

    @Test
    void a_survey_and_a_locked_conversation_are_named() {
        Story locked = new Story(4, "conv-4", "dee", START)
                .told(new Particulars(
                        "LOCKED", "LOCKED", Optional.empty(), Optional.empty(), Optional.empty(), "", ""));
        AppDriver app = new AppDriver(120, 40)
                .tell(ada.survey(true, AppDriver.NOON), ada.asks("12:04", "How was it?"), locked.open())
                .press("F3");

        assertThat(app.screen()).containsPattern("survey +c1").containsPattern("locked +c4");
    }

    @Test
    void hostile_names_stay_in_their_cells() {
        Story evil = new Story(1, "\u001b[2Jid", "ada", START).urgency("\u001b]0;x\u0007URGENT\nVERY");
        AppDriver app = new AppDriver(120, 40).press("F3");

        app.tell(evil.open(), evil.name("A\u202e\u001b[31mda\n\n"), evil.says("12:04", "hi"));

        assertThat(app.failures()).isEmpty();
        assertThat(app.tty().wallHits()).isZero();
        assertThat(app.row(3)).startsWith("─────");
    }

    private AppDriver board(AppDriver app) {
        List<Update> updates = List.of(
                ada.online(12),
                ada.known(),
                ada.name("Ada"),
                ada.open(),
                ada.own("12:01", "Where is it?"),
                ada.saysAfter(45, "I will look"),
                ada.read(),
                ada.own("12:04", "thanks"),
                bo.online(10),
                bo.name("Bo"),
                bo.open(),
                bo.own("11:57", "Hello? Anyone there?"),
                new Update.ProfileKnown(bo.consumer, new Profile("", "", "Bee")),
                cy.online(10),
                cy.name("Cy"),
                cy.open(),
                cy.own("12:00", "Hello"),
                cy.says("12:03", "Hi"),
                cy.says("12:03", "Anything else?"),
                old.closedWith("Glad I could help!", Instant.parse("2026-11-22T11:30:00Z")));
        return app.tell(updates.toArray(Update[]::new)).press("F3");
    }

    private static void assertScreen(AppDriver app, String expected) {
        assertThat(app.screen()).as("the screen:\n%s", app.screen()).isEqualTo(expected);
    }
}
