package dev.parley.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/** http and ws go to this machine and nowhere else; checked before any byte is sent (RELIABILITY.md 3.5). */
public final class ClearText {
    /** How a name becomes addresses: {@link InetAddress#getAllByName}. May block. */
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private ClearText() {}

    /** Why {@code server} must not be used; empty when it may. Resolves the host, so it may block: not on the event loop. */
    public static Optional<String> problem(URI server) {
        try {
            pin(Endpoint.of(server), InetAddress::getAllByName);
            return Optional.empty();
        } catch (Trouble trouble) {
            return Optional.of(trouble.sentence());
        }
    }

    /** The endpoint as it may be used; fails with {@link Trouble} when it may not. Blocking work is done on a worker. */
    static Future<Endpoint> check(Vertx vertx, Endpoint endpoint) {
        return endpoint.tls() || endpoint.pinned().isPresent()
                ? Future.succeededFuture(endpoint)
                : vertx.executeBlocking(() -> pin(endpoint, InetAddress::getAllByName));
    }

    static Endpoint pin(Endpoint endpoint, Resolver resolver) throws Trouble {
        if (endpoint.tls()) {
            return endpoint;
        }
        InetAddress[] addresses;
        try {
            addresses = resolver.resolve(endpoint.host());
        } catch (UnknownHostException unknown) {
            throw new Trouble(
                    Trouble.Hope.SOON,
                    "clear text (http, ws) goes to this machine only, and " + endpoint.host() + " cannot be found");
        }
        for (InetAddress address : addresses) {
            if (!address.isLoopbackAddress()) {
                throw new Trouble(
                        Trouble.Hope.NONE,
                        "clear text (http, ws) goes to this machine only, and " + endpoint.host()
                                + " is not: use https");
            }
        }
        return new Endpoint(endpoint.host(), endpoint.port(), false, Optional.of(addresses[0]));
    }
}
