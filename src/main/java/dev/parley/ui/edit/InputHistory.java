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

    /** Keeps a text that was sent and ends the walk. Blank ones and repetitions of the last are not kept: then false. */
    public boolean add(String sent) {
        reset();
        if (sent.isBlank()
                || !entries.isEmpty() && entries.get(entries.size() - 1).equals(sent)) {
            return false;
        }
        entries.add(sent);
        if (entries.size() > limit) {
            entries.remove(0);
        }
        return true;
    }

    /** What was sent in earlier runs comes before what is here; a walk that goes on finds it further up. */
    public void older(List<String> oldestFirst) {
        InputHistory earlier = new InputHistory(oldestFirst, limit);
        List<String> before = new ArrayList<>(earlier.entries);
        if (!before.isEmpty()
                && !entries.isEmpty()
                && before.get(before.size() - 1).equals(entries.get(0))) {
            before.remove(before.size() - 1);
        }
        int room = Math.max(0, limit - entries.size());
        List<String> kept = before.subList(Math.max(0, before.size() - room), before.size());
        entries.addAll(0, kept);
        if (!walk.isEmpty()) {
            walk.addAll(0, kept);
            position += kept.size();
        }
    }

    /** What was typed before the walk; empty when nobody walks. */
    public Optional<String> typed() {
        return isWalking() ? Optional.of(walk.get(walk.size() - 1)) : Optional.empty();
    }

    /** Likewise, but only while the entry that is shown stands as it was sent. */
    public Optional<String> typed(String current) {
        boolean asSent = isWalking() && entries.get(position).equals(current);
        return asSent ? typed() : Optional.empty();
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
