package dev.parley.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.terminal.Key;
import dev.parley.terminal.Key.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Enter",
                "Tab",
                "Backspace",
                "Del",
                "Ins",
                "Esc",
                "Up",
                "Down",
                "Left",
                "Right",
                "Home",
                "End",
                "PgUp",
                "PgDn",
                "F1",
                "F12",
                "Ctrl-A",
                "Alt-A",
                "Alt-1",
                "Alt-/",
                "Alt-Up",
                "Alt-PgDn",
                "Alt-Enter",
                "Ctrl-_",
                "Ctrl-Left",
                "Ctrl-Alt-Del",
                "Alt-Shift-A",
                "Shift-Tab",
                "Alt-Backspace",
                "Space",
                "Ctrl-Space",
                "a",
                "A",
                "/",
                "å",
                "Ctrl-X a",
                "Ctrl-X Ctrl-X",
                "Ctrl-X 1",
                "Ctrl-X A",
                "Alt--",
                "-"
            })
    void a_key_is_written_as_it_is_read(String name) {
        assertThat(KeySequence.parse(name)).map(KeySequence::toString).contains(name);
    }

    @Test
    void names_are_the_keys_the_terminal_hands_over() {
        assertThat(Keys.parse("Ctrl-A")).contains(Key.ctrl('a'));
        assertThat(Keys.parse("Ctrl-_")).contains(Key.ctrl('_'));
        assertThat(Keys.parse("Alt-A")).contains(Key.alt("a"));
        assertThat(Keys.parse("Alt-Up")).contains(Key.of(Code.UP).withAlt());
        assertThat(Keys.parse("Alt-Enter")).contains(Key.of(Code.ENTER).withAlt());
        assertThat(Keys.parse("F7")).contains(Key.function(7));
        assertThat(Keys.parse("Ctrl-J")).contains(Key.ctrl('j'));
        assertThat(Keys.parse("Shift-Tab")).contains(Key.of(Code.TAB).withShift());
    }

    @Test
    void case_does_not_matter_where_no_letter_is_typed() {
        assertThat(Keys.parse("ctrl-a")).isEqualTo(Keys.parse("Ctrl-A"));
        assertThat(Keys.parse("ALT-PAGEUP")).isEqualTo(Keys.parse("Alt-PgUp"));
        assertThat(Keys.parse("f7")).isEqualTo(Keys.parse("F7"));
        assertThat(Keys.parse("a")).isNotEqualTo(Keys.parse("A"));
    }

    @Test
    void keys_that_send_the_same_byte_are_the_same_key() {
        assertThat(Keys.parse("Ctrl-M")).contains(Key.of(Code.ENTER));
        assertThat(Keys.parse("Ctrl-I")).contains(Key.of(Code.TAB));
        assertThat(Keys.parse("Ctrl-[")).contains(Key.of(Code.ESCAPE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Ctrl-",
                "Ctrl-Foo",
                "F0",
                "F13",
                "F99",
                "Alt-ab",
                "Ctrl-X  nope",
                "Ctrl-Ctrl-A",
                "\u0007"
            })
    void what_names_no_key_is_refused(String name) {
        assertThat(KeySequence.parse(name)).isEmpty();
    }
}
