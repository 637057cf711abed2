package dev.parley.terminal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A strict terminal in memory: takes the bytes that the program writes and shows what a person would see. It knows just the
 * sequences that Parley sends, and throws on any other, on controls in text, and on UTF-8 that is wrong or cut off at the end
 * of a write. Every {@link #write} counts as one write(2). One thread.
 */
public final class Emulator {
    /** How a terminal counts the columns of text that is more than one code point a character. */
    public enum Widths {
        /** By grapheme clusters, as Unicode and newer terminals do. */
        CLUSTERS,
        /** Each code point alone, as older ones do: a joined emoji takes the columns of all its parts. */
        CODE_POINTS
    }

    private static final Pattern CSI = Pattern.compile("([<-?]?)([0-9;]*)([ -/]*)([@-~])");

    private final Widths widths;
    private EmulatorPage page;
    private EmulatorPage mainPage;
    private boolean cursorVisible = true;
    private boolean alternate;
    private Set<String> style = Set.of();
    private final Set<Integer> modes = new TreeSet<>(Set.of(7, 25));
    private final List<String> titles = new ArrayList<>();
    private String title = "";
    private int writes;
    private long bytes;
    private int clears;
    private String lastWrite = "";
    private String clipboard = "";
    private int bells;
    private boolean aside;
    private boolean mouseAllowed;

    public Emulator(int columns, int rows) {
        this(columns, rows, Widths.CLUSTERS);
    }

    public Emulator(int columns, int rows, Widths widths) {
        this.widths = widths;
        this.page = new EmulatorPage(columns, rows);
        this.mainPage = new EmulatorPage(columns, rows);
    }

    /** Cuts or extends the page; the program is to draw it anew. */
    public void resize(int columns, int rows) {
        page = page.resized(columns, rows);
        mainPage = mainPage.resized(columns, rows);
    }

    /** What one write(2) brings. */
    public void write(byte[] sent) {
        writes++;
        bytes += sent.length;
        String text = new String(sent, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), sent)) {
            throw new IllegalStateException("not UTF-8: " + visible(text));
        }
        lastWrite = text;
        int at = 0;
        while (at < text.length()) {
            at = step(text, at);
        }
    }

    /** What a write beside the frames brings: there alone the bell and the clipboard are known. */
    public void aside(byte[] sent) {
        aside = true;
        write(sent);
        aside = false;
    }

    /** From now on the program may ask for the mouse. */
    public void allowMouse() {
        mouseAllowed = true;
    }

    /** Fills the page with rubbish, as another program's output would. */
    public void scribble() {
        page.scribble();
    }

    public int columns() {
        return page.columns;
    }

    public int rows() {
        return page.rows;
    }

    public String text(int column, int row) {
        return page.cell(column, row).text();
    }

    /** SGR parameters of the cell, e.g. {@code 1}, {@code 36}, {@code 48;5;208}; empty for the terminal's own. */
    public Set<String> style(int column, int row) {
        return page.cell(column, row).style();
    }

    /** A row without the blanks at its end. */
    public String line(int row) {
        return page.line(row);
    }

    public List<String> lines() {
        return IntStream.range(0, page.rows).mapToObj(this::line).toList();
    }

    /** All rows, one a line. */
    public String screen() {
        return String.join("\n", lines());
    }

    public boolean shows(String text) {
        return screen().contains(text);
    }

    public int cursorColumn() {
        return page.column;
    }

    public int cursorRow() {
        return page.row;
    }

    public boolean cursorVisible() {
        return cursorVisible;
    }

    public boolean alternateScreen() {
        return alternate;
    }

    /** DEC private modes that are on; 7 (wrap) and 25 (cursor) are at the start. */
    public Set<Integer> modes() {
        return Set.copyOf(modes);
    }

    public String title() {
        return title;
    }

    public int writes() {
        return writes;
    }

    public long bytes() {
        return bytes;
    }

    /** What was last put there. */
    public String clipboard() {
        return clipboard;
    }

    public int bells() {
        return bells;
    }

    /** How often the whole page was cleared. */
    public int clears() {
        return clears;
    }

    /** The last write, controls as {@code ^[}. */
    public String lastWrite() {
        return visible(lastWrite);
    }

    private int step(String text, int at) {
        char c = text.charAt(at);
        switch (c) {
            case '\r' -> page.moveTo(0, page.row);
            case '\n' -> page.lineFeed();
            case '\b' -> page.moveTo(page.column - 1, page.row);
            // Ends half a sequence: as the first of what a terminal gets that took nothing for a while.
            case 0x18 -> {}
            case 0x07 -> {
                if (!aside) {
                    throw new IllegalStateException("a bell that nobody rang");
                }
                bells++;
            }
            case 0x1B -> {
                return escape(text, at + 1);
            }
            default -> {
                int end = at + Character.charCount(text.codePointAt(at));
                if (widths == Widths.CLUSTERS) {
                    end = TestWidths.endOfCluster(text, at);
                }
                print(text.substring(at, end));
                return end;
            }
        }
        return at + 1;
    }

    private int escape(String text, int at) {
        if (at >= text.length()) {
            throw new IllegalStateException("a write ends within a sequence: " + visible(text));
        }
        if (text.charAt(at) == ']') {
            int end = text.indexOf('\007', at);
            if (aside && end >= 0 && text.startsWith("52;c;", at + 1)) {
                clipboard = new String(Base64.getDecoder().decode(text.substring(at + 6, end)), StandardCharsets.UTF_8);
                return end + 1;
            }
            if (end < 0 || !text.startsWith("2;", at + 1)) {
                throw unknown(text, at);
            }
            title = text.substring(at + 3, end);
            return end + 1;
        }
        var matcher = CSI.matcher(text).region(Math.min(at + 1, text.length()), text.length());
        if (text.charAt(at) != '[' || !matcher.lookingAt()) {
            throw unknown(text, at);
        }
        String command = matcher.group(1) + matcher.group(3) + matcher.group(4);
        if (!csi(command, matcher.group(2))) {
            throw unknown(text, at);
        }
        return matcher.end();
    }

    private boolean csi(String command, String parameters) {
        int[] n = Arrays.stream(parameters.split(";", -1))
                .mapToInt(part -> part.isEmpty() ? 0 : Integer.parseInt(part))
                .toArray();
        int count = Math.max(1, n[0]);
        switch (command) {
            case "A" -> page.moveTo(page.column, page.row - count);
            case "B" -> page.moveTo(page.column, page.row + count);
            case "C" -> page.moveTo(page.column + count, page.row);
            case "D" -> page.moveTo(page.column - count, page.row);
            case "G" -> page.moveTo(count - 1, page.row);
            case "H" -> page.moveTo(n.length > 1 ? Math.max(1, n[1]) - 1 : 0, count - 1);
            case "J" -> erasePage(n[0]);
            case "K" -> {
                if (n[0] != 0) {
                    return false;
                }
                erase(page.columns);
            }
            case "X" -> erase(Math.min(page.columns, page.column + count));
            case "m" -> sgr(n);
            case "?h" -> set(n[0], true);
            case "?l" -> set(n[0], false);
            case "t" -> title(parameters);
            case "h", "l" -> {
                return parameters.equals("8");
            }
            case "?s", "?r" -> {
                return parameters.equals("1007");
            }
            case "?$p" -> {
                return parameters.equals("2026");
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void title(String parameters) {
        switch (parameters) {
            case "22;0" -> titles.add(title);
            case "23;0" -> title = titles.isEmpty() ? title : titles.remove(titles.size() - 1);
            default -> throw new IllegalStateException("window operation " + parameters);
        }
    }

    private void set(int mode, boolean on) {
        switch (mode) {
            case 25 -> cursorVisible = on;
            case 1049 -> {
                if (on && !alternate) {
                    mainPage = page;
                    page = new EmulatorPage(page.columns, page.rows);
                } else if (!on && alternate) {
                    page = mainPage;
                }
                alternate = on;
            }
            case 1000, 1006 -> {
                if (on && !mouseAllowed) {
                    throw new IllegalStateException("a mouse that nobody asked for");
                }
            }
            case 7, 1004, 1007, 2004, 2026 -> {}
            default -> throw new IllegalStateException("unknown mode " + mode);
        }
        if (on) {
            modes.add(mode);
        } else {
            modes.remove(mode);
        }
    }

    private void sgr(int[] codes) {
        List<String> now = new ArrayList<>(style);
        for (int i = 0; i < codes.length; i++) {
            int code = codes[i];
            switch (code) {
                case 0 -> now.clear();
                case 1, 3, 4, 5, 7, 9 -> now.add(String.valueOf(code));
                case 22 -> now.remove("1");
                case 23, 24, 25, 27, 29 -> now.remove(String.valueOf(code - 20));
                case 38, 48 -> {
                    int length = codes[i + 1] == 5 ? 3 : 5;
                    now.removeIf(part -> isColor(part, code - 8));
                    int[] parts = Arrays.copyOfRange(codes, i, i + length);
                    now.add(String.join(
                            ";", Arrays.stream(parts).mapToObj(String::valueOf).toList()));
                    i += length - 1;
                }
                case 39, 49 -> now.removeIf(part -> isColor(part, code - 9));
                default -> {
                    int base = code % 60 < 40 ? 30 : 40;
                    if (code < 30 || code > 107 || code > 47 && code < 90) {
                        throw new IllegalStateException("unknown SGR " + code);
                    }
                    now.removeIf(part -> isColor(part, base));
                    now.add(String.valueOf(code));
                }
            }
        }
        style = new TreeSet<>(now);
    }

    /** 30 to 38 and 90 to 97 for base 30; 40 to 48 and 100 to 107 for base 40. */
    private static boolean isColor(String part, int base) {
        int code = Integer.parseInt(part.split(";")[0]);
        return code >= base && code < base + 10 || code >= base + 60 && code < base + 68;
    }

    private void print(String cluster) {
        if (cluster.codePoints().anyMatch(c -> c < 0x20 || c >= 0x7F && c < 0xA0)) {
            throw new IllegalStateException("a control character in text: " + visible(cluster));
        }
        int width = widths == Widths.CLUSTERS
                ? TestWidths.ofCluster(cluster)
                : TestWidths.ofCodePoint(cluster.codePointAt(0));
        if (width == 0) {
            page.join(cluster);
        } else {
            page.print(cluster, width, style, modes.contains(7));
        }
    }

    private void erase(int to) {
        if (style.stream().anyMatch(part -> isColor(part, 40) || part.equals("7"))) {
            throw new IllegalStateException("erases in a background: terminals differ in what that shows");
        }
        page.erase(page.column, to);
    }

    private void erasePage(int what) {
        boolean all = what == 2 || what == 0 && page.row == 0 && page.column == 0;
        if (!all) {
            throw new IllegalStateException("ED " + what);
        }
        clears += what == 2 ? 1 : 0;
        page.clear();
    }

    private static IllegalStateException unknown(String text, int at) {
        return new IllegalStateException(
                "unknown sequence: ^[" + visible(text.substring(at, Math.min(text.length(), at + 20))));
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.chars().forEach(c -> visible.append(c < 0x20 ? "^" + (char) (c + 0x40) : String.valueOf((char) c)));
        return visible.toString();
    }
}
