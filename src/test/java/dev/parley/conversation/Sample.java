package dev.parley.conversation;

import dev.parley.conversation.ConversationFacts.DialogFacts;
import dev.parley.conversation.TimelineEvent.Receipt;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.TimelineItem.Said;
import dev.parley.conversation.TimelineItem.Tick;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Small words for the tests: one consumer with one conversation, a second to every sequence. */
final class Sample {
    static final ConsumerKey ONE = new ConsumerKey(1);
    static final String C = "conv-1";
    static final String SURVEY = "survey-1";
    static final Place HERE = new Place(ONE, C);
    static final Place UNOPENED = Place.unopened(ONE);
    static final Who SELF = new Who("consumer", Role.CONSUMER, true);
    static final Who AGENT = new Who("agent", Role.ASSIGNED_AGENT, false);
    static final Who BOT = new Who("bot", Role.BOT, false);
    static final Instant START = Instant.parse("2026-01-05T12:00:00Z");

    private Sample() {}

    static Instant at(long second) {
        return START.plusSeconds(second % 1_000_000);
    }

    static Turn turn(long sequence, Who who, String text) {
        return new Turn(sequence, who, at(sequence), Content.Text.of(text), Optional.empty());
    }

    static Turn agent(long sequence) {
        return turn(sequence, AGENT, "answer " + sequence);
    }

    static Turn own(long sequence) {
        return turn(sequence, SELF, "question " + sequence);
    }

    static Turn own(long sequence, String cid) {
        return new Turn(sequence, SELF, at(sequence), Content.Text.of("text of " + cid), Optional.of(cid));
    }

    static Receipt read(long sequence, Who who, Long... sequences) {
        return new Receipt(sequence, who, ReceiptStatus.READ, List.of(sequences));
    }

    static Receipt accept(long sequence, Who who, Long... sequences) {
        return new Receipt(sequence, who, ReceiptStatus.ACCEPT, List.of(sequences));
    }

    static Update events(TimelineEvent... events) {
        return eventsIn(C, events);
    }

    static Update eventsIn(String dialogId, TimelineEvent... events) {
        return new Update.Events(ONE, C, dialogId, List.of(events));
    }

    static Outgoing outgoing(String cid, Delivery delivery) {
        return Outgoing.saving(cid, HERE, "text of " + cid, at(1_000)).with(delivery, "");
    }

    static Update changed(Outgoing outgoing) {
        return new Update.OutgoingChanged(ONE, outgoing);
    }

    static Update history(Update.HistoryState state) {
        return new Update.HistoryChanged(ONE, C, C, state, "");
    }

    static Said said(Turn turn) {
        return new Said(C, turn, turn.who().self() ? Tick.ACCEPTED : Tick.NONE);
    }

    static DialogFacts main(boolean open, long updatedMillis) {
        return new DialogFacts(C, "MAIN", open, true, Optional.empty(), updatedMillis);
    }

    static DialogFacts survey(boolean open, long updatedMillis) {
        return new DialogFacts(SURVEY, "POST_SURVEY", open, true, Optional.empty(), updatedMillis);
    }

    /** Facts with everything else plain; see the methods that vary one thing. */
    static ConversationFacts facts(boolean open, long updatedMillis, DialogFacts... dialogs) {
        return facts(C, open, updatedMillis, START, Optional.empty(), Optional.empty(), List.of(SELF, AGENT), dialogs);
    }

    static ConversationFacts open(Turn lastTurn) {
        return facts(C, true, 1, START, Optional.empty(), Optional.of(lastTurn), List.of(SELF, AGENT), main(true, 1));
    }

    static ConversationFacts ended(Instant end, Optional<Turn> lastTurn) {
        return new ConversationFacts(
                C,
                false,
                List.of(SELF, AGENT),
                Optional.empty(),
                START,
                Optional.of(end),
                Optional.empty(),
                Optional.of("CONSUMER"),
                Optional.empty(),
                "NORMAL",
                List.of(main(false, 1)),
                1,
                lastTurn);
    }

    static ConversationFacts facts(
            String id,
            boolean open,
            long updatedMillis,
            Instant startedAt,
            Optional<Instant> replyDue,
            Optional<Turn> lastTurn,
            List<Who> participants,
            DialogFacts... dialogs) {
        return new ConversationFacts(
                id,
                open,
                participants,
                Optional.of("sales"),
                startedAt,
                Optional.empty(),
                replyDue,
                Optional.empty(),
                Optional.empty(),
                "NORMAL",
                List.of(dialogs),
                updatedMillis,
                lastTurn);
    }

    static Update changed(ConversationFacts facts) {
        return new Update.ConversationChanged(ONE, facts);
    }

    /** A model into which these were folded. */
    static Inbox folded(Update... updates) {
        Inbox inbox = new Inbox();
        for (Update update : updates) {
            inbox.apply(update);
        }
        return inbox;
    }

    static Conversation conversation(Update... updates) {
        return folded(updates).conversation(HERE).orElseThrow();
    }
}
