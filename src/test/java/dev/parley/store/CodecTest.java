package dev.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Action;
import dev.parley.conversation.Content;
import dev.parley.conversation.Content.QuickReply;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.Element;
import dev.parley.conversation.Role;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.TimelineEvent.Receipt;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.conversation.TimelineEvent.Silent;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.Who;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class CodecTest {
    private static final long SEED = 20_261_122;

    private final Random random = new Random(SEED);

    @Test
    void any_event_comes_back_as_it_was() throws Damaged {
        Set<Class<?>> contents = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            TimelineEvent event = event();
            if (event instanceof Turn turn) {
                contents.add(turn.content().getClass());
            }

            assertThat(Parser.parse(bytes(event), EventCodec::read))
                    .as("seed %d, %d", SEED, i)
                    .isEqualTo(event);
        }
        assertThat(contents)
                .as("each kind of content was tried")
                .containsExactlyInAnyOrder(Content.class.getPermittedSubclasses());
    }

    @Test
    void facts_come_back_as_they_were() throws Damaged {
        Writer writer = new Writer();
        FactsCodec.write(writer, Sample.facts("c", 3));

        assertThat(Parser.parse(writer.done(), FactsCodec::facts)).isEqualTo(Sample.facts("c", 3));
    }

    @Test
    void facts_of_before_there_were_particulars_are_read_too() throws Damaged {
        ConversationFacts facts = Sample.facts("c", 3);
        Writer now = new Writer();
        FactsCodec.write(now, facts);
        Writer more = new Writer();
        FactsCodec.writeMore(more, facts);
        byte[] all = now.done();
        byte[] before = Arrays.copyOf(all, all.length - (more.done().length - 1));

        assertThat(Parser.parse(sealed(before), FactsCodec::facts)).isEqualTo(Sample.plainFacts("c", 3));
    }

    @Test
    void any_changed_byte_is_seen() {
        byte[] bytes = bytes(event());
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= (byte) (1 + random.nextInt(255));

            assertThatThrownBy(() -> Parser.parse(changed, EventCodec::read)).isInstanceOf(Damaged.class);
        }
    }

    @Test
    void what_has_a_right_checksum_but_makes_no_sense_is_damaged_too() {
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = bytes(event());
            byte[] body = Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length - 4));
            for (int changes = random.nextInt(3); changes > 0; changes--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(Parser.parse(sealed(body), EventCodec::read)).isNotNull();
            } catch (Damaged expected) {
                continue;
            }
        }
    }

    private static byte[] sealed(byte[] body) {
        CRC32C crc = new CRC32C();
        crc.update(body);
        byte[] sealed = Arrays.copyOf(body, body.length + 4);
        for (int i = 0; i < 4; i++) {
            sealed[body.length + i] = (byte) (crc.getValue() >> 24 - 8 * i);
        }
        return sealed;
    }

    @Test
    void a_turn_from_before_metadata_was_kept_is_read() throws Damaged {
        Turn turn = Sample.said(7, "kept long ago");
        byte[] now = bytes(turn);
        // What follows the words now: an empty text of five bytes, before the checksum of four.
        byte[] then = sealed(Arrays.copyOf(now, now.length - 9));

        assertThat(Parser.parse(then, EventCodec::read)).isEqualTo(turn);
    }

    @Test
    void no_value_at_all_is_damaged() {
        assertThatThrownBy(() -> Parser.parse(null, EventCodec::read)).isInstanceOf(Damaged.class);
        assertThatThrownBy(() -> Parser.parse(new byte[0], EventCodec::read)).isInstanceOf(Damaged.class);
        assertThatThrownBy(() -> Parser.parse("text", EventCodec::read)).isInstanceOf(Damaged.class);
    }

    private static byte[] bytes(TimelineEvent event) {
        Writer writer = new Writer();
        EventCodec.write(writer, event);
        return writer.done();
    }

    private TimelineEvent event() {
        return switch (random.nextInt(4)) {
            case 0 -> new Silent(random.nextLong());
            case 1 ->
                new Receipt(
                        random.nextLong(),
                        who(),
                        ReceiptStatus.values()[random.nextInt(ReceiptStatus.values().length)],
                        random.longs(random.nextInt(5)).boxed().toList());
            default ->
                new Turn(
                        random.nextLong(),
                        who(),
                        Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                        content(),
                        random.nextBoolean() ? Optional.of(text()) : Optional.empty(),
                        random.nextBoolean() ? text() : "");
        };
    }

    private Who who() {
        return new Who(text(), Role.values()[random.nextInt(Role.values().length)], random.nextBoolean());
    }

    private Content content() {
        int kind = random.nextInt(6);
        switch (kind) {
            case 0:
                return new Content.Unsupported(text());
            case 3:
                return new Content.File(text(), text(), text(), random.nextInt());
            case 4:
                return new Content.SecureForm(text(), text(), text());
            case 5:
                return new Content.FormSubmission(text(), text());
            default:
                break;
        }
        List<QuickReply> replies = IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> new QuickReply(text(), text(), text()))
                .toList();
        return kind == 1 ? new Content.Text(text(), replies) : new Content.Card(element(3), replies);
    }

    private Element element(int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 9)) {
            case 0 -> new Element.Words(text(), look());
            case 1 -> new Element.Button(text(), text(), click(), random.nextBoolean(), text(), look());
            case 2 -> new Element.Picture(text(), text(), click(), look());
            case 3 -> new Element.Map(random.nextDouble(), random.nextDouble(), click(), look());
            case 4 -> new Element.LinkPreview(text(), text(), text(), text(), look());
            case 5 -> new Element.Checkbox(text(), click(), look());
            case 6 -> new Element.Unknown(text(), text(), elements(depth), look());
            default ->
                new Element.Group(
                        one(Element.Kind.values()),
                        elements(depth),
                        some(() -> new Element.Title(text(), text())),
                        random.nextBoolean()
                                ? Optional.of(new Element.Select(text(), random.nextBoolean()))
                                : Optional.empty(),
                        text(),
                        look());
        };
    }

    private List<Element> elements(int depth) {
        return some(() -> element(depth - 1));
    }

    private Element.Look look() {
        return new Element.Look(
                random.nextBoolean(),
                random.nextBoolean(),
                one(Element.Size.values()),
                text(),
                text(),
                random.nextBoolean(),
                text(),
                text());
    }

    private Element.Click click() {
        return new Element.Click(some(this::action), text());
    }

    private Action action() {
        return switch (random.nextInt(8)) {
            case 0 -> new Action.PublishText(text());
            case 1 -> new Action.Link(text(), text());
            case 2 -> new Action.Navigate(random.nextDouble(), random.nextDouble(), text());
            case 3 -> new Action.Checked(text());
            case 4 -> new Action.SubmitAsText();
            case 5 -> new Action.DatePicker(random.nextBoolean(), text(), moment(), moment(), text());
            case 6 ->
                new Action.Schedule(
                        text(),
                        some(() -> new Action.Slot(
                                text(), Instant.ofEpochSecond(random.nextInt()), moment(), text(), text())));
            default -> new Action.Other(text());
        };
    }

    private Optional<Instant> moment() {
        return random.nextBoolean() ? Optional.of(Instant.ofEpochSecond(random.nextInt())) : Optional.empty();
    }

    private <T> T one(T[] all) {
        return all[random.nextInt(all.length)];
    }

    private <T> List<T> some(Supplier<T> each) {
        return Stream.generate(each).limit(random.nextInt(3)).toList();
    }

    /** Any code units, halves of pairs among them. */
    private String text() {
        char[] units = new char[random.nextInt(12)];
        for (int i = 0; i < units.length; i++) {
            units[i] = (char) (random.nextBoolean() ? random.nextInt(128) : 0xD000 + random.nextInt(0x2000));
        }
        return new String(units);
    }
}
