package dev.parley.store;

import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.ConversationFacts.DialogFacts;
import dev.parley.conversation.History.Name;

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

    static Name name(Parser from) throws Damaged {
        return new Name(from.text(), from.text(), from.yes());
    }
}
