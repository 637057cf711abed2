package dev.parley.conversation;

import static dev.parley.conversation.Sample.AGENT;
import static dev.parley.conversation.Sample.BOT;
import static dev.parley.conversation.Sample.C;
import static dev.parley.conversation.Sample.HERE;
import static dev.parley.conversation.Sample.ONE;
import static dev.parley.conversation.Sample.SELF;
import static dev.parley.conversation.Sample.agent;
import static dev.parley.conversation.Sample.changed;
import static dev.parley.conversation.Sample.conversation;
import static dev.parley.conversation.Sample.events;
import static dev.parley.conversation.Sample.facts;
import static dev.parley.conversation.Sample.folded;
import static dev.parley.conversation.Sample.own;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypingTest {
    private static Update typing(Who who, boolean writing) {
        return new Update.TypingChanged(ONE, C, who, writing);
    }

    private static Update link(Link.State state) {
        return new Update.LinkChanged(ONE, new Link(state, -1, ""));
    }

    @Test
    void somebody_writes_until_told_otherwise() {
        Inbox inbox = folded(changed(facts(true, 1)), typing(AGENT, true), typing(BOT, true));
        Conversation conversation = inbox.conversation(HERE).orElseThrow();
        assertThat(conversation.typing()).containsExactly(AGENT, BOT);

        inbox.apply(typing(AGENT, false));

        assertThat(conversation.typing()).containsExactly(BOT);
    }

    @Test
    void the_consumer_itself_is_never_among_them() {
        assertThat(conversation(changed(facts(true, 1)), typing(SELF, true)).typing())
                .isEmpty();
    }

    @Test
    void their_next_turn_ends_it() {
        assertThat(conversation(changed(facts(true, 1)), typing(AGENT, true), events(agent(0)))
                        .typing())
                .isEmpty();
    }

    @Test
    void an_old_turn_of_theirs_does_not_end_it() {
        Conversation conversation =
                conversation(events(agent(5)), typing(AGENT, true), events(agent(5)), events(agent(2)));

        assertThat(conversation.typing()).containsExactly(AGENT);
    }

    @Test
    void a_lost_link_ends_it() {
        assertThat(conversation(events(own(0)), typing(AGENT, true), link(Link.State.OFFLINE))
                        .typing())
                .isEmpty();
        assertThat(conversation(events(own(0)), typing(AGENT, true), link(Link.State.CONNECTING))
                        .typing())
                .isEmpty();
    }

    @Test
    void a_link_not_heard_of_for_a_while_does_not() {
        assertThat(conversation(events(own(0)), typing(AGENT, true), link(Link.State.NOT_HEARD))
                        .typing())
                .containsExactly(AGENT);
    }

    @Test
    void closing_ends_it_and_nobody_writes_in_a_closed_conversation() {
        assertThat(conversation(events(own(0)), typing(AGENT, true), changed(facts(false, 1)))
                        .typing())
                .isEmpty();
        assertThat(conversation(changed(facts(false, 1)), typing(AGENT, true)).typing())
                .isEmpty();
    }
}
