package dev.parley.sandbox.service;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Kinds of files as PROTOCOL.md section 13 names them, and what their bytes begin with. */
public final class FileType {
    private static final Set<String> IMAGES = Set.of("JPG", "JPEG", "PNG", "GIF");
    private static final Set<String> DOCUMENTS = Set.of("PDF", "DOCX", "XLSX", "PPTX", "TXT");

    static boolean mayUpload(String type, boolean documentsToo) {
        return IMAGES.contains(type) || documentsToo && DOCUMENTS.contains(type);
    }

    /** Whether the bytes can be of that type: told by their beginning where the type has one. */
    static boolean fits(String type, byte[] bytes) {
        return beginning(type).map(magic -> beginsWith(bytes, magic)).orElse(true);
    }

    private static Optional<byte[]> beginning(String type) {
        return switch (type) {
            case "JPG", "JPEG" -> Optional.of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});
            case "PNG" -> Optional.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            case "GIF" -> Optional.of("GIF8".getBytes(StandardCharsets.US_ASCII));
            case "PDF" -> Optional.of("%PDF".getBytes(StandardCharsets.US_ASCII));
            case "DOCX", "XLSX", "PPTX" -> Optional.of(new byte[] {'P', 'K', 3, 4});
            default -> Optional.empty();
        };
    }

    private static boolean beginsWith(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    /** For the Content-Type of an answer; what nobody shows by itself where the type is unknown. */
    public static String mediaType(String type) {
        return switch (type) {
            case "JPG", "JPEG" -> "image/jpeg";
            case "PNG" -> "image/png";
            case "GIF" -> "image/gif";
            case "PDF" -> "application/pdf";
            case "TXT" -> "text/plain; charset=utf-8";
            default -> "application/octet-stream";
        };
    }

    private FileType() {}
}
