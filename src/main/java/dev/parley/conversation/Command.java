package dev.parley.conversation;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What the screen asks of a session. Immutable; strings are exactly what the person typed. */
public sealed interface Command {
    ConsumerKey consumer();

    /**
     * Say something. In an unopened place it opens a conversation first, unless the consumer has one open, which is then
     * used; see {@link OpenConversation} for insisting on another.
     *
     * @param dialogId the dialog in view that it is meant for; empty where none was known
     */
    record Send(ConsumerKey consumer, Place place, String cid, String text, Instant at, String dialogId)
            implements Command {}

    /** Send a failed or unknown one again, under the same {@code cid}. */
    record Retry(ConsumerKey consumer, String cid) implements Command {}

    /** Take back one that is queued or failed. */
    record Discard(ConsumerKey consumer, String cid) implements Command {}

    /**
     * Open a conversation though one is open ("try anyway"). {@code text} (may be empty) is its first message; what the
     * service answers is shown, and the text comes back as {@link Update.TextReturned} if it refuses.
     */
    record OpenConversation(ConsumerKey consumer, String cid, String text, Instant at, Opening opening)
            implements Command {}

    /** Close the dialog that is open (survey-friendly): MAIN, or the survey that follows it. */
    record Close(ConsumerKey consumer, String conversationId) implements Command {}

    /** Close the conversation with all its dialogs; no survey follows. */
    record CloseAll(ConsumerKey consumer, String conversationId) implements Command {}

    /** Ask for a quick answer (true), or take that back. */
    record SetUrgency(ConsumerKey consumer, String conversationId, boolean urgent) implements Command {}

    /**
     * Say how it was, once MAIN has ended.
     *
     * @param stars 1..5
     * @param solved whether the matter is settled
     */
    record Rate(ConsumerKey consumer, String conversationId, int stars, boolean solved) implements Command {}

    /** What is the consumer called? {@link Update.ProfileKnown} answers. */
    record AskProfile(ConsumerKey consumer) implements Command {}

    /** Call the consumer so; what is empty stays as it is. {@link Update.ProfileKnown} tells how it is then. */
    record SetProfile(
            ConsumerKey consumer, Optional<String> firstName, Optional<String> lastName, Optional<String> nickName)
            implements Command {}

    /** The person has seen everything up to here: READ goes out for what had none. */
    record MarkRead(ConsumerKey consumer, String conversationId, String dialogId, long upToSequence)
            implements Command {}

    /** The person is writing (true), or has stopped. */
    record Typing(ConsumerKey consumer, String conversationId, boolean typing) implements Command {}

    record SaveDraft(ConsumerKey consumer, Place place, String text) implements Command {}

    /** History of a conversation is about to be looked at; subscribes it where that has not been done. */
    record LoadHistory(ConsumerKey consumer, String conversationId) implements Command {}

    /**
     * Choose a target of the turn: tell the click, then say what it stands for ({@link Picked}).
     *
     * @param index among its {@link Targets}, from 0
     * @param ticked boxes and cards that are ticked there
     * @param entered what the person gave in addition, e.g. a day; mostly empty
     */
    record Pick(
            ConsumerKey consumer,
            String conversationId,
            String dialogId,
            long sequence,
            int index,
            Set<Integer> ticked,
            String entered,
            String cid)
            implements Command {
        public Pick {
            ticked = Set.copyOf(ticked);
        }
    }

    /**
     * Upload a file and say it in the conversation. Its row is told as an own message, and can be tried again or taken back
     * as one.
     *
     * @param path absolute
     */
    record Attach(ConsumerKey consumer, String conversationId, String cid, String path, String caption, Instant at)
            implements Command {}

    /**
     * Save the file that a turn brings; {@link Update.SavingChanged} tells how that goes.
     *
     * @param folder absolute
     */
    record SaveFile(ConsumerKey consumer, String conversationId, String dialogId, long sequence, String folder)
            implements Command {}

    /** Stop saving it. */
    record StopSaving(ConsumerKey consumer, String conversationId, String dialogId, long sequence) implements Command {}

    /** Where can the secure form of that turn be filled in? {@link Update.FormReady} answers. */
    record OpenForm(ConsumerKey consumer, String conversationId, String dialogId, long sequence) implements Command {}

    /** Tell what became of a secure form: VIEWED or ABORTED. */
    record TellForm(
            ConsumerKey consumer,
            String conversationId,
            String dialogId,
            long sequence,
            TimelineEvent.ReceiptStatus status)
            implements Command {}

    /**
     * A secure form was sent.
     *
     * @param submissionId what the form's page has given for it
     */
    record SubmitForm(
            ConsumerKey consumer,
            String conversationId,
            String dialogId,
            long sequence,
            String submissionId,
            String cid)
            implements Command {}

    /**
     * Turns that hold all words of {@code text}, of what is kept: {@link Update.Found} answers.
     *
     * @param conversationId empty: in all of the consumer's
     */
    record Search(ConsumerKey consumer, String text, Optional<String> conversationId) implements Command {}

    /** Connect now instead of at the next attempt. */
    record Reconnect(ConsumerKey consumer) implements Command {}

    /** One more consumer with its own sign-in; {@code consumer} is the key it shall have. */
    record AddConsumer(ConsumerKey consumer) implements Command {}

    /**
     * Become the consumer whom the brand knows, and take the open conversations along.
     *
     * @param connector the brand's
     * @param file where the brand's id token is, or with {@code redirectUri} its code
     */
    record StepUp(ConsumerKey consumer, String connector, String file, Optional<String> redirectUri)
            implements Command {}

    /** In the sandbox: the agent says this. */
    record SpeakAsAgent(ConsumerKey consumer, String conversationId, String text) implements Command {}

    /** How a conversation is to be opened; each empty when not given. {@code contextJson} is JSON text. */
    record Opening(String skillId, String campaignId, String engagementId, String contextJson) {
        public static final Opening PLAIN = new Opening("", "", "", "");
    }
}
