package dev.parley.referee;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One event that really happened, as the ledger has it.
 *
 * @param sequence within the dialog
 * @param externalId of the publisher's metadata
 * @param event as it was published
 */
public record Committed(
        String conversationId,
        int sequence,
        String originatorId,
        String role,
        Optional<String> externalId,
        JsonNode event) {
    /** ContentEvent, AcceptStatusEvent … */
    public String type() {
        return event.path("type").asText();
    }

    /** The text of a text message; else empty. */
    public String text() {
        return event.path("message").isTextual() ? event.path("message").textValue() : "";
    }
}
