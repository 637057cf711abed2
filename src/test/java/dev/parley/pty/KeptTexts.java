package dev.parley.pty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What of a person's own texts a client has on disk, read from copies of its files as a kill has left them: to look at them in
 * place would mend them.
 *
 * @param outbox in order of acceptance
 */
record KeptTexts(List<String> outbox, Set<String> drafts) {
    private static final String FILE = "mine.db";

    /** Nothing, where nothing has been written yet. */
    static KeptTexts in(Path home) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("kept");
        try {
            return Files.exists(home) ? copied(home, folder) : none();
        } finally {
            try (Stream<Path> copies = Files.list(folder)) {
                for (Path copy : copies.toList()) {
                    Files.delete(copy);
                }
            }
            Files.delete(folder);
        }
    }

    boolean has(String text) {
        return outbox.contains(text) || drafts.contains(text);
    }

    private static KeptTexts none() {
        return new KeptTexts(List.of(), Set.of());
    }

    private static KeptTexts copied(Path home, Path folder) throws IOException, SQLException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(home)) {
            paths.filter(path -> path.getFileName().toString().equals(FILE)).forEach(files::add);
        }
        if (files.isEmpty()) {
            return none();
        }
        // Its journal first: one that is committed meanwhile is then applied to what it was written for, or is not
        // there.
        for (String beside : new String[] {"-journal", "-wal", ""}) {
            Path original = files.get(0).resolveSibling(FILE + beside);
            if (Files.exists(original)) {
                Files.copy(original, folder.resolve(FILE + beside));
            }
        }
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(FILE))) {
            return new KeptTexts(
                    texts(file, "SELECT text FROM outbox ORDER BY number"),
                    new HashSet<>(texts(file, "SELECT text FROM drafts")));
        }
    }

    private static List<String> texts(Connection file, String question) throws SQLException {
        try (Statement statement = file.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
