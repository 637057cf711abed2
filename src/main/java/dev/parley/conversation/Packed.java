package dev.parley.conversation;

import dev.parley.conversation.TimelineEvent.Receipt;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.conversation.TimelineEvent.Silent;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.TimelineItem.Said;
import dev.parley.conversation.TimelineItem.Tick;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The events of a whole page as bytes: what was said long ago takes a tenth of its room until somebody looks at it. Who spoke,
 * and content that is more than words, are kept as they are. Immutable.
 */
final class Packed {
    private static final int SILENT = 0;
    private static final int TURN = 1;
    private static final int RECEIPT = 2;

    private final String dialogId;
    private final long first;
    private final byte[] bytes;
    private final Who[] people;
    private final Content[] contents;
    private final Attached[] attached;
    private final int turns;

    private Packed(
            String dialogId,
            long first,
            byte[] bytes,
            Who[] people,
            Content[] contents,
            Attached[] attached,
            int turns) {
        this.dialogId = dialogId;
        this.first = first;
        this.bytes = bytes;
        this.people = people;
        this.contents = contents;
        this.attached = attached;
        this.turns = turns;
    }

    /** @param slots a {@linkplain Slots#isFull full} page */
    static Packed of(String dialogId, Slots slots) {
        List<Who> people = new ArrayList<>();
        List<Content> contents = new ArrayList<>();
        List<Attached> attached = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        int turns = 0;
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater))) {
            for (int i = 0; i < Page.SIZE; i++) {
                TimelineEvent event = slots.event(i);
                if (event instanceof Turn turn) {
                    turns++;
                    write(turn, slots.said(i), people, contents, attached, out);
                } else if (event instanceof Receipt receipt) {
                    write(receipt, people, out);
                } else {
                    out.writeByte(SILENT);
                }
            }
        } catch (IOException memory) {
            throw new UncheckedIOException(memory);
        } finally {
            deflater.end();
        }
        return new Packed(
                dialogId,
                slots.first(),
                bytes.toByteArray(),
                people.toArray(Who[]::new),
                contents.toArray(Content[]::new),
                attached.toArray(Attached[]::new),
                turns);
    }

    /** How many of its events are turns. */
    int turns() {
        return turns;
    }

    Slots unpack() {
        Slots slots = new Slots();
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            for (int i = 0; i < Page.SIZE; i++) {
                long sequence = first + i;
                int kind = in.readByte();
                if (kind == TURN) {
                    readTurn(sequence, in, slots);
                } else if (kind == RECEIPT) {
                    slots.put(readReceipt(sequence, in));
                } else {
                    slots.put(new Silent(sequence));
                }
            }
        } catch (IOException memory) {
            throw new UncheckedIOException(memory);
        }
        return slots;
    }

    private static void write(
            Turn turn,
            @Nullable Said row,
            List<Who> people,
            List<Content> contents,
            List<Attached> attached,
            DataOutputStream out)
            throws IOException {
        out.writeByte(TURN);
        out.writeInt(index(turn.who(), people));
        out.writeLong(turn.at().getEpochSecond());
        out.writeInt(turn.at().getNano());
        out.writeBoolean(turn.externalId().isPresent());
        if (turn.externalId().isPresent()) {
            write(turn.externalId().get(), out);
        }
        write(turn.metadataJson(), out);
        boolean words = turn.content() instanceof Content.Text text
                && text.quickReplies().isEmpty();
        out.writeInt(words ? -1 : index(turn.content(), contents));
        if (words) {
            write(((Content.Text) turn.content()).text(), out);
        }
        out.writeByte(row == null ? -1 : row.tick().ordinal());
        out.writeBoolean(row != null && row.copy());
        out.writeBoolean(row != null && row.clashed());
        out.writeInt(index(row == null ? Attached.NOTHING : row.attached(), attached));
        out.writeInt(row == null ? 0 : row.made().size());
        if (row != null) {
            for (int made : row.made()) {
                out.writeInt(made);
            }
        }
    }

    private void readTurn(long sequence, DataInputStream in, Slots slots) throws IOException {
        Who who = people[in.readInt()];
        Instant at = Instant.ofEpochSecond(in.readLong(), in.readInt());
        Optional<String> externalId = in.readBoolean() ? Optional.of(text(in)) : Optional.empty();
        String metadata = text(in);
        int content = in.readInt();
        Content said = content < 0 ? Content.Text.of(text(in)) : contents[content];
        Turn turn = new Turn(sequence, who, at, said, externalId, metadata);
        slots.put(turn);
        int tick = in.readByte();
        boolean copy = in.readBoolean();
        boolean clashed = in.readBoolean();
        Attached became = attached[in.readInt()];
        List<Integer> made = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            made.add(in.readInt());
        }
        if (tick >= 0) {
            slots.say(new Said(dialogId, turn, Tick.values()[tick], copy, clashed, made, became));
        }
    }

    private static void write(Receipt receipt, List<Who> people, DataOutputStream out) throws IOException {
        out.writeByte(RECEIPT);
        out.writeInt(index(receipt.who(), people));
        out.writeByte(receipt.status().ordinal());
        out.writeInt(receipt.sequences().size());
        for (long sequence : receipt.sequences()) {
            out.writeLong(sequence);
        }
    }

    private Receipt readReceipt(long sequence, DataInputStream in) throws IOException {
        Who who = people[in.readInt()];
        ReceiptStatus status = ReceiptStatus.values()[in.readByte()];
        List<Long> sequences = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            sequences.add(in.readLong());
        }
        return new Receipt(sequence, who, status, sequences);
    }

    private static <T> int index(T one, List<T> all) {
        int known = all.indexOf(one);
        if (known >= 0) {
            return known;
        }
        all.add(one);
        return all.size() - 1;
    }

    /** Char by char: what came may hold half a surrogate pair, which no encoding would bring back. */
    private static void write(String text, DataOutputStream out) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }

    private static String text(DataInputStream in) throws IOException {
        char[] chars = new char[in.readInt()];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = in.readChar();
        }
        return new String(chars);
    }
}
