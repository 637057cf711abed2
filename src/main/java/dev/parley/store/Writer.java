package dev.parley.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.zip.CRC32C;

/** Records of the history as bytes: a version, the values, a checksum over both. See {@link Parser}. */
final class Writer {
    /** Of all that is written here; a reader refuses another. */
    static final int VERSION = 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    Writer() {
        code(VERSION);
    }

    /** 0..255. */
    Writer code(int code) {
        return write(() -> out.writeByte(code));
    }

    Writer whole(long number) {
        return write(() -> out.writeLong(number));
    }

    Writer yes(boolean yes) {
        return code(yes ? 1 : 0);
    }

    /** UTF-8, or UTF-16 where it is no valid Unicode. */
    Writer text(String text) {
        boolean plain = Raw.isText(text);
        byte[] content = plain ? text.getBytes(StandardCharsets.UTF_8) : Raw.units(text);
        return code(plain ? 0 : 1).write(() -> {
            out.writeInt(content.length);
            out.write(content);
        });
    }

    Writer instant(Instant instant) {
        return whole(instant.getEpochSecond()).whole(instant.getNano());
    }

    <T> Writer optional(Optional<T> value, BiConsumer<Writer, T> one) {
        yes(value.isPresent());
        value.ifPresent(present -> one.accept(this, present));
        return this;
    }

    <T> Writer all(Collection<T> values, BiConsumer<Writer, T> one) {
        write(() -> out.writeInt(values.size()));
        values.forEach(value -> one.accept(this, value));
        return this;
    }

    private interface Write {
        void run() throws IOException;
    }

    private Writer write(Write write) {
        try {
            write.run();
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return this;
    }

    byte[] done() {
        CRC32C crc = new CRC32C();
        crc.update(bytes.toByteArray());
        write(() -> out.writeInt((int) crc.getValue()));
        return bytes.toByteArray();
    }
}
