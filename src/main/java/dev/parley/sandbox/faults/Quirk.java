package dev.parley.sandbox.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the service may do one way or the other, because nobody outside knows which (PROTOCOL.md section 18) or because
 * accounts and releases differ: a client must be right with each. Here, and only here, each says what it means; of its values
 * the first is the usual one.
 */
public enum Quirk {
    SURVEY(
            "survey",
            "whether a survey follows where the client announced MULTI_DIALOG and an agent was there",
            "on|off"),
    SECOND_CONVERSATION(
            "second-conversation",
            "asked for while one is open: 400, another one, the open one's id, or 200 with words",
            "refused|allowed|same|words"),
    CLOSED_DIALOG("closed-dialog", "what publishing into a closed dialog is answered", "400|403|404|409|silence"),
    CLOSED_HISTORY("closed-history", "what subscribing to a closed dialog is answered", "served|400|404|silence"),
    FOREIGN_DIALOG("foreign-dialog", "what asking for somebody else's conversation is answered", "403|400|404"),
    ERROR_BODY(
            "error-body", "of every refusal: a text, an object of title and details, or nothing", "words|object|none"),
    ANSWER_TYPES("answer-types", "the type of answers: today's names, the older ones, or none", "new|old|none"),
    SUCCESS_TEXTS(
            "success-texts", "the words of answers without an object: as documented, others, none", "usual|other|none"),
    SUBSCRIBE_ANSWER(
            "subscribe-answer",
            "body of ms.SubscribeMessagingEvents' answer: {}, none, a subscriptionId",
            "object|none|id"),
    IMPLICIT_SUBSCRIPTION("implicit-subscription", "whoever opens a conversation hears MAIN unasked", "off|on"),
    HISTORY_CHUNK("history-chunk", "a history comes in notifications of so many events; 0: as they fit", 0, 100_000),
    HISTORY_ORDER("history-order", "within a history", "ascending|descending"),
    EMPTY_HISTORY("empty-history", "whether a history without events is told", "sent|missing"),
    HISTORY_RECEIPTS("history-receipts", "whether AcceptStatusEvents are part of a history", "replayed|missing"),
    HISTORY_IDS("history-conversation-id", "whether events of a history say their conversation", "sent|missing"),
    CONVERSATION_ID(
            "conversation-id",
            "whether to publish and subscribe take a conversationId: never, beside MAIN, always",
            "optional|beside-main|required"),
    PARTICIPANTS("participants", "of a conversation: a list, maps by role, or participantsPId alone", "list|maps|pid"),
    DIALOGS("dialogs", "whether a conversation lists its dialogs", "sent|missing"),
    STAGE("stage", "whether a conversation says its stage beside its state", "sent|missing"),
    PREVIEW("preview", "whether a conversation says what was last said in it", "sent|missing"),
    CSAT("csat", "the shape of a rating: an object of its own, or flat", "nested|flat"),
    CSAT_LOCKS("csat-locks", "whether a filled rating locks the conversation", "off|on"),
    DELETES("deletes", "a DELETE carries the conversation, or its id alone", "whole|bare"),
    ORIGINATOR("originator", "whether events say the role of who published them", "sent|missing"),
    PRIVATE_EVENTS("private-events", "whether consumers get what is for AGENTS_AND_MANAGERS only", "hidden|sent"),
    ORDER("order", "what comes first, the answer or what the request caused", "answer-first|news-first"),
    UPSERTS(
            "upserts",
            "when a change of a conversation is told: at once, 1 s late, behind a newer one, twice",
            "prompt|late|stale|twice"),
    ECHO("echo", "when one's own event comes back: at once, 1 s late, twice", "prompt|late|twice"),
    READ_ALONE("read-alone", "a READ without an ACCEPT: as it is, or the service adds the ACCEPT", "kept|completed"),
    LIMITS("limits", "whether the lengths of section 8 are checked", "checked|unchecked"),
    RATE("rate", "requests a second that one consumer may send, 429 beyond; 0: any number", 0, 100_000),
    TOKEN_END(
            "token-end",
            "the code a socket is closed with when its token runs out; never: it lives on",
            "4401|4407|1008|1011|never"),
    NO_INIT("no-init", "the code a socket is closed with that shows no token", "4401|4407|1008|1000"),
    IDLE("idle", "seconds of silence after which a socket is closed (1001, Connection timed out); 0: never", 0, 86_400),
    FILE_TYPES(
            "file-types",
            "what a consumer may upload: JPG JPEG PNG GIF, or PDF DOCX XLSX PPTX TXT too",
            "images|documents"),
    FILE_PACE("file-pace", "bytes a second at which files go and come; 0: as fast as it goes", 0, 1_000_000_000);

    private final String word;
    private final String meaning;

    /** Empty for a number. */
    private final List<String> values;

    private final int least;
    private final int most;

    Quirk(String word, String meaning, String values) {
        this.word = word;
        this.meaning = meaning;
        this.values = List.of(values.split("\\|"));
        least = 0;
        most = 0;
    }

    Quirk(String word, String meaning, int least, int most) {
        this.word = word;
        this.meaning = meaning;
        this.values = List.of();
        this.least = least;
        this.most = most;
    }

    static Optional<Quirk> of(String word) {
        return Arrays.stream(values()).filter(quirk -> quirk.word.equals(word)).findFirst();
    }

    /** As it is written. */
    public String word() {
        return word;
    }

    public String meaning() {
        return meaning;
    }

    /** How the service behaves unless told otherwise. */
    public String usual() {
        return values.isEmpty() ? String.valueOf(least) : values.get(0);
    }

    /** What it can be, the usual one first; for a number its range. */
    public String choices() {
        return values.isEmpty() ? least + ".." + most : String.join("|", values);
    }

    /** Every value a test should try; a number's range cannot be listed and gives its usual value and a small one. */
    public List<String> samples() {
        return values.isEmpty() ? List.of(usual(), "3") : values;
    }

    /** What is meant when no value is given: the first that is not usual. Empty for a number. */
    Optional<String> unusual() {
        return values.stream().skip(1).findFirst();
    }

    boolean admits(String value) {
        if (!values.isEmpty()) {
            return values.contains(value);
        }
        return value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
    }
}
