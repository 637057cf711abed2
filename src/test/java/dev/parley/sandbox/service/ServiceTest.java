package dev.parley.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the service answers and tells, PROTOCOL.md sections 3 to 9. */
class ServiceTest {
    private static final String CLOSE = "{\"field\":\"ConversationStateField\",\"conversationState\":\"CLOSE\"}";
    private static final String RESOLVED = "OK Conversation resolved successfully";

    private final Rig rig = new Rig();
    private final Rig.Socket socket = rig.socket();

    private static void assertRefused(JsonNode answer, int code, String words) {
        assertThat(answer.path("code").asInt()).isEqualTo(code);
        assertThat(answer.path("type").asText()).isEqualTo("StringResponse");
        assertThat(answer.path("body").asText()).isEqualTo(words);
    }

    @Test
    void an_unknown_type_is_answered_400() {
        assertRefused(socket.ask("ms.DanceAlong", "{}"), 400, "Unknown request type");
    }

    @Test
    void before_a_token_only_the_clock_answers() {
        Rig.Socket stranger = rig.stranger();

        JsonNode clock = stranger.ask("GetClock", "{}");
        JsonNode publish = stranger.say("any", "hello");

        assertThat(clock.at("/body/currentTime").asLong())
                .isEqualTo(rig.time.now().toEpochMilli());
        assertRefused(publish, 401, "Connection is not initialized");
    }

    @Test
    void a_second_open_conversation_is_refused() {
        socket.open();

        assertRefused(
                socket.ask("cm.ConsumerRequestConversation", "{}"), 400, "Consumer already has an open conversation");
    }

    @Test
    void a_second_open_conversation_is_given_where_that_is_allowed() {
        Rig.Socket parallel = new Rig(true).socket();

        assertThat(parallel.open()).isNotEqualTo(parallel.open()).isNotEmpty();
    }

    @Test
    void a_new_one_may_be_opened_when_the_last_is_closed() {
        String first = socket.open();
        socket.change(first, CLOSE);

        assertThat(socket.open()).isNotEmpty().isNotEqualTo(first);
    }

    @Test
    void every_stored_event_takes_a_sequence_and_a_chat_state_none() {
        String dialog = socket.open();

        List<Long> sequences = List.of(
                socket.say(dialog, "a").at("/body/sequence").asLong(),
                socket.publish(dialog, "{\"type\":\"ChatStateEvent\",\"chatState\":\"COMPOSING\"}")
                        .at("/body/sequence")
                        .asLong(),
                socket.publish(dialog, "{\"type\":\"AcceptStatusEvent\",\"status\":\"READ\",\"sequenceList\":[0]}")
                        .at("/body/sequence")
                        .asLong(),
                socket.say(dialog, "b").at("/body/sequence").asLong());

        assertThat(sequences).containsExactly(0L, 0L, 1L, 2L);
    }

    @Test
    void history_starts_at_the_sequence_asked_for_and_is_sent_even_when_empty() {
        String dialog = socket.open();
        socket.say(dialog, "a");
        socket.say(dialog, "b");

        socket.listen(dialog, 1);
        List<JsonNode> some = socket.events();
        socket.listen(dialog, 7);

        assertThat(some)
                .singleElement()
                .satisfies(
                        change -> assertThat(change.path("sequence").asLong()).isEqualTo(1));
        assertThat(socket.frames).hasSize(2);
        assertThat(socket.frames.get(1))
                .hasToString(
                        "{\"kind\":\"notification\",\"type\":\"ms.MessagingEventNotification\",\"body\":{\"changes\":[]}}");
    }

    @Test
    void a_long_history_comes_in_pieces_a_client_can_take() {
        String dialog = socket.open();
        for (int i = 0; i < 300; i++) {
            socket.say(dialog, "x".repeat(8_000));
        }

        socket.listen(dialog, 0);

        assertThat(socket.frames.size()).isGreaterThan(3);
        assertThat(socket.frames)
                .allSatisfy(frame -> assertThat(frame.toString().length()).isLessThan(1_000_000));
        assertThat(socket.events())
                .hasSize(300)
                .extracting(change -> change.path("sequence").asInt())
                .isSorted();
    }

    @Test
    void an_echo_goes_to_every_subscribed_socket_of_the_consumer_and_to_nobody_else() {
        String dialog = socket.open();
        Rig.Socket other = rig.socket();
        Rig.Socket unsubscribed = rig.socket();
        Rig.Socket foreign = rig.socket("somebody-else");
        socket.listen(dialog, 0);
        other.listen(dialog, 0);
        foreign.listen(dialog, 0);
        List.of(other, unsubscribed, foreign).forEach(it -> it.frames.clear());

        socket.say(dialog, "hello");

        assertThat(socket.events()).hasSize(1);
        assertThat(other.events()).hasSize(1);
        assertThat(unsubscribed.frames).isEmpty();
        assertThat(foreign.frames).isEmpty();
    }

    @Test
    void a_foreign_conversation_is_forbidden_and_an_unknown_one_not_found() {
        String dialog = socket.open();
        Rig.Socket foreign = rig.socket("somebody-else");

        assertRefused(foreign.say(dialog, "hi"), 403, "Not a participant of this conversation");
        assertRefused(foreign.listen(dialog, 0), 403, "Not a participant of this conversation");
        assertRefused(foreign.change(dialog, CLOSE), 403, "Not a participant of this conversation");
        assertRefused(socket.say("no-such", "hi"), 404, "Conversation not found");
    }

    @Test
    void texts_have_1_to_8000_characters() {
        String dialog = socket.open();

        assertRefused(socket.say(dialog, ""), 400, "Message text is missing");
        assertRefused(socket.say(dialog, "x".repeat(8_001)), 400, "Message text is longer than 8000 characters");
        assertThat(socket.say(dialog, "\ud83d\ude00".repeat(8_000)).path("code").asInt())
                .isEqualTo(200);
        assertThat(rig.state.conversation(dialog).orElseThrow().events()).hasSize(1);
    }

    @Test
    void what_cannot_be_published_is_said() {
        String dialog = socket.open();

        assertRefused(socket.publish(dialog, "{\"type\":\"DanceEvent\"}"), 400, "Unknown event type");
        assertRefused(
                socket.publish(dialog, "{\"type\":\"ChatStateEvent\",\"chatState\":\"DANCING\"}"),
                400,
                "Unknown chat state");
        assertRefused(
                socket.publish(dialog, "{\"type\":\"RichContentEvent\",\"content\":{\"type\":\"text\"}}"),
                400,
                "A consumer cannot publish a RichContentEvent");
        assertRefused(
                socket.publish(dialog, "{\"type\":\"AcceptStatusEvent\",\"status\":\"READ\",\"sequenceList\":[9]}"),
                400,
                "Sequence list names an event that does not exist");
    }

    @Test
    void the_consumer_closes_in_each_of_the_three_ways_and_nothing_can_be_published_after() {
        for (String way : List.of(
                CLOSE,
                "[{\"field\":\"Stage\",\"conversationState\":\"CLOSE\"}]",
                "{\"field\":\"DialogChange\",\"type\":\"UPDATE\",\"dialog\":{\"dialogId\":\"%s\",\"state\":\"CLOSE\"}}")) {
            String dialog = socket.open();

            JsonNode answer = socket.change(dialog, String.format(way, dialog));

            assertThat(answer.path("body").asText()).isEqualTo(RESOLVED);
            assertRefused(socket.say(dialog, "hello?"), 400, "Dialog is closed");
            assertRefused(socket.change(dialog, CLOSE), 400, "Conversation is already closed");
        }
    }

    @Test
    void a_rating_is_taken_after_the_end_only() {
        String dialog = socket.open();
        String rating =
                "{\"field\":\"CSATRate\",\"csatRate\":5,\"csatResolutionConfirmation\":true,\"status\":\"FILLED\"}";
        assertRefused(socket.change(dialog, rating), 400, "Conversation is not closed");
        socket.change(dialog, CLOSE);

        JsonNode answer = socket.change(dialog, rating);

        assertThat(answer.path("body").asText()).isEqualTo("OK CSAT processed successfully");
        assertRefused(socket.change(dialog, rating.replace("5", "6")), 400, "CSAT rate must be 1 to 5");
    }

    @Test
    void urgency_moves_the_time_an_answer_is_due() {
        String dialog = socket.open();
        socket.list("{}");
        long start = rig.time.now().toEpochMilli();

        JsonNode answer = socket.change(dialog, "{\"field\":\"TTRField\",\"ttrType\":\"CUSTOM\",\"value\":42}");

        assertThat(answer.path("body").asText()).isEqualTo("Update TTR ended successfully");
        assertThat(socket.upserts().get(0).at("/result/effectiveTTR").asLong()).isEqualTo(start + 42_000);
        assertThat(socket.upserts()
                        .get(0)
                        .at("/result/conversationDetails/ttr/ttrType")
                        .asText())
                .isEqualTo("CUSTOM");
    }

    @Test
    void an_answer_is_due_after_the_consumers_turn_and_not_after_the_agents() {
        String dialog = socket.open();
        socket.list("{}");
        rig.time.advance(5_000);
        socket.say(dialog, "hello?");
        long asked = rig.time.now().toEpochMilli();
        List<JsonNode> waiting = socket.upserts();
        socket.frames.clear();

        new PersonAsAgent(rig.service.conversations(), rig.time).say(dialog, "yes");

        assertThat(waiting.get(0).at("/result/effectiveTTR").asLong()).isEqualTo(asked + 600_000);
        List<JsonNode> after = socket.upserts();
        assertThat(after.get(after.size() - 1).at("/result/effectiveTTR").asLong())
                .isEqualTo(-1);
    }

    @Test
    void the_time_of_the_last_update_grows_with_every_upsert() {
        String dialog = socket.open();
        socket.list("{}");

        socket.say(dialog, "a");
        long first = socket.upserts()
                .get(0)
                .at("/result/conversationDetails/metaDataLastUpdateTs")
                .asLong();
        socket.say(dialog, "b");
        long second = socket.upserts()
                .get(0)
                .at("/result/conversationDetails/metaDataLastUpdateTs")
                .asLong();

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void a_conversation_that_stops_matching_is_deleted_from_that_list() {
        String dialog = socket.open();
        String open =
                socket.list("{\"stage\":[\"OPEN\"]}").at("/body/subscriptionId").asText();
        String all = socket.list("{\"stage\":[\"OPEN\",\"CLOSE\"]}")
                .at("/body/subscriptionId")
                .asText();

        socket.change(dialog, CLOSE);

        assertThat(socket.frames)
                .anySatisfy(frame -> {
                    assertThat(frame.at("/body/subscriptionId").asText()).isEqualTo(open);
                    assertThat(frame.at("/body/changes/0/type").asText()).isEqualTo("DELETE");
                })
                .anySatisfy(frame -> {
                    assertThat(frame.at("/body/subscriptionId").asText()).isEqualTo(all);
                    assertThat(frame.at("/body/changes/0/type").asText()).isEqualTo("UPSERT");
                });
    }

    @Test
    void after_unsubscribing_nothing_more_is_listed() {
        String subscription = socket.list("{}").at("/body/subscriptionId").asText();

        JsonNode answer = socket.ask("cqm.UnsubscribeExConversations", "{\"subscriptionId\":\"" + subscription + "\"}");

        assertThat(answer.path("code").asInt()).isEqualTo(200);
        socket.open();
        assertThat(socket.upserts()).isEmpty();
    }

    @Test
    void a_consumer_who_goes_away_and_comes_back_is_told_of_on_the_other_device() {
        String dialog = socket.open();
        Rig.Socket other = rig.socket();
        socket.listen(dialog, 0);
        other.listen(dialog, 0);
        other.frames.clear();

        rig.service.disconnected(socket.client);
        Rig.Socket back = rig.socket();
        back.listen(dialog, 0);

        assertThat(other.events())
                .extracting(change -> change.at("/event/chatState").asText())
                .containsExactly("BACKGROUND", "ACTIVE");
    }

    @Test
    void a_profile_is_kept_and_names_its_user() {
        JsonNode set = socket.ask("userprofile.SetUserProfile", "{\"firstName\":\"Ann\",\"userId\":\"forged\"}");

        JsonNode got = socket.ask("userprofile.GetUserProfile", "{}");

        assertThat(set.path("body").asText()).isEqualTo("OK User Profile set successfully");
        assertThat(got.at("/body/firstName").asText()).isEqualTo("Ann");
        assertThat(got.at("/body/userId").asText()).isEqualTo(Rig.CONSUMER);
    }

    @Test
    void fields_of_the_brand_are_forbidden() {
        String dialog = socket.open();

        assertRefused(
                socket.change(dialog, "{\"field\":\"Skill\",\"type\":\"UPDATE\",\"skill\":\"12\"}"),
                403,
                "A consumer may not change this field");
    }

    @Test
    void a_restart_folds_the_ledger_into_the_same_conversations() {
        String dialog = socket.open();
        socket.say(dialog, "a");
        new PersonAsAgent(rig.service.conversations(), rig.time).say(dialog, "b");
        socket.change(dialog, CLOSE);
        String second = socket.open();
        socket.say(second, "c");
        socket.list("{}");
        List<JsonNode> before = socket.upserts();

        Rig.Socket again = rig.restart(1_000).socket();
        again.list("{}");

        assertThat(again.upserts()).isEqualTo(before);
    }
}
