package dev.parley.sandbox.wire;

import dev.parley.time.Time;
import io.vertx.core.http.HttpConnection;
import java.util.HashMap;
import java.util.Map;

/**
 * The connections that have not shown yet what they want: each has ten seconds to ask and be answered, or to become a
 * WebSocket, however slowly it speaks; and there are only so many. Owned by the event loop.
 */
final class Visits {
    private static final long DEADLINE = 10_000;
    private static final int MOST = 512;

    private final Time time;
    private final Map<HttpConnection, Time.Timer> deadlines = new HashMap<>();

    Visits(Time time) {
        this.time = time;
    }

    void begin(HttpConnection connection) {
        if (deadlines.size() >= MOST) {
            Tcp.of(connection).cut();
            return;
        }
        deadlines.put(connection, time.after(DEADLINE, () -> Tcp.of(connection).cut()));
        connection.closeHandler(closed -> end(connection));
    }

    /** It is over, or has become something with limits of its own. */
    void end(HttpConnection connection) {
        Time.Timer deadline = deadlines.remove(connection);
        if (deadline != null) {
            deadline.cancel();
        }
    }
}
