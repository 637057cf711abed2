package dev.parley.ui.overlay;

import dev.parley.terminal.Input;
import dev.parley.terminal.Key;
import dev.parley.terminal.Surface;
import dev.parley.text.SafeText;
import dev.parley.text.Wrap;
import dev.parley.ui.history.Line;
import dev.parley.ui.history.Span;
import dev.parley.ui.pane.Ink;
import dev.parley.ui.state.Cursor;
import dev.parley.ui.state.Hint;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.Overlay;
import dev.parley.ui.theme.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A question with a few answers: by letter, by number, or with the arrows and Enter. Esc takes none. */
public final class Choice implements Overlay {
    private static final int COLUMNS = 60;
    /** What an answer does that takes things back. */
    static final Runnable NOTHING = () -> {};

    private final String title;
    private final Question question;
    private final List<Option> options;
    private int at;
    /** What leaving it without an answer does. */
    private Runnable otherwise = NOTHING;

    /** What an answer does beyond itself. */
    private Runnable afterwards = NOTHING;

    /** @param letter picks it at once; empty for none */
    public record Option(String letter, String label, Runnable picked) {}

    /** What is asked, in rows of so many columns. */
    @FunctionalInterface
    interface Question {
        List<Line> rows(Look look, int columns);
    }

    /** {@code title}, {@code question} and labels are raw. */
    public Choice(String title, String question, List<Option> options) {
        this(title, (look, columns) -> words(question, look, columns), options);
    }

    Choice(String title, Question question, List<Option> options) {
        this.title = title;
        this.question = question;
        this.options = List.copyOf(options);
    }

    /** {@code y} does it, {@code n} does nothing. */
    public static Choice confirm(String title, String question, String yes, Runnable picked) {
        return new Choice(title, question, List.of(new Option("y", yes, picked), new Option("n", "no, back", NOTHING)));
    }

    /** The same with {@code n} marked first, for what cannot be undone: a hasty Enter does nothing. */
    public static Choice careful(String title, String question, String yes, Runnable picked) {
        Choice choice = confirm(title, question, yes, picked);
        choice.at = 1;
        return choice;
    }

    /** Does {@code back} too when it is left without an answer: by Esc, or by {@code no}. */
    public void otherwise(Runnable back) {
        otherwise = back;
    }

    /** Does {@code then} too when it was answered with something else than {@code no}. */
    public void afterwards(Runnable then) {
        afterwards = then;
    }

    @Override
    public void dismissed() {
        otherwise.run();
    }

    @Override
    public Cursor draw(Surface screen, Look look) {
        int columns = Math.max(1, Math.min(COLUMNS, screen.columns() - 4));
        List<Line> words = question.rows(look, columns);
        Box box = Box.framed(screen, look, title, columns, words.size() + options.size() + 1);
        int height = box.inside().rows();
        int answers = Math.min(options.size(), height);
        Ink ink = new Ink(box.inside(), look);
        for (int i = 0; i < words.size() && i < height - answers; i++) {
            int row = i;
            words.get(i).spans().forEach(span -> ink.put(span.column(), row, span.text(), span.slot()));
        }
        int first = Math.max(0, at - answers + 1);
        for (int i = 0; i < answers; i++) {
            option(first + i, height - answers + i, box.inside(), look);
        }
        return Cursor.HIDDEN;
    }

    private static List<Line> words(String raw, Look look, int columns) {
        List<Line> rows = new ArrayList<>();
        for (SafeText line : look.sanitizer().block(raw)) {
            for (SafeText row : Wrap.wrap(line, columns)) {
                rows.add(new Line(List.of(new Span(0, row, Slot.OVERLAY_TEXT))));
            }
        }
        return rows;
    }

    private void option(int index, int row, Surface inside, Look look) {
        Option option = options.get(index);
        String key = option.letter().isEmpty() ? String.valueOf(index + 1) : option.letter();
        Slot slot = index == at ? Slot.OVERLAY_SELECTED : Slot.OVERLAY_TEXT;
        inside.blank(0, row, inside.columns(), look.style(slot));
        new Ink(inside, look).put(1, row, look.fit(look.text(key + "  " + option.label()), inside.columns() - 1), slot);
    }

    @Override
    public List<Hint> hints() {
        return List.of(new Hint("Up Down", "choose"), new Hint("Enter", "take it"), new Hint("Esc", "back"));
    }

    @Override
    public Answer take(Input input) {
        if (!(input instanceof Key key)) {
            return Answer.STAY;
        }
        return switch (key.code()) {
            case ESCAPE -> leave();
            case ENTER -> pick(at);
            case UP -> move(-1);
            case DOWN, TAB -> move(1);
            case TEXT ->
                key.ctrl() || key.alt() ? Answer.PASS : typed(key.text().toLowerCase(Locale.ROOT));
            default -> Answer.PASS;
        };
    }

    private Answer typed(String text) {
        for (int i = 0; i < options.size(); i++) {
            if (text.equals(options.get(i).letter()) || text.equals(String.valueOf(i + 1))) {
                return pick(i);
            }
        }
        return text.equals("q") ? leave() : Answer.STAY;
    }

    private Answer move(int by) {
        at = Math.floorMod(at + by, options.size());
        return Answer.STAY;
    }

    private Answer pick(int index) {
        Runnable picked = options.get(index).picked();
        if (picked == NOTHING) {
            return leave();
        }
        picked.run();
        afterwards.run();
        return Answer.DONE;
    }

    private Answer leave() {
        dismissed();
        return Answer.DONE;
    }
}
