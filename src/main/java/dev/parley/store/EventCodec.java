package dev.parley.store;

import dev.parley.conversation.Role;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.TimelineEvent.Receipt;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.conversation.TimelineEvent.Silent;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.Who;

/** A dialog's event as bytes. */
final class EventCodec {
    private static final int TURN = 1;
    private static final int RECEIPT = 2;
    private static final int SILENT = 3;

    private EventCodec() {}

    static void write(Writer to, TimelineEvent event) {
        if (event instanceof Turn turn) {
            write(to.code(TURN), turn);
            to.text(turn.metadataJson());
        } else if (event instanceof Receipt receipt) {
            to.code(RECEIPT).whole(receipt.sequence());
            write(to, receipt.who());
            to.text(receipt.status().name()).all(receipt.sequences(), Writer::whole);
        } else {
            to.code(SILENT).whole(event.sequence());
        }
    }

    static void write(Writer to, Turn turn) {
        to.whole(turn.sequence());
        write(to, turn.who());
        to.instant(turn.at());
        ContentCodec.write(to, turn.content());
        to.optional(turn.externalId(), Writer::text);
    }

    static void write(Writer to, Who who) {
        to.text(who.id()).text(who.role().name()).yes(who.self());
    }

    static TimelineEvent read(Parser from) throws Damaged {
        return switch (from.code()) {
            case TURN -> told(from);
            case RECEIPT ->
                new Receipt(from.whole(), who(from), from.oneOf(ReceiptStatus.class), from.all(Parser::whole));
            case SILENT -> new Silent(from.whole());
            default -> throw new Damaged("event");
        };
    }

    /** With what was sent beside it, of which rows from before hold nothing. */
    private static Turn told(Parser from) throws Damaged {
        Turn turn = turn(from);
        return from.isAtEnd()
                ? turn
                : new Turn(turn.sequence(), turn.who(), turn.at(), turn.content(), turn.externalId(), from.text());
    }

    static Turn turn(Parser from) throws Damaged {
        return new Turn(from.whole(), who(from), from.instant(), ContentCodec.read(from), from.optional(Parser::text));
    }

    static Who who(Parser from) throws Damaged {
        return new Who(from.text(), from.oneOf(Role.class), from.yes());
    }
}
