package dev.parley.ui.overlay;

import dev.parley.terminal.Input;
import dev.parley.terminal.Key;
import dev.parley.terminal.Surface;
import dev.parley.text.SafeText;
import dev.parley.ui.edit.Editor;
import dev.parley.ui.edit.EditorView;
import dev.parley.ui.pane.Ink;
import dev.parley.ui.state.Cursor;
import dev.parley.ui.state.Hint;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.Overlay;
import dev.parley.ui.theme.Slot;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A list that gets shorter as one types: the palette, and go-to. Enter takes the marked row, Esc takes none. */
public final class Chooser implements Overlay {
    private static final int COLUMNS = 76;
    private static final int ROWS = 16;
    private static final int PROMPT = 2;
    private static final int GAP = 2;
    private static final int LEAST_LABEL = 12;

    private final Supplier<String> title;
    private final Function<String, List<Entry>> entries;
    private final Editor filter = new Editor();
    private List<Entry> shown;
    private int at;
    private int top;

    /**
     * One row; labels are raw.
     *
     * @param aside stands at the right
     * @param off why it cannot be taken now
     */
    public record Entry(String label, String aside, Optional<String> off, Runnable taken) {}

    public Chooser(String title, String query, Function<String, List<Entry>> entries) {
        this(() -> title, query, entries);
    }

    /** With a title that changes. */
    public Chooser(Supplier<String> title, String query, Function<String, List<Entry>> entries) {
        this.title = title;
        this.entries = entries;
        filter.setText(query);
        this.shown = entries.apply(query);
    }

    @Override
    public Cursor draw(Surface screen, Look look) {
        Box box = Box.framed(screen, look, title.get(), COLUMNS, ROWS);
        Surface inside = box.inside();
        Ink ink = new Ink(inside, look);
        ink.put(0, 0, ">", Slot.INPUT_PROMPT);
        int columns = Math.max(1, inside.columns() - PROMPT - 1);
        EditorView.Picture line = new EditorView(look.sanitizer()).picture(filter, columns, 1);
        ink.put(PROMPT, 0, line.rows().get(0), Slot.INPUT_TEXT);
        int height = inside.rows() - 1;
        top = Math.max(0, Math.min(Math.max(at - height + 1, Math.min(top, at)), shown.size() - 1));
        for (int i = 0; i < height && top + i < shown.size(); i++) {
            entry(shown.get(top + i), top + i == at, inside.part(0, 1 + i, inside.columns(), 1), look);
        }
        if (shown.isEmpty()) {
            ink.put(PROMPT, 1, "nothing fits", Slot.OVERLAY_OFF);
        }
        return new Cursor(PROMPT + line.cursorColumn(), 0).moved(box.column(), box.row());
    }

    @Override
    public List<Hint> hints() {
        return List.of(new Hint("Up Down", "choose"), new Hint("Enter", "take it"), new Hint("Esc", "back"));
    }

    private static void entry(Entry entry, boolean marked, Surface row, Look look) {
        Slot slot = marked ? Slot.OVERLAY_SELECTED : entry.off().isPresent() ? Slot.OVERLAY_OFF : Slot.OVERLAY_TEXT;
        row.fill(look.style(slot));
        Ink ink = new Ink(row, look);
        // Why one is off is worth more than its keys, and its keys more than the end of its label.
        int room = row.columns() - PROMPT - 1;
        SafeText off = entry.off().map(why -> look.text(" (" + why + ")")).orElse(SafeText.EMPTY);
        SafeText label = look.fit(
                look.fit(look.text(entry.label()), Math.max(LEAST_LABEL, room - off.width()))
                        .plus(off),
                room);
        int left = entry.off().isPresent() ? Math.max(0, room - label.width() - GAP) : row.columns() / 2;
        SafeText aside = look.fit(look.text(entry.aside()), left);
        ink.put(PROMPT, 0, aside.isEmpty() ? label : look.fit(label, room - aside.width() - GAP), slot);
        ink.put(row.columns() - aside.width() - 1, 0, aside, slot);
    }

    @Override
    public Answer take(Input input) {
        if (input instanceof Input.Paste paste) {
            filter.paste(paste.text().replace('\n', ' '));
            return refreshed();
        }
        if (input instanceof Input.Burst burst) {
            return move(burst.rows());
        }
        return input instanceof Key key ? key(key) : Answer.STAY;
    }

    private Answer key(Key key) {
        switch (key.code()) {
            case ESCAPE:
                return Answer.DONE;
            case ENTER:
                return pick();
            case UP:
                return move(-1);
            case DOWN, TAB:
                return move(1);
            case PAGE_UP:
                return move(-ROWS + 2);
            case PAGE_DOWN:
                return move(ROWS - 2);
            case LEFT:
                filter.left();
                return Answer.STAY;
            case RIGHT:
                filter.right();
                return Answer.STAY;
            case BACKSPACE:
                filter.backspace();
                return refreshed();
            case TEXT:
                return text(key);
            default:
                return Answer.PASS;
        }
    }

    private Answer text(Key key) {
        if (!key.ctrl() && !key.alt()) {
            filter.insert(key.text());
            return refreshed();
        }
        if (key.ctrl() && !key.alt()) {
            switch (key.text()) {
                case "u" -> filter.clear();
                case "w" -> filter.cutToBlank();
                case "p" -> move(-1);
                case "n" -> move(1);
                case "g" -> {
                    return Answer.DONE;
                }
                default -> {
                    return Answer.PASS;
                }
            }
            return key.text().equals("p") || key.text().equals("n") ? Answer.STAY : refreshed();
        }
        return Answer.PASS;
    }

    /** There may be other entries now; the marked row stays marked. */
    public void refresh() {
        Optional<Entry> marked = at > 0 && at < shown.size() ? Optional.of(shown.get(at)) : Optional.empty();
        shown = entries.apply(filter.text());
        at = Math.max(0, Math.min(at, shown.size() - 1));
        for (int i = 0; i < shown.size() && marked.isPresent(); i++) {
            boolean same = shown.get(i).label().equals(marked.get().label())
                    && shown.get(i).aside().equals(marked.get().aside());
            at = same ? i : at;
        }
    }

    private Answer refreshed() {
        shown = entries.apply(filter.text());
        at = 0;
        top = 0;
        return Answer.STAY;
    }

    private Answer move(int by) {
        at = Math.max(0, Math.min(shown.size() - 1, at + by));
        return Answer.STAY;
    }

    private Answer pick() {
        if (at >= shown.size() || shown.get(at).off().isPresent()) {
            return Answer.STAY;
        }
        shown.get(at).taken().run();
        return Answer.DONE;
    }
}
