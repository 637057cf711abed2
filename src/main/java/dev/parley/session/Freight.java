package dev.parley.session;

import dev.parley.host.GivenFile;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Moves files between this machine's disk and the object store of PROTOCOL.md section 13. Fails with {@link Trouble}. Event loop. */
interface Freight {
    /** Reads a file that the person named, all of it; see {@link GivenFile#read}. */
    Future<GivenFile> read(Path path, int most);

    /**
     * PUTs bytes; gives the HTTP status.
     *
     * @param target path and query
     * @param sent told how many bytes have gone
     */
    Moving<Integer> put(Endpoint at, String target, byte[] bytes, boolean emulator, LongConsumer sent);

    /** GETs what stands there into a new file; at most three redirects are followed. */
    Moving<Fetched> fetch(Endpoint at, String target, boolean emulator, Into into, Progress progress);

    /** Something under way. */
    interface Moving<T> {
        Future<T> done();

        /** Ends it: {@link #done} fails, and nothing is left of it. */
        void cancel();
    }

    /**
     * Where it goes.
     *
     * @param folder absolute; made where it is missing
     * @param name as it was sent; made safe
     * @param most bytes, whatever length was announced
     */
    record Into(Path folder, String name, long most) {}

    interface Progress {
        /** @param all as the server says; -1 where it does not, or says what cannot be */
        void got(long bytes, long all);
    }

    /**
     * What came of it.
     *
     * @param status the last HTTP status; with 200 the file is there
     * @param file where it is; empty path otherwise
     * @param head its first bytes
     */
    record Fetched(int status, Path file, long size, byte[] head) {}
}
