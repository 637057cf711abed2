package dev.parley.terminal;

/** Widths for the {@link Emulator}: a rough table of its own, so that it is no echo of the program's. */
final class TestWidths {
    private TestWidths() {}

    static int ofCodePoint(int c) {
        if (isMark(c) || c == 0x200D || c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0020 && c <= 0xE007F) {
            return 0;
        }
        boolean wide = c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF && c != 0x303F
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF01 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1F64F
                || c >= 0x1F680 && c <= 0x1F6FF
                || c >= 0x1F900 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD
                || c == 0x2705
                || c == 0x26A1
                || c == 0x2615
                || c == 0x231A
                || c == 0x2B50;
        return wide ? 2 : 1;
    }

    static int ofCluster(String cluster) {
        int first = cluster.codePointAt(0);
        boolean pair = isRegional(first) && cluster.length() > 2;
        return pair || cluster.indexOf(0xFE0F) >= 0 ? 2 : ofCodePoint(first);
    }

    static int endOfCluster(String text, int from) {
        int first = text.codePointAt(from);
        int at = from + Character.charCount(first);
        boolean flag = isRegional(first);
        while (at < text.length()) {
            int next = text.codePointAt(at);
            boolean joined = text.charAt(at - 1) == 0x200D && next > 0x2000;
            boolean skin = next >= 0x1F3FB && next <= 0x1F3FF && ofCodePoint(first) == 2;
            if (ofCodePoint(next) != 0 && !joined && !skin && !(flag && isRegional(next))) {
                break;
            }
            flag = false;
            at += Character.charCount(next);
        }
        return at;
    }

    private static boolean isRegional(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
    }

    private static boolean isMark(int c) {
        return c >= 0x300 && c <= 0x36F
                || c >= 0x483 && c <= 0x489
                || c >= 0x591 && c <= 0x5BD
                || c >= 0x64B && c <= 0x65F
                || c >= 0x93E && c <= 0x94D && c != 0x93E && c != 0x93F && c != 0x940
                || c == 0xE31
                || c >= 0xE34 && c <= 0xE3A
                || c >= 0xE47 && c <= 0xE4E
                || c >= 0x20D0 && c <= 0x20F0
                || c >= 0x1160 && c <= 0x11FF
                || c == 0x200C;
    }
}
