package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Attached.Saving;
import dev.parley.conversation.TimelineEvent.Receipt;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.conversation.TimelineEvent.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What became of files and secure forms, in whatever order it comes. */
class AttachmentsTest {
    private static final Content.SecureForm FORM = new Content.SecureForm("contact", "i1", "Your address");
    private static final Content.File FILE = new Content.File("A disc", "/v1/a.PNG", "PNG", 0);

    private final Timeline timeline = new Timeline(Sample.C);

    private static Turn turn(long sequence, Who who, Content content) {
        return new Turn(sequence, who, Instant.EPOCH, content, Optional.empty());
    }

    private static Receipt receipt(long sequence, Who who, ReceiptStatus status, long about) {
        return new Receipt(sequence, who, status, List.of(about));
    }

    private Attached first() {
        return timeline.rows().stream()
                .flatMap(List::stream)
                .filter(TimelineItem.Said.class::isInstance)
                .map(item -> ((TimelineItem.Said) item).attached())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "VIEWED, ABORTED, ABORTED",
        "ABORTED, VIEWED, VIEWED",
        "SUBMITTED, VIEWED, SUBMITTED",
        "VIEWED, SUBMITTED, SUBMITTED",
        "ERROR, VIEWED, VIEWED"
    })
    void the_later_word_counts_but_what_was_sent_stays_sent(
            ReceiptStatus one, ReceiptStatus other, ReceiptStatus shown) {
        timeline.add(turn(0, Sample.AGENT, FORM));
        timeline.add(receipt(1, Sample.SELF, one, 0));

        timeline.add(receipt(2, Sample.SELF, other, 0));

        assertThat(first().told()).isEqualTo(shown);
    }

    @Test
    void any_order_gives_the_same() {
        List<TimelineEvent> events = new ArrayList<>(List.of(
                turn(0, Sample.AGENT, FORM),
                receipt(1, Sample.SELF, ReceiptStatus.VIEWED, 0),
                receipt(2, Sample.SELF, ReceiptStatus.ABORTED, 0),
                receipt(3, Sample.SELF, ReceiptStatus.VIEWED, 0),
                turn(4, Sample.SELF, new Content.FormSubmission("s1", "i1"))));
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            Timeline mixed = new Timeline(Sample.C);
            Collections.shuffle(events, random);
            events.forEach(mixed::add);

            assertThat(((TimelineItem.Said) mixed.rows().get(0).get(0))
                            .attached()
                            .told())
                    .as("round %s", round)
                    .isEqualTo(ReceiptStatus.SUBMITTED);
        }
    }

    @Test
    void only_the_consumers_own_access_says_that_a_file_was_saved() {
        timeline.add(turn(0, Sample.AGENT, FILE));
        timeline.add(receipt(1, Sample.AGENT, ReceiptStatus.ACCESS, 0));
        assertThat(first()).isEqualTo(Attached.NOTHING);

        timeline.add(receipt(2, Sample.SELF, ReceiptStatus.ACCESS, 0));

        assertThat(first().told()).isEqualTo(ReceiptStatus.ACCESS);
    }

    @Test
    void what_is_said_again_changes_nothing() {
        Saving saving = new Saving(Saving.State.RUNNING, 1, 2, "");
        timeline.add(turn(0, Sample.AGENT, FILE));
        timeline.saving(0, saving);
        long before = timeline.revision();

        timeline.saving(0, saving);

        assertThat(timeline.revision()).isEqualTo(before);
        assertThat(first().saving()).contains(saving);
    }

    @Test
    void receipts_about_words_change_nothing() {
        timeline.add(turn(0, Sample.AGENT, Content.Text.of("hello")));
        long before = timeline.revision();

        timeline.add(receipt(1, Sample.SELF, ReceiptStatus.VIEWED, 0));

        assertThat(timeline.revision()).isEqualTo(before);
    }
}
