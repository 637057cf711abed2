package dev.parley.sandbox.agents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** A sample of each kind of structured content (PROTOCOL.md section 10), as events that can be published. */
final class Cards {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** In the order in which they are shown. */
    static final List<String> NAMES = List.of(
            "text",
            "styles",
            "button",
            "image",
            "map",
            "vertical",
            "horizontal",
            "card",
            "carousel",
            "list",
            "checklist",
            "sections",
            "submit-button",
            "tabs",
            "accordion",
            "carousel-select",
            "date-picker",
            "schedule",
            "link-preview",
            "quick-replies",
            "card-with-replies",
            "template",
            "malformed");

    private Cards() {}

    /** @param name one of {@link #NAMES} */
    static JsonNode event(String name) {
        try (InputStream in =
                Objects.requireNonNull(Cards.class.getResourceAsStream("cards/" + name + ".json"), name)) {
            return JSON.readTree(in);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
