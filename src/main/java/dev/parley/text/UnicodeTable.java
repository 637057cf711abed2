package dev.parley.text;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The properties of Unicode 16 that safe text needs, one int of flags for each code point. Our own, because {@code
 * java.lang.Character} knows Unicode 13 on JDK 17 and 16 on JDK 25, and the same message must look the same on both.
 *
 * <p>Read from {@code unicode-16.bin}, which UnicodeTableTest writes and compares. It is in the form in which it is
 * searched (flags of each class, block of each 256 code points, class of each code point in a block), so that loading it
 * is reading it.
 */
final class UnicodeTable {
    static final String RESOURCE = "unicode-16.bin";

    /** Grapheme_Cluster_Break (UAX 29), the low four bits. */
    static final int BREAK = 0xF;

    static final int OTHER = 0;
    static final int CR = 1;
    static final int LF = 2;
    static final int CONTROL = 3;
    static final int EXTEND = 4;
    static final int ZWJ = 5;
    static final int REGIONAL = 6;
    static final int PREPEND = 7;
    static final int SPACING = 8;
    static final int HANGUL_L = 9;
    static final int HANGUL_V = 10;
    static final int HANGUL_T = 11;
    static final int HANGUL_LV = 12;
    static final int HANGUL_LVT = 13;

    /** What kind of character it is: the general category as far as it matters. */
    static final int KIND = 0xF << 4;

    static final int KIND_VISIBLE = 0;
    /** Mn and Me. */
    static final int KIND_MARK = 1 << 4;
    /** Mc. */
    static final int KIND_SPACING_MARK = 2 << 4;
    /** Zs. */
    static final int KIND_SPACE = 3 << 4;
    /** Zl and Zp. */
    static final int KIND_SEPARATOR = 4 << 4;
    /** Cc. */
    static final int KIND_CONTROL = 5 << 4;
    /** Cf. */
    static final int KIND_FORMAT = 6 << 4;
    /** Cs. */
    static final int KIND_SURROGATE = 7 << 4;
    /** Co. */
    static final int KIND_PRIVATE = 8 << 4;
    /** Cn. */
    static final int KIND_UNASSIGNED = 9 << 4;

    /** Indic_Conjunct_Break. */
    static final int CONJUNCT = 3 << 8;

    static final int CONJUNCT_CONSONANT = 1 << 8;
    static final int CONJUNCT_EXTEND = 2 << 8;
    static final int CONJUNCT_LINKER = 3 << 8;

    /** East Asian Wide or Fullwidth, or Emoji_Presentation. */
    static final int WIDE = 1 << 10;
    /** East Asian Ambiguous. */
    static final int AMBIGUOUS = 1 << 11;
    /** Extended_Pictographic. */
    static final int PICTOGRAPH = 1 << 12;
    /** Pictographs that are Emoji: those that U+FE0F can follow. */
    static final int EMOJI = 1 << 13;
    /** Default_Ignorable_Code_Point. */
    static final int IGNORABLE = 1 << 14;
    /** Letters of a script that is misspelt without ZWJ and ZWNJ, and marks of such scripts that are a cluster of their own. */
    static final int JOINABLE = 1 << 15;
    /** Assigned after Unicode 13, which is what JDK 17 knows. */
    static final int RECENT = 1 << 16;
    /** Text without any of these is in NFC already. Never set together with {@link #RECENT}. */
    static final int COMPOSES = 1 << 17;
    /** Terminals disagree about how many columns it takes. */
    static final int UNCERTAIN = 1 << 18;

    private static final int BLOCK_BITS = 8;

    private static final int[] FLAGS;
    private static final byte[] BLOCKS;
    private static final byte[] CLASSES;

    static {
        try (InputStream resource = UnicodeTable.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            DataInputStream in = new DataInputStream(resource);
            FLAGS = new int[in.readUnsignedByte()];
            for (int i = 0; i < FLAGS.length; i++) {
                FLAGS[i] = in.readInt();
            }
            BLOCKS = in.readNBytes((Character.MAX_CODE_POINT >> BLOCK_BITS) + 1);
            CLASSES = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UnicodeTable() {}

    static int of(int codePoint) {
        int block = BLOCKS[codePoint >> BLOCK_BITS] & 0xFF;
        return FLAGS[CLASSES[block << BLOCK_BITS | codePoint & 0xFF] & 0xFF];
    }

    /** Mn, Me or Mc. */
    static boolean isMark(int flags) {
        int kind = flags & KIND;
        return kind == KIND_MARK || kind == KIND_SPACING_MARK;
    }
}
