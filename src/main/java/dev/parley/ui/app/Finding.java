package dev.parley.ui.app;

import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.TimelineItem;
import dev.parley.terminal.Key;
import dev.parley.text.Graphemes;
import dev.parley.ui.format.Needles;
import dev.parley.ui.history.HistoryRows;
import dev.parley.ui.history.ItemKey;
import dev.parley.ui.pane.Frame;
import dev.parley.ui.state.Find;
import dev.parley.ui.state.UiState;
import org.jspecify.annotations.Nullable;

/**
 * Looks for words in the conversation that is shown, as far as it is loaded: every key goes to the newest turn that has
 * them, Enter and the arrows to the next one. What was being written waits behind it. UI thread only.
 */
final class Finding {
    private static final long AWAITED_MILLIS = 10_000;

    private final Kit kit;
    private final UiState state;
    private final Scrolling scrolling;

    /** A turn that shall be shown as soon as its history is there. */
    private @Nullable Target target;

    private record Target(Place place, String key, String words) {}

    Finding(Kit kit, Scrolling scrolling) {
        this.kit = kit;
        this.state = kit.state();
        this.scrolling = scrolling;
    }

    /** Alt-/ and {@code /find}. */
    void find(String words) {
        state.search(null);
        state.find(new Find("", null, false));
        if (!words.isEmpty()) {
            look(words);
        }
    }

    void leave() {
        state.find(null);
    }

    /** A key while something is looked for; false when it is for somebody else. */
    boolean key(Find find, Key key) {
        if (key.alt() || key.ctrl()) {
            boolean over = key.ctrl() && (key.text().equals("c") || key.text().equals("g"));
            if (over || changesInput(key)) {
                leave();
            }
            return over;
        }
        switch (key.code()) {
            case TEXT -> look(find.words() + key.text());
            case BACKSPACE ->
                look(find.words()
                        .substring(
                                0, Graphemes.previous(find.words(), find.words().length())));
            case ENTER, UP -> step(find, -1);
            case DOWN, TAB -> step(find, 1);
            case ESCAPE -> leave();
            case PAGE_UP, PAGE_DOWN, FUNCTION -> {
                return false;
            }
            default -> {
                leave();
                return false;
            }
        }
        return true;
    }

    /** Scrolling, Ctrl-X and the way to the search in all leave the words as they are. */
    private static boolean changesInput(Key key) {
        return switch (key.code()) {
            case PAGE_UP, PAGE_DOWN, HOME, END -> !key.alt();
            case TEXT ->
                key.ctrl()
                        ? !key.text().equals("x")
                        : !key.text().equals("g") && !key.text().equals("/");
            default -> true;
        };
    }

    void type(String text) {
        state.find().ifPresent(find -> look(find.words() + text.replace('\n', ' ')));
    }

    private void look(String words) {
        HistoryRows rows = rows();
        Needles needles = new Needles(words);
        String at = state.find().map(Find::at).orElse(null);
        int from = at == null ? -1 : rows.indexOf(at);
        if (from >= 0 && needles.areIn(said(rows.item(from)))) {
            show(rows, from, words);
            return;
        }
        seek(rows, rows.size() - 1, -1, words, null);
    }

    private void step(Find find, int by) {
        HistoryRows rows = rows();
        int at = find.at() == null ? -1 : rows.indexOf(find.at());
        seek(rows, at < 0 ? rows.size() - 1 : at + by, by, find.words(), find.at());
    }

    private void seek(HistoryRows rows, int from, int by, String words, @Nullable String otherwise) {
        Needles needles = new Needles(words);
        for (int item = from; item >= 0 && item < rows.size() && !needles.isEmpty(); item += by) {
            if (needles.areIn(said(rows.item(item)))) {
                show(rows, item, words);
                return;
            }
        }
        state.find(new Find(words, otherwise, !needles.isEmpty()));
    }

    private void show(HistoryRows rows, int item, String words) {
        String key = rows.key(item);
        state.find(new Find(words, key, false));
        scrolling.toHit(key, new Needles(words));
    }

    private HistoryRows rows() {
        return Frame.history(state, kit.clock().now()).rows();
    }

    /** What was said, raw; empty where nothing was. */
    static String said(TimelineItem item) {
        if (item instanceof TimelineItem.Said said) {
            return said.turn().content().words();
        }
        return item instanceof TimelineItem.Own own ? text(own.outgoing()) : "";
    }

    private static String text(Outgoing outgoing) {
        return outgoing.text();
    }

    /** Shows a turn of a place that is being gone to, now or when its history has come. */
    void await(Place place, TimelineItem.Said said, String words) {
        Target awaited = new Target(place, ItemKey.of(said), words);
        target = awaited;
        kit.after(AWAITED_MILLIS, () -> target = awaited.equals(target) ? null : target);
    }

    /** To be called whenever something may have arrived, before drawing. */
    void settle() {
        Target awaited = target;
        if (awaited == null) {
            return;
        }
        if (!awaited.place().equals(state.selected())) {
            target = null;
            return;
        }
        HistoryRows rows = rows();
        int item = rows.indexOf(awaited.key());
        if (item >= 0) {
            target = null;
            show(rows, item, awaited.words());
        }
    }
}
