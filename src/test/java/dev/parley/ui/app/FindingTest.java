package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.SGR;
import dev.parley.conversation.Command;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Content;
import dev.parley.conversation.History.Hit;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.Update;
import dev.parley.terminal.Cell;
import dev.parley.terminal.CellGrid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Words looked for in this conversation, and in all. */
class FindingTest {
    private final Story ada = Story.ada();

    @Test
    void each_key_goes_to_the_newest_turn_that_has_the_words() {
        AppDriver app = hundred().press("Alt-/").type("line 6");
        app.shows("(find) line 6", "line 96");

        app.type("1").shows("(find) line 61", "line 61").hides("line 96");
    }

    @Test
    void the_arrows_and_enter_go_to_the_next_one_and_what_was_typed_waits() {
        AppDriver app = hundred().type("draft").press("Alt-/").type("line 2");
        assertThat(at(app)).isEqualTo("92");

        app.press("Enter", "Up");
        assertThat(at(app)).isEqualTo("72");
        app.press("Down");
        assertThat(at(app)).isEqualTo("82");

        app.press("Esc").shows(" > draft");
        assertThat(app.state().find()).isEmpty();
    }

    @Test
    void after_the_last_one_it_says_so_and_stays() {
        AppDriver app = hundred().type("/find line 99").press("Enter");

        app.press("Up").shows("(not found) line 99", "line 99");
    }

    @Test
    void what_is_not_there_moves_nothing() {
        AppDriver app = hundred().press("Alt-/").type("nowhere");

        app.shows("(not found) nowhere", "line 100");
    }

    @Test
    void hits_are_marked_and_only_in_what_was_said() {
        AppDriver app = new AppDriver(80, 24)
                .tell(ada.open(), ada.name("Parcel"), ada.says("12:01", "The PARCEL is a pàrcel."));

        app.press("Alt-/").type("parcel");

        assertThat(marked(app)).containsExactly("PARCEL", "pàrcel");
        assertThat(marked(app.press("Esc"))).isEmpty();
    }

    @Test
    void text_that_is_pasted_is_looked_for_and_not_sent() {
        AppDriver app = hundred().press("Alt-/").paste("line\n55");

        app.shows("(find) line 55", "line 55");
        assertThat(app.input()).isEmpty();
    }

    @Test
    void a_key_that_edits_goes_back_to_the_input() {
        AppDriver app = hundred().type("draft").press("Alt-/").type("line").press("Ctrl-A");

        assertThat(app.type("x").input()).isEqualTo("xdraft");
    }

    @Test
    void a_far_hit_in_a_long_message_is_in_view() {
        AppDriver app = new AppDriver(80, 24)
                .tell(ada.open(), ada.says("12:01", "row\n".repeat(150) + "here it is\n" + "row\n".repeat(40)));

        app.type("/find here").press("Enter").shows("here it is");
    }

    @Test
    void in_all_every_consumer_is_asked_and_the_newest_stands_first() {
        Story bo = new Story(2, "conv-2", "bo", Instant.parse("2026-11-22T12:02:00Z"));
        AppDriver app = new AppDriver(100, 24, AppDriver.options(2))
                .tell(ada.open(), ada.name("Ada"), bo.open(), bo.name("Bo"));
        app.type("/findall parcel").press("Enter").shows("Found: parcel (looking)");
        assertThat(app.sent(Command.Search.class)).containsExactly(search(1, "parcel"), search(2, "parcel"));

        app.tell(
                found(ada, "parcel", hit(ada, 3, "11:59", "the\u001b[2J parcel is late")),
                found(bo, "parcel", hit(bo, 5, "12:01", "what parcel?")));

        app.shows("Found: parcel (2)");
        assertThat(app.screen().lines().filter(row -> row.contains(" 22 Nov ")).toList())
                .satisfiesExactly(
                        first -> assertThat(first).contains("Bo c2  Bo: what parcel?", "22 Nov 12:01"),
                        second -> assertThat(second).contains("Ada c1  Ada: the^[[2J parcel is late", "22 Nov 11:59"));
        assertThat(app.tty().wallHits()).isZero();
    }

    @Test
    void enter_goes_to_the_turn_as_soon_as_it_is_there() {
        Story bo = new Story(2, "conv-2", "bo", Instant.parse("2026-11-22T12:02:00Z"));
        AppDriver app = new AppDriver(100, 24, AppDriver.options(2)).tell(bo.open());
        app.type("/findall line").press("Enter");
        app.tell(
                new Update.Found(new ConsumerKey(1), "line", Optional.empty(), List.of()),
                found(bo, "line", hit(bo, 4, "12:01", "line 5")));

        app.press("Enter");
        assertThat(app.state().selected()).isEqualTo(bo.place());
        app.tell(bo.many(100, AppDriver.NOON));

        app.shows("(find) line", "line 5").hides("line 90");
    }

    @Test
    void what_is_marked_stays_marked_when_more_is_found() {
        Story bo = new Story(2, "conv-2", "bo", Instant.parse("2026-11-22T12:02:00Z"));
        AppDriver app = new AppDriver(100, 24, AppDriver.options(2)).tell(ada.open(), bo.open());
        app.type("/findall x").press("Enter");
        app.tell(found(ada, "x", hit(ada, 1, "11:01", "x one"), hit(ada, 2, "11:00", "x two")));
        app.press("Down");

        app.tell(found(bo, "x", hit(bo, 1, "12:01", "x newest"))).press("Enter");

        assertThat(app.state().selected()).isEqualTo(ada.place());
    }

    @Test
    void an_answer_to_an_older_question_is_left_alone() {
        AppDriver app = new AppDriver(100, 24).tell(ada.open());
        app.type("/findall new").press("Enter");

        app.tell(found(ada, "old", hit(ada, 1, "11:01", "old words")));

        app.hides("old words").shows("Found: new (looking)");
    }

    @Test
    void a_conversation_that_is_no_longer_listed_cannot_be_gone_to() {
        AppDriver app = new AppDriver(100, 24).tell(ada.online(12));
        app.type("/findall x").press("Enter");

        app.tell(found(ada, "x", hit(ada, 1, "11:01", "x")))
                .shows("no longer in the list")
                .press("Enter");

        assertThat(app.state().selected().isUnopened()).isTrue();
    }

    private AppDriver hundred() {
        return new AppDriver(80, 24).tell(ada.open(), ada.many(100, AppDriver.NOON));
    }

    /** The number of the line that is looked at. */
    private static String at(AppDriver app) {
        String key = app.state().find().orElseThrow().at();
        return String.valueOf(Integer.parseInt(String.valueOf(key).replace("conv-1 ", "")) + 1);
    }

    private static Command.Search search(int consumer, String words) {
        return new Command.Search(new ConsumerKey(consumer), words, Optional.empty());
    }

    private static Update found(Story story, String words, Hit... hits) {
        return new Update.Found(story.consumer, words, Optional.empty(), List.of(hits));
    }

    private static Hit hit(Story story, long sequence, String time, String text) {
        Instant at = Instant.parse("2026-11-22T" + time + ":00Z");
        return new Hit(
                story.id, story.id, new Turn(sequence, story.agent, at, Content.Text.of(text), Optional.empty()));
    }

    /** What is drawn as the theme draws hits. */
    private static List<String> marked(AppDriver app) {
        CellGrid cells = app.tty().cells();
        StringBuilder marked = new StringBuilder();
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                Cell cell = cells.cell(column, row);
                boolean hit = cell.style().modifiers().containsAll(List.of(SGR.BOLD, SGR.UNDERLINE, SGR.REVERSE));
                marked.append(hit ? cell.text() : "\n");
            }
        }
        return marked.toString().lines().filter(word -> !word.isEmpty()).toList();
    }
}
