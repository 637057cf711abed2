package dev.parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A stored event of a dialog: each has its own sequence, counted from 0 in the dialog (PROTOCOL.md section 11). */
public sealed interface TimelineEvent {
    long sequence();

    /**
     * Something said.
     *
     * @param externalId the publisher's own id, by which a session knows its own message again
     * @param metadataJson what else was sent beside it, as raw JSON text, perhaps cut; empty for nothing
     */
    record Turn(long sequence, Who who, Instant at, Content content, Optional<String> externalId, String metadataJson)
            implements TimelineEvent {
        public Turn(long sequence, Who who, Instant at, Content content, Optional<String> externalId) {
            this(sequence, who, at, content, externalId, "");
        }
    }

    /** {@code who} tells what became of the turns listed. */
    record Receipt(long sequence, Who who, ReceiptStatus status, List<Long> sequences) implements TimelineEvent {
        public Receipt {
            sequences = List.copyOf(sequences);
        }
    }

    /** Takes a sequence and shows nothing: an event for other eyes, or one that could not be read. */
    record Silent(long sequence) implements TimelineEvent {}

    /** PROTOCOL.md 8.3; those that change nothing for the person are OTHER. */
    enum ReceiptStatus {
        ACCEPT,
        READ,
        ACTION,
        /** A client cannot show it. */
        NACK,
        /** A file was opened. */
        ACCESS,
        /** A secure form was opened. */
        VIEWED,
        SUBMITTED,
        ABORTED,
        /** A secure form went wrong. */
        ERROR,
        OTHER
    }
}
