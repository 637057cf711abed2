package dev.parley.ui.overlay;

import dev.parley.terminal.Input;
import dev.parley.terminal.Key;
import dev.parley.terminal.Surface;
import dev.parley.text.SafeText;
import dev.parley.text.Wrap;
import dev.parley.ui.pane.Ink;
import dev.parley.ui.state.Cursor;
import dev.parley.ui.state.Hint;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.Overlay;
import dev.parley.ui.theme.Slot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something to read, with what it is about at the left: help, and the facts of a conversation. */
public final class Reader implements Overlay {
    private static final int COLUMNS = 110;
    private static final int MOST_LEFT = 34;

    private final String title;
    private final List<Entry> entries;
    private int top;
    private int mostTop;
    private int page = 1;
    private @Nullable Runnable copy;

    /** Raw; a heading has nothing at its right and stands over the whole width. */
    public record Entry(String left, String right, boolean heading) {
        public static Entry heading(String words) {
            return new Entry(words, "", true);
        }

        public static Entry of(String left, String right) {
            return new Entry(left, right, false);
        }
    }

    private record Row(SafeText left, SafeText right, boolean heading) {}

    public Reader(String title, List<Entry> entries) {
        this.title = title;
        this.entries = List.copyOf(entries);
    }

    /** With {@code y} it is copied. */
    public Reader copying(Runnable all) {
        copy = all;
        return this;
    }

    @Override
    public Cursor draw(Surface screen, Look look) {
        int columns = Math.max(1, Math.min(COLUMNS, screen.columns() - 4));
        int left = left(look, columns);
        List<Row> rows = rows(look, columns, left);
        Box box = Box.sheet(screen, look, title, rows.size());
        page = Math.max(1, box.inside().rows());
        mostTop = Math.max(0, rows.size() - page);
        top = Math.min(top, mostTop);
        Ink ink = new Ink(box.inside(), look);
        for (int i = 0; i < page && top + i < rows.size(); i++) {
            Row row = rows.get(top + i);
            ink.put(0, i, row.left(), row.heading() ? Slot.OVERLAY_TITLE : Slot.OVERLAY_TEXT);
            ink.put(left, i, row.right(), Slot.OVERLAY_TEXT);
        }
        int edge = box.inside().columns() - 1;
        if (top > 0) {
            ink.put(edge, 0, look.glyphs().up(), Slot.OVERLAY_TITLE);
        }
        if (top < mostTop) {
            ink.put(edge, page - 1, look.glyphs().down(), Slot.OVERLAY_TITLE);
        }
        return Cursor.HIDDEN;
    }

    @Override
    public List<Hint> hints() {
        Hint scroll = new Hint("Up Down PgUp PgDn", "scroll");
        Hint back = new Hint("Esc", "back");
        return copy == null ? List.of(scroll, back) : List.of(scroll, new Hint("y", "copy it"), back);
    }

    private int left(Look look, int columns) {
        int widest = 0;
        for (Entry entry : entries) {
            widest = entry.heading()
                    ? widest
                    : Math.max(widest, look.text(entry.left()).width());
        }
        return Math.min(Math.min(MOST_LEFT, widest) + 2, columns / 2);
    }

    private List<Row> rows(Look look, int columns, int left) {
        List<Row> rows = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.heading()) {
                rows.add(new Row(look.fit(look.text(entry.left()), columns), SafeText.EMPTY, true));
                continue;
            }
            List<SafeText> lefts = Wrap.wrap(look.text(entry.left()), Math.max(1, left - 2));
            List<SafeText> rights = Wrap.wrap(look.text(entry.right()), Math.max(1, columns - left - 1));
            for (int i = 0; i < Math.max(lefts.size(), rights.size()); i++) {
                rows.add(new Row(
                        i < lefts.size() ? lefts.get(i) : SafeText.EMPTY,
                        i < rights.size() ? rights.get(i) : SafeText.EMPTY,
                        false));
            }
        }
        return rows;
    }

    @Override
    public Answer take(Input input) {
        if (input instanceof Input.Burst burst) {
            return scroll(burst.rows());
        }
        if (!(input instanceof Key key)) {
            return Answer.STAY;
        }
        return switch (key.code()) {
            case ESCAPE, ENTER -> Answer.DONE;
            case UP -> scroll(-1);
            case DOWN -> scroll(1);
            case PAGE_UP -> scroll(1 - page);
            case PAGE_DOWN -> scroll(page - 1);
            case HOME -> scroll(-mostTop);
            case END -> scroll(mostTop);
            case TEXT -> key.ctrl() || key.alt() ? Answer.PASS : typed(key.text());
            case FUNCTION -> key.number() == 1 ? Answer.DONE : Answer.PASS;
            default -> Answer.PASS;
        };
    }

    private Answer typed(String text) {
        return switch (text) {
            case "q" -> Answer.DONE;
            case "j" -> scroll(1);
            case "k" -> scroll(-1);
            case " " -> scroll(page - 1);
            case "y" -> copied();
            default -> Answer.STAY;
        };
    }

    private Answer copied() {
        if (copy != null) {
            copy.run();
        }
        return Answer.STAY;
    }

    private Answer scroll(int by) {
        top = Math.max(0, Math.min(mostTop, top + by));
        return Answer.STAY;
    }
}
