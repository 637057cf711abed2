package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for any frames one after the other; a failure names its seed. */
class FrameWriterLawsTest {
    @ParameterizedTest
    @EnumSource(ColorMode.class)
    void whatever_is_drawn_the_terminal_shows_it(ColorMode colors) {
        for (long seed = 0; seed < 60; seed++) {
            RandomScreens screens = new RandomScreens(seed);
            FrameWriter fresh = new FrameWriter(colors, true);
            Emulator emulator = new Emulator(screens.columns(), screens.rows());
            emulator.write("\033[?7l".getBytes(StandardCharsets.US_ASCII));
            emulator.scribble();
            for (int step = 0; step < 20; step++) {
                Frame frame = screens.next();
                send(fresh.write(frame, step % 2 == 0), emulator);
                assertShown(frame, emulator, colors, false, "seed " + seed + " step " + step);
            }
        }
    }

    @Test
    void on_a_terminal_that_counts_code_points_all_certain_cells_are_right() {
        for (long seed = 0; seed < 60; seed++) {
            RandomScreens screens = new RandomScreens(seed);
            FrameWriter fresh = new FrameWriter(ColorMode.TRUE, true);
            Emulator emulator = new Emulator(screens.columns(), screens.rows(), Emulator.Widths.CODE_POINTS);
            emulator.write("\033[?7l".getBytes(StandardCharsets.US_ASCII));
            for (int step = 0; step < 20; step++) {
                Frame frame = screens.next();
                send(fresh.write(frame, false), emulator);
                assertShown(frame, emulator, ColorMode.TRUE, true, "seed " + seed + " step " + step);
            }
        }
    }

    private static void send(byte[] bytes, Emulator emulator) {
        if (bytes.length > 0) {
            emulator.write(bytes);
        }
    }

    private static void assertShown(
            Frame frame, Emulator emulator, ColorMode colors, boolean certainOnly, String where) {
        CellGrid cells = frame.cells();
        Map<Style, Set<String>> encoded = new HashMap<>();
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                Cell cell = cells.cell(column, row);
                Cell owner = cell.isRightHalf() ? cells.cell(column - 1, row) : cell;
                if (certainOnly && owner.uncertain()) {
                    continue;
                }
                Set<String> expected = seen(encoded.computeIfAbsent(cell.style(), style -> sent(style, colors)), cell);
                Set<String> actual = seen(emulator.style(column, row), cell);
                if (!emulator.text(column, row).equals(cell.text()) || !actual.equals(expected)) {
                    fail(where + " at " + column + "," + row + ": " + cell + " is shown as "
                            + emulator.text(column, row) + " " + actual);
                }
            }
        }
        assertThat(emulator.cursorVisible()).as(where).isEqualTo(frame.column() >= 0);
        if (frame.column() >= 0) {
            assertThat(emulator.cursorColumn()).as(where).isEqualTo(frame.column());
            assertThat(emulator.cursorRow()).as(where).isEqualTo(frame.row());
        }
    }

    private static Set<String> sent(Style style, ColorMode colors) {
        Set<String> sent =
                new TreeSet<>(Set.of(colors.foreground(style.foreground()), colors.background(style.background())));
        sent.removeAll(Set.of("39", "49"));
        style.modifiers()
                .forEach(modifier -> sent.add(
                        switch (modifier) {
                            case BOLD -> "1";
                            case ITALIC -> "3";
                            case UNDERLINE -> "4";
                            case REVERSE -> "7";
                            default -> throw new IllegalStateException(modifier.name());
                        }));
        return sent;
    }

    /** Of a blank only the background is seen, unless it is reversed or underlined. */
    private static Set<String> seen(Set<String> style, Cell cell) {
        if (!cell.isBlank() || style.contains("7") || style.contains("4")) {
            return style;
        }
        Set<String> seen = new TreeSet<>(style);
        seen.removeIf(part -> {
            int code = Integer.parseInt(part.split(";")[0]);
            return code < 40 || code >= 90 && code < 100;
        });
        return seen;
    }
}
