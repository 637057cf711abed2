package dev.parley.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** One entry of {@code conversationField}, PROTOCOL.md section 9. */
public sealed interface ConversationField {
    /** 9.1: {@code type} UPDATE or CREATE, {@code state} CLOSE. */
    record DialogChange(String type, String dialogId, String state, Optional<String> closedCause)
            implements ConversationField {}

    /** 9.2. */
    record ConversationStateField(String conversationState) implements ConversationField {}

    /** 9.3. */
    record Stage(String conversationState) implements ConversationField {}

    /** 9.4. */
    record CsatRate(int csatRate, Optional<Boolean> resolved, String status) implements ConversationField {}

    /** 9.5; {@code value} in seconds. */
    record TtrField(String ttrType, Optional<Long> value) implements ConversationField {}

    /** 9.6: {@code type} ADD, REMOVE …; {@code role} CONSUMER, MANAGER …. */
    record ParticipantsChange(String type, String role, String userId) implements ConversationField {}

    /** Any other field, as it came. */
    record Unknown(String field, ObjectNode json) implements ConversationField {}
}
