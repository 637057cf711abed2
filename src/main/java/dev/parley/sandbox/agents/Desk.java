package dev.parley.sandbox.agents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.protocol.Event;
import dev.parley.protocol.NotificationBody.MessageChange;
import dev.parley.sandbox.service.Conversation;
import dev.parley.sandbox.service.Conversations;
import dev.parley.sandbox.service.Happenings;
import dev.parley.sandbox.service.LedgerEntry;
import dev.parley.time.Time;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings what happens to the agents and carries out what they planned, in the order it falls due. What fell due while nothing
 * ran is carried out at the start, stamped with the time it was due. Owned by the sandbox's event loop.
 */
public final class Desk implements Happenings {
    private static final Logger LOG = Logger.getLogger(Desk.class.getName());
    private static final ObjectMapper ACTS =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** A wall clock may jump while we wait on the monotonic one: look again at least this often. */
    private static final long LONGEST_WAIT = 60_000;

    private final Conversations conversations;
    private final Roster roster;
    private final Time time;

    /** The timer for what falls due next, and that time. */
    private Optional<Time.Timer> timer = Optional.empty();

    private long timerDue = Long.MAX_VALUE;

    public Desk(Conversations conversations, Roster roster, Time time) {
        this.conversations = conversations;
        this.roster = roster;
        this.time = time;
    }

    /** Takes up what was left at the last end. Call once, before any client is let in. */
    public void open() {
        conversations.tellBrand(this);
        playDue();
        for (Conversation conversation : conversations.unattended()) {
            offer(conversation, now());
        }
        conversations.deliverNews();
        schedule();
    }

    @Override
    public void opened(Conversation conversation, long at) {
        offer(conversation, at);
        schedule();
    }

    private void offer(Conversation conversation, long at) {
        call(roster.onDuty(), agent -> agent.offered(new SeatAt(conversation, at)));
    }

    @Override
    public void joined(Conversation conversation, long at) {
        call(agentOf(conversation), agent -> agent.joined(new SeatAt(conversation, at)));
        schedule();
    }

    @Override
    public void published(Conversation conversation, MessageChange change, long at) {
        if (!(change.event() instanceof Event.ContentEvent content)) {
            return;
        }
        if (conversation.agent().isEmpty()) {
            offer(conversation, at);
        } else {
            long sequence = change.sequence().orElseThrow();
            String text = content.message().asText();
            call(agentOf(conversation), agent -> agent.turn(new SeatAt(conversation, at), sequence, text));
        }
        schedule();
    }

    @Override
    public void chatState(Conversation conversation, String chatState, long at) {
        call(agentOf(conversation), agent -> agent.chatState(new SeatAt(conversation, at), chatState));
        schedule();
    }

    @Override
    public void closed(Conversation conversation, long at) {
        call(agentOf(conversation), agent -> agent.closed(new SeatAt(conversation, at)));
    }

    private Optional<Agent> agentOf(Conversation conversation) {
        return conversation.agent().flatMap(joined -> roster.agent(joined.agentId(), joined.nickname()));
    }

    /** A bug in one agent must not take the service down. */
    private static void call(Optional<Agent> agent, Consumer<Agent> what) {
        try {
            agent.ifPresent(what);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "an agent of the sandbox failed", e);
        }
    }

    private void playDue() {
        for (Optional<LedgerEntry.Planned> next = due(); next.isPresent(); next = due()) {
            LedgerEntry.Planned plan = next.get();
            conversations.done(plan);
            conversations
                    .state()
                    .conversation(plan.conversationId())
                    .filter(Conversation::isOpen)
                    .ifPresent(conversation -> perform(conversation, plan));
            conversations.deliverNews();
        }
    }

    private Optional<LedgerEntry.Planned> due() {
        return roster.onDuty()
                .flatMap(agent -> conversations.state().nextPlan())
                .filter(plan -> plan.dueAt() <= now());
    }

    private void perform(Conversation conversation, LedgerEntry.Planned plan) {
        long at = plan.dueAt();
        Act act;
        try {
            act = ACTS.treeToValue(plan.act(), Act.class);
        } catch (JsonProcessingException e) {
            LOG.log(Level.WARNING, "a planned act of an unknown kind was left out");
            return;
        }
        if (act instanceof Act.Join join) {
            if (conversation.agent().isEmpty()) {
                conversations.join(conversation, Roster.idOf(join.nickname()), join.nickname(), at);
            }
            return;
        }
        // Whoever has the conversation by now keeps what was promised in it.
        conversation.agent().ifPresent(agent -> Acting.perform(conversations, conversation, agent.agentId(), act, at));
    }

    private void schedule() {
        Optional<LedgerEntry.Planned> next =
                roster.onDuty().flatMap(agent -> conversations.state().nextPlan());
        long due = next.map(LedgerEntry.Planned::dueAt).orElse(Long.MAX_VALUE);
        if (due == timerDue) {
            return;
        }
        timer.ifPresent(Time.Timer::cancel);
        timer = Optional.empty();
        timerDue = due;
        if (next.isPresent()) {
            long wait = Math.min(LONGEST_WAIT, Math.max(0, due - now()));
            timer = Optional.of(time.after(wait, this::wake));
        }
    }

    private void wake() {
        timer = Optional.empty();
        timerDue = Long.MAX_VALUE;
        playDue();
        schedule();
    }

    private long now() {
        return time.now().toEpochMilli();
    }

    /** The seat of whoever has the conversation, at a moment. */
    private final class SeatAt implements Seat {
        private final Conversation conversation;
        private final long moment;

        SeatAt(Conversation conversation, long moment) {
            this.conversation = conversation;
            this.moment = moment;
        }

        @Override
        public String conversationId() {
            return conversation.id();
        }

        @Override
        public void plan(long delayMillis, Act act) {
            JsonNode json = ACTS.valueToTree(act);
            conversations.plan(conversation, moment + delayMillis, json);
        }

        @Override
        public List<Turn> unanswered() {
            return Transcript.unanswered(conversation);
        }

        @Override
        public String note() {
            return conversation.note();
        }

        @Override
        public void note(String text) {
            conversations.note(conversation, text);
        }
    }
}
