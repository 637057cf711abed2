package dev.parley.store;

import dev.parley.conversation.Content;
import dev.parley.conversation.History.Name;
import dev.parley.conversation.Role;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.TimelineEvent.Receipt;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.conversation.TimelineEvent.Silent;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.Who;
import dev.parley.fuzz.Found;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Records and rows that are not what was written, with a checksum that holds: read again as the same, or damaged. */
public final class RecordFuzz {
    private static final int COLUMNS = 17;

    private RecordFuzz() {}

    /** The first byte says of what it is a record. */
    public static void read(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] content = Arrays.copyOfRange(input, 1, input.length);
        switch (input[0] & 3) {
            case 0 -> again(content, EventCodec::read, EventCodec::write);
            case 1 -> again(content, FactsCodec::facts, FactsCodec::write);
            case 2 -> again(content, FactsCodec::name, FactsCodec::write);
            default -> row(content);
        }
    }

    /** One of each kind. */
    public static List<byte[]> seeds() {
        Who who = new Who("agent-7", Role.ASSIGNED_AGENT, false);
        TimelineEvent said = new Turn(3, who, Instant.EPOCH, Content.Text.of("words \ud83d"), Optional.of("cid"));
        TimelineEvent read = new Receipt(4, who, ReceiptStatus.READ, List.of(1L, 3L));
        return List.of(
                seed(0, said, EventCodec::write),
                seed(0, read, EventCodec::write),
                seed(0, new Silent(5), EventCodec::write),
                seed(1, Sample.facts("conv-1", 7), FactsCodec::write),
                seed(2, new Name("agent-7", "Ada", true), FactsCodec::write));
    }

    private static <T> void again(byte[] content, Parser.One<T> reader, BiConsumer<Writer, T> writer) {
        try {
            Parser.parse(content, reader);
        } catch (Damaged noChecksum) {
            // As nearly always.
        }
        T read;
        try {
            read = Parser.parse(record(content), reader);
        } catch (Damaged damaged) {
            return;
        }
        try {
            T second = Parser.parse(written(read, writer), reader);
            Found.unless(second.equals(read), "written and read it is another: " + read + " / " + second);
        } catch (Damaged own) {
            Found.unless(false, "cannot read what it wrote: " + read + " (" + own.getMessage() + ")");
        }
    }

    /** Values of any kind in the places of an own message's. */
    private static void row(byte[] content) {
        List<@Nullable Object> values = new ArrayList<>();
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (values.size() < COLUMNS) {
            values.add(value(rest));
        }
        try {
            OutgoingRows.message(new Row(1, values));
        } catch (Damaged damaged) {
            return;
        }
    }

    private static @Nullable Object value(ByteBuffer from) {
        int kind = from.hasRemaining() ? from.get() : 0;
        if (kind == 'L' && from.remaining() >= Long.BYTES) {
            return from.getLong();
        }
        if ((kind == 'S' || kind == 'B') && from.hasRemaining()) {
            byte[] bytes = new byte[Math.min(from.remaining() - 1, from.get() & 0x3F)];
            from.get(bytes);
            return kind == 'B' ? bytes : new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        }
        return null;
    }

    private static <T> byte[] seed(int kind, T value, BiConsumer<Writer, T> writer) {
        byte[] record = written(value, writer);
        // Without version and checksum, which are put on again.
        byte[] seed = Arrays.copyOf(record, record.length - Integer.BYTES);
        seed[0] = (byte) kind;
        return seed;
    }

    private static <T> byte[] written(T value, BiConsumer<Writer, T> writer) {
        Writer to = new Writer();
        writer.accept(to, value);
        return to.done();
    }

    private static byte[] record(byte[] content) {
        ByteBuffer record = ByteBuffer.allocate(1 + content.length + Integer.BYTES)
                .put((byte) Writer.VERSION)
                .put(content);
        CRC32C crc = new CRC32C();
        crc.update(record.array(), 0, 1 + content.length);
        return record.putInt((int) crc.getValue()).array();
    }
}
