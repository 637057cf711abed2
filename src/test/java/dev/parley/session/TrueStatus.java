package dev.parley.session;

import dev.parley.conversation.Link;
import dev.parley.conversation.Update;
import java.util.function.LongSupplier;

/** Sees to it that "online" is not shown longer than 15 s after the last byte of the service (RELIABILITY.md P4). */
final class TrueStatus {
    private static final long LIMIT_MILLIS = 15_000;

    private final LongSupplier millis;
    private long heardAt;
    private boolean online;
    private long longest;

    TrueStatus(LongSupplier millis) {
        this.millis = millis;
    }

    void heard() {
        check();
        heardAt = millis.getAsLong();
    }

    void told(Update update) {
        if (update instanceof Update.LinkChanged changed) {
            check();
            online = changed.link().state() == Link.State.ONLINE;
        }
    }

    void check() {
        long silence = millis.getAsLong() - heardAt;
        if (online) {
            longest = Math.max(longest, silence);
        }
        if (online && silence > LIMIT_MILLIS) {
            throw new AssertionError("online is shown " + silence + " ms after the last byte");
        }
    }

    /** The longest silence that "online" was shown over, in ms. */
    long longest() {
        return longest;
    }
}
