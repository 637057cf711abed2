package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.protocol.Event;
import dev.parley.protocol.NotificationBody.MessageChange;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be done to conversations, from either side. Each method writes the ledger first and only notes whom to
 * tell; {@link #deliverNews} tells them, so that whoever asked can be answered before. Owned by the sandbox's event loop.
 */
public final class Conversations {
    private final State state;
    private final Ledger ledger;
    private final Switchboard switchboard;
    private final Supplier<String> ids;
    private final Queue<Runnable> news = new ArrayDeque<>();
    private Optional<Happenings> brand = Optional.empty();

    Conversations(State state, Ledger ledger, Switchboard switchboard, Supplier<String> ids) {
        this.state = state;
        this.ledger = ledger;
        this.switchboard = switchboard;
        this.ids = ids;
    }

    /** From now on the brand's side hears what happens. */
    public void tellBrand(Happenings happenings) {
        brand = Optional.of(happenings);
    }

    public State state() {
        return state;
    }

    /** Tells everybody what happened since the last call, and what happens because of that. */
    public void deliverNews() {
        for (Runnable next = news.poll(); next != null; next = news.poll()) {
            next.run();
        }
    }

    void addNews(Runnable item) {
        news.add(item);
    }

    private void keep(LedgerEntry entry) {
        state.apply(entry);
        ledger.append(entry);
    }

    private void tellOf(Conversation conversation) {
        news.add(() -> switchboard.tell(conversation));
    }

    private void tellBrand(Consumer<Happenings> what) {
        news.add(() -> brand.ifPresent(what));
    }

    Conversation open(
            String consumerId,
            long at,
            String skillId,
            Urgency urgency,
            @Nullable JsonNode campaignInfo,
            @Nullable JsonNode context) {
        String id = ids.get();
        keep(new LedgerEntry.Opened(
                id, consumerId, at, skillId, urgency.ttrType(), urgency.seconds(), campaignInfo, context));
        Conversation conversation = state.conversation(id).orElseThrow();
        tellOf(conversation);
        tellBrand(it -> it.opened(conversation, at));
        return conversation;
    }

    /**
     * Stores an event, or passes a chat state on; the caller has checked it.
     *
     * @return its sequence; 0 for a chat state, as the service answers it (PROTOCOL.md 8.4)
     */
    public long publish(
            Conversation conversation,
            String originatorId,
            String role,
            Event event,
            @Nullable JsonNode metadata,
            long at) {
        boolean byConsumer = role.equals("CONSUMER");
        if (event instanceof Event.ChatStateEvent chat) {
            MessageChange change = new MessageChange(
                    OptionalLong.empty(),
                    originatorId,
                    role,
                    OptionalLong.empty(),
                    event,
                    Optional.of(conversation.id()),
                    conversation.dialogId(),
                    metadata,
                    "ALL");
            news.add(() -> switchboard.tell(conversation, change));
            if (byConsumer) {
                tellBrand(it -> it.chatState(conversation, chat.chatState(), at));
            }
            return 0;
        }
        MessageChange change = store(conversation, originatorId, role, event, metadata, at);
        if (!(event instanceof Event.AcceptStatusEvent)) {
            tellOf(conversation);
        }
        if (byConsumer) {
            tellBrand(it -> it.published(conversation, change, at));
        }
        return change.sequence().orElseThrow();
    }

    /** Texts of an agent, one event each, and the conversation's own change told once behind them. */
    void publishAll(Conversation conversation, String agentId, List<String> texts, long at) {
        for (String text : texts) {
            store(conversation, agentId, "ASSIGNED_AGENT", Event.ContentEvent.text(text), null, at);
        }
        tellOf(conversation);
    }

    private MessageChange store(
            Conversation conversation,
            String originatorId,
            String role,
            Event event,
            @Nullable JsonNode metadata,
            long at) {
        long sequence = conversation.nextSequence();
        keep(new LedgerEntry.Published(
                conversation.id(),
                conversation.dialogId(),
                sequence,
                originatorId,
                role,
                conversation.notBefore(at),
                StoredEvent.json(event),
                metadata));
        MessageChange change = conversation.events().get((int) sequence);
        news.add(() -> switchboard.tell(conversation, change));
        return change;
    }

    /** Makes an agent the ASSIGNED_AGENT in place of who was. */
    public void join(Conversation conversation, String agentId, String nickname, long at) {
        conversation.agent().ifPresent(old -> keep(new LedgerEntry.Left(conversation.id(), old.agentId(), at)));
        keep(new LedgerEntry.Joined(conversation.id(), agentId, nickname, "ASSIGNED_AGENT", at));
        tellOf(conversation);
        tellBrand(it -> it.joined(conversation, at));
    }

    /** {@code by} CONSUMER, AGENT or SYSTEM. What agents still planned for it is dropped. */
    public void close(Conversation conversation, String by, @Nullable String cause, long at) {
        keep(new LedgerEntry.Closed(conversation.id(), by, cause, conversation.notBefore(at)));
        tellOf(conversation);
        tellBrand(it -> it.closed(conversation, at));
    }

    void urgency(Conversation conversation, Urgency urgency, long at) {
        keep(new LedgerEntry.Urgency(conversation.id(), urgency.ttrType(), urgency.seconds(), at));
        tellOf(conversation);
    }

    void rate(Conversation conversation, int csatRate, String status, long at) {
        keep(new LedgerEntry.Rated(conversation.id(), csatRate, status, at));
        tellOf(conversation);
    }

    void profile(LedgerEntry.ProfileSet profile) {
        keep(profile);
    }

    /** An agent's intention: kept, and found again after a restart. */
    public void plan(Conversation conversation, long dueAt, JsonNode act) {
        keep(new LedgerEntry.Planned(state.nextPlanId(), conversation.id(), dueAt, act));
    }

    public void done(LedgerEntry.Planned plan) {
        keep(new LedgerEntry.Done(plan.id()));
    }

    public void note(Conversation conversation, String note) {
        keep(new LedgerEntry.Noted(conversation.id(), note));
    }

    /** Open conversations that nobody has and nobody means to take. */
    public List<Conversation> unattended() {
        return state.conversations().stream()
                .filter(it -> it.isOpen() && it.agent().isEmpty() && !state.hasPlans(it.id()))
                .toList();
    }
}
