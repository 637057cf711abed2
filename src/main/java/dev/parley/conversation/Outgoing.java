package dev.parley.conversation;

import java.time.Instant;

/**
 * An own message from Enter until it stands in the timeline.
 *
 * @param cid our own id, a UUID; goes out as {@code ExternalId}
 * @param at when Enter was pressed
 * @param reason why it failed, or what is being waited for; empty otherwise. Raw.
 * @param sequence the service's answer; -1 before
 * @param dialogId the dialog that {@code sequence} belongs to, since each dialog counts its own; empty when not known
 */
public record Outgoing(
        String cid,
        Place place,
        String text,
        Instant at,
        Delivery delivery,
        String reason,
        long sequence,
        String dialogId) {
    public Outgoing(String cid, Place place, String text, Instant at, Delivery delivery, String reason, long sequence) {
        this(cid, place, text, at, delivery, reason, sequence, "");
    }

    public static Outgoing saving(String cid, Place place, String text, Instant at) {
        return new Outgoing(cid, place, text, at, Delivery.SAVING, "", -1);
    }

    public Outgoing with(Delivery delivery, String reason) {
        return new Outgoing(cid, place, text, at, delivery, reason, sequence, dialogId);
    }

    public Outgoing acked(long sequence) {
        return acked(dialogId, sequence);
    }

    /** Answered: it is {@code sequence} of {@code dialogId}. */
    public Outgoing acked(String dialogId, long sequence) {
        return new Outgoing(cid, place, text, at, Delivery.ACKED, "", sequence, dialogId);
    }

    public Outgoing in(Place place) {
        return new Outgoing(cid, place, text, at, delivery, reason, sequence, dialogId);
    }
}
