package dev.parley.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a file is what this version of Parley, or another one, wrote. SQLite's own check does not see a flipped bit in a
 * row, nor one in the header that only changes how it is read, nor that rows are missing: those are looked at here.
 */
final class Inspection {
    static final int PAGE = 4096;

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /** What stands in a SQLite file's first 100 bytes (https://www.sqlite.org/fileformat.html, 1.3), and never changes in ours. */
    private static final Map<Integer, Integer> FIXED =
            Map.of(18, 1, 19, 1, 20, 0, 21, 64, 22, 32, 23, 32, 47, 4, 59, 1, 55, 0, 67, 0);

    private Inspection() {}

    /**
     * The version the file says it has, twice.
     *
     * @throws Damaged when it is no file of ours
     */
    static int version(Path file, int application) throws IOException, Damaged {
        ByteBuffer header = ByteBuffer.allocate(100);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (header.hasRemaining() && channel.read(header) >= 0) {
                continue;
            }
        }
        if (header.hasRemaining()) {
            throw new Damaged("too short");
        }
        int version = header.getInt(60);
        if (header.getInt(68) != (application | version) || version < 1 || version > 255) {
            throw new Damaged("no version");
        }
        return version;
    }

    /** Of a file whose version is known to be one of ours. */
    static void header(Path file) throws IOException, Damaged {
        byte[] header = new byte[100];
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer into = ByteBuffer.wrap(header);
            while (into.hasRemaining() && channel.read(into) >= 0) {
                continue;
            }
        }
        for (int i = 0; i < MAGIC.length; i++) {
            if (header[i] != MAGIC[i]) {
                throw new Damaged("no SQLite file");
            }
        }
        if (((header[16] & 0xFF) << 8 | header[17] & 0xFF) != PAGE) {
            throw new Damaged("page size");
        }
        for (Map.Entry<Integer, Integer> fixed : FIXED.entrySet()) {
            if (header[fixed.getKey()] != fixed.getValue()) {
                throw new Damaged("header byte " + fixed.getKey());
            }
        }
    }

    /** @throws Damaged when a table is another than it should be, or the file's structure is broken */
    static void structure(Sql sql, List<String> statements) throws SQLException, IOException, Damaged {
        List<String> found = sql.rows("SELECT sql FROM sqlite_schema").stream()
                .map(row -> String.valueOf(row.get(0)))
                .toList();
        if (!found.equals(statements)) {
            throw new Damaged("other tables");
        }
        String verdict =
                String.valueOf(sql.rows("PRAGMA integrity_check(1)").get(0).get(0));
        if (!"ok".equals(verdict)) {
            throw new Damaged(verdict);
        }
    }

    /** @throws Damaged when a row is not what was written, or one is missing */
    static void rows(Sql sql, Layout layout) throws SQLException, IOException, Damaged {
        Map<String, Row> inventory = new HashMap<>();
        for (Table table : layout.tables()) {
            long[] count = {0};
            long[] faulty = {0};
            sql.each(table.select(), all -> {
                Optional<Row> row = Mine.whole(table, all);
                count[0]++;
                faulty[0] += row.isPresent() ? 0 : 1;
                if (row.isPresent() && table.equals(Layout.INVENTORY)) {
                    inventory.put(String.valueOf(row.get().values().get(0)), row.get());
                }
            });
            if (faulty[0] > 0) {
                throw new Damaged(faulty[0] + " of " + table.name());
            }
            Row counted = inventory.get(table.name());
            if (!table.equals(Layout.INVENTORY) && (counted == null || counted.whole(1) != count[0])) {
                throw new Damaged("rows missing in " + table.name());
            }
        }
    }

    static @Nullable Long count(@Nullable Row inventory) {
        return inventory != null && inventory.values().get(1) instanceof Long count ? count : null;
    }
}
