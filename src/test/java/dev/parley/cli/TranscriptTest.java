package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.config.Refusal;
import dev.parley.conversation.Content;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.History;
import dev.parley.conversation.Role;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.Who;
import dev.parley.log.Redaction;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.store.MemoryPorts;
import dev.parley.text.CellWall;
import dev.parley.text.Sanitizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranscriptTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Who ME = new Who("me", Role.CONSUMER, true);
    private static final Who ADA = new Who("ada", Role.BOT, false);
    private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJl";

    private final History history = new MemoryPorts().of("a", "me").history();
    private final ExportCommand export = new ExportCommand();

    @TempDir
    Path folder;

    @Test
    void a_conversation_is_told_in_order_with_who_said_what_when_and_what_is_missing() {
        kept("c", turn(0, ME, "hello"), turn(1, ADA, "good\nmorning"), turn(4, ADA, "still there?"));
        history.name(new History.Name("ada", "Ada", true));
        history.addHole("c", "c", 2, 3);

        assertThat(export.of(history, transcript(Redaction.FULL)))
                .containsExactly(
                        "# Parley transcript of conversation c, account 12345678",
                        "# written 2026-11-22 12:00:00 +00:00, times in Z",
                        "# taken out: card numbers. All else is as it was said.",
                        "2026-11-22 12:00:00 +00:00  you: hello",
                        "2026-11-22 12:00:01 +00:00  Ada (bot): good",
                        "    | morning",
                        "# missing: sequence 2 to 3",
                        "2026-11-22 12:00:04 +00:00  Ada (bot): still there?");
    }

    @Test
    void one_conversation_can_be_asked_for() {
        kept("c", turn(0, ME, "hello"));
        kept("d", turn(0, ME, "other"));
        export.conversation = "d";

        assertThat(export.of(history, transcript(Redaction.FULL)))
                .anyMatch(line -> line.endsWith("other"))
                .noneMatch(line -> line.endsWith("hello"));
    }

    @Shows({"S13", "S6"})
    @Test
    void card_numbers_and_tokens_are_taken_out() {
        kept("c", turn(0, ME, "4111\u200b1111 1111 1111 and " + JWT));

        assertThat(export.of(history, transcript(Redaction.FULL)))
                .last()
                .asString()
                .endsWith("you: [card number] and [redacted]");
    }

    @Shows("S5")
    @Test
    void no_entry_of_the_corpus_makes_a_line_of_its_own_or_brings_a_control_into_it() throws IOException {
        int lines = checkCorpus(transcript(Redaction.FULL));

        Figures.note("S5", "TranscriptTest", lines + " lines of transcript, 0 unsafe code points, 0 forged lines.");
    }

    @Shows(value = "S5", withoutGuard = true)
    @Test
    void without_the_sanitiser_the_same_check_fails() {
        Transcript raw = new Transcript("1", NOON, ZoneId.of("Z"), "", Redaction.FULL, List::of);

        assertThatThrownBy(() -> checkCorpus(raw)).isInstanceOf(AssertionError.class);
    }

    @Shows("S10")
    @Test
    void the_file_is_new_and_only_ours() throws Exception {
        export.output = folder.resolve("transcript");

        export.write(List.of("a", "b"), new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

        assertThat(export.output).hasContent("a\nb\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(export.output)))
                .isEqualTo("rw-------");
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> export.write(List.of("c"), System.out));
        assertThat(refusal.sentence()).contains("already");
        assertThat(export.output).hasContent("a\nb\n");
    }

    private int checkCorpus(Transcript transcript) throws IOException {
        List<Turn> turns = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(Sanitizer.class.getResourceAsStream("attack-strings.json"))) {
            for (JsonNode entry : new ObjectMapper().readTree(in)) {
                if (entry.has("text")) {
                    turns.add(turn(turns.size(), ADA, entry.get("text").textValue()));
                }
            }
        }
        Turn[] all = turns.toArray(Turn[]::new);
        kept("c", all);
        history.name(new History.Name("ada", "A\u001b[2Jda\nyou: forged", false));
        List<String> lines = export.of(history, transcript);
        assertThat(lines.stream().filter(line -> line.startsWith("2026-"))).hasSameSizeAs(turns);
        for (String line : lines) {
            assertThat(line).matches("(?s)(# |2026-|    \\| ).*");
            assertThat(Sanitizer.NARROW.block(line)).hasSize(1);
            assertThat(Sanitizer.NARROW.line(line).clusters())
                    .allMatch(cluster -> CellWall.isSafe(cluster.text()) && !cluster.mark());
        }
        return lines.size();
    }

    private static Transcript transcript(Redaction redaction) {
        return new Transcript("12345678", NOON, ZoneId.of("Z"), "card numbers", redaction);
    }

    private static Turn turn(long sequence, Who who, String text) {
        return new Turn(sequence, who, NOON.plusSeconds(sequence), Content.Text.of(text), Optional.empty());
    }

    private void kept(String id, TimelineEvent... events) {
        history.keep(new ConversationFacts(
                id,
                true,
                List.of(ME, ADA),
                Optional.empty(),
                NOON,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "NORMAL",
                List.of(),
                1,
                Optional.empty()));
        history.add(id, id, List.of(events));
    }
}
