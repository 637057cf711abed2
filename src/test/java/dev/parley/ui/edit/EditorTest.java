package dev.parley.ui.edit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditorTest {
    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
    private static final String E_ACUTE = "e\u0301";

    @Test
    void typed_text_stands_before_the_cursor() {
        Typist.types("hello").sees("hello|");
    }

    @Test
    void the_cursor_moves_by_characters_words_and_lines() {
        Typist.types("one two").press("Left", "Ctrl-B").sees("one t|wo");
        Typist.types("one two").press("Ctrl-A", "Right", "Ctrl-F").sees("on|e two");
        Typist.types("one, two").press("Alt-B").sees("one, |two");
        Typist.types("one, two").press("Ctrl-Left", "Ctrl-Left").sees("|one, two");
        Typist.types("one, two").press("Home", "Alt-F").sees("one|, two");
        Typist.types("one, two").press("Home", "Ctrl-Right", "Ctrl-Right").sees("one, two|");
        Typist.types("one\ntwo").press("Home").sees("one\n|two");
        Typist.types("one\ntwo").press("Home", "Left", "Ctrl-A", "End").sees("one|\ntwo");
    }

    @Test
    void what_alt_does_ctrl_x_does_too() {
        Typist.types("one two").press("Ctrl-X b").sees("one |two");
    }

    @Test
    void one_backspace_removes_one_emoji() {
        Typist.types("a" + FAMILY).press("Backspace").sees("a|");
    }

    @Test
    void the_cursor_passes_a_combined_letter_in_one_step() {
        Typist.types("x" + E_ACUTE).press("Left").sees("x|" + E_ACUTE);
    }

    @Test
    void an_accent_typed_in_front_of_a_letter_never_leaves_the_cursor_inside() {
        Editor editor = new Editor();
        editor.setText("\u0301b");
        editor.lineStart();

        editor.insert("a");

        assertThat(editor.cursor()).isEqualTo(2);
    }

    @Test
    void delete_on_an_empty_text_does_nothing() {
        Typist.types("").press("Ctrl-D", "Del", "Backspace", "Ctrl-H").sees("|");
    }

    @Test
    void delete_takes_the_character_after_the_cursor() {
        Typist.types("abc").press("Home", "Ctrl-D", "Del").sees("|c");
    }

    @Test
    void ctrl_w_cuts_to_the_blank_and_alt_backspace_to_the_word() {
        Typist.types("see parley.dev/x").press("Ctrl-W").sees("see |");
        Typist.types("see parley.dev/x").press("Alt-Backspace").sees("see parley.dev/|");
        Typist.types("see it  ").press("Ctrl-W").sees("see |");
    }

    @Test
    void alt_d_cuts_the_word_after_the_cursor() {
        Typist.types("one two").press("Home", "Alt-D").sees("| two");
    }

    @Test
    void ctrl_k_cuts_to_the_end_of_the_line_and_then_the_break() {
        Typist typist = Typist.types("hello world\nmore").press("Left", "Home", "Left", "Home");

        typist.press("Alt-F", "Ctrl-K").sees("hello|\nmore");
        typist.press("Ctrl-K").sees("hello|more");
    }

    @Test
    void ctrl_u_cuts_to_the_start_of_the_line_and_then_the_break() {
        Typist typist = Typist.types("one\ntwo").press("Ctrl-U");

        typist.sees("one\n|");
        typist.press("Ctrl-U").sees("one|");
    }

    @Test
    void what_was_cut_comes_back_with_ctrl_y() {
        Typist.types("one two").press("Ctrl-W", "Ctrl-Y", "Ctrl-Y").sees("one twotwo|");
    }

    @Test
    void cuts_in_a_row_are_yanked_as_one() {
        Typist.types("one two three")
                .press("Ctrl-W", "Ctrl-W", "Ctrl-U", "Ctrl-Y")
                .sees("one two three|");
        Typist.types("one two").press("Home", "Alt-D", "Alt-D", "Ctrl-Y").sees("one two|");
    }

    @Test
    void a_move_between_two_cuts_keeps_them_apart() {
        Typist.types("one two")
                .press("Ctrl-W", "Left", "Ctrl-W", "End", "Ctrl-Y")
                .sees(" one|");
    }

    @Test
    void editors_can_share_what_was_cut() {
        KillRing kills = new KillRing();
        Typist.at(new Editor(kills)).type("carried").press("Ctrl-U");

        Typist.at(new Editor(kills)).press("Ctrl-Y").sees("carried|");
    }

    @Test
    void ctrl_t_swaps_the_characters_around_the_cursor() {
        Typist.types("abc").press("Left", "Left", "Ctrl-T").sees("ba|c");
        Typist.types("abc").press("Ctrl-T").sees("acb|");
        Typist.types("a" + FAMILY).press("Ctrl-T").sees(FAMILY + "a|");
        Typist.types("ab\ncd").press("Home", "Left", "Ctrl-T").sees("ba|\ncd");
    }

    @Test
    void ctrl_t_does_nothing_where_there_are_not_two() {
        Typist.types("a").press("Ctrl-T").sees("a|");
        Typist.types("ab").press("Home", "Ctrl-T").sees("|ab");
        Typist.types("ab\nc").press("Ctrl-T").sees("ab\nc|");
        Typist.types("").press("Ctrl-T").sees("|");
    }

    @Test
    void undo_takes_back_a_word_at_a_time() {
        Typist typist = Typist.types("one two three").press("Ctrl-_");

        typist.sees("one two |");
        typist.press("Ctrl-_").sees("one |");
        typist.press("Ctrl-_").sees("|");
        assertThat(typist.editor().undo()).isFalse();
    }

    @Test
    void undo_takes_back_deletions_that_follow_each_other_at_once() {
        Typist.types("abc").press("Backspace", "Backspace", "Ctrl-_").sees("abc|");
        Typist.types("abc").press("Home", "Del", "Del", "Ctrl-_").sees("|abc");
    }

    @Test
    void a_move_begins_a_new_step_of_undo() {
        Typist.types("ab").press("Left", "Right").type("c").press("Ctrl-_").sees("ab|");
    }

    @Test
    void a_paste_is_one_step_whatever_is_in_it() {
        Typist.types("x")
                .paste("many words\nand lines")
                .type("y")
                .press("Ctrl-_", "Ctrl-_")
                .sees("x|");
    }

    @Test
    void clearing_can_be_undone() {
        Typist typist = Typist.types("a long text");
        typist.editor().clear();

        assertThat(typist.editor().isEmpty()).isTrue();
        typist.press("Ctrl-_").sees("a long text|");
    }

    @Test
    void undo_puts_the_cursor_back() {
        Typist.types("one two").press("Home", "Ctrl-K", "Ctrl-_").sees("|one two");
    }

    @Test
    void a_draft_put_in_cannot_be_undone_into_another_conversation() {
        Editor editor = Typist.types("for Ada").editor();

        editor.setText("for Bo");

        assertThat(editor.undo()).isFalse();
        assertThat(editor.text()).isEqualTo("for Bo");
    }

    @Test
    void every_line_break_is_kept_as_lf() {
        Typist.types("").paste("a\r\nb\rc\n").sees("a\nb\nc\n|");
    }

    @Test
    void a_text_begins_pasted_only_while_the_pasted_beginning_stands() {
        Editor editor = new Editor();
        editor.paste("/close");
        boolean pasted = editor.startsPasted();
        editor.lineStart();
        editor.delete();
        boolean deleted = editor.startsPasted();
        editor.undo();

        assertThat(pasted).isTrue();
        assertThat(deleted).isFalse();
        assertThat(editor.startsPasted()).isTrue();
    }

    @Test
    void a_paste_behind_a_typed_slash_does_not_make_it_pasted() {
        Editor editor = Typist.types("/go ").paste("Ada").editor();

        assertThat(editor.startsPasted()).isFalse();
    }

    @Test
    void an_empty_edit_is_no_step() {
        Editor editor = new Editor();
        editor.insert("");
        editor.paste("");
        editor.yank();

        assertThat(editor.undo()).isFalse();
    }
}
