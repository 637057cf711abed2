package dev.parley.conversation;

import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import java.util.Optional;

/**
 * What became of the file or the secure form that a turn brings.
 *
 * @param told of a file ACCESS once it was saved; of a form VIEWED, SUBMITTED, ABORTED or ERROR; OTHER for nothing
 * @param saving of a file: how its way to the disk stands in this run
 */
public record Attached(ReceiptStatus told, Optional<Saving> saving) {
    public static final Attached NOTHING = new Attached(ReceiptStatus.OTHER, Optional.empty());

    /**
     * A file on its way to the disk.
     *
     * @param got bytes that have come
     * @param all bytes that the server says there are; -1 when it does not say
     * @param words where it stands now, or why it failed; raw
     */
    public record Saving(State state, long got, long all, String words) {
        public enum State {
            RUNNING,
            SAVED,
            /** It went wrong. */
            FAILED,
            /** The person stopped it. */
            STOPPED
        }
    }
}
