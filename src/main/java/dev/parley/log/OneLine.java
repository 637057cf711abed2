package dev.parley.log;

import dev.parley.text.Sanitizer;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * A record is one line, whatever is in it (CWE-117): made safe first, so that no invisible character hides a secret from the
 * redaction, then redacted. A throwable gives its class, message and place.
 */
final class OneLine extends Formatter {
    private static final int LONGEST = 4_000;
    /** As much as is worth reading for secrets, of which {@link #LONGEST} is written. */
    private static final int LONGEST_READ = 64_000;

    private final Redaction redaction;
    private final UnaryOperator<String> safe;

    OneLine(Redaction redaction) {
        this(redaction, raw -> Sanitizer.NARROW.line(raw).toString());
    }

    /** @param safe makes one line of safe text of anything */
    OneLine(Redaction redaction, UnaryOperator<String> safe) {
        this.redaction = redaction;
        this.safe = safe;
    }

    @Override
    public String format(LogRecord record) {
        StringBuilder line = new StringBuilder(formatMessage(record));
        int depth = 0;
        for (Throwable cause = record.getThrown(); cause != null && depth < 4; cause = cause.getCause(), depth++) {
            line.append(" <- ").append(cause.getClass().getName()).append(": ").append(cause.getMessage());
            StackTraceElement[] trace = cause.getStackTrace();
            int shown = record.getLevel().intValue() >= Level.WARNING.intValue() ? 12 : 3;
            for (int i = 0; i < Math.min(shown, trace.length); i++) {
                line.append(" at ").append(trace[i]);
            }
        }
        return Instant.ofEpochMilli(record.getMillis()) + " " + record.getLevel() + " "
                + clean(String.valueOf(record.getLoggerName())) + " " + clean(line) + "\n";
    }

    private String clean(CharSequence raw) {
        String read = raw.subSequence(0, Math.min(raw.length(), LONGEST_READ)).toString();
        String line = redaction.of(safe.apply(read));
        return line.length() > LONGEST ? line.substring(0, LONGEST) + " …" : line;
    }
}
