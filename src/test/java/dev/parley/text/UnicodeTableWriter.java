package dev.parley.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UCharacter.GraphemeClusterBreak;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.VersionInfo;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the bytes of {@link UnicodeTable} from ICU's data, which must be of Unicode 16. */
final class UnicodeTableWriter {
    private static final int BLOCK = 256;

    /** Scripts whose letters change their form with ZWJ and ZWNJ: cursive ones and those with conjuncts. */
    private static final int[] JOINING_SCRIPTS = {
        UScript.ARABIC,
        UScript.SYRIAC,
        UScript.NKO,
        UScript.MANDAIC,
        UScript.MONGOLIAN,
        UScript.PHAGS_PA,
        UScript.MANICHAEAN,
        UScript.PSALTER_PAHLAVI,
        UScript.HANIFI_ROHINGYA,
        UScript.ADLAM,
        UScript.SOGDIAN,
        UScript.DEVANAGARI,
        UScript.BENGALI,
        UScript.GURMUKHI,
        UScript.GUJARATI,
        UScript.ORIYA,
        UScript.TAMIL,
        UScript.TELUGU,
        UScript.KANNADA,
        UScript.MALAYALAM,
        UScript.SINHALA,
        UScript.KHMER,
        UScript.MYANMAR,
        UScript.TIBETAN,
        UScript.BALINESE,
        UScript.JAVANESE,
        UScript.BRAHMI,
        UScript.KAITHI,
        UScript.GRANTHA,
        UScript.NEWA,
        UScript.TIRHUTA,
        UScript.CHAKMA,
        UScript.SHARADA,
        UScript.MODI
    };

    /** East Asian Width became W in Unicode 16 (DerivedEastAsianWidth of 15.1 has N); terminals follow over years. */
    private static final UnicodeSet WIDE_SINCE_16 = new UnicodeSet(
                    "[\\u2630-\\u2637\\u268A-\\u268F\\u4DC0-\\u4DFF\\U0001D300-\\U0001D356\\U0001D360-\\U0001D376]")
            .freeze();

    private static final UnicodeSet NFC_ALREADY = new UnicodeSet("[:NFC_Quick_Check=Yes:]").freeze();

    private static final UnicodeSet CONSONANTS = new UnicodeSet("[:InCB=Consonant:]").freeze();
    private static final UnicodeSet LINKERS = new UnicodeSet("[:InCB=Linker:]").freeze();
    private static final UnicodeSet CONJUNCT_EXTENDERS = new UnicodeSet("[:InCB=Extend:]").freeze();

    private UnicodeTableWriter() {}

    static byte[] table() throws IOException {
        if (UCharacter.getUnicodeVersion().getMajor() != 16) {
            throw new IllegalStateException("made for Unicode 16, ICU has " + UCharacter.getUnicodeVersion());
        }
        Map<Integer, Byte> classes = new LinkedHashMap<>();
        Map<ByteBuffer, Byte> blocks = new LinkedHashMap<>();
        List<Byte> index = new ArrayList<>();
        for (int start = 0; start <= Character.MAX_CODE_POINT; start += BLOCK) {
            byte[] block = new byte[BLOCK];
            for (int i = 0; i < BLOCK; i++) {
                block[i] = number(classes, flags(start + i));
            }
            index.add(number(blocks, ByteBuffer.wrap(block)));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(classes.size());
        for (int flags : classes.keySet()) {
            out.writeInt(flags);
        }
        for (byte block : index) {
            out.writeByte(block);
        }
        for (ByteBuffer block : blocks.keySet()) {
            out.write(block.array());
        }
        return bytes.toByteArray();
    }

    private static <T> byte number(Map<T, Byte> numbers, T thing) {
        Byte number = numbers.computeIfAbsent(thing, key -> (byte) numbers.size());
        if (numbers.size() > 255) {
            throw new IllegalStateException("a number no longer fits into a byte");
        }
        return number;
    }

    static int flags(int codePoint) {
        int kind = kind(codePoint);
        int flags = graphemeBreak(codePoint) | kind | conjunct(codePoint);
        boolean pictograph = UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC);
        if (pictograph) {
            flags |= UnicodeTable.PICTOGRAPH;
        }
        if (UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
            flags |= UnicodeTable.IGNORABLE;
        }
        if (kind == UnicodeTable.KIND_UNASSIGNED
                || kind == UnicodeTable.KIND_PRIVATE
                || kind == UnicodeTable.KIND_SURROGATE) {
            return flags; // never drawn
        }
        flags |= width(codePoint);
        if (pictograph && UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI)) {
            flags |= UnicodeTable.EMOJI;
        }
        if (isJoinable(codePoint)) {
            flags |= UnicodeTable.JOINABLE;
        }
        boolean recent = UCharacter.getAge(codePoint).compareTo(VersionInfo.getInstance(14)) >= 0;
        if (recent) {
            flags |= UnicodeTable.RECENT;
        } else if (UCharacter.getCombiningClass(codePoint) != 0 || !NFC_ALREADY.contains(codePoint)) {
            flags |= UnicodeTable.COMPOSES;
        }
        if (recent || isUncertain(codePoint, flags)) {
            flags |= UnicodeTable.UNCERTAIN;
        }
        return flags;
    }

    private static int width(int codePoint) {
        int width = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
        if (width == EastAsianWidth.WIDE
                || width == EastAsianWidth.FULLWIDTH
                || UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_PRESENTATION)) {
            return UnicodeTable.WIDE;
        }
        return width == EastAsianWidth.AMBIGUOUS ? UnicodeTable.AMBIGUOUS : 0;
    }

    private static boolean isUncertain(int codePoint, int flags) {
        return switch (flags & UnicodeTable.BREAK) {
            case UnicodeTable.REGIONAL, UnicodeTable.ZWJ, UnicodeTable.HANGUL_V, UnicodeTable.HANGUL_T -> true;
            default ->
                (flags & UnicodeTable.KIND) == UnicodeTable.KIND_SPACING_MARK
                        || UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_MODIFIER)
                        || codePoint == Signs.ZWNJ
                        || codePoint == Signs.EMOJI_SELECTOR
                        || codePoint == Signs.KEYCAP
                        || WIDE_SINCE_16.contains(codePoint);
        };
    }

    private static boolean isJoinable(int codePoint) {
        if (kind(codePoint) == UnicodeTable.KIND_SPACING_MARK && graphemeBreak(codePoint) == UnicodeTable.OTHER) {
            return true;
        }
        if (!UCharacter.isLetter(codePoint)) {
            return false;
        }
        for (int script : JOINING_SCRIPTS) {
            if (UScript.hasScript(codePoint, script)) {
                return true;
            }
        }
        return false;
    }

    private static int conjunct(int codePoint) {
        if (CONSONANTS.contains(codePoint)) {
            return UnicodeTable.CONJUNCT_CONSONANT;
        }
        if (LINKERS.contains(codePoint)) {
            return UnicodeTable.CONJUNCT_LINKER;
        }
        return CONJUNCT_EXTENDERS.contains(codePoint) ? UnicodeTable.CONJUNCT_EXTEND : 0;
    }

    private static int graphemeBreak(int codePoint) {
        int value = UCharacter.getIntPropertyValue(codePoint, UProperty.GRAPHEME_CLUSTER_BREAK);
        return switch (value) {
            case GraphemeClusterBreak.CR -> UnicodeTable.CR;
            case GraphemeClusterBreak.LF -> UnicodeTable.LF;
            case GraphemeClusterBreak.CONTROL -> UnicodeTable.CONTROL;
            case GraphemeClusterBreak.EXTEND -> UnicodeTable.EXTEND;
            case GraphemeClusterBreak.ZWJ -> UnicodeTable.ZWJ;
            case GraphemeClusterBreak.REGIONAL_INDICATOR -> UnicodeTable.REGIONAL;
            case GraphemeClusterBreak.PREPEND -> UnicodeTable.PREPEND;
            case GraphemeClusterBreak.SPACING_MARK -> UnicodeTable.SPACING;
            case GraphemeClusterBreak.L -> UnicodeTable.HANGUL_L;
            case GraphemeClusterBreak.V -> UnicodeTable.HANGUL_V;
            case GraphemeClusterBreak.T -> UnicodeTable.HANGUL_T;
            case GraphemeClusterBreak.LV -> UnicodeTable.HANGUL_LV;
            case GraphemeClusterBreak.LVT -> UnicodeTable.HANGUL_LVT;
            case GraphemeClusterBreak.OTHER -> UnicodeTable.OTHER;
            default -> throw new IllegalStateException("a Grapheme_Cluster_Break of its own: " + value);
        };
    }

    private static int kind(int codePoint) {
        return switch (UCharacter.getType(codePoint)) {
            case UCharacterCategory.NON_SPACING_MARK, UCharacterCategory.ENCLOSING_MARK -> UnicodeTable.KIND_MARK;
            case UCharacterCategory.COMBINING_SPACING_MARK -> UnicodeTable.KIND_SPACING_MARK;
            case UCharacterCategory.SPACE_SEPARATOR -> UnicodeTable.KIND_SPACE;
            case UCharacterCategory.LINE_SEPARATOR, UCharacterCategory.PARAGRAPH_SEPARATOR ->
                UnicodeTable.KIND_SEPARATOR;
            case UCharacterCategory.CONTROL -> UnicodeTable.KIND_CONTROL;
            case UCharacterCategory.FORMAT -> UnicodeTable.KIND_FORMAT;
            case UCharacterCategory.SURROGATE -> UnicodeTable.KIND_SURROGATE;
            case UCharacterCategory.PRIVATE_USE -> UnicodeTable.KIND_PRIVATE;
            case UCharacterCategory.UNASSIGNED -> UnicodeTable.KIND_UNASSIGNED;
            default -> UnicodeTable.KIND_VISIBLE;
        };
    }
}
