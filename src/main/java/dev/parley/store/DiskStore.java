package dev.parley.store;

import dev.parley.conversation.Drafts;
import dev.parley.conversation.History;
import dev.parley.conversation.Marks;
import dev.parley.conversation.Outbox;
import dev.parley.conversation.Ports;
import dev.parley.conversation.SentTexts;
import dev.parley.conversation.Storage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ports on disk: {@code mine.db} holds what the person wrote, {@code history.db} what the service has as well (DESIGN.md
 * section 4). All work is done on one thread of its own, in order; methods return at once and may be called from any
 * thread. Stages complete on that thread, each when what it tells of is on disk; one that fails carries a
 * reason for the person, after which the store can be used as before.
 *
 * <p>Nothing is opened before the first work, or the first question how it went: {@link #storage()}, {@link #warnings()}.
 */
public final class DiskStore implements Ports.Factory, AutoCloseable {
    private final Worker worker = new Worker();
    private final Shelf<Mine> mine;
    private final Shelf<Sql> history;
    private final SentTexts sentTexts;
    private final @Nullable String readOnly;
    private final Map<Owner, Ports> ports = new ConcurrentHashMap<>();
    /** What the files have told of themselves, by the worker thread. */
    private final CopyOnWriteArrayList<String> warnings;

    private DiskStore(
            StoreFile<Mine> mineFile,
            StoreFile<Sql> historyFile,
            CopyOnWriteArrayList<String> warnings,
            @Nullable String readOnly) {
        this.warnings = warnings;
        this.readOnly = readOnly;
        mine = new Shelf<>(worker, mineFile, readOnly);
        history = new Shelf<>(worker, historyFile, readOnly);
        sentTexts = new DiskSentTexts(mine, new MemorySentTexts());
        worker.start(List.of(mine, history));
    }

    /**
     * Keeps it in {@code folder}.
     *
     * @param folder is there, private (0700) and held by this process
     * @param clock for the names of files that are set aside
     */
    public static DiskStore writing(Path folder, Clock clock) {
        return writing(folder, clock, Layout.ALL, Calls.UNHINDERED);
    }

    static DiskStore writing(Path folder, Clock clock, List<Layout> layouts, Calls calls) {
        CopyOnWriteArrayList<String> warnings = new CopyOnWriteArrayList<>();
        Folder files = new Folder(folder, clock, calls);
        return new DiskStore(
                new MineFile(files, layouts, warnings::addIfAbsent), new HistoryFile(files), warnings, null);
    }

    /**
     * Looks at what another process keeps in {@code folder}, as it is at the first question; every write fails.
     *
     * @param why a sentence, e.g. who has it
     */
    public static DiskStore reading(Path folder, String why) {
        Folder files = new Folder(folder, Clock.systemUTC(), Calls.UNHINDERED);
        return new DiskStore(
                SnapshotFile.mine(files, Layout.ALL.get(Layout.ALL.size() - 1)),
                SnapshotFile.history(files),
                new CopyOnWriteArrayList<>(),
                why);
    }

    @Override
    public Ports of(String account, String consumerId) {
        return ports.computeIfAbsent(new Owner(account, consumerId), this::ports);
    }

    private Ports ports(Owner owner) {
        MemoryDrafts draftsInMemory = new MemoryDrafts();
        Consumer<String> warn = warnings::addIfAbsent;
        Outbox outbox = new DiskOutbox(mine, owner, new MemoryOutbox(draftsInMemory), warn);
        Drafts drafts = new DiskDrafts(mine, owner, draftsInMemory, warn);
        Marks marks = new DiskMarks(mine, owner, new MemoryMarks(), warn);
        History said = new DiskHistory(history, owner, new MemoryHistory());
        return new Ports(outbox, drafts, said, marks);
    }

    /** One for all consumers. */
    public SentTexts sentTexts() {
        return sentTexts;
    }

    @Override
    public CompletionStage<Storage> storage() {
        String why = readOnly;
        if (why != null) {
            return CompletableFuture.completedStage(new Storage(Storage.State.READ_ONLY, why));
        }
        return mine.opening()
                .thenApply(reason -> reason.isEmpty()
                        ? Storage.KEPT
                        : new Storage(Storage.State.MEMORY, "what you write is kept in memory only: " + reason));
    }

    /**
     * What the person should know of the files, a sentence each: that one was damaged and what is lost, that the history is
     * kept in memory only. Known when both are opened, which this makes happen; never fails.
     */
    public CompletionStage<List<String>> warnings() {
        return mine.opening().thenCombine(history.opening(), (ofMine, ofHistory) -> {
            if (readOnly == null) {
                told(ofHistory, "What is said is kept in memory only: ");
            } else {
                told(ofMine, "What was typed cannot be read: ");
                told(ofHistory, "What was said cannot be read: ");
            }
            return List.copyOf(warnings);
        });
    }

    private void told(String reason, String what) {
        if (!reason.isEmpty()) {
            warnings.addIfAbsent(what + reason + ".");
        }
    }

    /** Finishes what was handed in, for a second at most; later work fails. Any thread but the store's own; idempotent. */
    @Override
    public void close() {
        worker.close();
    }
}
