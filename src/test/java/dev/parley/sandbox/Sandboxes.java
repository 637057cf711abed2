package dev.parley.sandbox;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts sandboxes and ends them with the test, as well as the peers that came to them. */
final class Sandboxes implements AfterEachCallback {
    private final List<Sandbox> running = new ArrayList<>();
    private final List<RawPeer> peers = new ArrayList<>();

    Sandbox start(SandboxOptions options) {
        Sandbox sandbox = await(Sandbox.start(options));
        running.add(sandbox);
        return sandbox;
    }

    RawPeer keep(RawPeer peer) {
        peers.add(peer);
        return peer;
    }

    static void close(Sandbox sandbox) {
        await(sandbox.close());
    }

    static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        peers.forEach(RawPeer::close);
        running.forEach(Sandboxes::close);
    }
}
