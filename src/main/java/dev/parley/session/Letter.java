package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Content;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.TimelineEvent.Turn;
import org.jspecify.annotations.Nullable;

/** An own message on its way, and what has been tried with it. Belongs to the {@link Sender}; event loop. */
final class Letter {
    /** A card's click goes out before the words it stands for (PROTOCOL.md 10.4). */
    record Click(long sequence, @Nullable JsonNode metadata) {}

    final @Nullable Click click;

    Outgoing outgoing;
    /** Where it was published last; empty before. */
    String dialogId = "";
    /** Publishes since Enter or the last retry by hand. */
    int tries;

    long firstTriedAt;
    /** The dialog's highest sequence at the first publish: an own turn that is older is another one. */
    long seqBefore = Long.MAX_VALUE;
    /** Its answer is lost, and asking the history did not settle it: the person decides. */
    boolean parked;
    /** Waits for its conversation to be opened by someone who asked for just that. */
    boolean held;
    /** Waits for a time the service asked for. */
    boolean resting;

    int refusals;

    Letter(Outgoing outgoing, @Nullable Click click) {
        this.outgoing = outgoing;
        this.click = click;
    }

    Delivery delivery() {
        return outgoing.delivery();
    }

    /** Whether {@code turn} carries this message's own id. */
    boolean isNamedBy(Turn turn) {
        return turn.externalId().filter(outgoing.cid()::equals).isPresent();
    }

    /** Whether a turn without any id is this message as far as one can tell. */
    boolean looksLike(Turn turn) {
        return turn.who().self()
                && turn.externalId().isEmpty()
                && turn.sequence() > seqBefore
                && turn.content() instanceof Content.Text said
                && said.text().equals(outgoing.text());
    }
}
