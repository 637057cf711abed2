package dev.parley.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import dev.parley.terminal.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThemesTest {
    @TempDir
    private Path folder;

    private Path own;
    private Path shipped;
    private Themes themes;

    @BeforeEach
    void twoFolders() throws IOException {
        own = Files.createDirectory(folder.resolve("own"));
        shipped = Files.createDirectory(folder.resolve("shipped"));
        themes = new Themes(List.of(own, shipped, folder.resolve("missing")));
    }

    @Test
    void a_look_is_colours_and_modifiers_in_any_order() throws Exception {
        write(
                own,
                "x",
                "turn.agent = bold 6 on #102030 underline\nturn.you = reverse\nturn.bot = 208 on default\ntick=plain");

        Theme theme = themes.load("x");

        assertThat(theme.style(Slot.TURN_AGENT))
                .isEqualTo(
                        new Style(TextColor.ANSI.CYAN, new TextColor.RGB(16, 32, 48), Set.of(SGR.BOLD, SGR.UNDERLINE)));
        assertThat(theme.style(Slot.TURN_YOU).modifiers()).containsExactly(SGR.REVERSE);
        assertThat(theme.style(Slot.TURN_BOT).foreground()).isEqualTo(new TextColor.Indexed(208));
        assertThat(theme.style(Slot.TICK)).isEqualTo(Style.PLAIN);
    }

    @Test
    void colours_that_a_slot_does_not_name_come_from_the_screen() throws Exception {
        write(own, "x", "screen = 15 on 16 bold\nturn.agent = 51\nturn.you = bold\nturn.bot = default on default");

        Theme theme = themes.load("x");

        assertThat(theme.style(Slot.TURN_AGENT).background()).isEqualTo(new TextColor.Indexed(16));
        assertThat(theme.style(Slot.TURN_YOU).foreground()).isEqualTo(TextColor.ANSI.WHITE_BRIGHT);
        assertThat(theme.style(Slot.HINT).modifiers()).isEmpty();
        assertThat(theme.style(Slot.TURN_BOT)).isEqualTo(Style.PLAIN);
    }

    @Test
    void a_theme_changes_what_it_names_of_the_one_it_extends() throws Exception {
        write(own, "x", "extends = mono\nturn.agent = 2");

        Theme theme = themes.load("x");

        assertThat(theme.name()).isEqualTo("x");
        assertThat(theme.style(Slot.TURN_AGENT).foreground()).isEqualTo(TextColor.ANSI.GREEN);
        assertThat(theme.style(Slot.TURN_YOU).modifiers()).containsExactly(SGR.BOLD);
    }

    @Test
    void the_first_folder_that_has_the_name_wins() throws Exception {
        write(own, "x", "tick = 1");
        write(shipped, "x", "tick = 2");

        assertThat(themes.load("x").style(Slot.TICK).foreground()).isEqualTo(TextColor.ANSI.RED);
    }

    @Test
    void a_theme_may_extend_the_one_it_stands_before() throws Exception {
        write(own, "default", "extends = default\ntick = 1");

        Theme theme = themes.load("default");

        assertThat(theme.style(Slot.TICK).foreground()).isEqualTo(TextColor.ANSI.RED);
        assertThat(theme.style(Slot.TURN_AGENT).foreground()).isEqualTo(TextColor.ANSI.CYAN);
    }

    @Test
    void the_names_are_those_of_all_places_and_of_nothing_else() throws Exception {
        write(own, "mine", "");
        Files.writeString(own.resolve("notes.txt"), "");
        Files.writeString(own.resolve("odd name\u001B.properties"), "");

        assertThat(themes.names()).containsExactly("default", "high-contrast", "light", "mine", "mono");
    }

    @Test
    void an_unknown_slot_is_named_with_file_line_and_the_nearest() throws Exception {
        Path file = write(own, "x", "# mine\n\nturn.agnet = 6\n");

        assertThatThrownBy(() -> themes.load("x"))
                .isInstanceOf(BadTheme.class)
                .hasMessage(file + " line 3: there is no slot turn.agnet, did you mean turn.agent?");
    }

    @Test
    void a_wrong_look_is_named_with_file_line_and_slot() throws Exception {
        Path file = write(own, "x", "turn.agent = purple");

        assertThatThrownBy(() -> themes.load("x"))
                .hasMessageStartingWith(file + " line 1: turn.agent: \"purple\" is neither a colour");
        assertThat(refused("turn.agent = 256")).contains("256");
        assertThat(refused("turn.agent = #12345")).contains("#12345");
        assertThat(refused("turn.agent = dim")).contains("dim");
        assertThat(refused("turn.agent = 1 2")).contains("two colours");
        assertThat(refused("turn.agent = 1 on")).contains("\"on\"");
        assertThat(refused("turn.agent = 1 on 2 on 3")).contains("\"on\"");
        assertThat(refused("turn.agent")).contains("slot = look");
        assertThat(refused("tick = 1\ntick = 2")).contains("line 2").contains("twice");
        assertThat(refused("extends = mono\nextends = light"))
                .contains("line 2")
                .contains("twice");
    }

    @Test
    void an_unknown_theme_names_the_nearest_or_all() {
        assertThatThrownBy(() -> themes.load("lihgt")).hasMessage("There is no theme lihgt, did you mean light?");
        assertThatThrownBy(() -> themes.load("solarized"))
                .hasMessage("There is no theme solarized, there are default, high-contrast, light, mono.");
    }

    @Test
    void a_name_reaches_no_other_folder() throws Exception {
        write(folder, "outside", "tick = 1");

        assertThatThrownBy(() -> themes.load("../outside")).isInstanceOf(BadTheme.class);
        assertThatThrownBy(() -> themes.load("")).isInstanceOf(BadTheme.class);
    }

    @Test
    void themes_that_extend_each_other_in_a_circle_are_refused() throws Exception {
        write(own, "a", "extends = b");
        write(own, "b", "extends = a");

        assertThatThrownBy(() -> themes.load("a")).hasMessageContaining("circle");
    }

    @Test
    void an_unknown_parent_is_refused() throws Exception {
        write(own, "x", "extends = x");

        assertThatThrownBy(() -> themes.load("x")).isInstanceOf(BadTheme.class);
    }

    @Test
    void a_file_that_is_far_too_long_is_refused() throws Exception {
        write(own, "x", "# \n".repeat(40_000));

        assertThatThrownBy(() -> themes.load("x")).hasMessageContaining("too long");
    }

    private String refused(String content) throws IOException {
        write(own, "y", content);
        try {
            return "loaded as " + themes.load("y").name();
        } catch (BadTheme bad) {
            return bad.sentence();
        }
    }

    private static Path write(Path where, String name, String content) throws IOException {
        return Files.writeString(where.resolve(name + ".properties"), content);
    }
}
