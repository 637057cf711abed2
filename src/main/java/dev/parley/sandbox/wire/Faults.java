package dev.parley.sandbox.wire;

import java.util.concurrent.Executor;

/** What goes wrong between a client and the service, on demand: for tests and demonstrations. Any thread. */
public final class Faults {
    private final Server server;
    private final Executor loop;

    Faults(Server server, Executor loop) {
        this.server = server;
        this.loop = loop;
    }

    /** Every socket falls silent both ways but stays up, as if this process were stopped; so do sockets that come later. */
    public void mute() {
        loop.execute(() -> server.mute(true));
    }

    /** What was held back while mute is now read and sent. */
    public void unmute() {
        loop.execute(() -> server.mute(false));
    }

    /** Every socket is closed with this code (1000 or 3000 to 4999, or one of the protocol's) and reason. */
    public void close(int code, String reason) {
        loop.execute(() -> server.sockets().forEach(socket -> socket.close(code, reason)));
    }

    /** Every upgrade is refused with this HTTP status until {@link #admit}. */
    public void refuse(int status) {
        loop.execute(() -> server.refuse(status));
    }

    public void admit() {
        loop.execute(() -> server.refuse(0));
    }
}
