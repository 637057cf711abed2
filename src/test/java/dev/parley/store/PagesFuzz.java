package dev.parley.store;

import dev.parley.fuzz.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A file that was a SQLite one: searched for rows to its end, whatever it says of itself. */
public final class PagesFuzz {
    private PagesFuzz() {}

    public static void search(byte[] input) {
        withFile(file -> {
            Files.write(file, input);
            int[] rows = {0};
            Pages.of(file).search((values, listed) -> {
                rows[0]++;
                for (Table table : Layout.ALL.get(0).tables()) {
                    Mine.whole(table, values);
                }
            });
            Found.unless(rows[0] <= input.length, "more rows than bytes");
            return input;
        });
    }

    /** One of two pages, with a row that goes on in the second one. */
    public static List<byte[]> seeds() {
        return List.of(withFile(file -> {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    Statement sql = connection.createStatement()) {
                sql.execute("PRAGMA page_size = 4096");
                sql.execute("CREATE TABLE sent(n INTEGER PRIMARY KEY, text, crc)");
                sql.execute(
                        "INSERT INTO sent VALUES(1, 'words', 12345), (2, x'00ff', -1), (3, hex(zeroblob(2500)), 0)");
            }
            return Files.readAllBytes(file);
        }));
    }

    private interface Use {
        byte[] of(Path file) throws IOException, SQLException;
    }

    private static byte[] withFile(Use use) {
        try {
            Path file = Files.createTempFile("pages", ".db");
            try {
                return use.of(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
