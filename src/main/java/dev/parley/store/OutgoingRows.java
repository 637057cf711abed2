package dev.parley.store;

import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Outgoing.Attempt;
import dev.parley.conversation.Outgoing.Click;
import dev.parley.conversation.Place;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An own message as a row of the outbox, and back. */
final class OutgoingRows {
    private OutgoingRows() {}

    static List<@Nullable Object> values(Owner owner, Outgoing message) {
        Click click = message.click();
        Attempt attempt = message.attempt();
        return Arrays.asList(
                owner.account(),
                owner.consumerId(),
                message.cid(),
                (long) message.place().consumer().number(),
                message.place().conversationId(),
                message.text(),
                message.at().toString(),
                message.delivery().name(),
                message.reason(),
                message.sequence(),
                message.dialogId(),
                click == null ? null : click.sequence(),
                click == null ? null : click.metadataJson(),
                attempt == null ? null : attempt.dialogId(),
                attempt == null ? null : (long) attempt.tries(),
                attempt == null ? null : attempt.firstAt().toString(),
                attempt == null ? null : attempt.seqBefore());
    }

    static Outgoing message(Row row) throws Damaged {
        return new Outgoing(
                row.text(2),
                place(row, 3),
                row.text(5),
                row.instant(6),
                row.oneOf(Delivery.class, 7),
                row.text(8),
                row.whole(9),
                row.text(10),
                row.has(11) ? new Click(row.whole(11), row.text(12)) : null,
                row.has(13) ? new Attempt(row.text(13), row.small(14), row.instant(15), row.whole(16)) : null);
    }

    /** A consumer's number, and behind it the conversation. */
    static Place place(Row row, int column) throws Damaged {
        int number = row.small(column);
        if (number < 1) {
            throw new Damaged("no consumer");
        }
        return new Place(new ConsumerKey(number), row.has(column + 1) ? row.text(column + 1) : null);
    }
}
