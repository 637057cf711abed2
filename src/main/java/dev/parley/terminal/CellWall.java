package dev.parley.terminal;

/**
 * The second wall (RELIABILITY.md 3.1): what may never reach the terminal as a cell, whoever let it through. The first
 * wall is the sanitiser; a hit here is a bug of it.
 */
final class CellWall {
    private static final int ZWNJ = 0x200C;
    private static final int ZWJ = 0x200D;

    private CellWall() {}

    static boolean isSafe(String cluster) {
        return !cluster.isEmpty() && cluster.codePoints().allMatch(CellWall::isSafe);
    }

    private static boolean isSafe(int c) {
        if (c < 0x20 || c >= 0x7F && c < 0xA0 || c == 0xAD) {
            return false;
        }
        if (c >= 0x200B && c <= 0x200F) {
            return c == ZWNJ || c == ZWJ;
        }
        boolean format = c == 0x061C || c >= 0x2028 && c <= 0x202E || c >= 0x2060 && c <= 0x206F || c == 0xFEFF;
        boolean surrogateOrPrivate = c >= 0xD800 && c <= 0xF8FF || c >= 0xF0000;
        boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF || c >= 0xFFF0 && c <= 0xFFFB;
        boolean tag = c >= 0xE0000 && c <= 0xE0FFF;
        return !(format || surrogateOrPrivate || nonCharacter || tag);
    }
}
