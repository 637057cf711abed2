package dev.parley.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link Writer} wrote, and believes none of it: all that is not exactly so is {@link Damaged}. */
final class Parser {
    interface One<T> {
        T read(Parser from) throws Damaged;
    }

    private final ByteBuffer bytes;

    private Parser(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** One record, which must be all of the value. */
    static <T> T parse(@Nullable Object value, One<T> one) throws Damaged {
        if (!(value instanceof byte[] bytes) || bytes.length < 5) {
            throw new Damaged("no record");
        }
        int content = bytes.length - Integer.BYTES;
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, content);
        if (ByteBuffer.wrap(bytes).getInt(content) != (int) crc.getValue()) {
            throw new Damaged("checksum");
        }
        Parser parser = new Parser(ByteBuffer.wrap(bytes, 0, content));
        try {
            if (parser.code() != Writer.VERSION) {
                throw new Damaged("version");
            }
            T read = one.read(parser);
            if (parser.bytes.hasRemaining()) {
                throw new Damaged("too long");
            }
            return read;
        } catch (BufferUnderflowException | IllegalArgumentException | ArithmeticException | DateTimeException no) {
            throw new Damaged(String.valueOf(no.getMessage()));
        }
    }

    /** Whether the record ends here, as one does that was written when less was kept. */
    boolean isAtEnd() {
        return !bytes.hasRemaining();
    }

    int code() {
        return bytes.get() & 0xFF;
    }

    long whole() {
        return bytes.getLong();
    }

    boolean yes() throws Damaged {
        int code = code();
        if (code > 1) {
            throw new Damaged("neither yes nor no");
        }
        return code == 1;
    }

    String text() throws Damaged {
        boolean units = yes();
        byte[] content = new byte[length()];
        bytes.get(content);
        return units ? Raw.utf16(content) : Raw.utf8(content);
    }

    Instant instant() {
        return Instant.ofEpochSecond(whole(), whole());
    }

    <T> Optional<T> optional(One<T> one) throws Damaged {
        return yes() ? Optional.of(one.read(this)) : Optional.empty();
    }

    <T> List<T> all(One<T> one) throws Damaged {
        int count = length();
        List<T> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(one.read(this));
        }
        return all;
    }

    <E extends Enum<E>> E oneOf(Class<E> kind) throws Damaged {
        return Enum.valueOf(kind, text());
    }

    /** Never more than there can be, each thing taking at least a byte. */
    private int length() throws Damaged {
        int length = bytes.getInt();
        if (length < 0 || length > bytes.remaining()) {
            throw new Damaged("length");
        }
        return length;
    }
}
