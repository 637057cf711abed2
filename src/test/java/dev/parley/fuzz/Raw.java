package dev.parley.fuzz;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A string of a fuzzer's bytes. */
public final class Raw {
    private static final byte UTF_16 = (byte) 0xFF;

    private Raw() {}

    /** As UTF-8; behind a first byte of FF as chars, which may be lone surrogates. */
    public static String text(byte[] input) {
        if (input.length == 0 || input[0] != UTF_16) {
            return new String(input, StandardCharsets.UTF_8);
        }
        char[] chars = new char[(input.length - 1) / 2];
        ByteBuffer.wrap(input, 1, chars.length * 2).asCharBuffer().get(chars);
        return new String(chars);
    }

    /** What {@link #text} turns into this string. */
    public static byte[] bytes(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (new String(utf8, StandardCharsets.UTF_8).equals(text)) {
            return utf8;
        }
        ByteBuffer bytes = ByteBuffer.allocate(1 + 2 * text.length()).put(UTF_16);
        text.chars().forEach(c -> bytes.putChar((char) c));
        return bytes.array();
    }
}
