package dev.parley.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import dev.parley.terminal.Style;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedThemesTest {
    private static final Set<TextColor> READABLE_ON_MOST_PALETTES = Set.of(
            TextColor.ANSI.DEFAULT,
            TextColor.ANSI.RED,
            TextColor.ANSI.GREEN,
            TextColor.ANSI.MAGENTA,
            TextColor.ANSI.CYAN);

    private static final List<Slot> CONTENT =
            List.of(Slot.TURN_YOU, Slot.TURN_AGENT, Slot.TURN_BOT, Slot.TURN_MANAGER, Slot.TURN_SYSTEM);

    private static final List<Slot> OURS_IN_THE_HISTORY =
            List.of(Slot.TURN_MARK, Slot.TURN_FAILED, Slot.HISTORY_NEW, Slot.HISTORY_HOLE, Slot.HISTORY_NOTE);

    static List<String> names() {
        return Themes.BUILT_IN;
    }

    @Test
    void default_lists_every_slot_under_its_comment() {
        List<String> lines = text("default").lines().toList();

        for (Slot slot : Slot.values()) {
            int at = indexOf(lines, slot.key() + " = ");
            assertThat(at).as(slot.key()).isPositive();
            assertThat(lines.get(at - 1)).isEqualTo("# " + slot.comment());
        }
    }

    @Test
    void default_keeps_to_colours_that_common_palettes_show() {
        Theme theme = load("default");

        for (Slot slot : Slot.values()) {
            Style style = theme.style(slot);
            assertThat(READABLE_ON_MOST_PALETTES).as(slot.key()).contains(style.foreground(), style.background());
        }
    }

    @Test
    void in_default_own_turns_are_bold_and_the_agents_in_ansi_6() {
        Theme theme = load("default");

        assertThat(theme.style(Slot.TURN_YOU))
                .isEqualTo(new Style(TextColor.ANSI.DEFAULT, TextColor.ANSI.DEFAULT, Set.of(SGR.BOLD)));
        assertThat(theme.style(Slot.TURN_AGENT).foreground()).isEqualTo(TextColor.ANSI.CYAN);
        assertThat(theme.style(Slot.STATUS_BADGE).modifiers()).contains(SGR.REVERSE);
    }

    @ParameterizedTest
    @MethodSource("names")
    void turns_of_each_role_look_different(String name) {
        assertThat(styles(load(name), CONTENT)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("names")
    void content_can_never_look_like_what_parley_says_in_the_history(String name) {
        Theme theme = load(name);

        assertThat(styles(theme, OURS_IN_THE_HISTORY)).doesNotContainAnyElementsOf(styles(theme, CONTENT));
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothing_looks_like_our_own_marks(String name) {
        Theme theme = load(name);

        for (Slot slot : Slot.values()) {
            if (slot != Slot.TURN_MARK) {
                assertThat(theme.style(slot)).as(slot.key()).isNotEqualTo(theme.style(Slot.TURN_MARK));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void what_is_selected_unread_or_overdue_can_be_told_from_the_rest(String name) {
        Theme theme = load(name);
        List<Slot> items = List.of(
                Slot.LIST_ITEM,
                Slot.LIST_ITEM_SELECTED,
                Slot.LIST_ITEM_UNREAD,
                Slot.LIST_ITEM_WAITING,
                Slot.LIST_ITEM_OVERDUE);

        assertThat(styles(theme, items)).doesNotHaveDuplicates();
        assertThat(theme.style(Slot.OVERLAY_SELECTED)).isNotEqualTo(theme.style(Slot.OVERLAY_TEXT));
        assertThat(theme.style(Slot.INPUT_COMMAND)).isNotEqualTo(theme.style(Slot.INPUT_TEXT));
        assertThat(styles(theme, List.of(Slot.STATUS_ONLINE, Slot.STATUS_OFFLINE)))
                .doesNotHaveDuplicates();
    }

    @Test
    void mono_has_no_colour_at_all() {
        Theme theme = load("mono");

        for (Slot slot : Slot.values()) {
            assertThat(theme.style(slot).foreground()).as(slot.key()).isEqualTo(TextColor.ANSI.DEFAULT);
            assertThat(theme.style(slot).background()).as(slot.key()).isEqualTo(TextColor.ANSI.DEFAULT);
        }
    }

    @Test
    void high_contrast_reaches_seven_to_one_everywhere() {
        Theme theme = load("high-contrast");

        for (Slot slot : Slot.values()) {
            Style style = theme.style(slot);
            assertThat(contrast(style.foreground(), style.background()))
                    .as(slot.key())
                    .isGreaterThanOrEqualTo(7);
        }
    }

    @Test
    void light_reaches_four_and_a_half_to_one_on_white() {
        Theme theme = load("light");
        TextColor white = new TextColor.RGB(255, 255, 255);

        for (Slot slot : Slot.values()) {
            Style style = theme.style(slot);
            assertThat(style.background()).as(slot.key()).isEqualTo(TextColor.ANSI.DEFAULT);
            if (style.foreground() != TextColor.ANSI.DEFAULT) {
                assertThat(contrast(style.foreground(), white)).as(slot.key()).isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    /** As WCAG 2 defines it, from 1 to 21. Only for colours that no palette changes. */
    private static double contrast(TextColor one, TextColor other) {
        assertThat(List.of(one, other)).allMatch(colour -> !(colour instanceof TextColor.ANSI));
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(TextColor colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static List<Style> styles(Theme theme, List<Slot> slots) {
        return slots.stream().map(theme::style).collect(Collectors.toList());
    }

    private static int indexOf(List<String> lines, String beginning) {
        return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                .filter(i -> lines.get(i).startsWith(beginning))
                .findFirst()
                .orElse(-1);
    }

    private static Theme load(String name) {
        try {
            return new Themes(List.of()).load(name);
        } catch (BadTheme bad) {
            throw new AssertionError(bad.sentence(), bad);
        }
    }

    private static String text(String name) {
        try (InputStream in = Themes.class.getResourceAsStream("/themes/" + name + ".properties")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
