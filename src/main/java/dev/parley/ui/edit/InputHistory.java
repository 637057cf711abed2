package dev.parley.ui.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was sent, oldest first, and a walk through it that keeps what was typed. UI thread. */
public final class InputHistory {
    private final int limit;
    private final List<String> entries = new ArrayList<>();
    /** The entries as edited during this walk, what was typed last; empty when nobody walks. */
    private final List<String> walk = new ArrayList<>();

    private int position;

    /** @param limit how many are kept, at least 1 */
    public InputHistory(List<String> oldestFirst, int limit) {
        this.limit = limit;
        oldestFirst.forEach(this::add);
    }

    public List<String> entries() {
        return List.copyOf(entries);
    }

    /** Keeps a text that was sent and ends the walk. Blank ones and repetitions of the last are not kept. */
    public void add(String sent) {
        reset();
        if (sent.isBlank()
                || !entries.isEmpty() && entries.get(entries.size() - 1).equals(sent)) {
            return;
        }
        entries.add(sent);
        if (entries.size() > limit) {
            entries.remove(0);
        }
    }

    /** Up: the entry before, {@code current} being what the input holds now; empty at the oldest. */
    public Optional<String> older(String current) {
        if (walk.isEmpty()) {
            walk.addAll(entries);
            walk.add(current);
            position = entries.size();
        }
        return step(current, -1);
    }

    /** Down: the entry after, at last what was typed; empty when that is there already. */
    public Optional<String> newer(String current) {
        return walk.isEmpty() ? Optional.empty() : step(current, 1);
    }

    /** Whether what is shown is something older than what was typed. */
    public boolean isWalking() {
        return !walk.isEmpty() && position < walk.size() - 1;
    }

    /** Ends the walk: another conversation, or the text was sent. */
    public void reset() {
        walk.clear();
    }

    /** Ctrl-R, with what the input holds now. */
    public HistorySearch search(String current) {
        return HistorySearch.begin(entries(), current);
    }

    private Optional<String> step(String current, int by) {
        int wanted = position + by;
        if (wanted < 0 || wanted >= walk.size()) {
            return Optional.empty();
        }
        walk.set(position, current);
        position = wanted;
        return Optional.of(walk.get(position));
    }
}
