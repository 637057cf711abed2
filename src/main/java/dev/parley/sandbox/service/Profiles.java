package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Who people are, PROTOCOL.md section 14: the consumer by its own words, agents publicly. Sandbox's event loop. */
final class Profiles {
    private static final int MAX_PROFILE = 16_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Conversations conversations;

    Profiles(Conversations conversations) {
        this.conversations = conversations;
    }

    Answer get(String consumer, String userId) {
        ObjectNode profile = userId.equals(consumer)
                ? conversations.profileOf(consumer)
                : ofAgent(userId).orElseThrow(() -> new Refusal(404, "User not found"));
        return new Answer("userprofile.GetUserProfileResponse", profile.put("userId", userId));
    }

    /** What comes from the token (authenticatedData) and whose it is (userId) cannot be set. */
    Answer set(String consumer, ObjectNode asked) {
        if (asked.toString().length() > MAX_PROFILE) {
            throw new Refusal(400, "Profile is too long");
        }
        ObjectNode profile = asked.deepCopy();
        profile.remove("userId");
        profile.remove("authenticatedData");
        conversations.keep(new LedgerEntry.ProfileSet(consumer, profile));
        return Answer.words("OK User Profile set successfully");
    }

    /** The public profile of an agent who has joined some conversation. */
    Optional<ObjectNode> ofAgent(String agentId) {
        return conversations
                .state()
                .nickname(agentId)
                .map(nickname -> JSON.objectNode()
                        .put("id", agentId)
                        .put("nickname", nickname)
                        .put("fullName", nickname)
                        // 2 is LivePerson's user type of a bot, 1 of a person.
                        .put("userTypeId", agentId.equals(PersonAsAgent.ID) ? 1 : 2));
    }
}
