package dev.parley.sandbox.service;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.host.PrivateFiles;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * The ledger's file: a line of version, then one line a batch: CRC32C of the JSON in hex, a space, a JSON array of entries.
 * A batch counts wholly or not at all. Used by one thread at a time.
 */
public final class LedgerFile implements Closeable {
    private static final String HEADER = "parley-sandbox-ledger 1";
    private static final TypeReference<List<LedgerEntry>> ENTRIES = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(128)
                            .maxStringLength(4_000_000)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final FileChannel channel;
    private final Optional<Path> setAside;

    private LedgerFile(FileChannel channel, Optional<Path> setAside) {
        this.channel = channel;
        this.setAside = setAside;
    }

    /**
     * Opens or creates the ledger and hands every whole entry to {@code sink}, oldest first. What follows the last whole
     * batch (a torn line after a crash, a flipped bit) is moved to a file beside it, never deleted.
     *
     * @param asideName what that file is called
     * @throws StateRefused when another version of the program wrote it
     */
    public static LedgerFile open(Path path, String asideName, Consumer<LedgerEntry> sink)
            throws IOException, StateRefused {
        if (!Files.exists(path) || Files.size(path) == 0) {
            return create(path);
        }
        long whole = read(path, sink);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            Optional<Path> aside = Optional.empty();
            if (whole < channel.size()) {
                aside = Optional.of(path.resolveSibling(asideName));
                copyTail(channel, whole, aside.get());
                channel.truncate(whole);
                channel.force(true);
            }
            channel.position(whole);
            return new LedgerFile(channel, aside);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static LedgerFile create(Path path) throws IOException {
        FileChannel channel = PrivateFiles.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        writeFully(channel, (HEADER + "\n").getBytes(StandardCharsets.US_ASCII));
        channel.force(true);
        PrivateFiles.forceFolder(path.resolveSibling("."));
        return new LedgerFile(channel, Optional.empty());
    }

    /** Where the damaged end of the file went, if it had one. */
    public Optional<Path> setAside() {
        return setAside;
    }

    /** Returns when the batch is on the disk. */
    void append(List<LedgerEntry> batch) throws IOException {
        byte[] json = JSON.writerFor(ENTRIES).writeValueAsBytes(batch);
        ByteArrayOutputStream line = new ByteArrayOutputStream(json.length + 10);
        line.writeBytes(crc(json, 0).getBytes(StandardCharsets.US_ASCII));
        line.write(' ');
        line.writeBytes(json);
        line.write('\n');
        writeFully(channel, line.toByteArray());
        channel.force(false);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Everything answered for was forced before; there is nothing left to lose.
        }
    }

    /** Length in bytes of the whole part. */
    private static long read(Path path, Consumer<LedgerEntry> sink) throws IOException, StateRefused {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            Optional<byte[]> header = line(in);
            if (header.isEmpty() || !HEADER.equals(new String(header.get(), StandardCharsets.US_ASCII))) {
                throw new StateRefused("The sandbox's ledger " + path
                        + " was not written by this version of Parley; begin anew with --fresh");
            }
            long whole = header.get().length + 1L;
            for (Optional<byte[]> line = line(in); line.isPresent(); line = line(in)) {
                Optional<List<LedgerEntry>> batch = batch(line.get());
                if (batch.isEmpty()) {
                    break;
                }
                batch.get().forEach(sink);
                whole += line.get().length + 1L;
            }
            return whole;
        }
    }

    private static Optional<List<LedgerEntry>> batch(byte[] line) {
        if (line.length < 10 || line[8] != ' ') {
            return Optional.empty();
        }
        String written = new String(line, 0, 8, StandardCharsets.US_ASCII);
        if (!written.equals(crc(line, 9))) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readerFor(ENTRIES).readValue(line, 9, line.length - 9));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The next line without its end; empty when the file ends first. */
    private static Optional<byte[]> line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return Optional.of(line.toByteArray());
            }
            line.write(b);
        }
        return Optional.empty();
    }

    private static String crc(byte[] bytes, int from) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, bytes.length - from);
        return String.format("%08x", crc.getValue());
    }

    private static void copyTail(FileChannel from, long start, Path to) throws IOException {
        try (FileChannel out = PrivateFiles.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
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
