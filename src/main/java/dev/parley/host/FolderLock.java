package dev.parley.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One process at a time has a folder (RELIABILITY.md H5). The system's own lock, which goes with the process also after
 * kill -9; on file systems that know none, a file that only one can make, with who made it.
 *
 * <p>A process must not ask for a folder that it has: POSIX gives up the first lock when the second channel closes.
 */
public final class FolderLock implements AutoCloseable {
    /** The system's locks, handed in so that a file system without any can be played. */
    public interface Locks {
        /**
         * @return null when another process has it
         * @throws IOException where the file system has no locks
         */
        @Nullable
        FileLock tryLock(FileChannel channel) throws IOException;
    }

    private static final String LOCK = "lock";
    private static final String CLAIM = "lock.claim";
    private static final String TAKEOVER = "lock.takeover";
    private static final int LONGEST = 1_000;

    /** Open as long as the folder is ours. */
    private final @Nullable FileChannel channel;
    /** Ours to delete, where there are no locks. */
    private final @Nullable Path claim;

    private FolderLock(@Nullable FileChannel channel, @Nullable Path claim) {
        this.channel = channel;
        this.claim = claim;
    }

    /**
     * @param folder exists and is private
     * @throws Held when another process has it
     * @throws IOException when nothing can be written there
     */
    public static FolderLock take(Path folder) throws IOException, Held {
        return take(folder, FileChannel::tryLock, Instant.now());
    }

    /** Who holds {@code folder}, as far as can be told without taking its lock; empty when probably nobody does. */
    public static Optional<Holder> holderOf(Path folder) throws IOException {
        Optional<Holder> holder = holder(folder.resolve(LOCK)).filter(named -> !named.isGone());
        return holder.isPresent() ? holder : holder(folder.resolve(CLAIM)).filter(named -> !named.isGone());
    }

    static FolderLock take(Path folder, Locks locks, Instant now) throws IOException, Held {
        FileChannel channel = PrivateFiles.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean ours = false;
        try {
            ours = locked(channel, locks);
            if (!ours) {
                throw new Held(Holder.read(text(channel)), "");
            }
            say(channel, Holder.self(now));
            return new FolderLock(channel, null);
        } catch (NoLocks none) {
            return claim(folder, Holder.self(now));
        } finally {
            if (!ours) {
                channel.close();
            }
        }
    }

    private static boolean locked(FileChannel channel, Locks locks) throws NoLocks {
        try {
            return locks.tryLock(channel) != null;
        } catch (OverlappingFileLockException ourselves) {
            return false;
        } catch (IOException unsupported) {
            throw new NoLocks(unsupported);
        }
    }

    /** On a full disk the lock holds without saying whose it is. */
    private static void say(FileChannel channel, Holder self) {
        try {
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(self.written().getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException full) {
            return;
        }
    }

    private static String text(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    private static FolderLock claim(Path folder, Holder self) throws IOException, Held {
        Path claim = folder.resolve(CLAIM);
        try {
            return claimed(claim, self);
        } catch (FileAlreadyExistsException there) {
            refuseUnlessGone(claim);
        }
        // Only one may remove what a dead process left: another's fresh claim must not go with it.
        Path takeover = folder.resolve(TAKEOVER);
        try {
            write(takeover, self);
        } catch (FileAlreadyExistsException another) {
            throw new Held(holder(takeover), "if no other Parley is starting, remove " + takeover);
        }
        try {
            refuseUnlessGone(claim);
            Files.deleteIfExists(claim);
            return claimed(claim, self);
        } catch (FileAlreadyExistsException faster) {
            throw new Held(holder(claim), "");
        } finally {
            Files.deleteIfExists(takeover);
        }
    }

    private static FolderLock claimed(Path claim, Holder self) throws IOException {
        write(claim, self);
        return new FolderLock(null, claim);
    }

    private static void write(Path file, Holder self) throws IOException {
        try (FileChannel out = PrivateFiles.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(self.written().getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static void refuseUnlessGone(Path claim) throws IOException, Held {
        if (!Files.exists(claim)) {
            return;
        }
        Optional<Holder> holder = holder(claim);
        if (holder.isEmpty() || !holder.get().isGone()) {
            throw new Held(holder, "if that Parley is gone, remove " + claim);
        }
    }

    private static Optional<Holder> holder(Path file) throws IOException {
        try (FileChannel in = PrivateFiles.open(file, StandardOpenOption.READ)) {
            return Holder.read(text(in));
        } catch (java.nio.file.NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    /** Lets the next one in. */
    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
            }
            if (claim != null) {
                Files.deleteIfExists(claim);
            }
        } catch (IOException late) {
            // The lock goes with the process, and a claim is stale then.
            return;
        }
    }

    private static final class NoLocks extends Exception {
        private static final long serialVersionUID = 1;

        NoLocks(IOException cause) {
            super(cause);
        }
    }
}
