package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.Command;
import dev.parley.conversation.Content;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.History.Hit;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.Update;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.terminal.ColorMode;
import dev.parley.terminal.SafeTexts;
import dev.parley.terminal.Style;
import dev.parley.terminal.TestTty;
import dev.parley.text.SafeText;
import dev.parley.text.Sanitizer;
import dev.parley.ui.theme.Slot;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What leaves the screen: cells and a title, both made of text that was made safe; the second wall has nothing to do. */
class ExitsTest {
    private static final int LONGEST = 4_000;

    @Test
    @Shows("S5")
    void no_attack_leaves_with_cells_or_title() throws IOException {
        int tried = 0;
        for (String attack : attacks()) {
            Story ada = new Story(1, "conv" + attack, "agent" + attack, Instant.parse("2026-11-22T12:01:00Z"));
            AppDriver app = new AppDriver(120, 30)
                    .tell(
                            new Update.ConsumerKnown(Story.ONE, attack, attack, attack, true, Optional.empty()),
                            ada.open(),
                            ada.name(attack),
                            ada.says("12:01", attack),
                            failed(ada, attack))
                    .paste(attack)
                    .press("Alt-I", "Esc", "Alt-/")
                    .paste(attack)
                    .press("Alt-G");
            app.tell(found(app, ada, attack));
            app.tell(new Update.Notice(Story.ONE, Optional.empty(), true, attack));

            assertThat(app.tty().wallHits()).as(attack).isZero();
            assertThat(app.tty().screen().title()).as(attack).matches("parley( - 1 unread)?");
            assertThat(app.failures()).isEmpty();
            tried++;
        }
        Figures.note(
                "S5",
                "ExitsTest",
                tried + " attacks in 9 fields each: 0 cells stopped by the second wall, 0 in the title");
    }

    @Test
    @Shows("S5")
    void no_attack_leaves_with_a_copy_or_with_the_facts_of_a_message() throws IOException {
        int tried = 0;
        for (String attack : attacks()) {
            Story ada = new Story(1, "conv" + attack, "agent" + attack, Instant.parse("2026-11-22T12:01:00Z"));
            AppDriver app = new AppDriver(120, 30)
                    .tell(ada.open(), ada.name(attack), ada.says("12:01", "x" + attack))
                    .press("Alt-M", "y", "=", "Esc", "o", "Esc");
            app.type("/copy conversation").press("Enter").press("Alt-I", "y", "Esc");
            app.around().tmux = true;
            app.press("Alt-M", "y");

            for (String copied : List.of(app.tty().emulator().clipboard(), String.join("", app.around().kept))) {
                assertThat(copied.codePoints().filter(c -> c != '\n').mapToObj(Character::toString))
                        .as(attack)
                        .noneMatch(c -> Character.isISOControl(c.codePointAt(0)) || "\u202e\u2066\u200b".contains(c));
            }
            assertThat(app.tty().wallHits()).as(attack).isZero();
            assertThat(app.tty().emulator().bells()).as(attack).isZero();
            assertThat(app.failures()).isEmpty();
            tried++;
        }
        Figures.note("S5", "ExitsTest", tried + " attacks copied: 0 controls in the clipboard, 0 bells");
    }

    @Test
    @Shows("S5")
    void what_goes_through_the_door_is_safe_to_show_and_to_name_a_window_with() throws IOException {
        checkDoor(Sanitizer.NARROW::line);
    }

    @Test
    @Shows(value = "S5", withoutGuard = true)
    void a_door_that_stands_open_is_noticed() {
        assertThatThrownBy(() -> checkDoor(SafeTexts::byHand)).isInstanceOf(AssertionError.class);
    }

    private static void checkDoor(Function<String, SafeText> door) throws IOException {
        Style style = new AppDriver(20, 5).state().look().style(Slot.TURN_AGENT);
        TestTty tty = new TestTty(80, 3, ColorMode.NONE);
        for (String attack : attacks()) {
            SafeText text = door.apply(attack);
            tty.surface().put(0, 0, text, style);
            tty.title(text.cut(60, SafeText.EMPTY));
            tty.flush();
        }
        assertThat(tty.wallHits()).isZero();
    }

    private static Update failed(Story story, String words) {
        return new Update.OutgoingChanged(
                Story.ONE,
                Outgoing.saving("cid", story.place(), words, AppDriver.NOON).with(Delivery.FAILED, words));
    }

    private static Update found(AppDriver app, Story story, String words) {
        Turn turn = new Turn(9, story.agent, AppDriver.NOON, Content.Text.of(words), Optional.empty());
        String asked = app.sent(Command.Search.class).stream()
                .reduce((first, last) -> last)
                .map(search -> search.text())
                .orElse(words);
        return new Update.Found(Story.ONE, asked, Optional.empty(), List.of(new Hit(story.id, story.id, turn)));
    }

    private static List<String> attacks() throws IOException {
        List<String> attacks = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(ExitsTest.class.getResourceAsStream("/dev/parley/text/attack-strings.json"))) {
            for (JsonNode entry : new ObjectMapper().readTree(in)) {
                String text = entry.path("text").asText();
                int times = Math.max(1, Math.min(entry.path("repeat").asInt(1), LONGEST / Math.max(1, text.length())));
                if (!text.isEmpty()) {
                    attacks.add(text.repeat(times));
                }
            }
        }
        return attacks;
    }
}
