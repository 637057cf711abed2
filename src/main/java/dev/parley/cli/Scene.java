package dev.parley.cli;

import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Content;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.Link;
import dev.parley.conversation.Role;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.conversation.Update;
import dev.parley.conversation.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the picture shows: three consumers of the sandbox in the middle of their day. */
final class Scene {
    static final Instant NOW = Instant.parse("2026-11-22T12:05:00Z");

    private final List<Update> updates = new ArrayList<>();

    private Scene() {}

    static List<Update> updates() {
        Scene scene = new Scene();
        scene.parcel();
        scene.waiting();
        scene.thanked();
        return scene.updates;
    }

    private void parcel() {
        Talk talk = new Talk(1, "c0a51e77", "Ada", 4, Optional.of(Duration.ofMinutes(7)));
        talk.says(true, 4, "Hi, my order 4711 is late.");
        talk.offers(3, "Sorry to hear that. Where should it go?", "Home", "Office", "Somewhere else");
        talk.says(true, 3, "Office");
        talk.receipt(false, 0, 2);
        talk.receipt(true, 1);
        talk.says(
                false,
                1,
                "Sure, one moment. I am looking at the parcel now, and it seems that the depot has it since this morning.");
        talk.end();
        updates.add(new Update.TypingChanged(talk.consumer, talk.id, talk.agent, true));
    }

    private void waiting() {
        Talk talk = new Talk(2, "19f98cd2", "Bo", 9, Optional.of(Duration.ofMinutes(-2)));
        talk.says(false, 9, "Welcome, how can I help?");
        talk.receipt(true, 0);
        talk.says(true, 7, "Hello? Anyone there?");
        talk.end();
    }

    private void thanked() {
        Talk talk = new Talk(3, "7be20c15", "Cy", 64, Optional.empty());
        talk.says(true, 64, "How do I change my address?");
        talk.says(false, 60, "Under Settings, then Profile.");
        talk.receipt(true, 1);
        talk.says(true, 58, "Thanks, I will try that");
        talk.receipt(false, 0, 3);
        talk.closed = true;
        talk.end();
    }

    /** One consumer with one conversation. */
    private final class Talk {
        final ConsumerKey consumer;
        final String id;
        final Who self;
        final Who agent;
        private final String name;
        private final Instant started;
        private final Optional<Instant> due;
        private final List<TimelineEvent> events = new ArrayList<>();
        private boolean closed;

        Talk(int number, String consumerId, String name, int minutesAgo, Optional<Duration> due) {
            this.consumer = new ConsumerKey(number);
            this.id = "conversation-" + number;
            this.self = new Who(consumerId, Role.CONSUMER, true);
            this.agent = new Who("agent-" + number, Role.ASSIGNED_AGENT, false);
            this.name = name;
            this.started = ago(minutesAgo);
            this.due = due.map(NOW::plus);
            updates.add(new Update.ConsumerAdded(consumer));
            updates.add(new Update.ConsumerKnown(
                    consumer,
                    "10000001",
                    consumerId + "-53c4-4f0e-9a63-0f2d8c1b7a10",
                    "127.0.0.1",
                    true,
                    Optional.of(NOW.plus(Duration.ofDays(29)))));
            updates.add(new Update.LinkChanged(consumer, new Link(Link.State.ONLINE, 10, "")));
        }

        void says(boolean own, int minutesAgo, String text) {
            turn(own, minutesAgo, Content.Text.of(text));
        }

        void offers(int minutesAgo, String text, String... choices) {
            List<Content.QuickReply> replies = new ArrayList<>();
            for (String choice : choices) {
                replies.add(new Content.QuickReply(choice, choice, ""));
            }
            turn(false, minutesAgo, new Content.Text(text, replies));
        }

        void receipt(boolean own, long... sequences) {
            List<Long> read = new ArrayList<>();
            for (long sequence : sequences) {
                read.add(sequence);
            }
            events.add(new TimelineEvent.Receipt(events.size(), own ? self : agent, ReceiptStatus.READ, read));
        }

        void end() {
            updates.add(new Update.ConversationChanged(
                    consumer,
                    new ConversationFacts(
                            id,
                            !closed,
                            List.of(self, agent),
                            Optional.empty(),
                            started,
                            closed ? Optional.of(ago(50)) : Optional.empty(),
                            due,
                            closed ? Optional.of("CONSUMER") : Optional.empty(),
                            closed ? Optional.of(5) : Optional.empty(),
                            "NORMAL",
                            List.of(new ConversationFacts.DialogFacts(id, "MAIN", !closed, true, Optional.empty(), 1)),
                            1,
                            Optional.empty())));
            updates.add(new Update.NameKnown(consumer, agent.id(), name, true));
            updates.add(new Update.Events(consumer, id, id, events));
            updates.add(new Update.HistoryChanged(consumer, id, id, Update.HistoryState.COMPLETE, ""));
        }

        private void turn(boolean own, int minutesAgo, Content content) {
            events.add(new TimelineEvent.Turn(
                    events.size(), own ? self : agent, ago(minutesAgo), content, Optional.empty()));
        }
    }

    private static Instant ago(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }
}
