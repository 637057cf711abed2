package dev.parley.ui.edit;

import dev.parley.ui.edit.UndoLog.Kind;
import dev.parley.ui.edit.UndoLog.Step;
import java.util.regex.Pattern;

/**
 * Text with a cursor. The cursor stands between grapheme clusters (UAX 29) always, and every operation works on whole ones. Line
 * breaks are LF. Operations that find nothing to do do nothing. UI thread.
 */
public final class Editor {
    private static final Pattern OTHER_BREAKS = Pattern.compile("\r\n?");

    private final KillRing kills;
    private final UndoLog undo = new UndoLog();
    private String text = "";
    private int cursor;
    private boolean pastedStart;
    private boolean cutting;
    private int aim = -1;

    public Editor() {
        this(new KillRing());
    }

    public Editor(KillRing kills) {
        this.kills = kills;
    }

    public String text() {
        return text;
    }

    /** UTF-16 index into {@link #text}, on a cluster boundary. */
    public int cursor() {
        return cursor;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether the first character came out of a paste: such a text is never a command. */
    public boolean startsPasted() {
        return pastedStart;
    }

    /** Another text altogether (a draft): the cursor at its end, nothing to undo. */
    public void setText(String raw) {
        text = clean(raw);
        cursor = text.length();
        pastedStart = false;
        undo.forget();
        rest();
    }

    /** Puts another text in the place of this one, as one step that can be undone; the cursor at its end. */
    public void replace(String raw) {
        change(Kind.WHOLE, 0, text.length(), clean(raw));
        rest();
    }

    /** Empties it, as one step that can be undone. */
    public void clear() {
        replace("");
    }

    /** What a key types. Words are steps of undo. */
    public void insert(String typed) {
        String clean = clean(typed);
        if (!clean.isEmpty()) {
            change(Kind.TYPED, cursor, cursor, clean);
            rest();
        }
    }

    /** Pasted text: one edit, one step of undo. */
    public void paste(String pasted) {
        String clean = clean(pasted);
        if (clean.isEmpty()) {
            return;
        }
        boolean atStart = cursor == 0;
        change(Kind.WHOLE, cursor, cursor, clean);
        pastedStart |= atStart;
        rest();
    }

    public void left() {
        moveTo(Boundaries.previous(text, cursor));
    }

    public void right() {
        moveTo(Boundaries.next(text, cursor));
    }

    public void wordLeft() {
        moveTo(Boundaries.wordLeft(text, cursor));
    }

    public void wordRight() {
        moveTo(Boundaries.wordRight(text, cursor));
    }

    public void lineStart() {
        moveTo(Boundaries.lineStart(text, cursor));
    }

    public void lineEnd() {
        moveTo(Boundaries.lineEnd(text, cursor));
    }

    /** To the same column one row up; false, and nothing done, on the first row. */
    public boolean up(Layout layout) {
        return row(layout, -1);
    }

    /** To the same column one row down; false, and nothing done, on the last row. */
    public boolean down(Layout layout) {
        return row(layout, 1);
    }

    public void backspace() {
        remove(Kind.BACKSPACED, Boundaries.previous(text, cursor), cursor);
    }

    public void delete() {
        remove(Kind.DELETED, cursor, Boundaries.next(text, cursor));
    }

    /** Ctrl-W: back to the last blank. */
    public void cutToBlank() {
        cut(Boundaries.blankLeft(text, cursor), cursor);
    }

    /** Alt-Backspace: back to the start of the word. */
    public void cutWordLeft() {
        cut(Boundaries.wordLeft(text, cursor), cursor);
    }

    /** Alt-D: on to the end of the word. */
    public void cutWordRight() {
        cut(cursor, Boundaries.wordRight(text, cursor));
    }

    /** Ctrl-K: to the end of the line; at its end, the line break. */
    public void cutToLineEnd() {
        int end = Boundaries.lineEnd(text, cursor);
        cut(cursor, end == cursor ? Boundaries.next(text, cursor) : end);
    }

    /** Ctrl-U: to the start of the line; at its start, the line break before it. */
    public void cutToLineStart() {
        int start = Boundaries.lineStart(text, cursor);
        cut(start == cursor ? Boundaries.previous(text, cursor) : start, cursor);
    }

    /** Ctrl-Y: what was cut last. */
    public void yank() {
        if (!kills.text().isEmpty()) {
            change(Kind.WHOLE, cursor, cursor, kills.text());
            rest();
        }
    }

    /** Ctrl-T: swaps the clusters on both sides of the cursor; at the end of a line the last two. */
    public void transpose() {
        int end = cursor == Boundaries.lineEnd(text, cursor) ? cursor : Boundaries.next(text, cursor);
        int middle = Boundaries.previous(text, end);
        int start = Boundaries.previous(text, middle);
        if (start < middle && start >= Boundaries.lineStart(text, cursor)) {
            String swapped = text.substring(middle, end) + text.substring(start, middle);
            change(Kind.WHOLE, start, end, swapped);
        }
        rest();
    }

    /** Ctrl-_: takes the last step back, text and cursor; false when there is none. */
    public boolean undo() {
        Step step = undo.takeBack().orElse(null);
        rest();
        if (step == null) {
            return false;
        }
        splice(step.at(), step.at() + step.inserted().length(), step.removed());
        cursor = step.cursorBefore();
        pastedStart = step.pastedBefore();
        return true;
    }

    /** To the first cluster boundary at or after {@code index}; the ends of the text are the limits. */
    public void cursorTo(int index) {
        moveTo(Boundaries.snap(text, index));
    }

    private void moveTo(int index) {
        cursor = index;
        undo.seal();
        rest();
    }

    private boolean row(Layout layout, int by) {
        int row = layout.rowOf(cursor) + by;
        if (row < 0 || row >= layout.rows()) {
            return false;
        }
        int column = aim < 0 ? layout.columnOf(cursor) : aim;
        moveTo(layout.index(row, column));
        aim = column;
        return true;
    }

    private void remove(Kind kind, int from, int to) {
        if (from < to) {
            change(kind, from, to, "");
        }
        rest();
    }

    private void cut(int from, int to) {
        if (from == to) {
            return;
        }
        String cut = text.substring(from, to);
        if (!cutting) {
            kills.keep(cut);
        } else if (to == cursor) {
            kills.keepBefore(cut);
        } else {
            kills.keepAfter(cut);
        }
        change(Kind.WHOLE, from, to, "");
        rest();
        cutting = true;
    }

    private void change(Kind kind, int from, int to, String with) {
        undo.add(new Step(kind, from, text.substring(from, to), with, cursor, pastedStart));
        if (from == 0) {
            pastedStart = false;
        }
        splice(from, to, with);
        cursor = Boundaries.snap(text, from + with.length());
    }

    private void splice(int from, int to, String with) {
        text = text.substring(0, from) + with + text.substring(to);
    }

    /** Ends what only holds while the same thing is done again. */
    private void rest() {
        aim = -1;
        cutting = false;
    }

    private static String clean(String raw) {
        return raw.indexOf('\r') < 0 ? raw : OTHER_BREAKS.matcher(raw).replaceAll("\n");
    }
}
