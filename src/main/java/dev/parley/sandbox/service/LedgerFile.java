package dev.parley.sandbox.service;

import dev.parley.host.PrivateFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The ledger's file, written as {@link LedgerRecords} has it. What does not hold after a crash is set aside, never deleted.
 * Used by one thread at a time.
 */
public final class LedgerFile implements FileLedger.Disk, Closeable {
    private final FileChannel channel;
    private final Optional<Path> setAside;

    /** Where the last whole batch ends; what a failed write left behind it is written over. */
    private long whole;

    private LedgerFile(FileChannel channel, long whole, Optional<Path> setAside) {
        this.channel = channel;
        this.whole = whole;
        this.setAside = setAside;
    }

    /**
     * Opens or creates the ledger and hands every whole entry to {@code sink}, oldest first. What follows the last whole
     * batch (a torn line after a crash, a flipped bit) is moved to a file beside it. A ledger that is mostly made of what no
     * longer matters is written anew without that.
     *
     * @param asideName what the file with the damaged part is called
     * @throws StateRefused when another version of the program wrote it
     */
    public static LedgerFile open(Path path, String asideName, Consumer<LedgerEntry> sink)
            throws IOException, StateRefused {
        Files.deleteIfExists(beside(path));
        if (!Files.exists(path) || isBegunHeader(path)) {
            return create(path);
        }
        Compaction compaction = new Compaction();
        LedgerRecords.Extent extent = LedgerRecords.read(path, batch -> {
                    batch.forEach(sink);
                    compaction.count(batch);
                })
                .orElseThrow(() -> new StateRefused("The sandbox's ledger " + path
                        + " was not written by this version of Parley; begin anew with --fresh"));
        Optional<Path> aside = Optional.empty();
        if (extent.whole() < Files.size(path) || !extent.headerHolds()) {
            aside = Optional.of(path.resolveSibling(asideName));
            copy(path, extent.headerHolds() ? extent.whole() : 0, aside.get());
        }
        if (!extent.headerHolds() || compaction.isWorthIt()) {
            return new LedgerFile(rewrite(path, compaction), Files.size(path), aside);
        }
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (extent.whole() < channel.size()) {
                channel.truncate(extent.whole());
                channel.force(true);
            }
            return new LedgerFile(channel, extent.whole(), aside);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Hands every whole entry of a ledger to {@code sink} and changes nothing, also while a sandbox is writing it. */
    public static void look(Path path, Consumer<LedgerEntry> sink) throws IOException {
        if (LedgerRecords.read(path, batch -> batch.forEach(sink)).isEmpty()) {
            throw new IOException("not a ledger of this version: " + path);
        }
    }

    /** Whether its process was killed before it had written the first line. */
    private static boolean isBegunHeader(Path path) throws IOException {
        if (Files.size(path) >= LedgerRecords.HEADER.length) {
            return false;
        }
        byte[] begun = Files.readAllBytes(path);
        return Arrays.equals(begun, Arrays.copyOf(LedgerRecords.HEADER, begun.length));
    }

    private static LedgerFile create(Path path) throws IOException {
        FileChannel channel = PrivateFiles.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        writeFully(channel, LedgerRecords.HEADER);
        channel.force(true);
        PrivateFiles.forceFolder(path.resolveSibling("."));
        return new LedgerFile(channel, LedgerRecords.HEADER.length, Optional.empty());
    }

    /** Written beside and renamed: a crash leaves either the old ledger or the new one, each whole. */
    private static FileChannel rewrite(Path path, Compaction compaction) throws IOException {
        Path beside = beside(path);
        FileChannel out = PrivateFiles.open(
                beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            writeFully(out, LedgerRecords.HEADER);
            compaction.living(path, batch -> writeFully(out, LedgerRecords.record(batch)));
            out.force(true);
            Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            PrivateFiles.forceFolder(path.resolveSibling("."));
            return out;
        } catch (IOException e) {
            out.close();
            throw e;
        }
    }

    private static Path beside(Path path) {
        return path.resolveSibling(path.getFileName() + ".new");
    }

    /** Where the damaged part of the file went, if it had one. */
    public Optional<Path> setAside() {
        return setAside;
    }

    @Override
    public void append(List<LedgerEntry> batch) throws IOException {
        if (channel.size() > whole) {
            channel.truncate(whole);
        }
        channel.position(whole);
        byte[] record = LedgerRecords.record(batch);
        writeFully(channel, record);
        channel.force(false);
        whole += record.length;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Everything answered for was forced before; there is nothing left to lose.
        }
    }

    private static void copy(Path path, long start, Path to) throws IOException {
        try (FileChannel from = FileChannel.open(path, StandardOpenOption.READ);
                FileChannel out = PrivateFiles.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long at = start;
            while (at < from.size()) {
                at += from.transferTo(at, from.size() - at, out);
            }
            out.force(true);
        }
    }

    private static void writeFully(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
