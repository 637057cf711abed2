package dev.parley.conversation;

/** The three ports of one consumer. */
public record Ports(Outbox outbox, Drafts drafts, History history) {
    /** Gives the ports of a consumer, known by account and consumer id. */
    public interface Factory {
        Ports of(String account, String consumerId);
    }
}
