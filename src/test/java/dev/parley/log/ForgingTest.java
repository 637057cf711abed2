package dev.parley.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.text.CellWall;
import dev.parley.text.Sanitizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** The whole corpus into the log: as a message, as a parameter, as an exception's message, as a logger's name. */
class ForgingTest {
    private static List<String> corpus() throws IOException {
        List<String> texts = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(Sanitizer.class.getResourceAsStream("attack-strings.json"))) {
            for (JsonNode entry : new ObjectMapper().readTree(in)) {
                if (entry.has("text")) {
                    texts.add(entry.get("text")
                            .textValue()
                            .repeat(Math.min(100, entry.path("repeat").asInt(1))));
                }
            }
        }
        return texts;
    }

    @Shows({"S14", "S5"})
    @Test
    void no_entry_of_the_corpus_makes_a_second_line_or_brings_a_control_into_the_log() throws IOException {
        int lines = check(new OneLine(Redaction.FULL));

        Figures.note("S14", "ForgingTest", lines + " records with the corpus in 4 places: one line each.");
        Figures.note("S5", "ForgingTest", lines + " log lines, 0 code points that are not safe in a terminal.");
    }

    @Shows(
            value = {"S14", "S5"},
            withoutGuard = true)
    @Test
    void without_the_sanitiser_the_same_check_fails() {
        OneLine raw = new OneLine(Redaction.FULL, text -> text);

        assertThatThrownBy(() -> check(raw)).isInstanceOf(AssertionError.class);
    }

    private static int check(OneLine formatter) throws IOException {
        int lines = 0;
        for (String text : corpus()) {
            LogRecord message = new LogRecord(Level.INFO, text);
            LogRecord parameter = new LogRecord(Level.WARNING, "it says {0}");
            parameter.setParameters(new Object[] {text});
            LogRecord thrown = new LogRecord(Level.WARNING, "failed");
            thrown.setThrown(new IOException(text, new IllegalStateException(text)));
            LogRecord named = new LogRecord(Level.INFO, "x");
            named.setLoggerName(text);
            for (LogRecord record : List.of(message, parameter, thrown, named)) {
                String line = formatter.format(record);

                assertThat(line).endsWith("\n");
                String shown = line.substring(0, line.length() - 1);
                assertThat(Sanitizer.NARROW.block(shown)).hasSize(1);
                assertThat(Sanitizer.NARROW.line(shown).clusters())
                        .allMatch(cluster -> CellWall.isSafe(cluster.text()) && !cluster.mark());
                lines++;
            }
        }
        return lines;
    }
}
