package dev.parley.sandbox.agents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.service.Rig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ada at the service, on a clock turned by hand. */
class AdaTest {
    private final Rig rig = new Rig();
    private final Rig.Socket socket = rig.socket();

    private static void staff(Rig rig, double pace) {
        staff(rig, pace, Optional.of("Ada"));
    }

    private static void staff(Rig rig, double pace, Optional<String> onDuty) {
        Roster roster = new Roster(onDuty, nickname -> new Ada(nickname, pace));
        new Desk(rig.service.conversations(), roster, rig.time).open();
    }

    /** Open, listen, say hello, and let her introduce herself. */
    private String introduced() {
        String dialog = socket.open();
        socket.listen(dialog, 0);
        socket.say(dialog, "hello");
        rig.time.advance(10_000);
        socket.frames.clear();
        return dialog;
    }

    private static List<String> kinds(List<JsonNode> events) {
        List<String> kinds = new ArrayList<>();
        for (JsonNode change : events) {
            JsonNode event = change.path("event");
            kinds.add(event.path("status").asText("")
                    + event.path("chatState").asText("")
                    + event.path("message").asText(""));
        }
        return kinds;
    }

    @Test
    void she_joins_within_2_s_and_answers_within_5() {
        staff(rig, 1);
        String dialog = socket.open();
        socket.listen(dialog, 0);
        socket.say(dialog, "hello");

        rig.time.advance(2_000);
        boolean joined = rig.state.conversation(dialog).orElseThrow().agent().isPresent();
        List<String> early = socket.heard();
        rig.time.advance(3_000);

        assertThat(joined).isTrue();
        assertThat(early).isEmpty();
        assertThat(socket.heard()).singleElement().asString().contains("I am Ada, a bot", "You said: hello");
    }

    @Test
    void she_joins_within_2_s_even_when_nothing_is_said_and_then_listens() {
        staff(rig, 1);
        String dialog = socket.open();
        socket.listen(dialog, 0);

        rig.time.advance(2_000);

        assertThat(rig.state.conversation(dialog).orElseThrow().agent()).isPresent();
        rig.time.advance(60_000);
        assertThat(socket.heard()).isEmpty();
        socket.say(dialog, "hello");
        rig.time.advance(5_000);
        assertThat(socket.heard()).singleElement().asString().contains("a bot", "You said: hello");
    }

    @Test
    void she_accepts_reads_types_answers_and_rests_in_this_order() {
        staff(rig, 1);
        String dialog = introduced();

        socket.say(dialog, "again");
        rig.time.advance(5_000);

        assertThat(kinds(socket.events()))
                .containsExactly("again", "ACCEPT", "READ", "COMPOSING", "You said: again", "ACTIVE");
    }

    @Test
    void at_pace_0_she_answers_at_once() {
        staff(rig, 0);
        String dialog = socket.open();
        socket.listen(dialog, 0);

        socket.say(dialog, "hello");
        rig.time.advance(0);

        assertThat(socket.heard()).singleElement().asString().contains("You said: hello");
    }

    @Test
    void two_quick_messages_get_one_answer_each_in_order() {
        staff(rig, 1);
        String dialog = socket.open();
        socket.listen(dialog, 0);

        socket.say(dialog, "one");
        rig.time.advance(100);
        List<String> heard = new ArrayList<>(socket.heard());
        socket.say(dialog, "two");
        rig.time.advance(60_000);
        heard.addAll(socket.heard());

        assertThat(heard).hasSize(2);
        assertThat(heard.get(0)).contains("I am Ada").endsWith("You said: one");
        assertThat(heard.get(1)).isEqualTo("You said: two");
    }

    @Test
    void what_she_is_to_say_later_is_said_then_and_not_before() {
        staff(rig, 1);
        String dialog = introduced();
        socket.say(dialog, "Say Lunch is ready in 5s");

        rig.time.advance(4_999);
        List<String> before = socket.heard();
        rig.time.advance(1);

        assertThat(before).isEmpty();
        assertThat(socket.heard()).containsExactly("Lunch is ready");
    }

    @Test
    void what_fell_due_while_nothing_ran_is_said_at_the_next_start_with_the_time_it_was_due() {
        staff(rig, 1);
        String dialog = introduced();
        socket.say(dialog, "say second in 20 s");
        socket.say(dialog, "say first in 5s");
        socket.say(dialog, "say far in 30 min");
        long asked = rig.time.now().toEpochMilli();

        Rig later = rig.restart(3_600_000 / 4);
        staff(later, 1);
        Rig.Socket back = later.socket();
        back.listen(dialog, 0);

        List<JsonNode> said = back.events().stream()
                .filter(change ->
                        !change.at("/originatorMetadata/role").asText().equals("CONSUMER"))
                .filter(change -> change.path("event").has("message"))
                .toList();
        assertThat(said.stream()
                        .map(change -> change.at("/event/message").asText())
                        .skip(1))
                .containsExactly("first", "second");
        assertThat(said.get(1).path("serverTimestamp").asLong()).isEqualTo(asked + 5_000);
        assertThat(said.get(2).path("serverTimestamp").asLong()).isEqualTo(asked + 20_000);
        back.frames.clear();
        later.time.advance(3_600_000 / 4);
        assertThat(back.heard()).containsExactly("far");
    }

    @Test
    void a_message_answered_200_just_before_the_end_is_answered_at_the_next_start_once() {
        staff(rig, 1);
        String dialog = socket.open();
        socket.say(dialog, "are you there?");

        Rig later = rig.restart(60_000);
        staff(later, 1);
        Rig evenLater = later.restart(60_000);
        staff(evenLater, 1);
        Rig.Socket back = evenLater.socket();
        back.listen(dialog, 0);

        assertThat(back.heard()).singleElement().asString().contains("You said: are you there?");
    }

    @Test
    void quiet_she_accepts_but_neither_reads_nor_answers_until_woken() {
        staff(rig, 1);
        String dialog = introduced();
        socket.say(dialog, "go quiet");
        rig.time.advance(10_000);
        socket.say(dialog, "hello?");
        rig.time.advance(60_000);
        List<String> quiet = kinds(socket.events());

        socket.say(dialog, "wake up");
        rig.time.advance(10_000);

        assertThat(quiet).containsExactly("hello?", "ACCEPT");
        assertThat(socket.heard()).containsExactly("I am awake again.");
        assertThat(socket.events().toString()).contains("\"READ\"");
    }

    @Test
    void told_to_close_she_says_bye_and_closes_as_the_agent() {
        staff(rig, 1);
        String dialog = introduced();
        socket.list("{}");

        socket.say(dialog, "close");
        rig.time.advance(10_000);

        assertThat(socket.heard()).singleElement().asString().startsWith("Bye");
        JsonNode last = socket.upserts().get(socket.upserts().size() - 1).at("/result/conversationDetails");
        assertThat(last.path("stage").asText()).isEqualTo("CLOSE");
        assertThat(last.path("closeReason").asText()).isEqualTo("AGENT");
    }

    @Test
    void a_closed_conversation_hears_nothing_more_from_her() {
        staff(rig, 1);
        String dialog = introduced();
        socket.say(dialog, "say boo in 5s");
        socket.change(dialog, "{\"field\":\"ConversationStateField\",\"conversationState\":\"CLOSE\"}");

        rig.time.advance(60_000);

        assertThat(socket.heard()).isEmpty();
        assertThat(rig.state.nextPlan()).isEmpty();
    }

    @Test
    void asked_for_an_agent_she_hands_over_to_bo_who_answers_from_then_on() {
        staff(rig, 1);
        String dialog = introduced();
        socket.say(dialog, "Agent please");
        rig.time.advance(10_000);
        List<String> handover = socket.heard();
        socket.say(dialog, "who is there?");
        rig.time.advance(10_000);

        assertThat(handover).hasSize(2);
        assertThat(handover.get(0)).contains("hand you over to Bo");
        assertThat(handover.get(1)).contains("I am Bo, a bot");
        assertThat(socket.heard()).containsExactly("You said: who is there?");
        assertThat(socket.events().get(1).path("originatorId").asText()).isEqualTo(Roster.idOf("Bo"));
        assertThat(rig.service.agentProfile(Roster.idOf("Bo")).orElseThrow().toString())
                .contains("\"nickname\":\"Bo\"");
    }

    @Test
    void a_message_between_hand_over_and_the_other_agent_is_answered_once() {
        staff(rig, 1);
        String dialog = introduced();
        socket.say(dialog, "hand over");
        rig.time.advance(2_600);
        List<String> heard = new ArrayList<>(socket.heard());
        socket.say(dialog, "and my parcel?");
        rig.time.advance(30_000);
        heard.addAll(socket.heard());

        assertThat(heard.stream().filter(text -> text.contains("You said: and my parcel?")))
                .hasSize(1);
    }

    @Test
    void choices_are_offered_as_quick_replies() {
        staff(rig, 1);
        String dialog = introduced();

        socket.say(dialog, "choices");
        rig.time.advance(10_000);

        JsonNode replies = socket.events().stream()
                .map(change -> change.at("/event/quickReplies"))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElseThrow();
        assertThat(replies.path("type").asText()).isEqualTo("quickReplies");
        assertThat(replies.findValuesAsText("title")).containsExactly("Home", "Office", "Somewhere else");
        assertThat(replies.at("/replies/1/click/actions/0/text").asText()).isEqualTo("Office");
    }

    @Test
    void a_burst_comes_whole_and_in_order_and_is_capped() {
        staff(rig, 1);
        String dialog = introduced();

        socket.say(dialog, "burst 5000");
        rig.time.advance(10_000);

        assertThat(socket.heard())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 100)
                        .mapToObj(i -> i + " of 100")
                        .toList());
    }

    @Test
    void she_types_for_as_long_as_asked() {
        staff(rig, 1);
        String dialog = introduced();
        socket.say(dialog, "typing 8 s");

        rig.time.advance(8_000);
        List<String> during = kinds(socket.events());
        rig.time.advance(2_000);

        assertThat(during).endsWith("COMPOSING");
        assertThat(kinds(socket.events())).endsWith("I typed for 8 s.", "ACTIVE");
    }

    @Test
    void everything_she_can_say_fits_into_one_message() {
        staff(rig, 1);
        String dialog = introduced();
        for (String text : List.of("help", "long", "unicode", "x".repeat(8_000))) {
            socket.say(dialog, text);
            rig.time.advance(10_000);

            assertThat(socket.heard())
                    .singleElement()
                    .satisfies(said -> assertThat(said.length()).isBetween(50, 8_000));
        }
    }

    @Test
    void with_nobody_on_duty_nobody_answers_and_ada_takes_over_when_she_is_back() {
        staff(rig, 1, Optional.empty());
        String dialog = socket.open();
        socket.listen(dialog, 0);
        socket.say(dialog, "anybody?");
        rig.time.advance(60_000);
        List<String> alone = socket.heard();

        Rig later = rig.restart(1_000);
        staff(later, 1);
        later.time.advance(10_000);
        Rig.Socket back = later.socket();
        back.listen(dialog, 0);

        assertThat(alone).isEmpty();
        assertThat(back.heard()).singleElement().asString().contains("You said: anybody?");
    }
}
