package dev.parley.terminal;

import dev.parley.terminal.Key.Code;
import dev.parley.text.Graphemes;
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
                end = Graphemes.next(text, at);
                sink.accept(Key.text(text.substring(at, end)));
            }
            at = end;
        }
    }

    /** CR, CR LF and LF as LF. */
    static String lines(String raw) {
        return raw.replace("\r\n", "\n").replace('\r', '\n');
    }
}
