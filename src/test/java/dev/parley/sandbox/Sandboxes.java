package dev.parley.sandbox;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts sandboxes and ends them with the test. */
final class Sandboxes implements AfterEachCallback {
    private final List<Sandbox> running = new ArrayList<>();

    Sandbox start(SandboxOptions options) {
        Sandbox sandbox =
                Sandbox.start(options).toCompletionStage().toCompletableFuture().join();
        running.add(sandbox);
        return sandbox;
    }

    static void close(Sandbox sandbox) {
        sandbox.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        running.forEach(Sandboxes::close);
    }
}
