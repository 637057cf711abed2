package dev.parley.cli;

import dev.parley.config.Refusal;
import dev.parley.config.StateFolder;
import dev.parley.host.FolderLock;
import dev.parley.host.Held;
import dev.parley.host.NotPrivate;
import dev.parley.host.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What this client stands on: a folder that it holds, one at which it only looks, or nothing but its own memory. RELIABILITY.md
 * H4 and H5.
 *
 * @param folder empty when there is no place for one; in {@link Kind#MEMORY} one that need not exist
 * @param why it is not {@link Kind#HELD}, for the person; else empty
 */
record Footing(Kind kind, Optional<Path> folder, String why, Optional<FolderLock> lock) implements AutoCloseable {
    enum Kind {
        HELD,
        LOOKED_AT,
        MEMORY
    }

    /**
     * @param folder empty when neither HOME nor XDG_STATE_HOME is set
     * @param readOnly whether only to look at it, whoever holds it
     * @throws Refusal when another Parley holds it, or another user could write to it; never because nothing can be written
     */
    static Footing of(Optional<Path> folder, boolean readOnly) throws Refusal {
        if (readOnly) {
            return lookAt(folder);
        }
        if (folder.isEmpty()) {
            return memory(folder, "neither HOME nor XDG_STATE_HOME is set");
        }
        Path path = folder.get();
        try {
            PrivateFiles.makeFolder(path);
            return new Footing(Kind.HELD, folder, "", Optional.of(FolderLock.take(path)));
        } catch (NotPrivate shared) {
            throw StateFolder.refusal(shared);
        } catch (Held held) {
            throw new Refusal(Refusal.IN_USE, StateFolder.inUse(path, held));
        } catch (IOException failed) {
            return memory(folder, "nothing can be written to " + path + " (" + reason(failed) + ")");
        }
    }

    private static Footing memory(Optional<Path> folder, String why) {
        return new Footing(Kind.MEMORY, folder, why + ": what you write is kept in memory only", Optional.empty());
    }

    private static Footing lookAt(Optional<Path> folder) throws Refusal {
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            throw new Refusal(
                    Refusal.USAGE,
                    "there is nothing to look at"
                            + folder.map(path -> " in " + path).orElse("") + ": start without --read-only.");
        }
        try {
            PrivateFiles.makeFolder(folder.get());
            String why = FolderLock.holderOf(folder.get())
                    .map(holder -> StateFolder.named(holder) + " has the state; this Parley only looks at it")
                    .orElse("this Parley was started with --read-only");
            return new Footing(Kind.LOOKED_AT, folder, why, Optional.empty());
        } catch (NotPrivate shared) {
            throw StateFolder.refusal(shared);
        } catch (IOException unreadable) {
            throw new Refusal(Refusal.FAILED, "cannot read " + folder.get() + " (" + reason(unreadable) + ").");
        }
    }

    private static String reason(IOException failed) {
        String said = failed instanceof java.nio.file.FileSystemException of ? of.getReason() : failed.getMessage();
        return said == null ? failed.getClass().getSimpleName() : said;
    }

    boolean writes() {
        return kind == Kind.HELD;
    }

    /** Lets the next one in. */
    @Override
    public void close() {
        lock.ifPresent(FolderLock::close);
    }
}
