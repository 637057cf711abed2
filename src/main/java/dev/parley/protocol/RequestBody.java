package dev.parley.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What can be asked, by its v3 type, PROTOCOL.md 4.4. */
public sealed interface RequestBody {
    /** The v3 type string. */
    String type();

    record InitConnection() implements RequestBody {
        @Override
        public String type() {
            return "InitConnection";
        }
    }

    record GetClock() implements RequestBody {
        @Override
        public String type() {
            return "GetClock";
        }
    }

    /**
     * PROTOCOL.md 6.1. Empty lists ask for everything. Values are raw: OPEN, CLOSE, LOCKED.
     *
     * @param minLastUpdatedTime epoch ms, as the other
     */
    record SubscribeExConversations(
            List<String> stage,
            List<String> convState,
            List<String> dialogTypes,
            OptionalLong minLastUpdatedTime,
            OptionalLong maxLastUpdatedTime)
            implements RequestBody {
        public SubscribeExConversations {
            stage = List.copyOf(stage);
            convState = List.copyOf(convState);
            dialogTypes = List.copyOf(dialogTypes);
        }

        public SubscribeExConversations(List<String> stage, List<String> convState) {
            this(stage, convState, List.of(), OptionalLong.empty(), OptionalLong.empty());
        }

        @Override
        public String type() {
            return "cqm.SubscribeExConversations";
        }
    }

    record UnsubscribeExConversations(String subscriptionId) implements RequestBody {
        @Override
        public String type() {
            return "cqm.UnsubscribeExConversations";
        }
    }

    /** PROTOCOL.md section 5. Every member may be absent. */
    record RequestConversation(
            @Nullable String brandId,
            @Nullable String channelType,
            @Nullable String ttrDefName,
            @Nullable String skillId,
            @Nullable JsonNode campaignInfo,
            @Nullable JsonNode conversationContext)
            implements RequestBody {
        @Override
        public String type() {
            return "cm.ConsumerRequestConversation";
        }
    }

    /** PROTOCOL.md section 9. A bare object on the wire arrives as a list of one. */
    record UpdateConversationField(String conversationId, List<ConversationField> fields) implements RequestBody {
        public UpdateConversationField {
            fields = List.copyOf(fields);
        }

        @Override
        public String type() {
            return "cm.UpdateConversationField";
        }
    }

    /** PROTOCOL.md section 7; {@code fromSeq} is inclusive. */
    record SubscribeMessagingEvents(String dialogId, Optional<String> conversationId, long fromSeq)
            implements RequestBody {
        @Override
        public String type() {
            return "ms.SubscribeMessagingEvents";
        }
    }

    /** PROTOCOL.md section 8. */
    record PublishEvent(String dialogId, Optional<String> conversationId, Event event) implements RequestBody {
        @Override
        public String type() {
            return "ms.PublishEvent";
        }
    }

    /** Empty {@code userId}: one's own. */
    record GetUserProfile(Optional<String> userId) implements RequestBody {
        @Override
        public String type() {
            return "userprofile.GetUserProfile";
        }
    }

    record SetUserProfile(ObjectNode profile) implements RequestBody {
        @Override
        public String type() {
            return "userprofile.SetUserProfile";
        }
    }

    /**
     * PROTOCOL.md section 13. Written, not read: of what arrives the size may be a number or a text, so that it stays
     * {@link Unknown}, as the next two do.
     *
     * @param fileSize bytes
     * @param fileType JPG, JPEG, PNG or GIF for a consumer
     */
    record GenerateUrlForUploadFile(long fileSize, String fileType) implements RequestBody {
        @Override
        public String type() {
            return "ms.GenerateURLForUploadFile";
        }
    }

    /** PROTOCOL.md section 13. */
    record GenerateUrlForDownloadFile(String relativePath) implements RequestBody {
        @Override
        public String type() {
            return "ms.GenerateURLForDownloadFile";
        }
    }

    /** PROTOCOL.md section 13; that the body has these two is inferred there. */
    record GenerateUploadToken(String formId, String invitationId) implements RequestBody {
        @Override
        public String type() {
            return "ms.GenerateUploadToken";
        }
    }

    /** Any other type, with its body as it came. */
    record Unknown(String type, @Nullable JsonNode body) implements RequestBody {}
}
