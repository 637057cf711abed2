package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.time.Time;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Secure forms: what a consumer types goes past the conversation to a tokenizer, for which the sandbox stands in too
 * (PROTOCOL.md section 13). Public sources only name {@code readOtk} and {@code writeOtk}; what follows is inferred: the
 * members of the request, that each token holds once and for ten minutes, that one reads the form and the other submits it,
 * and the door's own shape. What is filled in is counted and forgotten. Sandbox's event loop.
 */
public final class Forms {
    /** How long one-time tokens hold; ms. */
    static final long LIFE = 600_000;

    /** What a submission is answered with: 200 and its id, or an error and a sentence. */
    public record Outcome(int status, String words) {}

    private final Conversations conversations;
    private final Time time;

    Forms(Conversations conversations, Time time) {
        this.conversations = conversations;
        this.time = time;
    }

    /** {@code ms.GenerateUploadToken} with the invitation's formId and invitationId (inferred). */
    Answer tokens(String consumer, JsonNode body) {
        String invitationId = Bodies.text(body, "invitationId").orElse("");
        FormRecords.Invitation invitation = records()
                .invitation(invitationId)
                .filter(it ->
                        Bodies.text(body, "formId").filter(it.formId()::equals).isPresent())
                .orElseThrow(() -> new Refusal(404, "Invitation not found"));
        Conversation conversation = conversations
                .state()
                .conversation(invitation.conversationId())
                .filter(it -> it.consumerId().equals(consumer))
                .orElseThrow(() -> new Refusal(404, "Invitation not found"));
        if (!conversation.isOpen()) {
            throw new Refusal(400, "Dialog is closed");
        }
        if (records().submission(invitationId).isPresent()) {
            throw new Refusal(400, "Form was submitted already");
        }
        String read = conversations.newId();
        String write = conversations.newId();
        conversations.keep(
                new LedgerEntry.FormTokens(conversation.id(), invitationId, hash(read), hash(write), now() + LIFE));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("token").put("readOtk", read).put("writeOtk", write);
        return new Answer("ms.UploadToken", json);
    }

    /** The form a reading token is for, once; empty when it does not hold. */
    public Optional<SecureForm> read(String readOtk) {
        Optional<LedgerEntry.FormTokens> tokens = records().readable(hash(readOtk), now());
        tokens.ifPresent(it -> conversations.keep(new LedgerEntry.FormRead(it.readHash())));
        return tokens.flatMap(it -> records().invitation(it.invitationId()))
                .map(it -> SecureForm.of(it.formId(), it.title()));
    }

    /** Takes a form in, once; {@code values} by the names of its fields. */
    public Outcome submit(String writeOtk, Map<String, String> values) {
        Optional<LedgerEntry.FormTokens> tokens = records().writable(hash(writeOtk), now());
        if (tokens.isEmpty()) {
            return new Outcome(401, "This token does not hold, or not any more");
        }
        String invitationId = tokens.get().invitationId();
        FormRecords.Invitation invitation = records().invitation(invitationId).orElseThrow();
        Optional<String> missing =
                SecureForm.of(invitation.formId(), invitation.title()).wrong(values);
        if (missing.isPresent()) {
            return new Outcome(400, missing.get());
        }
        String submissionId = conversations.newId();
        int fields =
                (int) values.values().stream().filter(value -> !value.isBlank()).count();
        conversations.keep(new LedgerEntry.FormSubmitted(
                invitation.conversationId(),
                invitationId,
                submissionId,
                tokens.get().writeHash(),
                fields,
                now()));
        return new Outcome(200, submissionId);
    }

    private FormRecords records() {
        return conversations.state().forms();
    }

    private long now() {
        return time.now().toEpochMilli();
    }

    private static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
