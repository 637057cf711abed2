package dev.parley.conversation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file is by the bytes it begins with, whatever it is called (RELIABILITY.md 3.4). Pure. */
public final class FileKind {
    /** So many bytes from the beginning tell it. */
    public static final int HEAD = 16;

    /** As much as a consumer may send; bytes (PROTOCOL.md section 13). */
    public static final int MOST_BYTES = 3 << 20;

    private static final List<String> SENDABLE = List.of("JPG", "JPEG", "PNG", "GIF");

    private record Magic(String type, byte... bytes) {}

    private static final List<Magic> KNOWN = List.of(
            new Magic("PNG", bytes("\u0089PNG\r\n\u001a\n")),
            new Magic("JPG", bytes("\u00ff\u00d8\u00ff")),
            new Magic("GIF", bytes("GIF87a")),
            new Magic("GIF", bytes("GIF89a")),
            new Magic("PDF", bytes("%PDF-")),
            new Magic("ZIP", bytes("PK\u0003\u0004")),
            new Magic("ELF", bytes("\u007fELF")),
            new Magic("EXE", bytes("MZ")),
            new Magic("GZ", bytes("\u001f\u008b")),
            new Magic("SCRIPT", bytes("#!")));

    /** Types whose files begin as another's do. */
    private static final List<String> ZIPPED = List.of("DOCX", "XLSX", "PPTX", "ODT", "JAR");

    private FileKind() {}

    /** PNG, JPG, GIF, PDF …; empty when nothing tells. */
    public static Optional<String> of(byte[] head) {
        return KNOWN.stream()
                .filter(magic -> begins(head, magic.bytes()))
                .map(Magic::type)
                .findFirst();
    }

    /** Whether a consumer may send a file of this type. */
    public static boolean isSendable(String type) {
        return SENDABLE.contains(type);
    }

    /** What the bytes are, where that is something else than {@code said}; empty when it fits, or cannot be told. */
    public static Optional<String> otherThan(String said, byte[] head) {
        String type = said.toUpperCase(Locale.ROOT);
        Optional<String> found = of(head);
        boolean markedTypes = KNOWN.stream().anyMatch(magic -> magic.type().equals(jpeg(type)));
        if (found.isEmpty()) {
            return markedTypes && head.length > 0 ? Optional.of("no " + type) : Optional.empty();
        }
        boolean zipped = found.get().equals("ZIP") && ZIPPED.contains(type);
        return found.get().equals(jpeg(type)) || zipped ? Optional.empty() : found.map(it -> "a " + it);
    }

    /** {@code 52 KB}, for the eye. */
    public static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 999_500
                ? (bytes + 500) / 1_000 + " KB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
    }

    private static String jpeg(String type) {
        return type.equals("JPEG") ? "JPG" : type;
    }

    private static boolean begins(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }
}
