package dev.parley.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Collects a paste from after {@code CSI 200~} to {@code CSI 201~}. Takes each byte once. */
final class BracketedPaste {
    /** What a paste can hold; more of it is taken in, but dropped. */
    private static final int LIMIT = 16 << 20;

    private static final byte[] END = "\033[201~".getBytes(StandardCharsets.US_ASCII);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int matched;

    /** True with the last byte of its end. */
    boolean take(int b) {
        if (b == END[matched]) {
            matched++;
            return matched == END.length;
        }
        keepMatched();
        if (b == END[0]) {
            matched = 1;
        } else {
            keep(b);
        }
        return false;
    }

    String text() {
        return TypedText.lines(bytes.toString(StandardCharsets.UTF_8));
    }

    private void keepMatched() {
        for (int i = 0; i < matched; i++) {
            keep(END[i]);
        }
        matched = 0;
    }

    private void keep(int b) {
        if (bytes.size() < LIMIT) {
            bytes.write(b);
        }
    }
}
