package dev.parley.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code mine.db}: its number and its values, which are null, Long, String or byte[], as SQLite has them.
 *
 * <p>SQLite does not notice a flipped bit in a row, so each carries a checksum over all of it.
 */
record Row(long number, List<@Nullable Object> values) {
    /** CRC-32C (RFC 3720 appendix B.4) of the table's name, the row's number and its values, each with kind and length. */
    long crc(String table) {
        CRC32C crc = new CRC32C();
        put(crc, 'T', table.getBytes(StandardCharsets.UTF_8));
        put(crc, 'N', bytes(number));
        for (Object value : values) {
            if (value == null) {
                put(crc, '0', new byte[0]);
            } else if (value instanceof Long whole) {
                put(crc, 'L', bytes(whole));
            } else if (value instanceof String text) {
                put(crc, 'S', text.getBytes(StandardCharsets.UTF_8));
            } else {
                put(crc, 'B', (byte[]) value);
            }
        }
        return crc.getValue();
    }

    private static void put(CRC32C crc, char kind, byte[] bytes) {
        crc.update(kind);
        crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        crc.update(bytes);
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    boolean has(int column) {
        return values.get(column) != null;
    }

    String text(int column) throws Damaged {
        return text(values.get(column));
    }

    static String text(@Nullable Object value) throws Damaged {
        if (value instanceof byte[] units) {
            return Raw.utf16(units);
        }
        if (value instanceof String text) {
            return text;
        }
        throw new Damaged("no text");
    }

    long whole(int column) throws Damaged {
        if (values.get(column) instanceof Long whole) {
            return whole;
        }
        throw new Damaged("no number");
    }

    int small(int column) throws Damaged {
        long whole = whole(column);
        if (whole != (int) whole) {
            throw new Damaged("too large a number");
        }
        return (int) whole;
    }

    Instant instant(int column) throws Damaged {
        try {
            return Instant.parse(text(column));
        } catch (DateTimeException no) {
            throw new Damaged("no time");
        }
    }

    <E extends Enum<E>> E oneOf(Class<E> kind, int column) throws Damaged {
        try {
            return Enum.valueOf(kind, text(column));
        } catch (IllegalArgumentException no) {
            throw new Damaged("no " + kind.getSimpleName());
        }
    }
}
