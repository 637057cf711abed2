package dev.parley.conversation;

/** The part somebody takes in a conversation, PROTOCOL.md 6.3. */
public enum Role {
    CONSUMER,
    ASSIGNED_AGENT,
    /** A bot, as LivePerson has it: AGENT and BRAND_BOT. */
    BOT,
    MANAGER,
    READER,
    /** The routing bot, also the voice of automatic messages. */
    CONTROLLER,
    UNKNOWN
}
