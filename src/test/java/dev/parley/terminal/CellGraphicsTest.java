package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.googlecode.lanterna.TerminalPosition;
import com.googlecode.lanterna.TerminalSize;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CellGraphicsTest {
    private final CellGrid grid = new CellGrid(10, 3);
    private final CellGraphics all = new CellGraphics(grid);

    @Test
    void text_is_put_and_the_column_after_it_returned() {
        int end = all.put(1, 0, SafeTexts.byHand("a漢b"), Style.PLAIN);

        assertThat(grid.line(0)).isEqualTo(" a漢b");
        assertThat(end).isEqualTo(5);
    }

    @Test
    void a_wide_cluster_that_does_not_fit_whole_is_not_drawn() {
        int end = all.put(8, 0, SafeTexts.byHand("a漢"), Style.PLAIN);

        assertThat(grid.line(0)).isEqualTo("        a");
        assertThat(end).isEqualTo(9);
    }

    @Test
    void what_begins_left_of_it_is_clipped() {
        int end = all.put(-2, 0, SafeTexts.byHand("abcd"), Style.PLAIN);

        assertThat(grid.line(0)).isEqualTo("cd");
        assertThat(end).isEqualTo(2);
    }

    @Test
    void half_a_wide_cluster_at_the_left_edge_is_not_drawn() {
        all.put(-1, 0, SafeTexts.byHand("漢b"), Style.PLAIN);

        assertThat(grid.line(0)).isEqualTo(" b");
    }

    @Test
    void a_part_cannot_paint_outside_itself() {
        Surface part = all.part(2, 1, 3, 1);

        part.put(0, 0, SafeTexts.byHand("abcdef"), Style.PLAIN);
        part.put(0, 1, SafeTexts.byHand("below"), Style.PLAIN);
        part.put(0, -1, SafeTexts.byHand("above"), Style.PLAIN);

        assertThat(grid.line(0)).isEmpty();
        assertThat(grid.line(1)).isEqualTo("  abc");
        assertThat(grid.line(2)).isEmpty();
    }

    @Test
    void a_part_is_clipped_and_may_be_empty() {
        assertThat(all.part(8, 0, 5, 9).columns()).isEqualTo(2);
        assertThat(all.part(8, 0, 5, 9).rows()).isEqualTo(3);
        assertThat(all.part(-2, -1, 5, 2).columns()).isEqualTo(3);
        assertThat(all.part(20, 0, 5, 1).columns()).isZero();
        assertThat(all.part(0, 0, -5, 1).columns()).isZero();
    }

    @Test
    void a_wide_cluster_that_loses_one_half_loses_both() {
        all.put(0, 0, SafeTexts.byHand("漢字"), Style.PLAIN);

        all.put(1, 0, SafeTexts.byHand("xy"), Style.PLAIN);

        assertThat(grid.line(0)).isEqualTo(" xy");
    }

    @Test
    void blanking_heals_the_halves_at_both_ends() {
        all.put(0, 0, SafeTexts.byHand("漢字漢"), Style.PLAIN);

        all.blank(1, 0, 4, Style.PLAIN);

        assertThat(grid.line(0)).isEmpty();
    }

    @Test
    void no_coordinate_throws_and_no_half_is_left_alone() {
        int[] numbers = {Integer.MIN_VALUE, -11, -1, 0, 1, 5, 9, 10, 11, Integer.MAX_VALUE};
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            CellGraphics part = all.part(any(numbers, random), any(numbers, random), any(numbers, random), 2);
            part.put(any(numbers, random), any(numbers, random), SafeTexts.byHand("漢a字b"), Style.PLAIN);
            part.blank(any(numbers, random), any(numbers, random), any(numbers, random), Style.PLAIN);
        }
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 10; column++) {
                Cell cell = grid.cell(column, row);
                if (cell.isRightHalf()) {
                    assertThat(grid.cell(column - 1, row).width()).isEqualTo(2);
                } else if (cell.width() == 2) {
                    assertThat(grid.cell(column + 1, row).isRightHalf()).isTrue();
                }
            }
        }
    }

    @Test
    void a_copy_does_not_follow_the_original() {
        CellGrid copy = grid.copy();

        all.put(0, 0, SafeTexts.byHand("x"), Style.PLAIN);

        assertThat(copy.line(0)).isEmpty();
    }

    @Test
    void lanterna_sees_its_size_and_characters() {
        all.put(0, 0, SafeTexts.byHand("x漢"), Style.PLAIN);

        assertThat(all.getSize()).isEqualTo(new TerminalSize(10, 3));
        assertThat(all.getCharacter(0, 0).getCharacterString()).isEqualTo("x");
        assertThat(all.getCharacter(2, 0).getCharacterString()).isEqualTo(" ");
        assertThat(all.getCharacter(-1, 99).getCharacterString()).isEqualTo(" ");
        assertThat(all.newTextGraphics(new TerminalPosition(8, 0), new TerminalSize(9, 9))
                        .getSize())
                .isEqualTo(new TerminalSize(2, 3));
    }

    private static int any(int[] numbers, Random random) {
        return numbers[random.nextInt(numbers.length)];
    }
}
