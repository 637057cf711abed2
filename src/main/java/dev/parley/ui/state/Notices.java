package dev.parley.ui.state;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sentence that stands in the hint row's place for a while. UI thread only. */
public final class Notices {
    private static final long HINT_MILLIS = 6_000;
    private static final long ERROR_MILLIS = 15_000;

    private @Nullable Notice shown;

    /** @param untilMillis of the monotonic clock */
    public record Notice(String sentence, boolean error, long untilMillis) {}

    public Optional<Notice> shown() {
        return Optional.ofNullable(shown);
    }

    public void hint(String sentence, long nowMillis) {
        shown = new Notice(sentence, false, nowMillis + HINT_MILLIS);
    }

    public void error(String sentence, long nowMillis) {
        shown = new Notice(sentence, true, nowMillis + ERROR_MILLIS);
    }

    /** The person has gone on: what was only a hint has done its work. */
    public void clearHint() {
        if (shown != null && !shown.error()) {
            shown = null;
        }
    }

    public void clear() {
        shown = null;
    }

    /** Takes an expired one away; true when there was one. */
    public boolean expire(long nowMillis) {
        if (shown == null || shown.untilMillis() > nowMillis) {
            return false;
        }
        shown = null;
        return true;
    }
}
