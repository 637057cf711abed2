package dev.parley.store;

import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.ConversationFacts.Delay;
import dev.parley.conversation.ConversationFacts.DialogFacts;
import dev.parley.conversation.ConversationFacts.Particulars;
import dev.parley.conversation.History.Name;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of a conversation and of who takes part, as bytes. */
final class FactsCodec {
    private FactsCodec() {}

    static void write(Writer to, ConversationFacts facts) {
        to.text(facts.id())
                .yes(facts.open())
                .all(facts.participants(), EventCodec::write)
                .optional(facts.skillId(), Writer::text)
                .instant(facts.startedAt())
                .optional(facts.endedAt(), Writer::instant)
                .optional(facts.replyDue(), Writer::instant)
                .optional(facts.closeReason(), Writer::text)
                .optional(facts.rating(), (out, rating) -> out.whole(rating))
                .text(facts.ttrType())
                .all(facts.dialogs(), FactsCodec::write)
                .whole(facts.updatedMillis())
                .optional(facts.lastTurn(), EventCodec::write);
        writeMore(to, facts);
    }

    /** What came later stands behind, so that records without it can be read. */
    static void writeMore(Writer to, ConversationFacts facts) {
        to.all(facts.dialogs(), FactsCodec::writeEnd);
        write(to, facts.particulars());
    }

    private static void writeEnd(Writer to, DialogFacts dialog) {
        to.optional(dialog.closedCause(), Writer::text).optional(dialog.endedAt(), Writer::instant);
    }

    private static void write(Writer to, Particulars particulars) {
        to.text(particulars.state())
                .text(particulars.stage())
                .optional(particulars.ttrSeconds(), Writer::whole)
                .optional(particulars.delay(), FactsCodec::write)
                .optional(particulars.resolved(), Writer::yes)
                .text(particulars.campaign())
                .text(particulars.context());
    }

    private static void write(Writer to, Delay delay) {
        to.text(delay.type()).optional(delay.until(), Writer::instant);
    }

    private static void write(Writer to, DialogFacts dialog) {
        to.text(dialog.id())
                .text(dialog.type())
                .yes(dialog.open())
                .yes(dialog.messaging())
                .optional(dialog.closedBy(), Writer::text)
                .whole(dialog.updatedMillis());
    }

    static void write(Writer to, Name name) {
        to.text(name.participantId()).text(name.name()).yes(name.bot());
    }

    static ConversationFacts facts(Parser from) throws Damaged {
        ConversationFacts plain = plain(from);
        if (from.isAtEnd()) {
            return plain;
        }
        List<End> ends = from.all(FactsCodec::end);
        if (ends.size() != plain.dialogs().size()) {
            throw new Damaged("dialogs");
        }
        List<DialogFacts> dialogs = new ArrayList<>();
        for (DialogFacts dialog : plain.dialogs()) {
            dialogs.add(ends.get(dialogs.size()).of(dialog));
        }
        return new ConversationFacts(
                plain.id(),
                plain.open(),
                plain.participants(),
                plain.skillId(),
                plain.startedAt(),
                plain.endedAt(),
                plain.replyDue(),
                plain.closeReason(),
                plain.rating(),
                plain.ttrType(),
                dialogs,
                plain.updatedMillis(),
                plain.lastTurn(),
                particulars(from));
    }

    private static ConversationFacts plain(Parser from) throws Damaged {
        return new ConversationFacts(
                from.text(),
                from.yes(),
                from.all(EventCodec::who),
                from.optional(Parser::text),
                from.instant(),
                from.optional(Parser::instant),
                from.optional(Parser::instant),
                from.optional(Parser::text),
                from.optional(one -> Math.toIntExact(one.whole())),
                from.text(),
                from.all(FactsCodec::dialog),
                from.whole(),
                from.optional(EventCodec::turn));
    }

    private static DialogFacts dialog(Parser from) throws Damaged {
        return new DialogFacts(
                from.text(), from.text(), from.yes(), from.yes(), from.optional(Parser::text), from.whole());
    }

    /** How a dialog ended. */
    private record End(Optional<String> cause, Optional<Instant> at) {
        DialogFacts of(DialogFacts dialog) {
            return new DialogFacts(
                    dialog.id(),
                    dialog.type(),
                    dialog.open(),
                    dialog.messaging(),
                    dialog.closedBy(),
                    dialog.updatedMillis(),
                    cause,
                    at);
        }
    }

    private static End end(Parser from) throws Damaged {
        return new End(from.optional(Parser::text), from.optional(Parser::instant));
    }

    private static Particulars particulars(Parser from) throws Damaged {
        return new Particulars(
                from.text(),
                from.text(),
                from.optional(Parser::whole),
                from.optional(FactsCodec::delay),
                from.optional(Parser::yes),
                from.text(),
                from.text());
    }

    private static Delay delay(Parser from) throws Damaged {
        return new Delay(from.text(), from.optional(Parser::instant));
    }

    static Name name(Parser from) throws Damaged {
        return new Name(from.text(), from.text(), from.yes());
    }
}
