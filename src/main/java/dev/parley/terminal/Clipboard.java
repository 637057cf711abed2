package dev.parley.terminal;

import dev.parley.text.Cluster;
import dev.parley.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A text on its way to the terminal's clipboard: OSC 52, which only ever sets it and never asks for it. RELIABILITY.md 3.2.
 * Of safe text, since what is copied here is pasted elsewhere, where a control character would be typed.
 */
final class Clipboard {
    /** Bytes of text; many a terminal drops the whole sequence where it is much longer. */
    static final int MOST_BYTES = 8 * 1024;

    /** GNU screen takes 768 bytes of a control string. */
    private static final int PIECE = 512;

    private static final String BEGIN = "\033]52;c;";
    private static final String END = "\007";

    private Clipboard() {}

    /**
     * The sequence, in ASCII; empty where the text is longer than {@link #MOST_BYTES}.
     *
     * @param screen whether GNU screen stands before the terminal: then in pieces, each wrapped so that it is passed on
     * @param wall asked about every cluster
     */
    static Optional<String> sequence(List<SafeText> lines, boolean screen, Wall wall) {
        String text = lines.stream().map(line -> checked(line, wall)).collect(Collectors.joining("\n"));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MOST_BYTES) {
            return Optional.empty();
        }
        String sequence = BEGIN + Base64.getEncoder().encodeToString(bytes) + END;
        return Optional.of(screen ? wrapped(sequence) : sequence);
    }

    private static String checked(SafeText line, Wall wall) {
        return line.clusters().stream()
                .map(Cluster::text)
                .map(cluster -> wall.isSafe(cluster) ? cluster : "?")
                .collect(Collectors.joining());
    }

    private static String wrapped(String sequence) {
        StringBuilder wrapped = new StringBuilder();
        for (int at = 0; at < sequence.length(); at += PIECE) {
            wrapped.append("\033P")
                    .append(sequence, at, Math.min(sequence.length(), at + PIECE))
                    .append("\033\\");
        }
        return wrapped.toString();
    }
}
