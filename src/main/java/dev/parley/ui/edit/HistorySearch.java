package dev.parley.ui.edit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The incremental search of Ctrl-R, from the newest entry back, upper and lower case alike. Immutable: each key gives the next
 * state.
 */
public final class HistorySearch {
    private final List<String> entries;
    private final String before;
    private final String query;
    private final int at;
    private final boolean failed;

    private HistorySearch(List<String> entries, String before, String query, int at, boolean failed) {
        this.entries = entries;
        this.before = before;
        this.query = query;
        this.at = at;
        this.failed = failed;
    }

    static HistorySearch begin(List<String> entries, String before) {
        return new HistorySearch(entries, before, "", entries.size(), false);
    }

    public String query() {
        return query;
    }

    /** The entry that is shown; empty before anything was found. */
    public Optional<String> match() {
        return at < entries.size() ? Optional.of(entries.get(at)) : Optional.empty();
    }

    /** Whether the last key found nothing; {@link #match} is then the last thing found. */
    public boolean failed() {
        return failed;
    }

    /** A longer query: stays at the match while it still matches. */
    public HistorySearch type(String more) {
        return seek(query + more, Math.min(at, entries.size() - 1), Optional.empty());
    }

    /** A query shorter by one cluster, from the newest entry again. */
    public HistorySearch backspace() {
        String shorter = query.substring(0, Boundaries.previous(query, query.length()));
        return shorter.isEmpty() ? begin(entries, before) : seek(shorter, entries.size() - 1, Optional.empty());
    }

    /** Ctrl-R again: the next older entry that matches and reads differently. */
    public HistorySearch next() {
        return query.isEmpty() ? this : seek(query, at - 1, match());
    }

    /** What the input shall hold now: the match, or what it held before. */
    public String accept() {
        return match().orElse(before);
    }

    /** What the input held before. */
    public String cancel() {
        return before;
    }

    private HistorySearch seek(String wanted, int from, Optional<String> passedOver) {
        String needle = wanted.toLowerCase(Locale.ROOT);
        for (int i = from; i >= 0; i--) {
            String entry = entries.get(i);
            if (entry.toLowerCase(Locale.ROOT).contains(needle) && !passedOver.equals(Optional.of(entry))) {
                return new HistorySearch(entries, before, wanted, i, false);
            }
        }
        return new HistorySearch(entries, before, wanted, at, true);
    }
}
