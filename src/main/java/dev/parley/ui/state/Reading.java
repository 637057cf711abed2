package dev.parley.ui.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a place has been read on this screen, and where what is new began. UI thread only. */
public final class Reading {
    private final Map<String, Long> marked = new HashMap<>();
    private @Nullable String newFrom;

    /** Notes that everything up to {@code sequence} has been read; false when that was known. */
    public boolean mark(String dialogId, long sequence) {
        Long before = marked.get(dialogId);
        if (before != null && before >= sequence) {
            return false;
        }
        marked.put(dialogId, sequence);
        return true;
    }

    /** The key of the item above which {@code new messages} stands. */
    public Optional<String> newFrom() {
        return Optional.ofNullable(newFrom);
    }

    public void newFrom(@Nullable String key) {
        newFrom = key;
    }
}
