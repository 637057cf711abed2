package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address in the object store that holds for a minute (PROTOCOL.md section 13). Whoever has it may use it, so it is
 * neither shown nor logged. Immutable.
 */
final class SignedUrl {
    private final String relativePath;
    private final String query;

    private SignedUrl(String relativePath, String query) {
        this.relativePath = relativePath;
        this.query = query;
    }

    /** Of a {@code ms.GenerateURLResponse}; empty where it is none, or its path could be read as another host's. */
    static Optional<SignedUrl> of(@Nullable JsonNode body) {
        String path = body == null ? "" : body.path("relativePath").asText("");
        boolean plain = path.matches("/[A-Za-z0-9._~!$&'()*+,;=:@%-][A-Za-z0-9._~!$&'()*+,;=:@%/-]{0,1000}");
        if (body == null || !plain || path.contains("/../") || path.endsWith("/..")) {
            return Optional.empty();
        }
        List<String> query = new ArrayList<>();
        body.path("queryParams")
                .properties()
                .forEach(each -> query.add(
                        encoded(each.getKey()) + "=" + encoded(each.getValue().asText())));
        return Optional.of(new SignedUrl(path, String.join("&", query)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** By which the file is known afterwards. */
    String relativePath() {
        return relativePath;
    }

    /** What is asked for, with its right. */
    String target() {
        return query.isEmpty() ? relativePath : relativePath + "?" + query;
    }

    @Override
    public String toString() {
        return relativePath + "?[redacted]";
    }
}
