package dev.parley.conversation;

import static dev.parley.conversation.Sample.AGENT;
import static dev.parley.conversation.Sample.C;
import static dev.parley.conversation.Sample.HERE;
import static dev.parley.conversation.Sample.ONE;
import static dev.parley.conversation.Sample.SELF;
import static dev.parley.conversation.Sample.UNOPENED;
import static dev.parley.conversation.Sample.agent;
import static dev.parley.conversation.Sample.at;
import static dev.parley.conversation.Sample.changed;
import static dev.parley.conversation.Sample.events;
import static dev.parley.conversation.Sample.facts;
import static dev.parley.conversation.Sample.folded;
import static dev.parley.conversation.Sample.history;
import static dev.parley.conversation.Sample.outgoing;
import static dev.parley.conversation.Sample.own;
import static dev.parley.conversation.Sample.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.TimelineEvent.Silent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InboxTest {
    private static final ConsumerKey TWO = new ConsumerKey(2);

    private static Update conversation(String id, boolean open, Instant startedAt, TimelineEvent.Turn... last) {
        return changed(
                facts(id, open, 1, startedAt, Optional.empty(), Stream.of(last).findFirst(), List.of(SELF, AGENT)));
    }

    private static List<String> ids(Inbox inbox) {
        return inbox.consumer(ONE).orElseThrow().conversations().stream()
                .map(Conversation::id)
                .toList();
    }

    static Stream<Update> every_update() {
        Update.ConsumerKnown known =
                new Update.ConsumerKnown(ONE, "10000001", "c0a5", "127.0.0.1:1", true, Optional.empty());
        return Stream.of(
                known,
                new Update.ConsumerAdded(ONE),
                new Update.LinkChanged(ONE, new Link(Link.State.ONLINE, 12, "")),
                changed(facts(true, 1)),
                new Update.ConversationGone(ONE, C),
                events(agent(0), own(3)),
                history(Update.HistoryState.LOADING),
                new Update.HoleKnown(ONE, C, C, 0, 4),
                new Update.ReadMarked(ONE, C, C, 4),
                changed(outgoing("a", Delivery.QUEUED)),
                new Update.OutgoingRemoved(ONE, "a"),
                new Update.NameKnown(ONE, "agent", "Ada"),
                new Update.TypingChanged(ONE, C, AGENT, true),
                new Update.PlaceOpened(ONE, C),
                new Update.DraftLoaded(ONE, UNOPENED, "half"),
                new Update.TextReturned(ONE, UNOPENED, "a", "text", "why"),
                new Update.Notice(ONE, Optional.of(C), true, "refused"));
    }

    @ParameterizedTest
    @MethodSource("every_update")
    void a_consumer_appears_with_the_first_update_that_names_it(Update update) {
        Inbox inbox = new Inbox();

        boolean changed = inbox.apply(update);

        assertThat(changed).isTrue();
        assertThat(inbox.consumers()).extracting(Consumer::key).containsExactly(ONE);
    }

    @ParameterizedTest
    @MethodSource("every_update")
    void the_same_update_again_changes_nothing(Update update) {
        Inbox inbox =
                folded(events(agent(9)), changed(outgoing("a", Delivery.SAVING).in(UNOPENED)), update);

        boolean changed = inbox.apply(update);

        assertThat(changed).isFalse();
    }

    @ParameterizedTest
    @MethodSource("every_update")
    void another_consumer_is_not_touched(Update update) {
        Update.ConsumerAdded other = new Update.ConsumerAdded(TWO);
        Inbox inbox = folded(other);

        inbox.apply(update);

        Consumer untouched = inbox.consumer(TWO).orElseThrow();
        assertThat(untouched.conversations()).isEmpty();
        assertThat(untouched.unopened()).isEmpty();
        assertThat(untouched.link()).isEqualTo(Link.CLOSED);
    }

    @Test
    void consumers_stand_in_order_of_their_keys() {
        Inbox inbox = folded(new Update.ConsumerAdded(TWO), new Update.ConsumerAdded(ONE));

        assertThat(inbox.consumers()).extracting(Consumer::key).containsExactly(ONE, TWO);
    }

    @Test
    void what_nobody_sees_is_no_change() {
        Inbox inbox = folded(events(own(0), agent(1)));

        assertThat(inbox.apply(events(Sample.accept(2, SELF, 1L)))).isFalse();
        assertThat(inbox.apply(events(new Silent(3)))).isFalse();
        assertThat(inbox.apply(events(read(4, SELF, 1L)))).as("unread").isTrue();
        assertThat(inbox.apply(events(read(5, AGENT, 0L)))).as("tick").isTrue();
        assertThat(inbox.apply(events(new Silent(7)))).as("hole").isTrue();
    }

    @Test
    void an_unopened_place_is_no_conversation() {
        assertThat(folded(events(own(0))).conversation(UNOPENED)).isEmpty();
    }

    @Test
    void open_conversations_stand_before_closed_ones_and_the_newest_first() {
        Inbox inbox = folded(
                conversation("closed-late", false, at(0), agent(90)),
                conversation("open-early", true, at(0), agent(10)),
                conversation("closed-early", false, at(5)),
                conversation("open-late", true, at(0), agent(20)));

        assertThat(ids(inbox)).containsExactly("open-late", "open-early", "closed-late", "closed-early");
    }

    @Test
    void a_new_turn_brings_its_conversation_to_the_top() {
        Inbox inbox = folded(conversation("one", true, at(0), agent(10)), conversation("two", true, at(0), agent(20)));
        assertThat(ids(inbox)).containsExactly("two", "one");

        inbox.apply(new Update.Events(ONE, "one", "one", List.of(agent(30))));

        assertThat(ids(inbox)).containsExactly("one", "two");
    }

    @Test
    void one_just_opened_is_the_newest_of_all() {
        Inbox inbox = folded(conversation("old", true, at(0), agent(10)), new Update.PlaceOpened(ONE, "new"));

        assertThat(ids(inbox)).containsExactly("new", "old");
        assertThat(inbox.consumer(ONE).orElseThrow().openConversation())
                .map(Conversation::id)
                .contains("new");
    }

    @Test
    void where_all_are_closed_none_is_open() {
        assertThat(folded(conversation(C, false, at(0)))
                        .consumer(ONE)
                        .orElseThrow()
                        .openConversation())
                .isEmpty();
    }

    @Test
    void a_conversation_that_the_service_no_longer_lists_is_gone() {
        Inbox inbox = folded(changed(facts(true, 5)), new Update.ConversationGone(ONE, C));

        assertThat(inbox.conversation(HERE)).isEmpty();
        assertThat(ids(inbox)).isEmpty();
        assertThat(inbox.counts(at(0)).open()).isZero();
    }

    @Test
    void one_with_an_own_message_left_stays_as_a_closed_one() {
        Inbox inbox = folded(
                changed(facts(true, 5)), changed(outgoing("a", Delivery.FAILED)), new Update.ConversationGone(ONE, C));

        Conversation left = inbox.conversation(HERE).orElseThrow();
        assertThat(left.isOpen()).isFalse();
        inbox.apply(new Update.OutgoingRemoved(ONE, "a"));
        assertThat(inbox.conversation(HERE)).isEmpty();
    }

    @Test
    void one_that_is_listed_again_is_back_with_its_history() {
        Inbox inbox = folded(
                changed(facts(true, 5)),
                events(agent(0)),
                new Update.ConversationGone(ONE, C),
                changed(facts(true, 5)));

        assertThat(inbox.conversation(HERE).orElseThrow().items()).hasSize(1);
    }

    @Test
    void late_older_news_do_not_bring_it_back() {
        Inbox inbox = folded(changed(facts(true, 5)), new Update.ConversationGone(ONE, C), changed(facts(true, 4)));

        assertThat(inbox.conversation(HERE)).isEmpty();
    }

    @Test
    void a_participant_is_called_by_the_name_last_told() {
        Inbox inbox =
                folded(new Update.NameKnown(ONE, AGENT.id(), "Ada"), new Update.NameKnown(ONE, AGENT.id(), "Ada L."));

        Consumer consumer = inbox.consumer(ONE).orElseThrow();
        assertThat(consumer.nameOf(AGENT)).contains("Ada L.");
        assertThat(consumer.nameOf(Sample.BOT)).isEmpty();
    }

    @Test
    void a_bot_is_one_by_its_role_or_by_its_profile_even_without_a_name() {
        Who other = new Who("other", Role.ASSIGNED_AGENT, false);
        Consumer consumer = folded(
                        new Update.NameKnown(ONE, AGENT.id(), "", true), new Update.NameKnown(ONE, other.id(), "Bo"))
                .consumer(ONE)
                .orElseThrow();

        assertThat(consumer.isBot(AGENT)).isTrue();
        assertThat(consumer.nameOf(AGENT)).isEmpty();
        assertThat(consumer.isBot(Sample.BOT)).isTrue();
        assertThat(consumer.isBot(other)).isFalse();
    }

    @Test
    void link_and_identity_are_the_last_told() {
        Update.ConsumerKnown known =
                new Update.ConsumerKnown(ONE, "10000001", "c0a5", "127.0.0.1:1", true, Optional.of(at(9)));
        Link online = new Link(Link.State.ONLINE, 12, "");

        Consumer consumer =
                folded(new Update.LinkChanged(ONE, online), known).consumer(ONE).orElseThrow();

        assertThat(consumer.link()).isEqualTo(online);
        assertThat(consumer.known()).contains(known);
    }

    @Test
    void the_counts_are_over_all_consumers() {
        Outgoing queued = outgoing("q", Delivery.QUEUED).in(UNOPENED);
        Inbox inbox = folded(
                changed(facts(C, true, 1, at(0), Optional.of(at(50)), Optional.empty(), List.of(SELF))),
                events(agent(0), agent(1), own(2)),
                conversation("closed", false, at(0)),
                changed(queued),
                changed(outgoing("f", Delivery.FAILED)),
                changed(outgoing("k", Delivery.IN_FLIGHT).acked(7)),
                new Update.ConversationChanged(
                        TWO, facts(C, true, 1, at(0), Optional.empty(), Optional.empty(), List.of(SELF))),
                new Update.Events(TWO, C, C, List.of(own(0))));

        assertThat(inbox.counts(at(51))).isEqualTo(new Inbox.Counts(2, 2, 1, 2, 1, 1));
        assertThat(inbox.counts(at(50)).overdue()).isZero();
    }

    @Test
    void a_profile_is_news_once() {
        Profile profile = new Profile("Ann", "Lee", "");
        Inbox inbox = folded(new Update.ProfileKnown(ONE, profile));

        assertThat(inbox.consumer(ONE).orElseThrow().profile()).contains(profile);
        assertThat(profile.name()).isEqualTo("Ann Lee");
        assertThat(inbox.apply(new Update.ProfileKnown(ONE, profile))).isFalse();
    }
}
