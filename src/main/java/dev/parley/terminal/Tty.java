package dev.parley.terminal;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * The terminal as the UI uses it. UI thread, but for {@link #restore}, which any thread may call.
 */
public interface Tty {
    /** Takes the terminal (raw, alternate screen) and starts the reader, which hands every input to {@code sink} from its own thread. */
    void start(Consumer<Input> sink) throws IOException;

    int columns();

    int rows();

    /** The whole screen, to be drawn over the last frame. */
    Surface surface();

    /** Where the cursor shall stand; a negative column hides it. */
    void cursor(int column, int row);

    /** Sends what changed since the last flush, in one write; nothing when nothing did. */
    void flush() throws IOException;

    /** The next flush draws everything. */
    void forget();

    /** Fixed words and counts only. */
    void title(dev.parley.text.SafeText title);

    /**
     * Gives the screen back, stops the foreground process group and, on SIGCONT, takes the screen again and hands {@link
     * Input.Continued} to the sink. False where there is nobody to return to (session leader): then nothing happened.
     */
    boolean suspend();

    /** Gives the terminal back exactly as it was found. Idempotent. */
    void restore();
}
