package dev.parley.cli;

import dev.parley.conversation.Ports;
import dev.parley.conversation.SentTexts;
import dev.parley.conversation.Storage;
import dev.parley.store.DiskStore;
import dev.parley.store.MemoryPorts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Where messages, drafts, marks and history are kept: the one place that chooses. To be closed after the last session,
 * before the folder is let go.
 *
 * @param warnings what the person should know of the files, a sentence each; to ask opens them
 */
record Kept(Ports.Factory ports, SentTexts sentTexts, Supplier<CompletionStage<List<String>>> warnings, Runnable end)
        implements AutoCloseable {
    static Kept on(Footing footing) {
        Path folder = footing.folder().orElse(Path.of(""));
        return switch (footing.kind()) {
            case HELD -> on(DiskStore.writing(folder, Clock.systemUTC()));
            case LOOKED_AT -> on(DiskStore.reading(folder, footing.why()));
            case MEMORY -> inMemory(new Storage(Storage.State.MEMORY, footing.why()));
        };
    }

    private static Kept on(DiskStore disk) {
        return new Kept(disk, disk.sentTexts(), disk::warnings, disk::close);
    }

    private static Kept inMemory(Storage how) {
        MemoryPorts memory = new MemoryPorts();
        return new Kept(
                new Saying(memory, how),
                memory.sentTexts(),
                () -> CompletableFuture.completedStage(List.of()),
                () -> {});
    }

    @Override
    public void close() {
        end.run();
    }

    /** Ports whose storage has a reason of our own. */
    private record Saying(Ports.Factory memory, Storage how) implements Ports.Factory {
        @Override
        public Ports of(String account, String consumerId) {
            return memory.of(account, consumerId);
        }

        @Override
        public CompletionStage<Storage> storage() {
            return CompletableFuture.completedStage(how);
        }
    }
}
