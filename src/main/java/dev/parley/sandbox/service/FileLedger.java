package dev.parley.sandbox.service;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * A ledger on disk that never blocks the event loop: entries and the tasks that wait for them stand in one queue, which is
 * written and forced as a whole by another thread. While one batch is being forced the next one gathers, so a busy service
 * pays one force for many events.
 */
public final class FileLedger implements Ledger {
    private final Disk file;
    private final Executor disk;
    private final Executor loop;
    private final Trouble trouble;

    /** Where batches go; {@link LedgerFile} outside of tests. */
    public interface Disk {
        /** Returns when the batch is kept. After a failure the same batch can be tried again. */
        void append(List<LedgerEntry> batch) throws IOException;

        void close();
    }

    /** What to do when the disk refuses: told on the loop. */
    public interface Trouble {
        /** Once at the first refusal. Nothing is kept or answered until {@link #over}. */
        void begun(IOException e);

        /** Runs {@code again} on the loop in a while, or never. */
        void later(Runnable again);

        /** What was refused is on the disk now, and all goes on. */
        void over();
    }

    /** Entries and tasks in the order they came. */
    private Queue<Object> queue = new ArrayDeque<>();

    private boolean busy;
    private boolean refused;
    private boolean closed;

    /**
     * @param disk runs one task at a time, in order
     * @param loop the event loop; a task given to it runs in a turn of its own
     */
    public FileLedger(Disk file, Executor disk, Executor loop, Trouble trouble) {
        this.file = file;
        this.disk = disk;
        this.loop = loop;
        this.trouble = trouble;
    }

    @Override
    public void append(LedgerEntry entry) {
        enqueue(entry);
    }

    @Override
    public void afterwards(Runnable task) {
        if (closed) {
            return;
        }
        if (busy) {
            queue.add(task);
        } else {
            task.run();
        }
    }

    private void enqueue(Object item) {
        if (closed) {
            return;
        }
        queue.add(item);
        if (!busy) {
            busy = true;
            // In a turn of its own, so that a batch never ends in the middle of what one turn appends.
            loop.execute(this::flush);
        }
    }

    private void flush() {
        Queue<Object> batch = queue;
        queue = new ArrayDeque<>();
        List<LedgerEntry> entries = new ArrayList<>();
        for (Object item : batch) {
            if (item instanceof LedgerEntry entry) {
                entries.add(entry);
            }
        }
        if (entries.isEmpty()) {
            written(batch);
            return;
        }
        write(batch, entries);
    }

    private void write(Queue<Object> batch, List<LedgerEntry> entries) {
        if (closed) {
            return;
        }
        disk.execute(() -> {
            try {
                file.append(entries);
                loop.execute(() -> written(batch));
            } catch (IOException e) {
                loop.execute(() -> failed(batch, entries, e));
            }
        });
    }

    private void written(Queue<Object> batch) {
        if (refused) {
            refused = false;
            trouble.over();
        }
        for (Object item : batch) {
            if (item instanceof Runnable task) {
                task.run();
            }
        }
        if (queue.isEmpty()) {
            busy = false;
        } else {
            loop.execute(this::flush);
        }
    }

    /** The state is ahead of the disk by this batch, and nobody was told of it: so it is this batch that must get there. */
    private void failed(Queue<Object> batch, List<LedgerEntry> entries, IOException e) {
        if (!refused) {
            refused = true;
            trouble.begun(e);
        }
        trouble.later(() -> write(batch, entries));
    }

    @Override
    public void close(Runnable done) {
        Runnable finish = () -> {
            closed = true;
            disk.execute(() -> {
                file.close();
                loop.execute(done);
            });
        };
        if (refused || closed) {
            finish.run();
        } else {
            afterwards(finish);
        }
    }
}
