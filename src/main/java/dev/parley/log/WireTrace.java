package dev.parley.log;

import dev.parley.host.PrivateFiles;
import dev.parley.text.Sanitizer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Every frame as it came and went, a line each, where the person asked for it ({@code --trace FILE}): time, consumer,
 * direction, frame. Redacted before it is written; never in the log, never on the screen.
 */
public final class WireTrace {
    /** The logger to which the session's connections hand frames at {@link Level#FINEST}. */
    public static final String LOGGER = "dev.parley.wire";

    private static final Logger WIRE = Logger.getLogger(LOGGER);

    private WireTrace() {}

    /** No frame is even put into words. */
    static void off() {
        WIRE.setUseParentHandlers(false);
        WIRE.setLevel(Level.OFF);
    }

    /**
     * Call after the log was opened.
     *
     * @param file must not exist
     */
    public static void open(Path file, Redaction redaction) throws IOException {
        OutputStream out = PrivateFiles.create(file);
        out.write(
                "# Parley's wire trace. Tokens, keys, card numbers, IBANs and social security numbers are taken out; what people said is not.\n"
                        .getBytes(StandardCharsets.UTF_8));
        off();
        WIRE.addHandler(new BehindHandler(out, new FrameLine(redaction)));
        WIRE.setLevel(Level.FINEST);
    }

    /** Writes what is still to be written; takes a second at most. Does nothing where there is no trace. */
    public static void close() {
        for (Handler handler : WIRE.getHandlers()) {
            WIRE.removeHandler(handler);
            handler.close();
        }
    }

    private static final class FrameLine extends Formatter {
        private final Redaction redaction;

        FrameLine(Redaction redaction) {
            this.redaction = redaction;
        }

        @Override
        public String format(LogRecord record) {
            String line = Sanitizer.NARROW.line(formatMessage(record)).toString();
            return Instant.ofEpochMilli(record.getMillis()) + " " + redaction.of(line) + "\n";
        }
    }
}
