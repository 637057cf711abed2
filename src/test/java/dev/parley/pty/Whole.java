package dev.parley.pty;

/** A read from a pty may end anywhere: within a control sequence, or within a character. */
final class Whole {
    private static final int ESC = 0x1B;
    private static final int BEL = 0x07;
    private static final int CAN = 0x18;

    private Whole() {}

    /** How many bytes at the start of {@code read} are whole characters and sequences. */
    static int prefix(byte[] read) {
        int escape = lastIndexOf(read, ESC);
        return escape >= 0 && !isWhole(read, escape + 1) ? escape : lastCharacter(read);
    }

    private static boolean isWhole(byte[] read, int at) {
        if (at >= read.length) {
            return false;
        }
        boolean title = read[at] == ']';
        for (int i = at + 1; i < read.length; i++) {
            if (read[i] == CAN) {
                return true;
            }
            if (title ? read[i] == BEL : read[i] >= '@' && read[i] <= '~') {
                return true;
            }
        }
        return false;
    }

    private static int lastCharacter(byte[] read) {
        int start = read.length - 1;
        while (start > 0 && read.length - start < 4 && (read[start] & 0xC0) == 0x80) {
            start--;
        }
        if (start < 0) {
            return 0;
        }
        int lead = read[start] & 0xFF;
        int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
        return read.length - start < length ? start : read.length;
    }

    private static int lastIndexOf(byte[] read, int wanted) {
        int at = read.length - 1;
        while (at >= 0 && read[at] != wanted) {
            at--;
        }
        return at;
    }
}
