package dev.parley.terminal;

/**
 * What stands in one cell of the screen. Immutable.
 *
 * @param text one grapheme cluster; a blank for an empty cell; "" for the right half of the wide cluster left of it
 * @param width columns: 1 or 2; 0 for a right half
 * @param uncertain whether terminals disagree about the width, so that the next cell must be addressed
 */
public record Cell(String text, int width, boolean uncertain, Style style) {
    static Cell blank(Style style) {
        return new Cell(" ", 1, false, style);
    }

    static Cell rightHalf(Style style) {
        return new Cell("", 0, false, style);
    }

    public boolean isBlank() {
        return text.equals(" ");
    }

    public boolean isRightHalf() {
        return width == 0;
    }
}
