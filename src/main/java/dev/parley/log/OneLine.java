package dev.parley.log;

import dev.parley.text.Sanitizer;
import java.time.Instant;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** A record is one line, whatever is in it (CWE-117): redacted, then made safe. A throwable gives its class, message and place. */
final class OneLine extends Formatter {
    private static final int LONGEST = 4_000;

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
        String message = line.length() > LONGEST ? line.substring(0, LONGEST) + " …" : line.toString();
        return Instant.ofEpochMilli(record.getMillis()) + " " + record.getLevel() + " " + record.getLoggerName() + " "
                + Sanitizer.NARROW.line(Redaction.of(message)) + "\n";
    }
}
