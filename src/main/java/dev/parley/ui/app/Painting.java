package dev.parley.ui.app;

import dev.parley.terminal.Surface;
import dev.parley.terminal.Tty;
import dev.parley.ui.pane.Frame;
import dev.parley.ui.pane.FrameTime;
import dev.parley.ui.pane.Offers;
import dev.parley.ui.pane.Rest;
import dev.parley.ui.state.Cursor;
import dev.parley.ui.state.UiClock;
import dev.parley.ui.state.UiState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Brings the state to the screen: whole frames, at most 30 a second of those that only the sessions ask for, and the input
 * alone where a key has changed nothing else. UI thread only.
 */
final class Painting {
    static final long FRAME_MILLIS = 34;
    /** So many times as long as a whole frame took, the next one leaves the time to keys: it takes long in a cold JVM. */
    private static final int SHARE = 6;

    private static final long LONGEST_PAUSE_MILLIS = 150;
    /** By how much keys, each drawn in the input alone, may put a whole frame off. */
    private static final long LATE_MILLIS = 6 * FRAME_MILLIS;

    private final UiState state;
    private final UiClock clock;
    private final Tty tty;
    private final Offers offers;

    /** What the last whole frame was made from; null when the next one must be whole. */
    private @Nullable Rest drawn;

    private Rest.@Nullable World world;
    private int columns;
    private int rows;
    private long drawnAt = Long.MIN_VALUE / 2;
    private long pauseMillis = FRAME_MILLIS;
    private Instant changesAt = Instant.MAX;
    private boolean behind;
    /** Whether the state has not been made ready to be drawn, so that it is not known whether it reads differently. */
    private boolean postponed;

    Painting(UiState state, UiClock clock, Tty tty, Offers offers) {
        this.state = state;
        this.clock = clock;
        this.tty = tty;
        this.offers = offers;
    }

    /** What stands on the screen is not to be built upon. */
    void forget() {
        drawn = null;
    }

    /** Whether the screen is older than the state, and waits for the next frame's time. */
    boolean isBehind() {
        return behind;
    }

    /** For how many milliseconds no frame is due that only the sessions ask for; 0 or less when it is time. */
    long rest() {
        return drawnAt + pauseMillis - clock.millis();
    }

    /** Whether {@link #paint} would, at this time, draw the input at most. */
    boolean isEarly(boolean person, boolean time) {
        return person ? mayWait() && isSame(Rest.of(state).orElse(null), tty.surface()) : isEarly(time);
    }

    /** Whether what the person does may still be shown before the next whole frame, which it makes late. */
    boolean mayWait() {
        return rest() > -LATE_MILLIS;
    }

    /** The next whole frame comes a little later, after what the person has done meanwhile. */
    void putOff() {
        behind = true;
    }

    /** The next {@link #paint} leaves what the sessions told to the next frame. */
    void postpone() {
        postponed = true;
    }

    private boolean isEarly(boolean time) {
        return !time && rest() > 0;
    }

    private boolean isSame(@Nullable Rest rest, Surface screen) {
        return rest != null && rest.equals(drawn) && screen.columns() == columns && screen.rows() == rows;
    }

    /** When something has to be drawn though nothing happens, on the monotonic clock; never is {@link Long#MAX_VALUE}. */
    long due() {
        long now = clock.millis();
        long frame = behind ? drawnAt + pauseMillis : Long.MAX_VALUE;
        return changesAt.equals(Instant.MAX)
                ? frame
                : Math.min(
                        frame,
                        now
                                + Math.max(
                                        1,
                                        Duration.between(clock.now(), changesAt).toMillis()));
    }

    /**
     * @param person whether the person did something, whose echo must not wait
     * @param time whether it is time for a whole frame, if something has changed
     * @throws IOException where the terminal is gone
     */
    void paint(boolean person, boolean time) throws IOException {
        Surface screen = tty.surface();
        Rest rest = Rest.of(state).orElse(null);
        Rest.World now = Rest.World.of(state);
        boolean sameRest = isSame(rest, screen);
        boolean sameWorld = !postponed && now.equals(world) && clock.now().isBefore(changesAt);
        boolean early = person ? mayWait() : isEarly(time);
        postponed = false;
        if (sameRest && sameWorld) {
            behind = false;
            show(new Frame(state, offers, frameTime()).drawInput(screen));
        } else if (early && (sameRest || !person)) {
            behind = true;
            if (sameRest && person) {
                show(new Frame(state, offers, frameTime()).drawInput(screen));
            }
        } else {
            whole(screen, rest, now);
        }
    }

    private void whole(Surface screen, @Nullable Rest rest, Rest.World now) throws IOException {
        // Should drawing fail, the next frame does not build on this one, and nothing is tried again at once.
        drawn = null;
        world = now;
        drawnAt = clock.millis();
        behind = false;
        changesAt = Instant.MAX;
        FrameTime time = frameTime();
        Cursor cursor = new Frame(state, offers, time).draw(screen);
        changesAt = time.changesAt();
        drawn = rest;
        columns = screen.columns();
        rows = screen.rows();
        show(cursor);
        long took = clock.millis() - drawnAt;
        pauseMillis = Math.max(FRAME_MILLIS, Math.min(LONGEST_PAUSE_MILLIS, SHARE * took));
    }

    private FrameTime frameTime() {
        return new FrameTime(clock.now(), state.look().zone());
    }

    private void show(Cursor cursor) throws IOException {
        tty.cursor(cursor.column(), cursor.row());
        tty.flush();
    }
}
