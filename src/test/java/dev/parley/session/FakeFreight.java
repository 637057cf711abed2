package dev.parley.session;

import dev.parley.host.GivenFile;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/** A disk and an object store in memory. Everything is done at once, unless it is held. */
final class FakeFreight implements Freight {
    /** Picture bytes by path. */
    final Map<Path, byte[]> disk = new HashMap<>();

    /** What was PUT and asked for, with its query. */
    final List<String> asked = new ArrayList<>();

    final List<Into> into = new ArrayList<>();
    /** Statuses of the next requests; 201 and 200 when there are none. */
    final Deque<Integer> statuses = new ArrayDeque<>();
    /** What a GET brings. */
    byte[] stored = {};

    boolean holding;
    int cancelled;

    @Override
    public Future<GivenFile> read(Path path, int most) {
        byte[] bytes = disk.get(path);
        return bytes == null
                ? Future.failedFuture(new Trouble(Trouble.Hope.NONE, "there is no such file"))
                : Future.succeededFuture(new GivenFile(path, bytes.length, bytes));
    }

    @Override
    public Moving<Integer> put(Endpoint at, String target, byte[] bytes, boolean emulator, LongConsumer sent) {
        asked.add("PUT " + target);
        int half = bytes.length / 2;
        for (int i = 1; i <= half; i++) {
            sent.accept(i);
        }
        return moving(next(201));
    }

    @Override
    public Moving<Fetched> fetch(Endpoint at, String target, boolean emulator, Into where, Progress progress) {
        asked.add("GET " + target);
        into.add(where);
        for (int i = 1; i < stored.length; i++) {
            progress.got(i, stored.length);
        }
        int status = next(200);
        byte[] head = Arrays.copyOf(stored, Math.min(stored.length, 16));
        return moving(new Fetched(status, where.folder().resolve(where.name()), stored.length, head));
    }

    private int next(int usual) {
        Integer status = statuses.poll();
        return status == null ? usual : status;
    }

    private <T> Moving<T> moving(T result) {
        Promise<T> done = Promise.promise();
        if (!holding) {
            done.complete(result);
        }
        return new Moving<>() {
            @Override
            public Future<T> done() {
                return done.future();
            }

            @Override
            public void cancel() {
                cancelled++;
                done.tryFail(new Trouble(Trouble.Hope.NONE, "stopped"));
            }
        };
    }
}
