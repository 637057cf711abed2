package dev.parley.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.util.Locale;

/** A screen as an SVG picture (SVG 1.1): the cells' own text in a monospace font. Pure. */
public final class SvgPicture {
    private static final double CELL_WIDTH = 8.4;
    private static final int CELL_HEIGHT = 18;
    private static final int BASELINE = 13;
    private static final int MARGIN = 10;
    private static final String FOREGROUND = "#d8dee9";
    private static final String BACKGROUND = "#1b1e24";
    private static final String[] ANSI = {
        "#3b4252", "#d0626d", "#94be7a", "#e3c47b", "#6f9fd8", "#b78fc6", "#6fc1c4", "#d8dee9",
        "#6b7486", "#e5818b", "#aad592", "#f0d798", "#8fbaf0", "#cdaadb", "#8fdadc", "#f4f6fa"
    };

    private final CellGrid cells;
    private final StringBuilder svg = new StringBuilder();

    private SvgPicture(CellGrid cells) {
        this.cells = cells;
    }

    /** @param title for those who do not see it */
    public static String of(CellGrid cells, String title) {
        return new SvgPicture(cells).draw(title);
    }

    private String draw(String title) {
        String width = number(cells.columns() * CELL_WIDTH + 2 * MARGIN);
        int height = cells.rows() * CELL_HEIGHT + 2 * MARGIN;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height + "\" role=\"img\">\n");
        svg.append("<title>" + escaped(title) + "</title>\n");
        svg.append("<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"" + BACKGROUND + "\"/>\n");
        svg.append("<g font-family=\"'DejaVu Sans Mono','Menlo','Consolas',monospace\" font-size=\"14\""
                + " xml:space=\"preserve\">\n");
        for (int row = 0; row < cells.rows(); row++) {
            backgrounds(row);
            texts(row);
        }
        return svg.append("</g>\n</svg>\n").toString();
    }

    private void backgrounds(int row) {
        int from = 0;
        while (from < cells.columns()) {
            String color = background(cells.cell(from, row).style());
            int to = from + 1;
            while (to < cells.columns()
                    && color.equals(background(cells.cell(to, row).style()))) {
                to++;
            }
            if (!color.equals(BACKGROUND)) {
                svg.append("<rect x=\"" + x(from) + "\" y=\"" + (MARGIN + row * CELL_HEIGHT) + "\" width=\""
                        + number((to - from) * CELL_WIDTH) + "\" height=\"" + CELL_HEIGHT + "\" fill=\"" + color
                        + "\"/>\n");
            }
            from = to;
        }
    }

    private void texts(int row) {
        int from = 0;
        while (from < cells.columns()) {
            Cell first = cells.cell(from, row);
            int to = from + Math.max(1, first.width());
            StringBuilder text = new StringBuilder(first.text());
            while (to < cells.columns() && goesOn(first, cells.cell(to, row))) {
                text.append(cells.cell(to, row).text());
                to++;
            }
            if (!text.toString().isBlank()) {
                text(from, to, row, text.toString().stripTrailing(), first.style());
            }
            from = to;
        }
    }

    /** Only plain characters share an element: a font may give all others another width. */
    private static boolean goesOn(Cell first, Cell next) {
        return isPlain(first) && isPlain(next) && first.style().equals(next.style());
    }

    private static boolean isPlain(Cell cell) {
        return cell.width() == 1 && cell.text().length() == 1 && cell.text().charAt(0) < 0x7F;
    }

    private void text(int from, int to, int row, String text, Style style) {
        int columns = text.length() < to - from ? text.length() : to - from;
        svg.append("<text x=\"" + x(from) + "\" y=\"" + (MARGIN + row * CELL_HEIGHT + BASELINE) + "\" textLength=\""
                + number(columns * CELL_WIDTH) + "\" fill=\"" + foreground(style) + "\"");
        if (style.modifiers().contains(SGR.BOLD)) {
            svg.append(" font-weight=\"bold\"");
        }
        if (style.modifiers().contains(SGR.ITALIC)) {
            svg.append(" font-style=\"italic\"");
        }
        if (style.modifiers().contains(SGR.UNDERLINE)) {
            svg.append(" text-decoration=\"underline\"");
        }
        svg.append(">" + escaped(text) + "</text>\n");
    }

    private static String foreground(Style style) {
        return isReversed(style) ? color(style.background(), BACKGROUND) : color(style.foreground(), FOREGROUND);
    }

    private static String background(Style style) {
        return isReversed(style) ? color(style.foreground(), FOREGROUND) : color(style.background(), BACKGROUND);
    }

    private static boolean isReversed(Style style) {
        return style.modifiers().contains(SGR.REVERSE);
    }

    private static String color(TextColor color, String otherwise) {
        if (color == TextColor.ANSI.DEFAULT) {
            return otherwise;
        }
        int number = ColorMode.number(color);
        if (number >= 0 && number < ANSI.length) {
            return ANSI[number];
        }
        return String.format(Locale.ROOT, "#%02x%02x%02x", color.getRed(), color.getGreen(), color.getBlue());
    }

    private static String x(int column) {
        return number(MARGIN + column * CELL_WIDTH);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
