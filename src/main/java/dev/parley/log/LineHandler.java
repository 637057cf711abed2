package dev.parley.log;

import java.io.OutputStream;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.StreamHandler;

/** Writes each record at once. */
final class LineHandler extends StreamHandler {
    LineHandler(OutputStream out, Formatter formatter) {
        super(out, formatter);
        setLevel(Level.ALL);
        setErrorManager(new Silent());
    }

    @Override
    public synchronized void publish(LogRecord record) {
        super.publish(record);
        flush();
    }
}
