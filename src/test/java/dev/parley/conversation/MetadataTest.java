package dev.parley.conversation;

import static dev.parley.conversation.Sample.AGENT;
import static dev.parley.conversation.Sample.BOT;
import static dev.parley.conversation.Sample.C;
import static dev.parley.conversation.Sample.SELF;
import static dev.parley.conversation.Sample.START;
import static dev.parley.conversation.Sample.SURVEY;
import static dev.parley.conversation.Sample.changed;
import static dev.parley.conversation.Sample.conversation;
import static dev.parley.conversation.Sample.events;
import static dev.parley.conversation.Sample.facts;
import static dev.parley.conversation.Sample.folded;
import static dev.parley.conversation.Sample.main;
import static dev.parley.conversation.Sample.own;
import static dev.parley.conversation.Sample.survey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationFacts.DialogFacts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MetadataTest {
    @Test
    void a_conversation_without_facts_is_open() {
        Conversation conversation = conversation(events(own(0)));

        assertThat(conversation.isOpen()).isTrue();
        assertThat(conversation.facts()).isEmpty();
        assertThat(conversation.dialogId()).isEqualTo(C);
    }

    @Test
    void older_facts_are_dropped() {
        Conversation conversation =
                conversation(changed(facts(false, 20, main(false, 20))), changed(facts(true, 10, main(true, 10))));

        assertThat(conversation.facts()).contains(facts(false, 20, main(false, 20)));
    }

    @Test
    void of_facts_with_the_same_time_the_later_wins() {
        Conversation conversation =
                conversation(changed(facts(true, 10, main(true, 10))), changed(facts(false, 10, main(true, 10))));

        assertThat(conversation.isOpen()).isFalse();
    }

    @Test
    void each_dialog_goes_by_its_own_time() {
        Conversation conversation = conversation(
                changed(facts(true, 20, main(true, 10), survey(true, 5))),
                changed(facts(true, 10, main(false, 15), survey(false, 4))));

        assertThat(conversation.facts().orElseThrow().dialogs()).containsExactly(main(false, 15), survey(true, 5));
        assertThat(conversation.facts().orElseThrow().updatedMillis()).isEqualTo(20);
    }

    @Test
    void a_dialog_no_longer_listed_is_kept() {
        Conversation conversation = conversation(
                changed(facts(true, 10, main(true, 10), survey(true, 10))), changed(facts(true, 20, main(true, 20))));

        assertThat(conversation.facts().orElseThrow().dialogs()).containsExactly(main(true, 20), survey(true, 10));
    }

    @Test
    void the_same_facts_again_are_no_news() {
        Inbox inbox = folded(changed(facts(true, 10, main(true, 10))));

        assertThat(inbox.apply(changed(facts(true, 10, main(true, 10))))).isFalse();
    }

    @Test
    void a_survey_is_what_goes_on_when_main_has_ended() {
        assertThat(facts(true, 10, main(false, 10), survey(true, 10)).inSurvey())
                .isTrue();
        assertThat(facts(true, 10, main(true, 10), survey(true, 10)).inSurvey()).isFalse();
        assertThat(facts(false, 10, main(false, 10)).inSurvey()).isFalse();
        assertThat(facts(true, 10).inSurvey()).isFalse();
    }

    @Test
    void what_else_is_told_goes_by_the_conversations_time() {
        ConversationFacts.Particulars told = new ConversationFacts.Particulars(
                "OPEN", "OPEN", Optional.of(300L), Optional.empty(), Optional.empty(), "", "{}");

        Conversation conversation = conversation(
                changed(facts(true, 20, main(true, 10)).with(told)), changed(facts(true, 10, main(true, 10))));

        assertThat(conversation.facts().orElseThrow().particulars()).isEqualTo(told);
    }

    @Test
    void one_publishes_to_the_open_messaging_dialog() {
        DialogFacts cobrowse = new DialogFacts("co", "OTHER", true, false, Optional.empty(), 1);

        Conversation conversation = conversation(changed(facts(true, 10, main(false, 10), survey(true, 10), cobrowse)));

        assertThat(conversation.dialogId()).isEqualTo(SURVEY);
    }

    @Test
    void with_every_dialog_closed_one_would_publish_to_main() {
        Conversation conversation = conversation(changed(facts(false, 10, survey(false, 10), main(false, 10))));

        assertThat(conversation.dialogId()).isEqualTo(C);
    }

    @Test
    void the_assigned_agent_answers_rather_than_a_bot() {
        Conversation conversation = conversation(
                changed(facts(C, true, 1, START, Optional.empty(), Optional.empty(), List.of(SELF, BOT, AGENT))));

        assertThat(conversation.agent()).contains(AGENT);
    }

    @Test
    void a_bot_answers_where_no_agent_is_assigned() {
        Conversation conversation =
                conversation(changed(facts(C, true, 1, START, Optional.empty(), Optional.empty(), List.of(SELF, BOT))));

        assertThat(conversation.agent()).contains(BOT);
    }
}
