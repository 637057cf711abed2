package dev.parley.terminal;

import dev.parley.terminal.Key.Code;
import java.util.function.Consumer;

/**
 * Text, line ends and tabs as they come in one after the other, until something else does. Then they are keys; or one paste,
 * where a line end has text behind it, which no hand is fast enough for.
 */
final class TypedText {
    private final StringBuilder run = new StringBuilder();
    private final Consumer<Input> sink;
    private boolean lineEnded;
    private boolean pasted;

    TypedText(Consumer<Input> sink) {
        this.sink = sink;
    }

    void add(int codePoint) {
        boolean lineEnd = codePoint == '\r' || codePoint == '\n';
        pasted |= lineEnded && !lineEnd && codePoint != '\t';
        lineEnded |= lineEnd;
        run.appendCodePoint(codePoint);
    }

    /** Whether it is a paste that may go on in the next read. */
    boolean isOpenPaste() {
        return pasted;
    }

    void flush() {
        if (run.isEmpty()) {
            return;
        }
        String text = run.toString();
        boolean paste = pasted;
        run.setLength(0);
        lineEnded = false;
        pasted = false;
        if (paste) {
            sink.accept(new Input.Paste(lines(text)));
        } else {
            type(text);
        }
    }

    private void type(String text) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (c == '\r') {
                sink.accept(Key.of(Code.ENTER));
            } else if (c == '\n') {
                sink.accept(Key.ctrl('j'));
            } else if (c == '\t') {
                sink.accept(Key.of(Code.TAB));
            } else {
                end = endOfCluster(text, at);
                sink.accept(Key.text(text.substring(at, end)));
            }
            at = end;
        }
    }

    /** CR, CR LF and LF as LF. */
    static String lines(String raw) {
        return raw.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** One grapheme cluster, nearly: marks, selectors, joined emoji, skin tones and flags stay with what is before them. */
    private static int endOfCluster(String text, int from) {
        int codePoint = text.codePointAt(from);
        int at = from + Character.charCount(codePoint);
        boolean flag = isRegional(codePoint);
        while (at < text.length()) {
            int next = text.codePointAt(at);
            boolean joined = text.charAt(at - 1) == 0x200D && next > 0x2000;
            if (!isExtending(next) && !joined && !(flag && isRegional(next))) {
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

    private static boolean isExtending(int c) {
        return c >= 0x300 && c <= 0x36F
                || c == 0x200D
                || c >= 0x20D0 && c <= 0x20FF
                || c >= 0xFE00 && c <= 0xFE0F
                || c >= 0xFE20 && c <= 0xFE2F
                || c >= 0x1F3FB && c <= 0x1F3FF
                || c >= 0xE0020 && c <= 0xE007F
                || c >= 0xE0100 && c <= 0xE01EF;
    }
}
