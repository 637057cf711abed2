package dev.parley.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * What Parley says of itself when it connects (PROTOCOL.md 3.3). Nothing of the person or the machine beyond the kind of
 * system: agents can see it.
 */
final class ClientProperties {
    static final String VERSION = "0.1.0";

    /**
     * Only what Parley really does: the service acts on it. Without MULTI_DIALOG no survey follows, without AUTO_MESSAGES no
     * welcome, and what is not announced here an agent is not offered to send.
     */
    static final List<String> FEATURES = List.of(
            "RICH_CONTENT",
            "QUICK_REPLIES",
            "MULTI_DIALOG",
            "AUTO_MESSAGES",
            "PHOTO_SHARING",
            "FILE_SHARING",
            "SECURE_FORMS",
            "MARKDOWN_HYPERLINKS");

    private ClientProperties() {}

    /** For the upgrade's header, on one line. */
    static String header() {
        return of(".ClientProperties").toString();
    }

    /** For InitConnection. */
    static ObjectNode frameHeader() {
        return of(".ams.headers.ClientProperties");
    }

    private static ObjectNode of(String type) {
        ObjectNode properties = JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("appId", "parley")
                .put("appVersion", VERSION)
                .put("deviceFamily", "DESKTOP")
                .put("os", os(System.getProperty("os.name", "")))
                .put("integration", "BRAND_SDK")
                .put("integrationVersion", VERSION);
        FEATURES.forEach(properties.putArray("features")::add);
        return properties;
    }

    static String os(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("linux")) {
            return "LINUX";
        }
        if (lower.startsWith("mac") || lower.startsWith("darwin")) {
            return "OSX";
        }
        return lower.startsWith("windows") ? "WINDOWS" : "OTHER";
    }
}
