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
    private Instant changesAt = Instant.MAX;
    private boolean behind;

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

    /** When something has to be drawn though nothing happens, on the monotonic clock; never is {@link Long#MAX_VALUE}. */
    long due() {
        long now = clock.millis();
        long frame = behind ? drawnAt + FRAME_MILLIS : Long.MAX_VALUE;
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
        boolean sameRest = rest != null && rest.equals(drawn) && screen.columns() == columns && screen.rows() == rows;
        boolean sameWorld = now.equals(world) && clock.now().isBefore(changesAt);
        boolean early = !time && clock.millis() - drawnAt < FRAME_MILLIS;
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
    }

    private FrameTime frameTime() {
        return new FrameTime(clock.now(), state.look().zone());
    }

    private void show(Cursor cursor) throws IOException {
        tty.cursor(cursor.column(), cursor.row());
        tty.flush();
    }
}
