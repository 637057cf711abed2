package dev.parley.ui.overlay;

import dev.parley.terminal.Input;
import dev.parley.terminal.Key;
import dev.parley.terminal.Surface;
import dev.parley.text.SafeText;
import dev.parley.text.Wrap;
import dev.parley.ui.pane.Ink;
import dev.parley.ui.state.Cursor;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.Overlay;
import dev.parley.ui.theme.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A question with a few answers: by letter, by number, or with the arrows and Enter. Esc takes none. */
public final class Choice implements Overlay {
    private static final int COLUMNS = 60;
    private static final Runnable NOTHING = () -> {};

    private final String title;
    private final String question;
    private final List<Option> options;
    private int at;
    /** What leaving it without an answer does. */
    private Runnable otherwise = NOTHING;

    /** @param letter picks it at once; empty for none */
    public record Option(String letter, String label, Runnable picked) {}

    /** {@code title}, {@code question} and labels are raw. */
    public Choice(String title, String question, List<Option> options) {
        this.title = title;
        this.question = question;
        this.options = List.copyOf(options);
    }

    /** {@code y} does it, {@code n} does nothing. */
    public static Choice confirm(String title, String question, String yes, Runnable picked) {
        return new Choice(title, question, List.of(new Option("y", yes, picked), new Option("n", "no, back", NOTHING)));
    }

    /** Does {@code back} too when it is left without an answer: by Esc, or by {@code no}. */
    public void otherwise(Runnable back) {
        otherwise = back;
    }

    @Override
    public void dismissed() {
        otherwise.run();
    }

    @Override
    public Cursor draw(Surface screen, Look look) {
        int columns = Math.max(1, Math.min(COLUMNS, screen.columns() - 4));
        List<SafeText> rows = new ArrayList<>();
        look.sanitizer().block(question).forEach(line -> rows.addAll(Wrap.wrap(line, columns)));
        int most = Math.max(1, screen.rows() - options.size() - 3);
        List<SafeText> shown = rows.size() > most ? rows.subList(0, most) : rows;
        Box box = Box.draw(screen, look, title, columns, shown.size() + options.size() + 1);
        Ink ink = new Ink(box.inside(), look);
        int row = 0;
        for (SafeText line : shown) {
            ink.put(0, row++, line, Slot.OVERLAY_TEXT);
        }
        row = Math.max(row, box.inside().rows() - options.size());
        for (int i = 0; i < options.size(); i++) {
            Option option = options.get(i);
            String key = option.letter().isEmpty() ? String.valueOf(i + 1) : option.letter();
            Slot slot = i == at ? Slot.OVERLAY_SELECTED : Slot.OVERLAY_TEXT;
            box.inside().blank(0, row + i, box.inside().columns(), look.style(slot));
            ink.put(1, row + i, look.fit(look.text(key + "  " + option.label()), columns - 1), slot);
        }
        return Cursor.HIDDEN;
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
        return Answer.DONE;
    }

    private Answer leave() {
        dismissed();
        return Answer.DONE;
    }
}
