package dev.parley.ui.state;

import dev.parley.text.Sanitizer;
import dev.parley.ui.edit.Editor;
import dev.parley.ui.edit.EditorView;
import dev.parley.ui.edit.KillRing;
import dev.parley.ui.history.HistoryCache;
import dev.parley.ui.history.Scroll;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the screen keeps for one place: the text being written, where its view stands, how far it was read. UI thread only. */
public final class PlaceState {
    private final Editor editor;
    private final EditorView view;
    private final Scroll scroll = new Scroll();
    private final Reading reading = new Reading();
    private final HistoryCache history = new HistoryCache();
    private Map<String, Integer> unfolded = Map.of();
    private Map<String, Set<Integer>> ticked = Map.of();
    private boolean touched;

    PlaceState(KillRing kills, Sanitizer sanitizer) {
        editor = new Editor(kills);
        view = new EditorView(sanitizer);
    }

    public Editor editor() {
        return editor;
    }

    public EditorView view() {
        return view;
    }

    public Scroll scroll() {
        return scroll;
    }

    public Reading reading() {
        return reading;
    }

    public HistoryCache history() {
        return history;
    }

    /** Whether the person has written here: a draft that arrives later must not replace that. */
    public boolean touched() {
        return touched;
    }

    public void touch() {
        touched = true;
    }

    /** Takes in what was written at a place that has become this one, before or behind what stands here. */
    void joins(PlaceState other, boolean before) {
        String here = editor.text();
        String there = other.editor.text();
        String both = before ? there + "\n" + here : here + "\n" + there;
        editor.replace(here.isBlank() ? there : there.isBlank() ? here : both);
    }

    /** How often the person asked for more of a folded message, by its key. */
    public Map<String, Integer> unfolded() {
        return unfolded;
    }

    public void unfold(String key) {
        Map<String, Integer> more = new HashMap<>(unfolded);
        more.merge(key, 1, Integer::sum);
        unfolded = Map.copyOf(more);
    }

    /** What is ticked in cards, by their keys. */
    public Map<String, Set<Integer>> ticked() {
        return ticked;
    }

    public void tick(String key, Set<Integer> targets) {
        Map<String, Set<Integer>> all = new HashMap<>(ticked);
        all.put(key, Set.copyOf(targets));
        ticked = Map.copyOf(all);
    }

    /** Whether there is text here that has not been sent. */
    public boolean hasDraft() {
        return !editor.text().isBlank();
    }
}
