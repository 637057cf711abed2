package dev.parley.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes on their way to the terminal. */
final class Bytes extends ByteArrayOutputStream {
    static final String CSI = "\033[";

    Bytes ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            write(text.charAt(i));
        }
        return this;
    }

    Bytes utf8(String text) {
        writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }
}
