package dev.parley.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An own message from Enter until it stands in the timeline.
 *
 * @param cid our own id, a UUID; goes out as {@code ExternalId}
 * @param at when Enter was pressed
 * @param reason why it failed, or what is being waited for; empty otherwise. Raw.
 * @param sequence the service's answer; -1 before
 * @param dialogId the dialog that it was written for, and from the answer on the one that {@code sequence} belongs to,
 *     since each dialog counts its own; empty when not known
 * @param click the card element that it was chosen on; null for typed text
 * @param attempt what has been tried with it; null before it was first written to a socket
 * @param upload the file that it is to bring; null for words. {@code text} is its caption then
 */
public record Outgoing(
        String cid,
        Place place,
        String text,
        Instant at,
        Delivery delivery,
        String reason,
        long sequence,
        String dialogId,
        @Nullable Click click,
        @Nullable Attempt attempt,
        @Nullable Upload upload) {
    /**
     * A file on its way to the store; QUEUED until it is there.
     *
     * @param path where it is on this machine
     * @param fileType by its bytes, as PROTOCOL.md section 13 names types
     * @param size bytes
     * @param sent how many of them the store has
     */
    public record Upload(String path, String fileType, long size, long sent) {}

    /**
     * A card's element, whose click goes out before the words it stands for (PROTOCOL.md 10.4).
     *
     * @param sequence of the card
     * @param metadataJson the element's own, as JSON text; empty for none
     */
    public record Click(long sequence, String metadataJson) {}

    /**
     * By what a message whose answer was lost is known again, in this run or the next.
     *
     * @param dialogId where it was published last
     * @param tries publishes since Enter or the last retry by hand that were not refused; 0 when all were
     * @param firstAt when the first of them was, by the wall clock
     * @param seqBefore the dialog's highest sequence then: an own turn that is older is another one; Long.MAX_VALUE when
     *     no turn is this one but by its id, after a refusal
     */
    public record Attempt(String dialogId, int tries, Instant firstAt, long seqBefore) {
        /** The last try was refused: it does not count. */
        public Attempt refused() {
            return new Attempt(dialogId, tries - 1, firstAt, seqBefore);
        }

        /**
         * The person wants it sent again.
         *
         * @param refused whether the service had refused it: it is not in the history then, and should it be after all,
         *     only its id says so
         */
        public Attempt anew(boolean refused) {
            return new Attempt(dialogId, 0, firstAt, refused ? Long.MAX_VALUE : seqBefore);
        }
    }

    public Outgoing(
            String cid,
            Place place,
            String text,
            Instant at,
            Delivery delivery,
            String reason,
            long sequence,
            String dialogId,
            @Nullable Click click,
            @Nullable Attempt attempt) {
        this(cid, place, text, at, delivery, reason, sequence, dialogId, click, attempt, null);
    }

    public Outgoing(
            String cid,
            Place place,
            String text,
            Instant at,
            Delivery delivery,
            String reason,
            long sequence,
            String dialogId) {
        this(cid, place, text, at, delivery, reason, sequence, dialogId, null, null);
    }

    public Outgoing(String cid, Place place, String text, Instant at, Delivery delivery, String reason, long sequence) {
        this(cid, place, text, at, delivery, reason, sequence, "");
    }

    public static Outgoing saving(String cid, Place place, String text, Instant at) {
        return new Outgoing(cid, place, text, at, Delivery.SAVING, "", -1);
    }

    public Outgoing with(Delivery delivery, String reason) {
        return new Outgoing(cid, place, text, at, delivery, reason, sequence, dialogId, click, attempt, upload);
    }

    public Outgoing acked(long sequence) {
        return acked(dialogId, sequence);
    }

    /** Answered: it is {@code sequence} of {@code dialogId}. */
    public Outgoing acked(String dialogId, long sequence) {
        return new Outgoing(cid, place, text, at, Delivery.ACKED, "", sequence, dialogId, click, attempt, upload);
    }

    public Outgoing in(Place place) {
        return new Outgoing(cid, place, text, at, delivery, reason, sequence, dialogId, click, attempt, upload);
    }

    /** Meant for this dialog, or said in it, as far as is known. */
    public Outgoing inDialog(String dialog) {
        return new Outgoing(cid, place, text, at, delivery, reason, sequence, dialog, click, attempt, upload);
    }

    public Outgoing clicking(@Nullable Click click) {
        return new Outgoing(cid, place, text, at, delivery, reason, sequence, dialogId, click, attempt, upload);
    }

    public Outgoing tried(@Nullable Attempt attempt) {
        return new Outgoing(cid, place, text, at, delivery, reason, sequence, dialogId, click, attempt, upload);
    }

    public Outgoing uploading(@Nullable Upload upload) {
        return new Outgoing(cid, place, text, at, delivery, reason, sequence, dialogId, click, attempt, upload);
    }
}
