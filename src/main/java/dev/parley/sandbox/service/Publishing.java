package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.protocol.Event;
import dev.parley.sandbox.faults.Quirk;
import dev.parley.sandbox.faults.Quirks;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What may be published, PROTOCOL.md section 8. Sandbox's event loop. */
public final class Publishing {
    /** Characters of a text, PROTOCOL.md section 8. */
    private static final int MAX_TEXT = 8_000;

    /** Characters of a card's JSON, PROTOCOL.md section 8. */
    private static final int MAX_RICH = 15_000;

    private static final int MAX_METADATA = 8_000;
    private static final int MAX_SEQUENCES = 10_000;

    /** Of a file, PROTOCOL.md section 13: below 30 KB. */
    private static final int MAX_PREVIEW = 30 << 10;

    private static final int MAX_CAPTION = 1_000;
    private static final Set<String> RECEIPTS =
            Set.of("ACCEPT", "READ", "ACCESS", "ACTION", "NACK", "VIEWED", "SUBMITTED", "ABORTED", "ERROR");
    private static final Set<String> CHAT_STATES =
            Set.of("ACTIVE", "INACTIVE", "GONE", "COMPOSING", "PAUSE", "BACKGROUND");

    private final State state;
    private final Quirks quirks;

    Publishing(State state, Quirks quirks) {
        this.state = state;
        this.quirks = quirks;
    }

    /** An event in the wire's own JSON; what cannot be read is {@link Event.Unknown}. */
    public static Event event(JsonNode json) {
        return json.path("type").asText().equals("ChatStateEvent")
                ? new Event.ChatStateEvent(json.path("chatState").asText())
                : StoredEvent.event(json);
    }

    /** @throws Refusal when an agent may not publish it */
    public static void checkByAgent(Event event, @Nullable JsonNode metadata) {
        checkMetadata(metadata);
        if (event instanceof Event.RichContentEvent rich) {
            if (rich.content().toString().length() > MAX_RICH) {
                throw new Refusal(400, "Rich content is longer than 15000 characters");
            }
        } else if (event instanceof Event.ContentEvent content) {
            String text = content.message().asText("");
            if (text.codePointCount(0, text.length()) > MAX_TEXT) {
                throw new Refusal(400, "Message text is longer than 8000 characters");
            }
        } else if (event instanceof Event.Unknown) {
            throw new Refusal(400, "Unknown event type");
        }
    }

    /** @throws Refusal when the consumer of this conversation may not publish it into this dialog */
    void check(Conversation conversation, Dialog dialog, Event event, @Nullable JsonNode metadata) {
        if (!dialog.isOpen()) {
            throw Refusal.as(quirks.of(Quirk.CLOSED_DIALOG), "Dialog is closed");
        }
        checkMetadata(metadata);
        if (event instanceof Event.ContentEvent content) {
            checkContent(conversation, content);
        } else if (event instanceof Event.AcceptStatusEvent receipt) {
            checkReceipt(dialog, receipt);
        } else if (event instanceof Event.ChatStateEvent chat) {
            if (!CHAT_STATES.contains(chat.chatState())) {
                throw new Refusal(400, "Unknown chat state");
            }
        } else if (event instanceof Event.RichContentEvent) {
            throw new Refusal(400, "A consumer cannot publish a RichContentEvent");
        } else {
            throw new Refusal(400, "Unknown event type");
        }
    }

    private static void checkMetadata(@Nullable JsonNode metadata) {
        if (metadata != null && metadata.toString().length() > MAX_METADATA) {
            throw new Refusal(400, "Metadata is too long");
        }
    }

    private void checkContent(Conversation conversation, Event.ContentEvent content) {
        switch (content.contentType()) {
            case "text/plain" -> checkText(content.message());
            case FileRecords.CONTENT_TYPE -> checkFile(conversation, content.message());
            case FormRecords.SUBMISSION -> checkSubmission(conversation, content.message());
            default -> throw new Refusal(400, "Content type is not supported");
        }
    }

    private void checkText(JsonNode message) {
        if (!message.isTextual() || message.textValue().isEmpty()) {
            throw new Refusal(400, "Message text is missing");
        }
        String text = message.textValue();
        if (text.codePointCount(0, text.length()) > MAX_TEXT && quirks.is(Quirk.LIMITS, "checked")) {
            throw new Refusal(400, "Message text is longer than 8000 characters");
        }
    }

    private void checkFile(Conversation conversation, JsonNode message) {
        Optional<LedgerEntry.FileStored> file = state.files()
                .stored(message.path("relativePath").asText())
                .filter(it -> it.owner().equals(conversation.consumerId()));
        if (file.isEmpty()) {
            throw new Refusal(400, "File was not uploaded");
        }
        if (!file.get().fileType().equalsIgnoreCase(message.path("fileType").asText())) {
            throw new Refusal(400, "File is of another type");
        }
        String preview = message.path("preview").asText("");
        if (!preview.isEmpty() && !preview.startsWith("data:")) {
            throw new Refusal(400, "Preview is not a data URI");
        }
        if (preview.length() >= MAX_PREVIEW) {
            throw new Refusal(400, "Preview is not below 30 KB");
        }
        if (message.path("caption").asText("").length() > MAX_CAPTION) {
            throw new Refusal(400, "Caption is too long");
        }
    }

    private void checkSubmission(Conversation conversation, JsonNode message) {
        boolean known = state.forms()
                .submission(message.path("invitationId").asText())
                .filter(it ->
                        it.submissionId().equals(message.path("submissionId").asText())
                                && it.conversationId().equals(conversation.id()))
                .isPresent();
        if (!known) {
            throw new Refusal(400, "Submission is not known");
        }
    }

    private static void checkReceipt(Dialog dialog, Event.AcceptStatusEvent receipt) {
        if (!RECEIPTS.contains(receipt.status())) {
            throw new Refusal(400, "Unknown accept status");
        }
        if (receipt.sequenceList().isEmpty() || receipt.sequenceList().size() > MAX_SEQUENCES) {
            throw new Refusal(400, "Sequence list is empty or too long");
        }
        for (long sequence : receipt.sequenceList()) {
            if (sequence < 0 || sequence >= dialog.nextSequence()) {
                throw new Refusal(400, "Sequence list names an event that does not exist");
            }
        }
    }
}
