package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.text.SafeText;
import dev.parley.text.Sanitizer;
import dev.parley.text.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every attack string as a message: the bytes that leave draw the cells we meant and do nothing else. */
class AttackCorpusTest {
    private static final int COLUMNS = 79;
    private static final int LONGEST = 4_000;

    /** The emulator throws on every sequence that is not one of ours. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void an_attack_drawn_as_a_message_changes_its_own_cells_only(String name, String raw) {
        TestTty tty = new TestTty(COLUMNS + 1, 1);
        List<String> wrong = new ArrayList<>();

        for (SafeText row : rows(raw)) {
            tty.surface().fill(Style.PLAIN);
            int end = tty.surface().put(0, 0, row, Style.PLAIN);
            tty.cursor(end, 0);
            tty.flush();
            wrong.addAll(differences(tty));
        }

        assertThat(wrong).isEmpty();
        assertThat(tty.wallHits()).isZero();
    }

    private static List<SafeText> rows(String raw) {
        return Sanitizer.NARROW.block(raw.substring(0, Math.min(LONGEST, raw.length()))).stream()
                .flatMap(line -> Wrap.wrap(line, COLUMNS).stream())
                .toList();
    }

    /** Cells whose width every terminal agrees on must read back as they were put. */
    private static List<String> differences(TestTty tty) {
        List<String> wrong = new ArrayList<>();
        CellGrid cells = tty.cells();
        for (int column = 0; column < COLUMNS; column++) {
            Cell cell = cells.cell(column, 0);
            Cell whole = cell.isRightHalf() ? cells.cell(column - 1, 0) : cell;
            String shown = tty.emulator().text(column, 0);
            if (!whole.uncertain() && !shown.equals(cell.text())) {
                wrong.add("column " + column + ": meant <" + cell.text() + ">, shown <" + shown + ">");
            }
        }
        return wrong;
    }

    static Stream<Object[]> attacks() {
        return Attack.all().stream().map(attack -> new Object[] {attack.name(), attack.text()});
    }
}
