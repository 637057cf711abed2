package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import dev.parley.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrameWriterTest {
    private static final Style BAR = new Style(TextColor.ANSI.BLACK, TextColor.ANSI.CYAN, Set.of(SGR.BOLD));
    private static final Style REVERSED =
            new Style(TextColor.ANSI.DEFAULT, TextColor.ANSI.DEFAULT, Set.of(SGR.REVERSE));

    private final FrameWriter writer = new FrameWriter(ColorMode.TRUE, true);

    @Test
    void a_frame_that_changes_nothing_sends_nothing() {
        CellGrid grid = lines(20, "hello", "漢字 👨‍👩‍👧");
        writer.write(frame(grid, 3, 1), false);

        byte[] again = writer.write(frame(grid.copy(), 3, 1), false);

        assertThat(again).isEmpty();
    }

    @Test
    void a_typed_character_costs_one_byte() {
        CellGrid grid = lines(80, " > hell", "status");
        writer.write(frame(grid, 7, 0), false);
        grid.put(7, 0, "o", 1, false, Style.PLAIN);

        byte[] sent = writer.write(frame(grid.copy(), 8, 0), false);

        assertThat(ascii(sent)).isEqualTo("o");
    }

    @Test
    void a_typed_character_after_another_styled_frame_costs_at_most_eight() {
        CellGrid grid = lines(80, " > hell", "status");
        writer.write(frame(grid, 7, 0), false);
        put(grid, 0, 1, "STATUS", BAR);
        writer.write(frame(grid.copy(), 7, 0), false);
        grid.put(7, 0, "o", 1, false, Style.PLAIN);

        byte[] sent = writer.write(frame(grid.copy(), 8, 0), false);

        assertThat(sent).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void backspace_at_the_end_costs_three_bytes() {
        CellGrid grid = lines(80, " > hello");
        writer.write(frame(grid, 8, 0), false);
        grid.blank(7, 0, 1, Style.PLAIN);

        byte[] sent = writer.write(frame(grid.copy(), 7, 0), false);

        assertThat(ascii(sent)).isEqualTo("\b \b");
    }

    @Test
    void a_moved_cursor_is_all_that_is_sent() {
        CellGrid grid = lines(80, "hello");
        writer.write(frame(grid, 5, 0), false);

        byte[] sent = writer.write(frame(grid, 4, 0), false);

        assertThat(ascii(sent)).isEqualTo("\b");
    }

    @Test
    void a_blank_tail_is_erased_and_a_blank_middle_stepped_over() {
        CellGrid grid = lines(120, "x".repeat(100));
        writer.write(frame(grid, 0, 0), false);
        grid.blank(0, 0, 120, Style.PLAIN);
        grid.put(50, 0, "y", 1, false, Style.PLAIN);

        byte[] sent = writer.write(frame(grid.copy(), 0, 0), false);

        assertThat(sent.length).isLessThan(24);
    }

    @Test
    void blanks_with_a_background_are_written_because_terminals_erase_differently() {
        Emulator emulator = new Emulator(40, 2);
        CellGrid grid = new CellGrid(40, 2);
        grid.blank(0, 0, 40, BAR);
        grid.blank(0, 1, 40, REVERSED);

        emulator.write(writer.write(frame(grid, -1, 0), false));

        assertThat(emulator.style(39, 0)).contains("46");
        assertThat(emulator.style(39, 1)).contains("7");
    }

    @Test
    void the_first_frame_writes_over_whatever_stood_there_without_clearing() {
        Emulator emulator = new Emulator(20, 2);
        emulator.scribble();

        emulator.write(writer.write(frame(lines(20, "hello", ""), 0, 0), false));

        assertThat(emulator.lines()).containsExactly("hello", "");
        assertThat(emulator.style(19, 1)).isEmpty();
        assertThat(emulator.clears()).isZero();
    }

    @Test
    void a_forgotten_screen_is_drawn_anew() {
        Emulator emulator = new Emulator(20, 2);
        CellGrid grid = lines(20, "hello", "world");
        emulator.write(writer.write(frame(grid, 0, 0), false));
        emulator.scribble();

        emulator.write(writer.write(new Frame(grid, 0, 0, true, SafeText.EMPTY), false));

        assertThat(emulator.lines()).containsExactly("hello", "world");
    }

    @Test
    void a_wrong_guess_at_a_width_spoils_only_its_own_cell() {
        Emulator old = new Emulator(20, 2, Emulator.Widths.CODE_POINTS);
        CellGrid grid = lines(20, "abcdefghijklmnopqrst", "second");
        old.write(writer.write(frame(grid, 0, 0), false));
        grid.put(2, 0, "👨‍👩‍👧", 2, true, Style.PLAIN);

        old.write(writer.write(frame(grid.copy(), 5, 1), false));

        assertThat(old.line(0)).startsWith("ab").endsWith("efghijklmnopqrst");
        assertThat(old.line(1)).isEqualTo("second");
        assertThat(old.cursorColumn()).isEqualTo(5);
    }

    @Test
    void a_cluster_drawn_too_narrow_leaves_no_old_text_beside_it() {
        Emulator old = new Emulator(20, 1, Emulator.Widths.CODE_POINTS);
        CellGrid grid = lines(20, "abcdef");
        old.write(writer.write(frame(grid, 0, 0), false));
        grid.put(2, 0, "❤\uFE0F", 2, true, Style.PLAIN);

        old.write(writer.write(frame(grid.copy(), 0, 0), false));

        assertThat(old.line(0)).isEqualTo("ab❤\uFE0F ef");
    }

    @Test
    void a_cluster_drawn_too_wide_in_the_last_column_does_not_scroll() {
        Emulator old = new Emulator(10, 2, Emulator.Widths.CODE_POINTS);
        old.write("\033[?7l".getBytes(StandardCharsets.US_ASCII));
        CellGrid grid = lines(10, "first", "12345678");
        grid.put(8, 1, "👨‍👩‍👧", 2, true, Style.PLAIN);

        old.write(writer.write(frame(grid, 0, 0), false));

        assertThat(old.line(0)).isEqualTo("first");
        assertThat(old.line(1)).startsWith("12345678");
    }

    @Test
    void what_is_not_safe_stops_at_the_second_wall() {
        CellGrid grid = lines(20, "ab");
        grid.put(2, 0, "\033", 1, false, Style.PLAIN);
        grid.put(3, 0, "\u009b", 1, false, Style.PLAIN);
        grid.put(4, 0, "\u202e", 1, false, Style.PLAIN);

        byte[] sent = writer.write(frame(grid, -1, 0), false);

        assertThat(new String(sent, StandardCharsets.UTF_8)).contains("ab???").doesNotContain("\u009b", "\u202e");
        assertThat(writer.wallHits()).isEqualTo(3);
    }

    @Test
    void a_title_cannot_end_its_own_sequence() {
        SafeText title = SafeTexts.byHand("2 unread\007\033]2;x");

        byte[] sent = writer.write(new Frame(lines(20, ""), -1, 0, false, title), false);

        assertThat(ascii(sent)).contains("\033]2;2 unread??]2;x\007");
        assertThat(writer.wallHits()).isEqualTo(2);
    }

    @Test
    void a_title_is_sent_once() {
        Frame frame = new Frame(lines(20, "x"), -1, 0, false, SafeTexts.byHand("2 unread"));
        writer.write(frame, false);

        assertThat(writer.write(frame, false)).isEmpty();
    }

    @Test
    void a_large_frame_is_synchronized_where_the_terminal_can() {
        String large = ascii(writer.write(frame(lines(200, "x".repeat(150)), 0, 0), true));
        String small = ascii(writer.write(frame(lines(200, "y"), 0, 0), true));

        assertThat(large).startsWith("\033[?2026h").endsWith("\033[?2026l");
        assertThat(small).doesNotContain("2026");
    }

    @Test
    void the_cursor_is_hidden_while_a_larger_frame_is_drawn() {
        CellGrid grid = lines(100, "");
        writer.write(frame(grid, 0, 0), false);
        put(grid, 0, 0, "z".repeat(60), Style.PLAIN);

        String sent = ascii(writer.write(frame(grid.copy(), 0, 0), false));

        assertThat(sent).startsWith("\033[?25l").endsWith("\033[?25h");
    }

    @Test
    void a_cursor_that_is_not_wanted_is_hidden_and_comes_back() {
        Emulator emulator = new Emulator(20, 1);
        CellGrid grid = lines(20, "x");
        emulator.write(writer.write(frame(grid, -1, 0), false));
        boolean hidden = !emulator.cursorVisible();

        emulator.write(writer.write(frame(grid, 3, 0), false));

        assertThat(hidden).isTrue();
        assertThat(emulator.cursorVisible()).isTrue();
        assertThat(emulator.cursorColumn()).isEqualTo(3);
    }

    private static Frame frame(CellGrid grid, int column, int row) {
        return new Frame(grid.copy(), column, row, false, SafeText.EMPTY);
    }

    private static CellGrid lines(int columns, String... lines) {
        CellGrid grid = new CellGrid(columns, lines.length);
        for (int row = 0; row < lines.length; row++) {
            put(grid, 0, row, lines[row], Style.PLAIN);
        }
        return grid;
    }

    private static void put(CellGrid grid, int column, int row, String text, Style style) {
        new CellGraphics(grid).put(column, row, SafeTexts.byHand(text), style);
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
