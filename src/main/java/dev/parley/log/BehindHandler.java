package dev.parley.log;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.StreamHandler;

/**
 * Hands records to a thread of its own, which makes lines of them and writes: who publishes never waits for a disk. Where
 * the disk is slower than what comes, records are left out, and a line says how many.
 */
final class BehindHandler extends StreamHandler {
    /** A frame can have megabytes: many of them waiting would be the memory of the program. */
    private static final long MOST_CHARS = 8_000_000;

    private static final int MOST_RECORDS = 20_000;
    private static final long PATIENCE_MILLIS = 1_000;
    private static final LogRecord END = new LogRecord(Level.OFF, "");

    private final BlockingQueue<LogRecord> waiting = new ArrayBlockingQueue<>(MOST_RECORDS);
    private final AtomicLong chars = new AtomicLong();
    private final AtomicLong leftOut = new AtomicLong();
    private final Thread writer = new Thread(this::write, "parley-trace");
    private volatile boolean closing;

    BehindHandler(OutputStream out, Formatter formatter) {
        super(out, formatter);
        setLevel(Level.ALL);
        setErrorManager(new Silent());
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public void publish(LogRecord record) {
        if (closing || !isLoggable(record)) {
            return;
        }
        long size = size(record);
        if (chars.addAndGet(size) > MOST_CHARS || !waiting.offer(record)) {
            chars.addAndGet(-size);
            leftOut.incrementAndGet();
        }
    }

    /** What was published by now is written, unless that takes longer than a second: then the file is left as it is. */
    @Override
    public void close() {
        closing = true;
        // Not an interrupt, which would close the file under a write. Where the queue is full the writer is awake.
        waiting.offer(END);
        try {
            writer.join(PATIENCE_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        // The writer would hold the lock of a close for as long as the disk holds the writer.
        if (!writer.isAlive()) {
            super.close();
        }
    }

    private void write() {
        List<LogRecord> some = new ArrayList<>();
        while (!closing || !waiting.isEmpty()) {
            try {
                some.add(waiting.take());
            } catch (InterruptedException stop) {
                return;
            }
            waiting.drainTo(some);
            some.remove(END);
            sayWhatIsMissing();
            for (LogRecord record : some) {
                super.publish(record);
                chars.addAndGet(-size(record));
            }
            some.clear();
            flush();
        }
        sayWhatIsMissing();
    }

    private void sayWhatIsMissing() {
        long missing = leftOut.getAndSet(0);
        if (missing > 0) {
            super.publish(new LogRecord(
                    Level.WARNING, "# about here " + missing + " were left out: the disk is too slow for them"));
        }
    }

    private static long size(LogRecord record) {
        String message = record.getMessage();
        return message == null ? 0 : message.length();
    }
}
