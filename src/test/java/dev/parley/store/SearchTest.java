package dev.parley.store;

import static dev.parley.store.Sample.now;
import static dev.parley.store.Sample.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.History;
import dev.parley.conversation.TimelineEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index on disk finds what a plain look through all turns finds, whatever is looked for. */
class SearchTest {
    private static final long SEED = 20_261_122;

    /** Pieces that a query language, a tokenizer or a decoder might stumble over. */
    private static final List<String> PIECES = List.of(
            "the",
            "café",
            "CAFE\u0301",
            "order",
            "12",
            "7",
            "a",
            "\"",
            "'",
            "*",
            "(",
            ")",
            "AND",
            "OR",
            "NOT",
            "NEAR",
            ":",
            "^",
            "-",
            "+",
            "%",
            "_",
            "\\",
            "ß",
            "SS",
            "\u0130",
            "\u0131",
            "Σ",
            "ς",
            "日本語",
            "日本",
            "\ud83d\ude00\ud83d\ude00",
            "\ud83d",
            "\ude00",
            "\u0000",
            "\u200b",
            "ﬁn",
            "fin",
            "Ⅷ",
            "½",
            "e\u0301\u0302",
            " ",
            " ",
            " ",
            "\n",
            "\t",
            "\u00a0");

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final History plain = new MemoryHistory();
    private DiskStore store;
    private History onDisk;

    @BeforeEach
    void open() {
        store = DiskStore.writing(folder, Sample.CLOCK);
        onDisk = Sample.ports(store).history();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void both_find_the_same_turns_in_the_same_order() {
        for (String conversation : List.of("c", "d", "e")) {
            List<TimelineEvent> events = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                events.add(said(i, text(1 + random.nextInt(9))));
            }
            now(plain.add(conversation, conversation, events));
            now(onDisk.add(conversation, conversation, events));
        }
        int found = 0;
        for (int i = 0; i < 400; i++) {
            String query = text(1 + random.nextInt(3));
            Optional<String> where = random.nextBoolean() ? Optional.of("d") : Optional.empty();
            int most = 1 + random.nextInt(40);

            List<History.Hit> hits = now(onDisk.find(query, where, most));

            assertThat(hits).as("seed %d, %d: %s", SEED, i, query).isEqualTo(now(plain.find(query, where, most)));
            found += hits.size();
        }
        assertThat(found).isGreaterThan(400);
    }

    private String text(int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @Test
    void a_whole_pasted_page_can_be_looked_for() {
        String page = "all work and no play makes a dull terminal ".repeat(200);
        now(onDisk.add("c", "c", List.of(said(1, page))));

        List<History.Hit> hits = now(onDisk.find(page, Optional.empty(), 5));

        assertThat(hits).hasSize(1);
    }
}
