package dev.parley.session;

import dev.parley.protocol.RequestBody;
import dev.parley.time.Time;
import org.jspecify.annotations.Nullable;

/**
 * When a dialog's history may be taken to be complete: a request asked after the subscription was answered, and then
 * nothing came for half a second (RELIABILITY.md 1.2.5). One subscription's; event loop.
 */
final class CatchUp {
    private static final long QUIET_MILLIS = 500;
    private static final long LONGEST_MILLIS = 10_000;

    private final Time time;
    private final Requests requests;
    private final Runnable done;

    private long newsAt;
    private long quietSince;
    private boolean cancelled;
    private Time.@Nullable Timer timer;

    /** @param done runs once, unless it is cancelled before */
    CatchUp(Time time, Requests requests, Runnable done) {
        this.time = time;
        this.requests = requests;
        this.done = done;
        this.newsAt = time.millis();
    }

    /** The subscription was answered. */
    void start() {
        requests.ask(new RequestBody.GetClock(), outcome -> {
            if (outcome instanceof Outcome.TimedOut && !cancelled) {
                start();
            } else if (outcome instanceof Outcome.Answered) {
                quietSince = time.millis();
                waitForQuiet();
            }
        });
    }

    /** Events of the dialog came. */
    void news() {
        newsAt = time.millis();
    }

    void cancel() {
        cancelled = true;
        Time.Timer running = timer;
        if (running != null) {
            running.cancel();
        }
    }

    private void waitForQuiet() {
        if (cancelled) {
            return;
        }
        long now = time.millis();
        // In a dialog that is never quiet, a barrier that never comes would hold back everything the person writes.
        if (now - newsAt >= QUIET_MILLIS || now - quietSince >= LONGEST_MILLIS) {
            cancelled = true;
            done.run();
            return;
        }
        timer = time.after(QUIET_MILLIS - (now - newsAt), this::waitForQuiet);
    }
}
