package dev.parley.ui.app;

import dev.parley.conversation.Conversation;
import dev.parley.ui.format.Needles;
import dev.parley.ui.history.Anchor;
import dev.parley.ui.history.HistoryRows;
import dev.parley.ui.history.ItemKey;
import dev.parley.ui.history.Line;
import dev.parley.ui.history.Scroll;
import dev.parley.ui.history.Stretch;
import dev.parley.ui.history.Voice;
import dev.parley.ui.history.Window;
import dev.parley.ui.pane.Frame;
import dev.parley.ui.pane.HistoryView;
import dev.parley.ui.theme.Slot;
import java.util.List;
import java.util.Optional;

/** Moves the view of the selected place. UI thread only. */
final class Scrolling {
    private static final int SOME_LINES = 3;

    private final Kit kit;
    private final Attending reading;

    Scrolling(Kit kit, Attending reading) {
        this.kit = kit;
        this.reading = reading;
    }

    void page(int direction) {
        by(direction * Math.max(1, view().height() - 1));
    }

    void lines(int direction) {
        by(direction * SOME_LINES);
    }

    void by(int rows) {
        HistoryView view = view();
        Optional<Anchor> moved = view.window().moved(view.rows(), rows, view.height());
        Scroll scroll = scroll();
        moved.ifPresentOrElse(anchor -> scroll.stand(anchor, newest(view.rows())), scroll::release);
        reading.activity();
    }

    void top() {
        HistoryRows rows = view().rows();
        by(-1);
        if (rows.size() > 0 && !scroll().follows()) {
            rows.remember(rows.key(0), 0);
            scroll().stand(new Anchor(rows.key(0), 0), newest(rows));
        }
    }

    void bottom() {
        scroll().release();
        reading.activity();
    }

    void firstUnread() {
        Optional<String> key = unread();
        HistoryView view = view();
        if (key.isEmpty() || view.rows().indexOf(key.get()) < 0) {
            kit.hint("Nothing is unread here.");
            return;
        }
        scroll().stand(new Anchor(key.get(), 0), newest(view.rows()));
        reading.activity();
    }

    /** The key of the first unread turn, or of the first that was when the person came here. */
    Optional<String> unread() {
        return kit.state()
                .conversation()
                .flatMap(Conversation::firstUnread)
                .map(ItemKey::of)
                .or(() -> kit.state().here().reading().newFrom());
    }

    /**
     * Has the view stand still with the row with {@code slot} in the item of {@code key} in it; scrolls no further than it
     * must.
     */
    void reveal(String key, Slot slot) {
        HistoryView view = view();
        int item = view.rows().indexOf(key);
        if (item < 0) {
            return;
        }
        if (view.window().lines().stream().anyMatch(line -> has(line, slot))) {
            if (scroll().follows()) {
                scroll().stand(view.window().anchor(view.rows()), newest(view.rows()));
            }
            return;
        }
        List<Line> lines = view.rows().of(item);
        int row = 0;
        while (row < lines.size() - 1 && !has(lines.get(row), slot)) {
            row++;
        }
        scroll().stand(new Anchor(key, Math.max(0, row - view.height() + 1)), newest(view.rows()));
    }

    /**
     * Has the view stand still with all of an item in it, its first rows where it is longer than the view; scrolls no further
     * than it must.
     */
    void keep(String key) {
        HistoryView view = view();
        int item = view.rows().indexOf(key);
        if (item < 0) {
            return;
        }
        int size = view.rows().of(item).size();
        Stretch own = view.own(item);
        boolean seen = own.from() < own.to() && own.from() >= 0 && own.to() <= view.height();
        if (seen) {
            if (scroll().follows()) {
                scroll().stand(view.window().anchor(view.rows()), newest(view.rows()));
            }
            return;
        }
        Anchor top = new Anchor(key, 0);
        boolean below = item > view.window().first() && size <= view.height();
        Window there = Window.at(view.rows(), top, view.height());
        Anchor anchor = below && there.first() == item
                ? there.moved(view.rows(), size - view.height(), view.height()).orElseGet(() -> newestView(view))
                : there.anchor(view.rows());
        scroll().stand(anchor, newest(view.rows()));
    }

    private static Anchor newestView(HistoryView view) {
        return Window.at(view.rows(), null, view.height()).anchor(view.rows());
    }

    /** Scrolls to the first row of the item of {@code key} that has one of the words, if that is not in view. */
    void toHit(String key, Needles needles) {
        HistoryView view = view();
        int item = view.rows().indexOf(key);
        if (item < 0) {
            return;
        }
        List<Line> lines = view.rows().of(item);
        int row = 0;
        while (row < lines.size() - 1 && !has(lines.get(row), needles)) {
            row++;
        }
        // The same row object is in view or it is not: rows are laid out once.
        Line wanted = lines.get(row);
        if (view.window().lines().stream().noneMatch(line -> line == wanted)) {
            scroll().stand(new Anchor(key, row), newest(view.rows()));
            by(-view.height() / 3);
        }
        reading.activity();
    }

    private static boolean has(Line line, Needles needles) {
        return line.spans().stream()
                .anyMatch(span ->
                        Voice.isText(span.slot()) && !needles.in(span.text()).isEmpty());
    }

    /** Shows more of the lowest folded message in view; the rest stays where it is. */
    void unfold() {
        folded().ifPresent(key -> {
            HistoryView view = view();
            scroll().stand(view.window().anchor(view.rows()), newest(view.rows()));
            kit.state().here().unfold(key);
            reading.activity();
        });
    }

    /** The key of the lowest message in view that has more to show. */
    Optional<String> folded() {
        HistoryView view = view();
        for (int item = view.window().last(); item >= 0 && item >= view.window().first(); item--) {
            List<Line> lines = view.rows().of(item);
            if (lines.stream()
                    .anyMatch(line ->
                            line.fold() && view.window().lines().stream().anyMatch(shown -> shown == line))) {
                return Optional.of(view.rows().key(item));
            }
        }
        return Optional.empty();
    }

    private static boolean has(Line line, Slot slot) {
        return line.spans().stream().anyMatch(span -> span.slot() == slot);
    }

    /** Ctrl-S: the view stays as it is. */
    void hold() {
        HistoryView view = view();
        if (view.window().first() >= 0) {
            scroll().hold(view.window().anchor(view.rows()), newest(view.rows()));
            kit.hint("The view is held still. Ctrl-Q lets it go.");
        }
    }

    /** Ctrl-Q. */
    void release() {
        scroll().release();
    }

    private Scroll scroll() {
        return kit.state().here().scroll();
    }

    private HistoryView view() {
        return Frame.history(kit.state(), kit.clock().now());
    }

    private static String newest(HistoryRows rows) {
        return rows.size() == 0 ? "" : rows.key(rows.size() - 1);
    }
}
