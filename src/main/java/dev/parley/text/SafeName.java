package dev.parley.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * A name under which a file from elsewhere may be saved: one path element, visible as it is, no option, no hidden file, no
 * device. RELIABILITY.md 3.4. Pure.
 */
public final class SafeName {
    /** As much as file systems take, in bytes of UTF-8. */
    public static final int LONGEST_BYTES = 255;

    private static final String NAMELESS = "file";
    private static final int LONGEST_EXTENSION = 16;
    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "conin$", "conout$", "com0", "com1", "com2", "com3", "com4", "com5", "com6",
            "com7", "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private SafeName() {}

    public static String of(String raw) {
        String name = visible(base(raw)).strip();
        while (name.endsWith(".") || name.endsWith(" ")) {
            name = name.substring(0, name.length() - 1);
        }
        if (name.isEmpty()) {
            return NAMELESS;
        }
        String stem = name.substring(0, dot(name)).strip().toLowerCase(Locale.ROOT);
        boolean taken = name.startsWith(".") || name.startsWith("-") || name.startsWith("~") || isDevice(stem);
        return cut(taken ? "_" + name : name, "");
    }

    /**
     * Of a file that came with a caption and a type (PROTOCOL.md section 13): by its caption, else by its path in the store,
     * with the type as its extension where it has another.
     */
    public static String of(String caption, String path, String fileType) {
        String name = of(caption.isBlank() ? path : caption);
        String extension = fileType.toLowerCase(Locale.ROOT);
        if (!extension.matches("[a-z0-9]{1,8}") || ends(name, extension)) {
            return name;
        }
        return cut(name + "." + extension, "");
    }

    private static boolean ends(String name, String extension) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean jpeg = extension.equals("jpg") || extension.equals("jpeg");
        return lower.endsWith("." + extension) || jpeg && (lower.endsWith(".jpg") || lower.endsWith(".jpeg"));
    }

    /** As {@code name}, with {@code (number)} before its extension. */
    public static String numbered(String name, int number) {
        return cut(name, " (" + number + ")");
    }

    private static String base(String raw) {
        return raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
    }

    /** Windows goes by what stands before the first dot. */
    private static boolean isDevice(String stem) {
        int dot = stem.indexOf('.');
        return DEVICES.contains(dot < 0 ? stem : stem.substring(0, dot).strip());
    }

    private static String visible(String name) {
        StringBuilder kept = new StringBuilder();
        name.codePoints().forEach(codePoint -> {
            int flags = UnicodeTable.of(codePoint);
            int kind = flags & UnicodeTable.KIND;
            if (kind == UnicodeTable.KIND_SPACE || codePoint == '\t') {
                kept.append(' ');
            } else if ((flags & UnicodeTable.IGNORABLE) == 0
                    && (kind == UnicodeTable.KIND_VISIBLE
                            || kind == UnicodeTable.KIND_MARK
                            || kind == UnicodeTable.KIND_SPACING_MARK)) {
                // Windows keeps these for itself; a colon there names a stream of another file.
                kept.appendCodePoint("<>:\"|?*".indexOf(codePoint) >= 0 ? '_' : codePoint);
            }
        });
        return Nfc.of(kept);
    }

    /** Where the extension begins; the length where there is none. */
    private static int dot(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= LONGEST_EXTENSION ? dot : name.length();
    }

    private static String cut(String name, String before) {
        int dot = dot(name);
        String end = before + name.substring(dot);
        int room = LONGEST_BYTES - bytes(end);
        StringBuilder stem = new StringBuilder();
        int used = 0;
        for (int at = 0; at < dot; ) {
            int codePoint = name.codePointAt(at);
            int size = bytes(Character.toString(codePoint));
            if (used + size > room) {
                break;
            }
            stem.appendCodePoint(codePoint);
            used += size;
            at += Character.charCount(codePoint);
        }
        return stem + end;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
