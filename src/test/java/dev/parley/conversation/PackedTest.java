package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.TimelineEvent.Silent;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.TimelineItem.Said;
import dev.parley.conversation.TimelineItem.Tick;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PackedTest {
    private static final long FIRST = 3L * Page.SIZE;

    private static Slots whole(Content content) {
        Slots slots = new Slots();
        for (long sequence = FIRST; sequence < FIRST + Page.SIZE; sequence++) {
            slots.put(
                    sequence % 3 == 0
                            ? Sample.read(sequence, Sample.AGENT, 1L, sequence - 1)
                            : sequence % 3 == 1
                                    ? new Silent(sequence)
                                    : new Turn(
                                            sequence,
                                            sequence % 2 == 0 ? Sample.SELF : Sample.BOT,
                                            Instant.ofEpochSecond(-sequence, 999_999_999),
                                            content,
                                            sequence % 4 == 0 ? Optional.of("id " + sequence) : Optional.empty(),
                                            sequence % 8 == 0 ? "[{\"type\":\"BotResponse\"}]" : ""));
            if (slots.event(sequence) instanceof Turn turn) {
                slots.say(new Said(
                        Sample.C,
                        turn,
                        Tick.READ,
                        sequence % 5 == 0,
                        sequence % 7 == 0,
                        sequence % 11 == 0 ? List.of(0, 3) : List.of(),
                        sequence % 13 == 0
                                ? new Attached(
                                        TimelineEvent.ReceiptStatus.ACCESS,
                                        Optional.of(new Attached.Saving(Attached.Saving.State.SAVED, 5, 5, "/x")))
                                : Attached.NOTHING));
            }
        }
        return slots;
    }

    private static void comesBack(Content content) {
        Slots slots = whole(content);

        Slots again = Packed.of(Sample.C, slots).unpack();

        for (long sequence = FIRST; sequence < FIRST + Page.SIZE; sequence++) {
            assertThat(again.event(sequence)).isEqualTo(slots.event(sequence));
            assertThat(again.said(sequence)).isEqualTo(slots.said(sequence));
        }
    }

    @Test
    void all_that_an_event_says_comes_back() {
        comesBack(Content.Text.of("words \u6F22 \uD83D\uDE00"));
        comesBack(new Content.Text("choose", List.of(new Content.QuickReply("a", "b", "{}"))));
        comesBack(new Content.Unsupported("RichContentEvent"));
        comesBack(new Content.File("A disc", "/v1/a.PNG", "PNG", 12));
        comesBack(new Content.SecureForm("contact", "i1", "Your address"));
    }

    @Test
    void half_a_surrogate_pair_comes_back_as_it_was() {
        comesBack(Content.Text.of("\uD83D and \uDE00\u0000"));
    }

    @Test
    void a_long_text_comes_back() {
        comesBack(Content.Text.of("0123456789".repeat(20_000)));
    }

    @Test
    void a_page_with_an_empty_place_is_not_packed() {
        Page page = new Page();
        for (long sequence = FIRST + 1; sequence < FIRST + Page.SIZE; sequence++) {
            page.put(new Silent(sequence));
        }

        page.pack(Sample.C, whole -> true);

        assertThat(page.isPacked()).isFalse();
    }

    @Test
    void a_page_before_which_something_is_missing_is_not_packed() {
        Page page = new Page();
        for (long sequence = FIRST; sequence < FIRST + Page.SIZE; sequence++) {
            page.put(new Silent(sequence));
        }

        page.pack(Sample.C, sequence -> sequence != FIRST);

        assertThat(page.isPacked()).isFalse();
    }
}
