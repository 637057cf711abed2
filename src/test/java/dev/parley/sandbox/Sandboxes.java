package dev.parley.sandbox;

import dev.parley.host.NotPrivate;
import dev.parley.host.PrivateFiles;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts sandboxes and ends them with the test, as well as the peers that came to them. */
final class Sandboxes implements AfterEachCallback {
    /** Of the first sandbox that made one: making it takes longer than most of what is done with it. */
    private static final AtomicReference<byte[]> KEY = new AtomicReference<>();

    private final List<Sandbox> running = new ArrayList<>();
    private final List<RawPeer> peers = new ArrayList<>();

    Sandbox start(SandboxOptions options) {
        options.folder().ifPresent(Sandboxes::lendKey);
        Sandbox sandbox = await(Sandbox.start(options));
        running.add(sandbox);
        options.folder().ifPresent(Sandboxes::rememberKey);
        return sandbox;
    }

    private static void lendKey(Path folder) {
        byte[] key = KEY.get();
        if (key == null || Files.exists(folder) || !Files.isDirectory(folder.getParent())) {
            return;
        }
        try {
            PrivateFiles.makeFolder(folder);
            PrivateFiles.replace(folder.resolve("key"), key);
        } catch (IOException | NotPrivate unfit) {
            throw new AssertionError(unfit);
        }
    }

    private static void rememberKey(Path folder) {
        try {
            if (KEY.get() == null && Files.exists(folder.resolve("key"))) {
                KEY.set(Files.readAllBytes(folder.resolve("key")));
            }
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
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
