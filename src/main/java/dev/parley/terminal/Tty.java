package dev.parley.terminal;

import dev.parley.text.SafeText;
import java.io.IOException;
import java.util.List;
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

    /** Fixed words and counts only; none gives the window the name back that it had. */
    void title(SafeText title);

    /** Whether clicks and the wheel shall come in from the next flush on. */
    void mouse(boolean on);

    /** Rings once; at once, but only while the terminal is ours. */
    void bell();

    /** Sends a text, line by line, to the terminal's clipboard. Whether the terminal takes it cannot be known. */
    Copy copy(List<SafeText> lines);

    /** What became of a text to be copied. */
    enum Copy {
        SENT,
        /** More than the terminal can be trusted to take: nothing was sent. */
        TOO_LONG,
        /** A terminal of this kind has no clipboard. */
        NO_CLIPBOARD
    }

    /**
     * Gives the screen back, stops the foreground process group and, on SIGCONT, takes the screen again and hands {@link
     * Input.Continued} to the sink. False where there is nobody to return to (session leader): then nothing happened.
     */
    boolean suspend();

    /** Gives the terminal back exactly as it was found. Idempotent. */
    void restore();
}
