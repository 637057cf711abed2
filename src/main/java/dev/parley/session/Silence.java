package dev.parley.session;

import dev.parley.time.Time;
import java.time.Duration;
import java.time.Instant;

/**
 * How long nothing was heard on one link, and what that means. While nothing is read, nothing can be heard: then the link is
 * not dead, however long it takes. Event loop.
 */
final class Silence {
    private static final long QUIET_MILLIS = 12_000;
    private static final long DEAD_MILLIS = 25_000;
    private static final long JUMP_MILLIS = 10_000;
    private static final long NOBODY = -1;

    private final Time time;
    private long heardAt;
    private long resumedAt;
    private boolean paused;
    /** As the ticks saw it; {@link #NOBODY} when nothing waits to be sent. */
    private long sendWaitsSince = NOBODY;

    private long tickMillis;
    private Instant tickWall = Instant.EPOCH;

    Silence(Time time) {
        this.time = time;
    }

    /** A link begins. */
    void begin() {
        heardAt = time.millis();
        resumedAt = heardAt;
        paused = false;
        sendWaitsSince = NOBODY;
        tickMillis = heardAt;
        tickWall = time.now();
    }

    void heard() {
        heardAt = time.millis();
    }

    boolean isPaused() {
        return paused;
    }

    void pause() {
        paused = true;
    }

    void resume() {
        paused = false;
        resumedAt = time.millis();
    }

    /**
     * To be asked twice a second.
     *
     * @param sendWaits whether somebody waits for something to be sent
     * @return whether this machine slept since the last time, or its clock jumped
     */
    boolean slept(boolean sendWaits) {
        long now = time.millis();
        Instant wall = time.now();
        long passed = now - tickMillis;
        long jump = Duration.between(tickWall, wall).toMillis() - passed;
        tickMillis = now;
        tickWall = wall;
        if (!sendWaits) {
            sendWaitsSince = NOBODY;
        } else if (sendWaitsSince == NOBODY) {
            sendWaitsSince = now;
        }
        return Math.abs(jump) > JUMP_MILLIS || passed > DEAD_MILLIS;
    }

    boolean isQuiet() {
        return millis() >= QUIET_MILLIS;
    }

    /** Silence from before a send is no sign: a service that had nothing to say gets its time to answer. */
    boolean isDead() {
        return heldAgainst(heardAt) >= DEAD_MILLIS
                || sendWaitsSince != NOBODY && heldAgainst(Math.max(heardAt, sendWaitsSince)) >= QUIET_MILLIS;
    }

    long millis() {
        return time.millis() - heardAt;
    }

    private long heldAgainst(long since) {
        return paused ? 0 : time.millis() - Math.max(since, resumedAt);
    }
}
