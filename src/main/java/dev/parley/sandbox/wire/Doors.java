package dev.parley.sandbox.wire;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who may come in. The port is on loopback, but every user and every web page on this machine can reach it: a page gives
 * itself away by its Origin, a rebound name by its Host, and another user does not have the key. Immutable.
 */
final class Doors {
    static final String KEY_HEADER = "X-Parley-Key";

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");

    private final Optional<byte[]> key;

    /** @param key what signing up and speaking as the agent take; empty: nothing */
    Doors(Optional<String> key) {
        this.key = key.map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether Host names this machine and this port, and no other site's Origin is there. */
    boolean admits(HttpServerRequest request, int ownPort) {
        HostAndPort host = request.authority();
        if (host == null
                || !LOOPBACK.contains(host.host().toLowerCase(Locale.ROOT))
                || host.port() != ownPort && !(host.port() <= 0 && ownPort == 80)) {
            return false;
        }
        String origin = request.getHeader("Origin");
        return origin == null || origin.equalsIgnoreCase("http://" + hostHeader(request));
    }

    private static String hostHeader(HttpServerRequest request) {
        String host = request.getHeader("Host");
        return host == null ? "" : host;
    }

    boolean hasKey(HttpServerRequest request) {
        if (key.isEmpty()) {
            return true;
        }
        String shown = request.getHeader(KEY_HEADER);
        return shown != null && MessageDigest.isEqual(key.get(), shown.getBytes(StandardCharsets.UTF_8));
    }
}
