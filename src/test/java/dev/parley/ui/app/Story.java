package dev.parley.ui.app;

import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Content;
import dev.parley.conversation.Content.QuickReply;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.ConversationFacts.DialogFacts;
import dev.parley.conversation.ConversationFacts.Particulars;
import dev.parley.conversation.Link;
import dev.parley.conversation.Place;
import dev.parley.conversation.Role;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.TimelineEvent.Receipt;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.Update;
import dev.parley.conversation.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a session would tell, in small words: one conversation of one consumer. */
final class Story {
    static final ConsumerKey ONE = new ConsumerKey(1);

    final ConsumerKey consumer;
    final String id;
    final Who self;
    final Who agent;
    private final Instant start;
    private final List<Who> participants = new ArrayList<>();
    private long version;
    private long sequence;
    private Optional<Instant> due = Optional.empty();
    private Optional<Integer> rating = Optional.empty();
    private Optional<Turn> preview = Optional.empty();
    private String ttr = "NORMAL";
    private Particulars particulars = Particulars.NONE;

    Story(int consumer, String id, String agent, Instant start) {
        this.consumer = new ConsumerKey(consumer);
        this.id = id;
        this.self = new Who("consumer-" + consumer, Role.CONSUMER, true);
        this.agent = new Who(agent, Role.ASSIGNED_AGENT, false);
        this.start = start;
        participants.add(self);
        participants.add(this.agent);
    }

    /** With Ada, since 12:01. */
    static Story ada() {
        return new Story(1, "conv-1", "ada", Instant.parse("2026-11-22T12:01:00Z"));
    }

    Place place() {
        return new Place(consumer, id);
    }

    Update name(String name) {
        return new Update.NameKnown(consumer, agent.id(), name);
    }

    Update online(int roundTripMillis) {
        return new Update.LinkChanged(consumer, new Link(Link.State.ONLINE, roundTripMillis, ""));
    }

    Update link(Link.State state) {
        return new Update.LinkChanged(consumer, new Link(state, -1, ""));
    }

    Update known() {
        return new Update.ConsumerKnown(
                consumer,
                "10000001",
                "19f98cd2-1234-4abc-9def-000000000001",
                "127.0.0.1:4242",
                true,
                Optional.of(Instant.parse("2026-12-21T18:00:00Z")));
    }

    Story due(Instant at) {
        due = Optional.of(at);
        return this;
    }

    Story rated(int stars) {
        rating = Optional.of(stars);
        return this;
    }

    Story urgency(String type) {
        ttr = type;
        return this;
    }

    Story told(Particulars more) {
        particulars = more;
        return this;
    }

    /** MAIN has ended, and the survey goes on. */
    Update survey(boolean open, Instant mainEnded) {
        version++;
        DialogFacts main = new DialogFacts(
                id, "MAIN", false, true, Optional.of("CONSUMER"), version, Optional.empty(), Optional.of(mainEnded));
        DialogFacts survey = new DialogFacts(
                id + "-survey",
                "POST_SURVEY",
                open,
                true,
                open ? Optional.empty() : Optional.of("AGENT"),
                version,
                open ? Optional.empty() : Optional.of("Completed"),
                open ? Optional.empty() : Optional.of(mainEnded.plusSeconds(60)));
        ConversationFacts facts = facts(open, open ? Optional.empty() : Optional.of(mainEnded.plusSeconds(60)));
        return new Update.ConversationChanged(
                consumer,
                new ConversationFacts(
                        id,
                        open,
                        facts.participants(),
                        facts.skillId(),
                        start,
                        facts.endedAt(),
                        Optional.empty(),
                        Optional.of("CONSUMER"),
                        rating,
                        ttr,
                        List.of(main, survey),
                        version,
                        preview));
    }

    /** The survey's bot asks. */
    Update asks(String time, String question) {
        Who bot = new Who("survey", Role.BOT, false);
        return new Update.Events(
                consumer,
                id,
                id + "-survey",
                List.of(new Turn(0, bot, at(time), Content.Text.of(question), Optional.empty())));
    }

    Update open() {
        return change(true, Optional.empty());
    }

    Update closed(Instant at) {
        return change(false, Optional.of(at));
    }

    /** Closed, with the service's preview of what was said last. */
    Update closedWith(String words, Instant at) {
        preview = Optional.of(new Turn(7, agent, at, Content.Text.of(words), Optional.empty()));
        return closed(at);
    }

    private Update change(boolean open, Optional<Instant> ended) {
        version++;
        return new Update.ConversationChanged(consumer, facts(open, ended));
    }

    private ConversationFacts facts(boolean open, Optional<Instant> ended) {
        return new ConversationFacts(
                        id,
                        open,
                        participants,
                        Optional.of("Sales"),
                        start,
                        ended,
                        due,
                        open ? Optional.empty() : Optional.of("AGENT"),
                        rating,
                        ttr,
                        List.of(new DialogFacts(id, "MAIN", open, true, Optional.empty(), version)),
                        version,
                        preview)
                .with(particulars);
    }

    Update says(String time, String text) {
        return events(new Turn(sequence++, agent, at(time), Content.Text.of(text), Optional.empty()));
    }

    /** So many seconds after what was said at 12:01. */
    Update saysAfter(int seconds, String text) {
        Instant at = at("12:01").plusSeconds(seconds);
        return events(new Turn(sequence++, agent, at, Content.Text.of(text), Optional.empty()));
    }

    Update says(Who who, String time, String text) {
        return events(new Turn(sequence++, who, at(time), Content.Text.of(text), Optional.empty()));
    }

    Update offers(String time, String text, String... replies) {
        List<QuickReply> offered = new ArrayList<>();
        for (String reply : replies) {
            offered.add(new QuickReply(reply, reply, ""));
        }
        return events(new Turn(sequence++, agent, at(time), new Content.Text(text, offered), Optional.empty()));
    }

    /** Anything that a turn can say. */
    Update shows(String time, Content content) {
        return events(new Turn(sequence++, agent, at(time), content, Optional.empty()));
    }

    /** The consumer has chosen something of the turn before. */
    Update clicked() {
        return events(new Receipt(sequence, self, ReceiptStatus.ACTION, List.of(sequence++ - 1)));
    }

    Update own(String time, String text) {
        return events(new Turn(sequence++, self, at(time), Content.Text.of(text), Optional.empty()));
    }

    /** The echo of an own message. */
    Update echo(String cid, String time, String text) {
        return events(new Turn(sequence++, self, at(time), Content.Text.of(text), Optional.of(cid)));
    }

    /** The agent has read everything so far. */
    Update agentRead() {
        List<Long> all = new ArrayList<>();
        for (long i = 0; i < sequence; i++) {
            all.add(i);
        }
        return events(new Receipt(sequence++, agent, ReceiptStatus.READ, all));
    }

    /** The consumer has read everything so far. */
    Update read() {
        List<Long> all = new ArrayList<>();
        for (long i = 0; i < sequence; i++) {
            all.add(i);
        }
        return events(new Receipt(sequence++, self, ReceiptStatus.READ, all));
    }

    Update typing(boolean on) {
        return new Update.TypingChanged(consumer, id, agent, on);
    }

    long skip(int count) {
        sequence += count;
        return sequence;
    }

    Update events(TimelineEvent event) {
        return new Update.Events(consumer, id, id, List.of(event));
    }

    /** {@code count} turns of the agent, a second apart, the newest at {@code until}. */
    Update many(int count, Instant until) {
        List<TimelineEvent> turns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            turns.add(new Turn(
                    sequence++,
                    agent,
                    until.minus(Duration.ofSeconds(count - i)),
                    Content.Text.of("line " + (i + 1)),
                    Optional.empty()));
        }
        return new Update.Events(consumer, id, id, turns);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-22T" + time + ":00Z");
    }
}
