package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.protocol.Event;
import dev.parley.protocol.NotificationBody.MessageChange;
import dev.parley.sandbox.faults.Quirks;
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
    private static final String ALL = "ALL";

    private final State state;
    private final Ledger ledger;
    private final Switchboard switchboard;
    private final String account;
    private final Supplier<String> ids;
    private final PostSurvey survey;
    private final Queue<Runnable> news = new ArrayDeque<>();
    private Optional<Happenings> brand = Optional.empty();

    Conversations(
            String account, State state, Ledger ledger, Switchboard switchboard, Supplier<String> ids, Quirks quirks) {
        this.account = account;
        this.state = state;
        this.ledger = ledger;
        this.switchboard = switchboard;
        this.ids = ids;
        survey = new PostSurvey(this, quirks);
    }

    /** From now on the brand's side hears what happens. */
    public void tellBrand(Happenings happenings) {
        brand = Optional.of(happenings);
    }

    public State state() {
        return state;
    }

    /** A new id, unguessable. */
    public String newId() {
        return ids.get();
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

    void keep(LedgerEntry entry) {
        state.apply(entry);
        ledger.append(entry);
    }

    /** Keeps it, and every socket that lists the conversation hears of it. */
    void change(Conversation conversation, LedgerEntry entry) {
        keep(entry);
        tellOf(conversation);
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
            @Nullable JsonNode context,
            List<String> features) {
        String id = ids.get();
        keep(new LedgerEntry.Opened(
                id,
                consumerId,
                at,
                skillId,
                urgency.ttrType(),
                urgency.seconds(),
                campaignInfo,
                context,
                features.isEmpty() ? null : features));
        Conversation conversation = state.conversation(id).orElseThrow();
        tellOf(conversation);
        tellBrand(it -> it.opened(conversation, at));
        return conversation;
    }

    /** Into MAIN, for everybody. */
    public long publish(
            Conversation conversation,
            String originatorId,
            String role,
            Event event,
            @Nullable JsonNode metadata,
            long at) {
        return publish(conversation, conversation.main(), originatorId, role, event, metadata, ALL, at);
    }

    /**
     * Stores an event, or passes a chat state on; the caller has checked it.
     *
     * @param audience ALL or AGENTS_AND_MANAGERS
     * @return its sequence; 0 for a chat state, as the service answers it (PROTOCOL.md 8.4)
     */
    public long publish(
            Conversation conversation,
            Dialog dialog,
            String originatorId,
            String role,
            Event event,
            @Nullable JsonNode metadata,
            String audience,
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
                    dialog.id(),
                    metadata,
                    audience);
            news.add(() -> switchboard.tell(conversation, change));
            if (byConsumer && dialog.isMain()) {
                tellBrand(it -> it.chatState(conversation, chat.chatState(), at));
            }
            return 0;
        }
        MessageChange change = store(conversation, dialog, originatorId, role, event, metadata, audience, at);
        if (!(event instanceof Event.AcceptStatusEvent) && audience.equals(ALL)) {
            tellOf(conversation);
        }
        if (byConsumer && dialog.isMain()) {
            tellBrand(it -> it.published(conversation, change, at));
        } else if (byConsumer) {
            survey.answered(conversation, dialog, change, at);
        }
        return change.sequence().orElseThrow();
    }

    /** Texts of an agent, one event each, and the conversation's own change told once behind them. */
    void publishAll(Conversation conversation, String agentId, List<String> texts, long at) {
        for (String text : texts) {
            Event event = Event.ContentEvent.text(text);
            store(conversation, conversation.main(), agentId, Conversation.ASSIGNED_AGENT, event, null, ALL, at);
        }
        tellOf(conversation);
    }

    private MessageChange store(
            Conversation conversation,
            Dialog dialog,
            String originatorId,
            String role,
            Event event,
            @Nullable JsonNode metadata,
            String audience,
            long at) {
        long sequence = dialog.nextSequence();
        keep(new LedgerEntry.Published(
                conversation.id(),
                dialog.id(),
                sequence,
                originatorId,
                role,
                dialog.notBefore(at),
                StoredEvent.json(event),
                metadata,
                audience.equals(ALL) ? null : audience));
        MessageChange change = dialog.events().get((int) sequence);
        news.add(() -> switchboard.tell(conversation, change));
        return change;
    }

    /** Makes an agent the ASSIGNED_AGENT in place of who was. */
    public void join(Conversation conversation, String agentId, String nickname, long at) {
        conversation.agent().ifPresent(old -> keep(new LedgerEntry.Left(conversation.id(), old.agentId(), at, null)));
        bring(conversation, agentId, nickname, Conversation.ASSIGNED_AGENT, at);
        tellBrand(it -> it.joined(conversation, at));
    }

    /** Somebody of the brand takes part from now on; {@code role} as in PROTOCOL.md 6.3. */
    public void bring(Conversation conversation, String agentId, String nickname, String role, long at) {
        change(conversation, new LedgerEntry.Joined(conversation.id(), agentId, nickname, role, at));
    }

    /** Without the ASSIGNED_AGENT a conversation is back in the queue. */
    public void leave(Conversation conversation, String agentId, String role, long at) {
        change(conversation, new LedgerEntry.Left(conversation.id(), agentId, at, role));
    }

    /**
     * Ends MAIN, {@code by} CONSUMER, AGENT or SYSTEM; a survey follows where one is due (PROTOCOL.md 9.1), else that is the
     * end of the conversation. What agents still planned for it is dropped.
     *
     * @param wanted whether a survey is to follow; empty: as the account has it
     */
    public void close(Conversation conversation, String by, @Nullable String cause, Optional<Boolean> wanted, long at) {
        if (!survey.isDue(conversation, wanted)) {
            closeAll(conversation, by, cause, at);
            return;
        }
        long end = conversation.main().notBefore(at);
        keep(new LedgerEntry.DialogClosed(conversation.id(), conversation.id(), by, cause, end));
        survey.begin(conversation, at);
        tellOf(conversation);
        tellBrand(it -> it.closed(conversation, at));
    }

    /** Ends every dialog that is open, with no survey (PROTOCOL.md 9.3). */
    public void closeAll(Conversation conversation, String by, @Nullable String cause, long at) {
        boolean wasOpen = conversation.isOpen();
        long end = conversation.dialogs().stream()
                .mapToLong(dialog -> dialog.notBefore(at))
                .max()
                .orElse(at);
        change(conversation, new LedgerEntry.Closed(conversation.id(), by, cause, end));
        if (wasOpen) {
            tellBrand(it -> it.closed(conversation, at));
        }
    }

    /** From now on it is another consumer's; the former one no longer hears of it. */
    void move(Conversation conversation, String consumerId, long at) {
        String former = conversation.consumerId();
        keep(new LedgerEntry.Moved(conversation.id(), consumerId, at));
        news.add(() -> switchboard.tellGone(conversation, former));
        tellOf(conversation);
    }

    void closeDialog(Conversation conversation, Dialog dialog, String by, @Nullable String cause, long at) {
        long end = dialog.notBefore(at);
        change(conversation, new LedgerEntry.DialogClosed(conversation.id(), dialog.id(), by, cause, end));
    }

    /** How soon an answer is due (PROTOCOL.md 9.5). */
    public void urgency(Conversation conversation, Urgency urgency, long at) {
        change(conversation, new LedgerEntry.Urgency(conversation.id(), urgency.ttrType(), urgency.seconds(), at));
    }

    /** @param type NIGHT, WEEKEND or HOLIDAY; empty: answers come as usual again */
    public void delay(Conversation conversation, String type, long tillWhen, long at) {
        change(conversation, new LedgerEntry.Delayed(conversation.id(), type, tillWhen, at));
    }

    public void skill(Conversation conversation, String skillId, long at) {
        change(conversation, new LedgerEntry.SkillSet(conversation.id(), skillId, at));
    }

    /** Nothing about it changes any more. */
    public void lock(Conversation conversation, long at) {
        change(conversation, new LedgerEntry.Locked(conversation.id(), at));
    }

    /** A form that came back filled in: which, and how many fields had something in them. */
    public record Submission(String formId, int fields) {}

    /** What came of an invitation; empty when nothing did. */
    public Optional<Submission> submission(String invitationId) {
        return state.forms()
                .submission(invitationId)
                .map(it -> new Submission(
                        state.forms()
                                .invitation(invitationId)
                                .map(FormRecords.Invitation::formId)
                                .orElse(""),
                        it.fields()));
    }

    /** A copy of what a consumer said of itself. */
    public ObjectNode profileOf(String consumerId) {
        return state.profile(consumerId).map(ObjectNode::deepCopy).orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /** Where a new file goes, in the shape of PROTOCOL.md section 13; {@code fileType} letters and digits. */
    public String newPath(String fileType) {
        return FilePaths.make(account, ids.get(), fileType);
    }

    /** Remembers that a file is there; its bytes are on the disk already. */
    public void keepFile(String path, String owner, String fileType, long size, long at) {
        keep(new LedgerEntry.FileStored(path, owner, fileType, size, at));
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
