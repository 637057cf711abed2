package dev.parley.terminal;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import dev.parley.text.SafeText;
import dev.parley.text.Sanitizer;
import dev.parley.text.Wrap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A page as the client's, with one attack in six fields: a message, a name, a file name, a close reason, an error text and
 * the label of a form. Says what of it, beside the fields' own cells, is not as it was meant.
 */
public final class AttackedPage {
    public static final int COLUMNS = 80;
    public static final int ROWS = 14;
    public static final int FIELDS = 6;

    private static final int LIST = 20;
    public static final int RULE = ROWS - 3;
    public static final String TITLE = "parley - 2 unread";
    /** All that Parley sends beside text; its title holds no control. */
    private static final Pattern OURS = Pattern.compile("\033\\[[?]?[0-9;]*[A-HKXhlm]|\033]2;[^\\p{Cc}]*\007");
    /** The joiners and the selector that belong to a cluster. */
    private static final Set<Integer> IN_CLUSTERS = Set.of(0x200C, 0x200D, 0xFE0F);

    private final FrameWriter frames;
    private final Emulator emulator = new Emulator(COLUMNS, ROWS);
    private final Function<String, List<SafeText>> firstWall;
    private String sent = "";

    /** @param firstWall makes lines of what came */
    AttackedPage(Function<String, List<SafeText>> firstWall, Wall secondWall) {
        this.firstWall = firstWall;
        this.frames = new FrameWriter(ColorMode.TRUE, true, Repertoire.UTF_8, secondWall);
        emulator.write("\033[?1049h\033[?7l".getBytes(StandardCharsets.US_ASCII));
    }

    /** As the client draws it. */
    public static AttackedPage guarded() {
        return new AttackedPage(Sanitizer.NARROW::block, Wall.CELLS);
    }

    int wallHits() {
        return frames.wallHits();
    }

    /** What the last frame sent. */
    public String sent() {
        return sent;
    }

    /** Draws it over the last one. What is wrong then, a sentence each; nothing where the walls hold. */
    public List<String> faults(String attack) {
        CellGrid grid = drawn(attack);
        byte[] bytes = frames.write(new Frame(grid, LIST + 3, ROWS - 2, false, SafeTexts.of(TITLE)), false);
        sent = new String(bytes, StandardCharsets.UTF_8);
        List<String> faults = new ArrayList<>();
        forbidden(sent).forEach(c -> faults.add("U+%04X left".formatted(c)));
        try {
            emulator.write(bytes);
        } catch (RuntimeException refused) {
            faults.add(String.valueOf(refused.getMessage()));
            return faults;
        }
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                Cell meant = grid.cell(column, row);
                if (isOurs(column, row) && !emulator.text(column, row).equals(meant.text())) {
                    faults.add("the frame at " + column + "," + row + " is " + emulator.text(column, row));
                }
            }
        }
        expect(faults, "the title", TITLE, emulator.title());
        expect(
                faults,
                "the cursor",
                (LIST + 3) + "," + (ROWS - 2),
                emulator.cursorColumn() + "," + emulator.cursorRow());
        expect(faults, "the modes", Set.of(25, 1049), emulator.modes());
        return faults;
    }

    /** Cells that no field may reach: the divider, the rule, the prompt. */
    static boolean isOurs(int column, int row) {
        return row == RULE || row > 0 && row < RULE && column == LIST || row == ROWS - 2;
    }

    private CellGrid drawn(String attack) {
        CellGrid grid = new CellGrid(COLUMNS, ROWS);
        CellGraphics page = new CellGraphics(grid);
        List<SafeText> lines = firstWall.apply(attack);
        SafeText first = lines.get(0);
        page.part(0, 0, COLUMNS, 1).put(1, 0, first, Style.PLAIN);
        Surface list = page.part(0, 1, LIST, RULE - 1);
        list.put(1, 0, first, Style.PLAIN);
        list.put(1, 1, first, Style.PLAIN);
        Surface history = page.part(LIST + 1, 1, COLUMNS - LIST - 1, RULE - 1);
        history.put(0, 0, first, Style.PLAIN);
        int row = 1;
        for (SafeText line : lines) {
            for (SafeText part : Wrap.wrap(line, history.columns())) {
                history.put(0, row++, part, Style.PLAIN);
            }
        }
        page.part(0, ROWS - 1, COLUMNS, 1).put(1, 0, first, Style.PLAIN);
        for (int at = 1; at < RULE; at++) {
            page.put(LIST, at, SafeTexts.of("│"), Style.PLAIN);
        }
        page.put(0, RULE, SafeTexts.of("─".repeat(COLUMNS)), Style.PLAIN);
        page.put(0, ROWS - 2, SafeTexts.of(" > typed by the person"), Style.PLAIN);
        return grid;
    }

    /** By ICU's knowledge of characters, not by our own table. */
    private static List<Integer> forbidden(String sent) {
        return OURS.matcher(sent)
                .replaceAll("")
                .codePoints()
                .filter(c -> !IN_CLUSTERS.contains(c))
                .filter(c -> switch (UCharacter.getType(c)) {
                    case UCharacterCategory.CONTROL,
                            UCharacterCategory.FORMAT,
                            UCharacterCategory.SURROGATE,
                            UCharacterCategory.PRIVATE_USE,
                            UCharacterCategory.UNASSIGNED,
                            UCharacterCategory.LINE_SEPARATOR,
                            UCharacterCategory.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                })
                // What Parley sends to move about a row.
                .filter(c -> c != '\r' && c != '\b' && c != '\n')
                .boxed()
                .distinct()
                .toList();
    }

    private static void expect(List<String> faults, String what, Object meant, Object found) {
        if (!meant.equals(found)) {
            faults.add(what + " is " + found + " in place of " + meant);
        }
    }
}
