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
import dev.parley.sandbox.service.Refusal;
import dev.parley.sandbox.service.Vault;
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
    private final Sending sending;
    private final Levers levers;

    /** While a file is on its way to the disk what falls due waits, so that all is done in its order. */
    private boolean storing;

    /** The timer for what falls due next, and that time. */
    private Optional<Time.Timer> timer = Optional.empty();

    private long timerDue = Long.MAX_VALUE;

    /** What an agent may do to the sandbox itself: told lines of {@link Act.Trouble} and {@link Act.Bend}. */
    public interface Levers {
        void trouble(String script);

        void bend(String quirk);
    }

    /** Without files that outlive it, faults and quirks. */
    public Desk(Conversations conversations, Roster roster, Time time) {
        this(conversations, roster, time, Vault.inMemory(), new Levers() {
            @Override
            public void trouble(String script) {}

            @Override
            public void bend(String quirk) {}
        });
    }

    public Desk(Conversations conversations, Roster roster, Time time, Vault vault, Levers levers) {
        this.conversations = conversations;
        this.roster = roster;
        this.time = time;
        sending = new Sending(conversations, vault);
        this.levers = levers;
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
        long sequence = change.sequence().orElseThrow();
        if (change.event() instanceof Event.AcceptStatusEvent receipt) {
            Optional<JsonNode> metadata = Optional.ofNullable(change.metadata());
            call(
                    agentOf(conversation),
                    agent -> agent.receipt(
                            new SeatAt(conversation, at), receipt.status(), receipt.sequenceList(), metadata));
        } else if (change.event() instanceof Event.ContentEvent content) {
            if (conversation.agent().isEmpty()) {
                offer(conversation, at);
            } else {
                call(agentOf(conversation), agent -> came(agent, new SeatAt(conversation, at), sequence, content));
            }
        }
        schedule();
    }

    private void came(Agent agent, SeatAt seat, long sequence, Event.ContentEvent content) {
        JsonNode message = content.message();
        switch (content.contentType()) {
            case "hosted/file" ->
                agent.fileCame(
                        seat,
                        sequence,
                        message.path("fileType").asText(),
                        message.path("caption").asText(""));
            case "forms/secure-submission" ->
                conversations
                        .submission(message.path("invitationId").asText())
                        .ifPresent(it -> agent.formCame(seat, sequence, it.formId(), it.fields()));
            default -> agent.turn(seat, sequence, message.asText());
        }
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
            play(next.get());
        }
    }

    private Optional<LedgerEntry.Planned> due() {
        return roster.onDuty()
                .filter(agent -> !storing)
                .flatMap(agent -> conversations.state().nextPlan())
                .filter(plan -> plan.dueAt() <= now());
    }

    private void play(LedgerEntry.Planned plan) {
        Optional<Act> act = read(plan);
        Optional<Conversation> conversation =
                conversations.state().conversation(plan.conversationId()).filter(Conversation::isOpen);
        if (conversation.isPresent() && act.isPresent() && act.get() instanceof Act.SendFile file) {
            send(plan, conversation.get(), file);
            return;
        }
        conversations.done(plan);
        if (conversation.isPresent() && act.isPresent()) {
            safely(() -> Acting.perform(conversations, conversation.get(), act.get(), levers, plan.dueAt()));
        }
        conversations.deliverNews();
    }

    private static Optional<Act> read(LedgerEntry.Planned plan) {
        try {
            return Optional.of(ACTS.treeToValue(plan.act(), Act.class));
        } catch (JsonProcessingException e) {
            LOG.log(Level.WARNING, "a planned act of an unknown kind was left out");
            return Optional.empty();
        }
    }

    /** The plan counts as carried out when the bytes are on the disk, together with what tells of them. */
    private void send(LedgerEntry.Planned plan, Conversation conversation, Act.SendFile file) {
        byte[] bytes =
                agentOf(conversation).flatMap(agent -> agent.file(file.name())).orElseGet(() -> new byte[0]);
        storing = true;
        boolean[] returned = new boolean[1];
        try {
            sending.send(conversation, file, bytes, plan.dueAt(), failed -> {
                storing = false;
                conversations.done(plan);
                failed.ifPresent(e -> LOG.log(Level.WARNING, "an agent's file could not be stored: {0}", e.toString()));
                conversations.deliverNews();
                if (returned[0]) {
                    wake();
                }
            });
        } catch (Refusal e) {
            LOG.log(Level.WARNING, "a file that an agent promised was refused: {0}", e.words());
            storing = false;
            conversations.done(plan);
        }
        returned[0] = true;
    }

    private static void safely(Runnable step) {
        try {
            step.run();
        } catch (Refusal e) {
            LOG.log(Level.WARNING, "what an agent did was refused: {0}", e.words());
        }
    }

    private void schedule() {
        Optional<LedgerEntry.Planned> next =
                roster.onDuty().flatMap(agent -> conversations.state().nextPlan());
        long due = next.map(LedgerEntry.Planned::dueAt).orElse(Long.MAX_VALUE);
        if (due == timerDue || storing) {
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

        @Override
        public List<String> features() {
            return conversation.features();
        }

        @Override
        public JsonNode profile() {
            return conversations.profileOf(conversation.consumerId());
        }
    }
}
