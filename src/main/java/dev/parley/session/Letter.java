package dev.parley.session;

import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Outgoing.Attempt;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An own message on its way. What must outlive a crash is in {@link #outgoing}; the rest is of this run. Belongs to the
 * {@link Letterbox}; event loop.
 */
final class Letter {
    /** What has to happen before anything is done with a pending message. */
    enum Wait {
        NOTHING,
        /** Its own conversation is being opened, by someone who asked for just that. */
        OPENING,
        /** The mark that it is about to be written to the socket is being stored. */
        MARK,
        /** That mark was refused, as by a full disk. */
        DISK,
        /** The service asked for a rest. */
        REST,
        /** It is being taken back. */
        REMOVAL,
        /** Its answer is lost, and asking the history did not settle it: the person decides. */
        PERSON
    }

    Outgoing outgoing;
    Wait waits = Wait.NOTHING;
    /** How often it was written to a socket in this run: what an earlier request is answered is no answer to a later. */
    int written;
    /** By the monotonic clock; empty when the first try was in another run. */
    OptionalLong firstTriedAt = OptionalLong.empty();

    int refusals;

    Letter(Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    Delivery delivery() {
        return outgoing.delivery();
    }

    /** Whether those behind it in the same conversation have to wait for it. */
    boolean holdsUpOthers() {
        return delivery().isPending() && waits != Wait.OPENING && waits != Wait.PERSON;
    }

    boolean isSendable() {
        return delivery() == Delivery.QUEUED && waits == Wait.NOTHING;
    }

    /** Whether the history may tell what became of it. */
    boolean isInDoubt() {
        return delivery() == Delivery.UNKNOWN && waits != Wait.PERSON;
    }

    /** Decides, in one place, who comes first: the person taking it back, or the socket. */
    boolean canBeTakenBack() {
        boolean free = waits != Wait.REMOVAL && delivery() == Delivery.QUEUED;
        return free || delivery() == Delivery.FAILED || waits == Wait.PERSON;
    }

    Optional<String> conversationId() {
        return Optional.ofNullable(outgoing.place().conversationId());
    }

    int tries() {
        Attempt attempt = outgoing.attempt();
        return attempt == null ? 0 : attempt.tries();
    }
}
