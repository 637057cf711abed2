package dev.parley.sandbox.service;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The ledger as bytes: a line of version, then one line a batch: CRC32C of the JSON in hex, a space, a JSON array of
 * entries. JSON has no line ends inside, so the line end does what a length would. A batch counts wholly or not at all.
 */
final class LedgerRecords {
    /** Whoever changes this must change how a record begins too: a record that holds shows that only this line is damaged. */
    static final byte[] HEADER = "parley-sandbox-ledger 1\n".getBytes(StandardCharsets.US_ASCII);

    private static final TypeReference<List<LedgerEntry>> ENTRIES = new TypeReference<>() {};
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(128)
                            .maxStringLength(4_000_000)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** Takes one batch after the other. */
    interface Sink {
        void take(List<LedgerEntry> batch) throws IOException;
    }

    /**
     * @param whole bytes up to the end of the last whole batch, the header included
     * @param headerHolds whether the first line is as it was written
     */
    record Extent(long whole, boolean headerHolds) {}

    /**
     * Reads every whole batch up to the first that does not hold, oldest first.
     *
     * @return empty when another version of the program wrote it
     */
    static Optional<Extent> read(Path path, Sink sink) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            byte[] header = in.readNBytes(HEADER.length);
            boolean holds = Arrays.equals(header, HEADER);
            long whole = header.length;
            Optional<byte[]> line = line(in);
            if (!holds && line.isPresent() && batch(line.get()).isEmpty()) {
                return Optional.empty();
            }
            for (; line.isPresent(); line = line(in)) {
                Optional<List<LedgerEntry>> batch = batch(line.get());
                if (batch.isEmpty()) {
                    break;
                }
                sink.take(batch.get());
                whole += line.get().length + 1L;
            }
            return Optional.of(new Extent(whole, holds));
        }
    }

    static byte[] record(List<LedgerEntry> batch) throws IOException {
        byte[] json = JSON.writerFor(ENTRIES).writeValueAsBytes(batch);
        ByteArrayOutputStream line = new ByteArrayOutputStream(json.length + 10);
        line.writeBytes(crc(json, 0).getBytes(StandardCharsets.US_ASCII));
        line.write(' ');
        line.writeBytes(json);
        line.write('\n');
        return line.toByteArray();
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

    private LedgerRecords() {}
}
