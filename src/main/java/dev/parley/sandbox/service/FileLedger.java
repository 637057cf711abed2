package dev.parley.sandbox.service;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * A ledger on disk that never blocks the event loop: entries and the tasks that wait for them stand in one queue, which is
 * written and forced as a whole by another thread. While one batch is being forced the next one gathers, so a busy service
 * pays one force for many events.
 */
public final class FileLedger implements Ledger {
    private final LedgerFile file;
    private final Executor disk;
    private final Executor loop;
    private final Consumer<IOException> onFailure;

    /** Entries and tasks in the order they came. */
    private Queue<Object> queue = new ArrayDeque<>();

    private boolean busy;
    private boolean broken;

    /**
     * @param disk runs one task at a time, in order
     * @param loop the event loop; a task given to it runs in a turn of its own
     * @param onFailure told once, on the loop, when the disk refuses; nothing is kept or answered after that
     */
    public FileLedger(LedgerFile file, Executor disk, Executor loop, Consumer<IOException> onFailure) {
        this.file = file;
        this.disk = disk;
        this.loop = loop;
        this.onFailure = onFailure;
    }

    @Override
    public void append(LedgerEntry entry) {
        enqueue(entry);
    }

    @Override
    public void afterwards(Runnable task) {
        if (broken) {
            return;
        }
        if (busy) {
            queue.add(task);
        } else {
            task.run();
        }
    }

    private void enqueue(Object item) {
        if (broken) {
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
        disk.execute(() -> {
            try {
                file.append(entries);
                loop.execute(() -> written(batch));
            } catch (IOException e) {
                loop.execute(() -> failed(e));
            }
        });
    }

    private void written(Queue<Object> batch) {
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

    private void failed(IOException e) {
        broken = true;
        queue.clear();
        onFailure.accept(e);
    }

    @Override
    public void close(Runnable done) {
        Runnable finish = () -> disk.execute(() -> {
            file.close();
            loop.execute(done);
        });
        if (broken) {
            finish.run();
        } else {
            afterwards(() -> {
                broken = true;
                finish.run();
            });
        }
    }
}
