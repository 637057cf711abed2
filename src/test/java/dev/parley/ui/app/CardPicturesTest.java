package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.session.CardSample;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every kind of card at three sizes, with what Tab chooses. {@code -Dparley.rewrite=true} takes new pictures. */
class CardPicturesTest {
    static final List<String> CARDS = CardSample.NAMES;

    @ParameterizedTest
    @FieldSource("CARDS")
    void it_looks_as_in_its_picture(String name) throws IOException {
        StringBuilder pictures = new StringBuilder();
        for (int[] size : new int[][] {{120, 40}, {80, 24}, {60, 20}}) {
            pictures.append("== ").append(size[0]).append('x').append(size[1]).append('\n');
            pictures.append(history(shown(name, size[0], size[1]), size[0]));
        }

        assertThat(pictures.toString()).isEqualTo(kept(name, pictures.toString()));
    }

    private static AppDriver shown(String name, int columns, int rows) {
        Story ada = Story.ada();
        return new AppDriver(columns, rows)
                .tell(ada.open(), ada.name("Ada"), ada.shows("12:02", CardSample.of(name)))
                .press("Tab");
    }

    /** The rows that have something of the card, without the list beside them. */
    private static String history(AppDriver app, int columns) {
        StringBuilder rows = new StringBuilder();
        for (String row : app.screen().split("\n")) {
            int bar = row.indexOf('│');
            String history =
                    columns < 72 ? row : bar < 0 ? "" : row.substring(bar + 1).stripTrailing();
            if (!history.isBlank()) {
                rows.append(history).append('\n');
            }
        }
        return rows.toString();
    }

    private static String kept(String name, String now) throws IOException {
        String path = "/dev/parley/ui/cards/" + name + ".txt";
        if (Boolean.getBoolean("parley.rewrite")) {
            Path file = Path.of("src/test/resources" + path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, now);
            return now;
        }
        try (InputStream in = CardPicturesTest.class.getResourceAsStream(path)) {
            assertThat(in).as("the picture %s", path).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
