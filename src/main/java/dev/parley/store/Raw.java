package dev.parley.store;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Strings as they are, also those that are no valid Unicode: SQLite's text is UTF-8, which has no half of a surrogate pair,
 * so such a string is kept as a blob of UTF-16.
 */
final class Raw {
    private Raw() {}

    /** Text where it can be text, else its UTF-16 (big-endian). */
    static Object stored(String string) {
        return isText(string) ? string : units(string);
    }

    static boolean isText(String string) {
        for (int i = 0; i < string.length(); i++) {
            char unit = string.charAt(i);
            if (Character.isHighSurrogate(unit)
                    && i + 1 < string.length()
                    && Character.isLowSurrogate(string.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                return false;
            }
        }
        return true;
    }

    /** Code units one by one: Java's decoder would replace a half pair, which is what this form is for. */
    static String utf16(byte[] bytes) throws Damaged {
        if (bytes.length % 2 != 0) {
            throw new Damaged("half a code unit");
        }
        CharBuffer units = ByteBuffer.wrap(bytes).asCharBuffer();
        return units.toString();
    }

    static String utf8(byte[] bytes) throws Damaged {
        String quick = new String(bytes, StandardCharsets.UTF_8);
        return quick.indexOf('\uFFFD') < 0 ? quick : strictly(bytes);
    }

    /** The quick decoder puts U+FFFD for what is no UTF-8; but it may also have been written. */
    private static String strictly(byte[] bytes) throws Damaged {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException no) {
            throw new Damaged("not UTF-8");
        }
    }

    /** The other way round, also for lone surrogates, which the charset's encoder would replace. */
    static byte[] units(String string) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * string.length());
        bytes.asCharBuffer().put(string);
        return bytes.array();
    }
}
