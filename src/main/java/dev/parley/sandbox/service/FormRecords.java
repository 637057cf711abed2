package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one-time tokens of secure forms, as hashes, and what was submitted with them (PROTOCOL.md section 13). Changed only by
 * {@link State}, read on the sandbox's event loop.
 */
final class FormRecords {
    /** Content types of PROTOCOL.md 8.1. */
    static final String INVITATION = "forms/secure-invitation";

    static final String SUBMISSION = "forms/secure-submission";

    /** What an agent asked a consumer to fill in. */
    record Invitation(String conversationId, String formId, String title) {}

    private final Map<String, Invitation> invitations = new HashMap<>();
    private final Map<String, LedgerEntry.FormTokens> byReadHash = new HashMap<>();
    private final Map<String, LedgerEntry.FormTokens> byWriteHash = new HashMap<>();
    private final Map<String, LedgerEntry.FormSubmitted> byInvitation = new HashMap<>();
    private final Set<String> read = new HashSet<>();

    void apply(LedgerEntry entry) {
        if (entry instanceof LedgerEntry.FormTokens tokens) {
            byReadHash.put(tokens.readHash(), tokens);
            byWriteHash.put(tokens.writeHash(), tokens);
        } else if (entry instanceof LedgerEntry.FormRead it) {
            read.add(it.readHash());
        } else if (entry instanceof LedgerEntry.FormSubmitted it) {
            byInvitation.put(it.invitationId(), it);
        } else if (entry instanceof LedgerEntry.Published published) {
            JsonNode message = published.event().path("message");
            if (published.event().path("contentType").asText().equals(INVITATION)) {
                invitations.put(
                        message.path("invitationId").asText(),
                        new Invitation(
                                published.conversationId(),
                                message.path("formId").asText(),
                                message.path("title").asText()));
            }
        }
    }

    Optional<Invitation> invitation(String invitationId) {
        return Optional.ofNullable(invitations.get(invitationId));
    }

    /** Tokens whose reading half was not used and has not expired; {@code now} epoch ms. */
    Optional<LedgerEntry.FormTokens> readable(String readHash, long now) {
        return Optional.ofNullable(byReadHash.get(readHash))
                .filter(it -> now < it.expiresAt() && !read.contains(readHash));
    }

    /** The same of the writing half; with the first submission an invitation is used up. */
    Optional<LedgerEntry.FormTokens> writable(String writeHash, long now) {
        return Optional.ofNullable(byWriteHash.get(writeHash))
                .filter(it ->
                        now < it.expiresAt() && submission(it.invitationId()).isEmpty());
    }

    Optional<LedgerEntry.FormSubmitted> submission(String invitationId) {
        return Optional.ofNullable(byInvitation.get(invitationId));
    }
}
