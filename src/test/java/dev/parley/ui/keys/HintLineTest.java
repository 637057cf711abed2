package dev.parley.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.text.Sanitizer;
import dev.parley.ui.glyph.Glyphs;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HintLineTest {
    private final HintLine line = new HintLine(Sanitizer.NARROW, Glyphs.unicode(Sanitizer.NARROW));
    private final Actions<String> actions = Actions.of(List.of(
            ActionsTest.action("send", "Enter").hint("send", 1),
            ActionsTest.action("newline", "Ctrl-J", "Alt-Enter").hint("new line", 5),
            ActionsTest.action("next", "Alt-Down").hint("next", 4),
            ActionsTest.action("silent", "F9"),
            ActionsTest.action("off", "F8").hint("off", 0).offWhen(on -> Optional.of("It is off.")),
            ActionsTest.action("pick", "Tab").hint("pick", 0).in(new Mode("picker")),
            ActionsTest.action("help", "F1").hint("help", 2).in(Mode.EVERYWHERE)));

    @Test
    void a_wide_line_has_every_hint_in_the_order_of_the_table() {
        assertThat(shown(80)).isEqualTo("Enter send · Ctrl-J new line · Alt-↓ next · F1 help");
    }

    @Test
    void a_narrow_line_drops_the_highest_ranks_first() {
        assertThat(shown(33)).isEqualTo("Enter send · Alt-↓ next · F1 help");
        assertThat(shown(32)).isEqualTo("Enter send · F1 help");
        assertThat(shown(10)).isEqualTo("Enter send");
        assertThat(shown(3)).isEmpty();
    }

    @Test
    void in_another_mode_its_own_hints_stand_there() {
        assertThat(join(line.fit(actions, new Mode("picker"), "", 80))).isEqualTo("Tab pick · F1 help");
    }

    @Test
    void a_hint_can_name_other_keys_than_the_first() {
        Actions<String> quit = Actions.of(List.of(
                ActionsTest.action("quit", "Ctrl-X Ctrl-C").hint("Ctrl-C Ctrl-C", "quit", 1),
                ActionsTest.action("lost").hint("lost", 0)));

        assertThat(join(line.fit(quit, Mode.CONVERSATION, "", 80))).isEqualTo("Ctrl-C Ctrl-C quit");
    }

    private String shown(int columns) {
        return join(line.fit(actions, Mode.CONVERSATION, "", columns));
    }

    private static String join(List<HintLine.Part> parts) {
        return parts.stream().map(part -> part.key() + " " + part.label()).collect(Collectors.joining(" · "));
    }
}
