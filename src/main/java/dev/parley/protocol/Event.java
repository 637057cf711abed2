package dev.parley.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is published into a dialog, PROTOCOL.md section 8. */
public sealed interface Event {
    /**
     * 8.1.
     *
     * @param message a string for text/*, an object otherwise
     * @param quickReplies 10.3; null when absent
     */
    record ContentEvent(
            String contentType, JsonNode message, @Nullable JsonNode quickReplies) implements Event {
        public static ContentEvent text(String text) {
            return new ContentEvent("text/plain", com.fasterxml.jackson.databind.node.TextNode.valueOf(text), null);
        }
    }

    /** 8.2; the old key {@code message} is read too. */
    record RichContentEvent(JsonNode content, @Nullable JsonNode quickReplies) implements Event {}

    /** 8.3; {@code status} raw: ACCEPT, READ, ACTION … */
    record AcceptStatusEvent(String status, List<Long> sequenceList) implements Event {
        public AcceptStatusEvent {
            sequenceList = List.copyOf(sequenceList);
        }
    }

    /** 8.4; raw: ACTIVE, COMPOSING, PAUSE, BACKGROUND … */
    record ChatStateEvent(String chatState) implements Event {}

    /** Any other type, or one of the above that could not be read. */
    record Unknown(String type, JsonNode json) implements Event {}
}
