package dev.parley.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Two daemon threads: one blocks in read(2), the other decodes what was read, and alone waits with a time limit, only while
 * an ESC is undecided. Neither wakes up while nothing is typed.
 */
final class InputReader {
    private static final long UNDECIDED_MILLIS = 50;
    /** Reads that may wait to be decoded; a longer paste waits in the tty. */
    private static final int READS_AHEAD = 64;

    private static final byte[] END = {};

    private final InputStream in;
    private final KeyDecoder decoder;
    private final BooleanSupplier readsOn;
    private final Runnable onEnd;
    private final Consumer<Throwable> onBug;
    private final BlockingQueue<byte[]> reads = new LinkedBlockingQueue<>(READS_AHEAD);

    /**
     * @param readsOn asked on the reading thread when a read has failed: whether to read again; may wait until it knows
     * @param onEnd run on the decoding thread when there is nothing more to read
     * @param onBug told on the thread that ends by it: without either of them no key would be heard any more
     */
    InputReader(
            InputStream in, KeyDecoder decoder, BooleanSupplier readsOn, Runnable onEnd, Consumer<Throwable> onBug) {
        this.in = in;
        this.decoder = decoder;
        this.readsOn = readsOn;
        this.onEnd = onEnd;
        this.onBug = onBug;
    }

    void start() {
        daemon("terminal-read", this::readAll);
        daemon("terminal-keys", this::decodeAll);
    }

    private void daemon(String name, Runnable work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException | Error bug) {
                        onBug.accept(bug);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private void readAll() {
        byte[] buffer = new byte[1 << 16];
        try {
            while (true) {
                int count = read(buffer);
                if (count < 0) {
                    break;
                }
                reads.put(Arrays.copyOf(buffer, count));
            }
            reads.put(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An I/O error is how a terminal looks that hung up, or that is somebody else's now. */
    private int read(byte[] buffer) {
        while (true) {
            try {
                return in.read(buffer);
            } catch (IOException e) {
                if (!readsOn.getAsBoolean()) {
                    return -1;
                }
            }
        }
    }

    private void decodeAll() {
        try {
            while (true) {
                byte[] read = next();
                if (read == null) {
                    decoder.timeout();
                } else if (read == END) {
                    decoder.timeout();
                    onEnd.run();
                    return;
                } else {
                    decoder.read(read, 0, read.length);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte @Nullable [] next() throws InterruptedException {
        return decoder.isWaiting() ? reads.poll(UNDECIDED_MILLIS, TimeUnit.MILLISECONDS) : reads.take();
    }
}
