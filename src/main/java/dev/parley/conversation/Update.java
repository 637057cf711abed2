package dev.parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a session tells the screen. Idempotent: applying one twice changes nothing more. Both ends fold the same Updates
 * into their own copy of the model ({@link Inbox#apply}). Strings are raw.
 */
public sealed interface Update {
    ConsumerKey consumer();

    /**
     * Who the consumer is, once known.
     *
     * @param consumerId the token's {@code sub}
     * @param server host and port of the service, for the eye
     * @param sandbox whether the service says that it is Parley's sandbox
     * @param tokenExpires empty when the token has no {@code exp}
     */
    record ConsumerKnown(
            ConsumerKey consumer,
            String account,
            String consumerId,
            String server,
            boolean sandbox,
            Optional<Instant> tokenExpires)
            implements Update {}

    /** A consumer exists, though nothing is known of it yet. */
    record ConsumerAdded(ConsumerKey consumer) implements Update {}

    record LinkChanged(ConsumerKey consumer, Link link) implements Update {}

    /**
     * By how much the service's clock is before this machine's, as measured (RELIABILITY.md M16); negative: behind. Told
     * when it changes, and as zero where the difference is not worth naming.
     */
    record ServiceTime(ConsumerKey consumer, Duration ahead) implements Update {}

    /** Ignored by the model when older than what it has ({@code updatedMillis}), per conversation and per dialog. */
    record ConversationChanged(ConsumerKey consumer, ConversationFacts facts) implements Update {}

    /** The service no longer lists it. */
    record ConversationGone(ConsumerKey consumer, String conversationId) implements Update {}

    /** Stored events of one dialog, in any order, possibly known already. */
    record Events(ConsumerKey consumer, String conversationId, String dialogId, List<TimelineEvent> events)
            implements Update {
        public Events {
            events = List.copyOf(events);
        }
    }

    /** Whether a dialog's history has been given. {@code words} are the service's own when it refused. */
    record HistoryChanged(
            ConsumerKey consumer, String conversationId, String dialogId, HistoryState state, String words)
            implements Update {}

    enum HistoryState {
        LOADING,
        COMPLETE,
        /** The service no longer gives it, as with long-closed conversations. */
        REFUSED
    }

    /** Sequences that the service was asked for again and did not give: shown as a row, never asked a second time. */
    record HoleKnown(ConsumerKey consumer, String conversationId, String dialogId, long from, long to)
            implements Update {}

    /**
     * An own turn is the second copy of a message, though it does not carry its id: known by what was sent when. Copies
     * that carry it need no word.
     */
    record CopyKnown(ConsumerKey consumer, String conversationId, String dialogId, long sequence) implements Update {}

    /**
     * The person has seen this dialog up to here, said at once, before and whether or not a READ can be sent. What was
     * missing below stays unread.
     */
    record ReadMarked(ConsumerKey consumer, String conversationId, String dialogId, long upToSequence)
            implements Update {}

    /** Own message; the same {@code cid} replaces the earlier one, wherever that stood. */
    record OutgoingChanged(ConsumerKey consumer, Outgoing outgoing) implements Update {}

    /** Own message taken back by the person before it was in flight, or after it failed. */
    record OutgoingRemoved(ConsumerKey consumer, String cid) implements Update {}

    /**
     * What the account's public profiles say of a participant ({@code participantId} as in {@link Who#id}).
     *
     * @param name what to call them; empty when the profile has none
     * @param bot whether it is no person, whatever part it takes: a bot may be the assigned agent
     */
    record NameKnown(ConsumerKey consumer, String participantId, String name, boolean bot) implements Update {
        public NameKnown(ConsumerKey consumer, String participantId, String name) {
            this(consumer, participantId, name, false);
        }
    }

    /** A file of the history is on its way to the disk, or has arrived there, or has not. */
    record SavingChanged(
            ConsumerKey consumer, String conversationId, String dialogId, long sequence, Attached.Saving saving)
            implements Update {}

    /** Where a secure form can be filled in now. Goes to who asked, and is neither folded in nor kept. */
    record FormReady(
            ConsumerKey consumer, String conversationId, String dialogId, long sequence, OneTimeAddress address)
            implements Update {}

    /** What the service says the consumer is called. */
    record ProfileKnown(ConsumerKey consumer, Profile profile) implements Update {}

    record TypingChanged(ConsumerKey consumer, String conversationId, Who who, boolean typing) implements Update {}

    /** The consumer's unopened place has become this conversation; what was written there moves along. */
    record PlaceOpened(ConsumerKey consumer, String conversationId) implements Update {}

    record DraftLoaded(ConsumerKey consumer, Place place, String text) implements Update {}

    /** Storing failed: the text goes back in front of what has been typed since. */
    record TextReturned(ConsumerKey consumer, Place place, String cid, String text, String why) implements Update {}

    /** One sentence for the person, about a conversation or (empty) the consumer. */
    record Notice(ConsumerKey consumer, Optional<String> conversationId, boolean error, String sentence)
            implements Update {}

    /** Whether this consumer's words are kept on disk. */
    record StorageChanged(ConsumerKey consumer, Storage storage) implements Update {}

    /** The answer to {@link Command.Search}; newest first. */
    record Found(ConsumerKey consumer, String text, Optional<String> conversationId, List<History.Hit> hits)
            implements Update {
        public Found {
            hits = List.copyOf(hits);
        }
    }
}
