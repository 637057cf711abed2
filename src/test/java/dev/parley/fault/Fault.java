package dev.parley.fault;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * What happens to the bytes of one direction of one connection; Toxiproxy's words where it has one. One instance serves one
 * direction of one connection, on one thread.
 */
public interface Fault {
    /** Bytes came; what is to go on is handed to {@code out}. */
    void pass(byte[] bytes, Out out) throws IOException;

    /** The other end said that no more will come. */
    default void end(Out out) throws IOException {
        out.close();
    }

    /** The way on, and the ways of ending it. */
    interface Out {
        void write(byte[] bytes) throws IOException;

        /** No more of this direction, politely. */
        void close() throws IOException;

        /** Both directions end at once, without a word of the protocol above. */
        void cut();

        /** As {@link #cut}, with RST. */
        void reset();
    }

    /** Makes a fault for each connection. */
    interface Kind {
        Fault begin();

        /** First this one, and what it lets through then meets {@code next}. */
        default Kind then(Kind next) {
            return () -> new Chain(begin(), next.begin());
        }
    }

    /** Nothing goes wrong. */
    static Kind none() {
        return () -> (bytes, out) -> out.write(bytes);
    }

    static Kind latency(long millis, long jitter, Random random) {
        return () -> (bytes, out) -> {
            pause(millis + (jitter == 0 ? 0 : random.nextLong(jitter)));
            out.write(bytes);
        };
    }

    static Kind bandwidth(int bytesPerSecond) {
        return () -> (bytes, out) -> {
            pause(bytes.length * 1_000L / bytesPerSecond);
            out.write(bytes);
        };
    }

    /** In pieces of so many bytes. */
    static Kind slicer(int size) {
        return () -> (bytes, out) -> {
            for (int from = 0; from < bytes.length; from += size) {
                out.write(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size)));
            }
        };
    }

    /** So many bytes go through, then the connection is cut. */
    static Kind limitData(long limit) {
        return () -> new Fault() {
            private long left = limit;

            @Override
            public void pass(byte[] bytes, Out out) throws IOException {
                if (bytes.length < left) {
                    left -= bytes.length;
                    out.write(bytes);
                } else {
                    out.write(Arrays.copyOf(bytes, (int) left));
                    out.cut();
                }
            }
        };
    }

    /** Nothing goes through any more and nothing ends: half-open. */
    static Kind timeout() {
        return () -> new Fault() {
            @Override
            public void pass(byte[] bytes, Out out) {}

            @Override
            public void end(Out out) {}
        };
    }

    /** RST in place of the next bytes. */
    static Kind resetPeer() {
        return () -> (bytes, out) -> out.reset();
    }

    /** The end of the stream comes so much later. */
    static Kind slowClose(long millis) {
        return () -> new Fault() {
            @Override
            public void pass(byte[] bytes, Out out) throws IOException {
                out.write(bytes);
            }

            @Override
            public void end(Out out) throws IOException {
                pause(millis);
                out.close();
            }
        };
    }

    /** Turns one bit of the byte with this index around. */
    static Kind flipBit(long index, int bit) {
        return () -> new Fault() {
            private long passed;

            @Override
            public void pass(byte[] bytes, Out out) throws IOException {
                long at = index - passed;
                passed += bytes.length;
                if (at >= 0 && at < bytes.length) {
                    bytes[(int) at] ^= (byte) (1 << bit);
                }
                out.write(bytes);
            }
        };
    }

    private static void pause(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        for (long left = millis * 1_000_000; left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Lets nothing through until the latch opens. */
    static Kind until(CountDownLatch opened) {
        return () -> (bytes, out) -> {
            try {
                opened.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
            out.write(bytes);
        };
    }
}
