package dev.parley.sandbox.service;

import dev.parley.protocol.ConversationResult;
import dev.parley.protocol.ConversationResult.Participant;
import dev.parley.protocol.Event;
import dev.parley.protocol.NotificationBody.MessageChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One conversation with its MAIN dialog, whose id is the conversation's (PROTOCOL.md section 5). Changed only by
 * {@link State}, read on the sandbox's event loop.
 */
public final class Conversation {
    private static final OptionalLong NONE = OptionalLong.empty();

    private final LedgerEntry.Opened opened;

    /** Index is sequence: the counter starts at 0 and every stored event takes one (PROTOCOL.md section 11). */
    private final List<MessageChange> events = new ArrayList<>();

    private final Set<Long> unread = new TreeSet<>();
    private final Set<Long> unaccepted = new TreeSet<>();

    private String ttrType;
    private long ttrSeconds;
    private Optional<LedgerEntry.Joined> agent = Optional.empty();
    private LedgerEntry.@Nullable Closed closed;
    private Optional<Integer> csatRate = Optional.empty();
    private Optional<MessageChange> lastContent = Optional.empty();
    private String note = "";

    /** Since when the consumer waits for an answer, epoch ms. */
    private OptionalLong waitingSince;

    private long updated;

    Conversation(LedgerEntry.Opened opened) {
        this.opened = opened;
        ttrType = opened.ttrType();
        ttrSeconds = opened.ttrSeconds();
        waitingSince = OptionalLong.of(opened.at());
        updated = opened.at();
    }

    public String id() {
        return opened.conversationId();
    }

    public String dialogId() {
        return opened.conversationId();
    }

    public String consumerId() {
        return opened.consumerId();
    }

    public boolean isOpen() {
        return closed == null;
    }

    /** The ASSIGNED_AGENT, if one has joined. */
    public Optional<LedgerEntry.Joined> agent() {
        return agent;
    }

    /** Every stored event so far; index is sequence. A live view. */
    public List<MessageChange> events() {
        return Collections.unmodifiableList(events);
    }

    /** What its agents keep in mind; empty at first. */
    public String note() {
        return note;
    }

    long nextSequence() {
        return events.size();
    }

    /** {@code at}, or the time of the last event if that is later: in a dialog time does not run backwards. */
    long notBefore(long at) {
        return events.isEmpty()
                ? Math.max(at, opened.at())
                : Math.max(at, events.get(events.size() - 1).serverTimestamp().orElse(at));
    }

    void published(LedgerEntry.Published entry) {
        Event event = StoredEvent.event(entry.event());
        MessageChange change = new MessageChange(
                OptionalLong.of(entry.sequence()),
                entry.originatorId(),
                entry.role(),
                OptionalLong.of(entry.at()),
                event,
                Optional.of(entry.conversationId()),
                entry.dialogId(),
                entry.metadata(),
                "ALL");
        events.add(change);
        track(change);
        if (event instanceof Event.ContentEvent || event instanceof Event.RichContentEvent) {
            lastContent = Optional.of(change);
            waitingSince = entry.role().equals("CONSUMER") ? OptionalLong.of(entry.at()) : NONE;
            touch(entry.at());
        }
    }

    void joined(LedgerEntry.Joined entry) {
        agent = Optional.of(entry);
        touch(entry.at());
    }

    void left(LedgerEntry.Left entry) {
        agent = agent.filter(present -> !present.agentId().equals(entry.agentId()));
        touch(entry.at());
    }

    void closed(LedgerEntry.Closed entry) {
        closed = entry;
        touch(entry.at());
    }

    void urgency(LedgerEntry.Urgency entry) {
        ttrType = entry.ttrType();
        ttrSeconds = entry.ttrSeconds();
        touch(entry.at());
    }

    void rated(LedgerEntry.Rated entry) {
        csatRate = entry.csatRate() == 0 ? Optional.empty() : Optional.of(entry.csatRate());
        touch(entry.at());
    }

    void noted(String text) {
        note = text;
    }

    /** Clients order notifications by this, so it grows even within one millisecond (PROTOCOL.md 6.3). */
    private void touch(long at) {
        updated = Math.max(at, updated + 1);
    }

    /** What was last said in it, by whomever. */
    Optional<MessageChange> lastContent() {
        return lastContent;
    }

    /**
     * What a conversation notification says of it, PROTOCOL.md 6.3.
     *
     * @param preview whether with what was last said, which no client may count on
     */
    ConversationResult result(String account, boolean preview) {
        List<Participant> participants = new ArrayList<>();
        participants.add(new Participant(consumerId(), "CONSUMER", "ACTIVE"));
        agent.ifPresent(one -> participants.add(new Participant(one.agentId(), one.role(), "ACTIVE")));
        String state = isOpen() ? "OPEN" : "CLOSE";
        Optional<LedgerEntry.Closed> end = Optional.ofNullable(closed);
        OptionalLong endTs = end.isPresent() ? OptionalLong.of(end.get().at()) : NONE;
        Optional<String> closedBy = end.map(LedgerEntry.Closed::by);
        ConversationResult.Dialog main = new ConversationResult.Dialog(
                dialogId(),
                "MAIN",
                "MESSAGING",
                state,
                participants,
                OptionalLong.of(opened.at()),
                endTs,
                OptionalLong.of(updated),
                closedBy,
                end.flatMap(entry -> Optional.ofNullable(entry.cause())));
        return new ConversationResult(
                id(),
                deadline(),
                Optional.of(opened.skillId()),
                participants,
                List.of(main),
                account,
                state,
                state,
                closedBy,
                OptionalLong.of(opened.at()),
                endTs,
                OptionalLong.of(updated),
                Optional.of(new ConversationResult.Ttr(ttrType, OptionalLong.of(ttrSeconds))),
                csatRate,
                opened.campaignInfo(),
                opened.context(),
                lastContent.filter(last -> preview));
    }

    private OptionalLong deadline() {
        return isOpen() && waitingSince.isPresent()
                ? OptionalLong.of(waitingSince.getAsLong() + ttrSeconds * 1_000)
                : NONE;
    }

    /** As the filters of cqm.SubscribeExConversations see it. */
    String stage() {
        return isOpen() ? "OPEN" : "CLOSE";
    }

    /** Sequences of the consumer's content that no READ from the brand's side lists, in order. */
    public List<Long> unreadByAgent() {
        return List.copyOf(unread);
    }

    /** The same for content that was not even accepted; READ implies ACCEPT (PROTOCOL.md 8.3). */
    public List<Long> unacceptedByAgent() {
        return List.copyOf(unaccepted);
    }

    private void track(MessageChange change) {
        boolean byConsumer = change.role().equals("CONSUMER");
        if (byConsumer && change.event() instanceof Event.ContentEvent) {
            unread.add(change.sequence().orElseThrow());
            unaccepted.add(change.sequence().orElseThrow());
        } else if (!byConsumer && change.event() instanceof Event.AcceptStatusEvent receipt) {
            receipt.sequenceList().forEach(unaccepted::remove);
            if (receipt.status().equals("READ")) {
                receipt.sequenceList().forEach(unread::remove);
            }
        }
    }
}
