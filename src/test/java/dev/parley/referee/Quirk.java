package dev.parley.referee;

/** Ways of answering that are odd but legal: a client must be right under each and under all together. */
public enum Quirk {
    /** What a request causes is told before the request is answered (PROTOCOL.md 4.3). */
    ANSWER_AFTER_NOTIFICATION,
    /** Every frame comes twice, answers too. */
    EVERYTHING_TWICE,
    /** Ids made of digits are numbers in every other frame; conversations get such ids; so does reqId. */
    NUMERIC_IDS,
    /** Sequences, times and codes are strings of digits in every other frame. */
    NUMBERS_AS_STRINGS,
    /** An error's body is an object with title, details and errorCode instead of a string (4.5). */
    OBJECT_ERRORS,
    /** An error has no body. Wins over OBJECT_ERRORS. */
    WORDLESS_ERRORS,
    /** A successful answer has no code. */
    NO_CODE,
    /** The type strings of answers are the older ones; a subscription's answer has no body (section 7). */
    OLD_ANSWER_TYPES,
    /** Every object has fields nobody told the client about. */
    UNKNOWN_FIELDS,
    /** Before each frame come one of an unknown kind, an unknown notification and an answer to nobody. */
    UNKNOWN_FRAMES,
    /** Before each thing the agent says comes an event of an unknown type, which takes a sequence. */
    UNKNOWN_EVENTS,
    /** Before each frame comes one that is not JSON. */
    BROKEN_FRAMES,
    /** Each event of the history comes in a notification of its own. */
    CHUNKED_HISTORY,
    /** The history comes last event first; with CHUNKED_HISTORY the notifications do. */
    REVERSED_HISTORY,
    /** Events of the history do not name the conversation (7.1). */
    NO_CONVERSATION_ID_IN_HISTORY,
    /** Participants are a map by role, as in 2016 (6.3). */
    PARTICIPANTS_BY_ROLE,
    /** An array of one element comes as that element (4.3). */
    BARE_ELEMENTS,
    /** A message alone changes the conversation too, so an UPSERT comes with it (6.3). */
    UPSERT_ON_MESSAGE,
    /** Older versions of a conversation come after each UPSERT (11). */
    STALE_UPSERTS,
    /** The messages of a closed conversation are refused with 400 (section 7). */
    CLOSED_HISTORY_REFUSED
}
