package dev.parley.store;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A SQLite file read without SQLite, page by page, so that a broken tree does not hide the rows under it
 * (https://www.sqlite.org/fileformat.html sections 1.6 and 2.1). What is found need not be true: its checksum decides.
 */
final class Pages {
    /** Takes what may be a row: its values, the number first. */
    interface Finder {
        /** @param listed whether its page lists it, so that it is no remnant of a row that was moved or deleted */
        void found(List<@Nullable Object> values, boolean listed);
    }

    private static final int SIZE = Inspection.PAGE;
    private static final int TABLE_LEAF = 0x0D;

    /** Longest row there can be: a text of 2 MB (DESIGN.md section 4), twice. */
    private static final int LONGEST = 1 << 23;

    private final ByteBuffer file;

    private Pages(ByteBuffer file) {
        this.file = file;
    }

    static Pages of(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return new Pages(
                    channel.size() == 0
                            ? ByteBuffer.allocate(0)
                            : channel.map(
                                    FileChannel.MapMode.READ_ONLY, 0, Math.min(channel.size(), Integer.MAX_VALUE)));
        }
    }

    /** Looks at every place where a row could begin. */
    void search(Finder finder) {
        for (int page = 0; page < file.limit(); page += SIZE) {
            boolean[] listed = listed(page);
            for (int at = 0; at < SIZE && page + at < file.limit(); at++) {
                List<@Nullable Object> values = row(page, at);
                if (values != null) {
                    finder.found(values, listed[at]);
                }
            }
        }
    }

    /** Where the page says that its rows begin. */
    private boolean[] listed(int page) {
        boolean[] listed = new boolean[SIZE];
        int header = page + (page == 0 ? 100 : 0);
        if (header + 8 > file.limit() || file.get(header) != TABLE_LEAF) {
            return listed;
        }
        int count = file.getShort(header + 3) & 0xFFFF;
        for (int i = 0; i < count && header + 10 + 2 * i <= Math.min(page + SIZE, file.limit()); i++) {
            int at = file.getShort(header + 8 + 2 * i) & 0xFFFF;
            if (at < SIZE) {
                listed[at] = true;
            }
        }
        return listed;
    }

    private @Nullable List<@Nullable Object> row(int page, int at) {
        try {
            if (!promises(page + at)) {
                return null;
            }
            Cursor cell = new Cursor(file.duplicate().position(page + at));
            long length = cell.varint();
            long number = cell.varint();
            if (length < 4 || length > LONGEST || length > file.limit()) {
                return null;
            }
            int start = cell.bytes.position();
            return values(payload(page, start, (int) length), number);
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException none) {
            return null;
        }
    }

    /** A first look, since most places are the beginning of nothing: behind two numbers a short header that begins with null. */
    private boolean promises(int at) {
        int header = behindVarint(behindVarint(at));
        return file.get(header) >= 3 && file.get(header + 1) == 0;
    }

    private int behindVarint(int at) {
        int end = at;
        while (end < at + 8 && file.get(end) < 0) {
            end++;
        }
        return end + 1;
    }

    /** How much of a row stands in its page, and where the rest is: file format, section 1.6. */
    private ByteBuffer payload(int page, int start, int length) {
        int most = SIZE - 35;
        int least = (SIZE - 12) * 32 / 255 - 23;
        int here = length;
        if (length > most) {
            int fitting = least + (length - least) % (SIZE - 4);
            here = fitting <= most ? fitting : least;
        }
        if (start + here > page + SIZE) {
            throw new IndexOutOfBoundsException("beyond the page");
        }
        if (here == length) {
            return file.slice(start, here);
        }
        // Refused before the rest is gathered.
        if (values(file.slice(start, here), 0, true) == null) {
            throw new IllegalArgumentException("no row");
        }
        ByteBuffer whole = ByteBuffer.allocate(length);
        whole.put(file.slice(start, here));
        long next = file.getInt(start + here) & 0xFFFFFFFFL;
        while (whole.hasRemaining()) {
            int rest = Math.toIntExact((next - 1) * SIZE);
            int some = Math.min(SIZE - 4, whole.remaining());
            whole.put(file.slice(rest + 4, some));
            next = file.getInt(rest) & 0xFFFFFFFFL;
        }
        return whole.flip();
    }

    private static @Nullable List<@Nullable Object> values(ByteBuffer record, long number) {
        return values(record, number, false);
    }

    /** The record format, section 2.1; null when it is none of ours, which begin with null (the number) and end in an integer. */
    private static @Nullable List<@Nullable Object> values(ByteBuffer record, long number, boolean onlyHeader) {
        Cursor header = new Cursor(record.duplicate());
        long headerLength = header.varint();
        if (headerLength < 3 || headerLength > 127 || headerLength > record.limit()) {
            return null;
        }
        List<Long> types = new ArrayList<>();
        while (header.bytes.position() < headerLength) {
            types.add(header.varint());
        }
        if (header.bytes.position() != headerLength || types.get(0) != 0 || types.get(types.size() - 1) > 9) {
            return null;
        }
        if (onlyHeader) {
            return List.of();
        }
        Cursor body = new Cursor(record.duplicate().position((int) headerLength));
        List<@Nullable Object> values = new ArrayList<>();
        values.add(number);
        for (long type : types.subList(1, types.size())) {
            values.add(body.value(type));
        }
        return body.bytes.hasRemaining() ? null : values;
    }

    private record Cursor(ByteBuffer bytes) {
        long varint() {
            long value = 0;
            for (int i = 0; i < 8; i++) {
                byte next = bytes.get();
                value = value << 7 | next & 0x7F;
                if (next >= 0) {
                    return value;
                }
            }
            return value << 8 | bytes.get() & 0xFF;
        }

        @Nullable
        Object value(long type) {
            if (type == 0) {
                return null;
            }
            if (type <= 6) {
                return whole(type == 5 ? 6 : type == 6 ? 8 : (int) type);
            }
            if (type == 8 || type == 9) {
                return type - 8;
            }
            if (type < 12 || (type - 12) / 2 > bytes.remaining()) {
                throw new IllegalArgumentException("no value of ours");
            }
            byte[] content = new byte[(int) ((type - 12) / 2)];
            bytes.get(content);
            return type % 2 == 0 ? content : text(content);
        }

        private long whole(int size) {
            long value = bytes.get();
            for (int i = 1; i < size; i++) {
                value = value << 8 | bytes.get() & 0xFF;
            }
            return value;
        }

        private static String text(byte[] content) {
            try {
                return Raw.utf8(content);
            } catch (Damaged no) {
                throw new IllegalArgumentException("no text", no);
            }
        }
    }
}
