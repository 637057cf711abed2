package dev.parley.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What the service says unasked. */
public sealed interface NotificationBody {
    /** The v3 type string. */
    String type();

    /** PROTOCOL.md 6.3. A change that could not be read is in {@code unreadable}, the rest of the batch is used. */
    record ExConversationChange(String subscriptionId, List<ConversationChange> changes, List<JsonNode> unreadable)
            implements NotificationBody {
        public ExConversationChange {
            changes = List.copyOf(changes);
            unreadable = List.copyOf(unreadable);
        }

        @Override
        public String type() {
            return "cqm.ExConversationChangeNotification";
        }
    }

    /** {@code delete} is true for DELETE; any other type counts as UPSERT. */
    record ConversationChange(boolean delete, ConversationResult result) {}

    /** PROTOCOL.md 7.1. An entry that could not be read is in {@code unreadable}, the rest of the batch is used. */
    record MessagingEvents(List<MessageChange> changes, List<JsonNode> unreadable) implements NotificationBody {
        public MessagingEvents {
            changes = List.copyOf(changes);
            unreadable = List.copyOf(unreadable);
        }

        @Override
        public String type() {
            return "ms.MessagingEventNotification";
        }
    }

    /**
     * One published event as readers see it.
     *
     * @param sequence absent for ChatStateEvent
     * @param originatorId {@code originatorPId} where present (v2), else {@code originatorId}
     * @param role raw, from originatorMetadata; empty when absent
     * @param serverTimestamp epoch ms; absent for ChatStateEvent
     * @param conversationId absent in older history frames: look it up by dialog
     * @param metadata the publisher's, null when absent
     * @param audience ALL when absent
     */
    record MessageChange(
            OptionalLong sequence,
            String originatorId,
            String role,
            OptionalLong serverTimestamp,
            Event event,
            Optional<String> conversationId,
            String dialogId,
            @Nullable JsonNode metadata,
            String audience) {
        /** The {@code id} of the first ExternalId entry of the metadata. */
        public Optional<String> externalId() {
            if (metadata != null) {
                for (JsonNode entry : Json.list(metadata)) {
                    if ("ExternalId".equals(entry.path("type").asText())) {
                        return Json.text(entry, "id");
                    }
                }
            }
            return Optional.empty();
        }
    }

    /** Any other type. */
    record Unknown(String type, @Nullable JsonNode body) implements NotificationBody {}
}
