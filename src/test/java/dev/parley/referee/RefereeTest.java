package dev.parley.referee;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RefereeTest {
    private static final String CONSUMER = "c0a51e77-consumer";
    private static final String SUBSCRIBE =
            "{\"kind\":\"req\",\"id\":\"s\",\"type\":\"cqm.SubscribeExConversations\",\"body\":{\"stage\":[\"OPEN\",\"CLOSE\"]}}";
    private static final String OPEN =
            "{\"kind\":\"req\",\"id\":\"o\",\"type\":\"cm.ConsumerRequestConversation\",\"body\":{\"brandId\":\"10000001\"}}";

    private final Referee referee = Referee.start();

    @AfterEach
    void close() {
        referee.close();
    }

    @Test
    void a_conversation_goes_as_the_golden_flow_says() throws Exception {
        try (Caller caller = caller()) {
            caller.say(SUBSCRIBE);
            JsonNode subscribed = caller.hear();
            assertThat(subscribed.path("reqId").asText()).isEqualTo("s");
            assertThat(subscribed.at("/body/subscriptionId").asText()).isNotEmpty();
            assertThat(caller.hear().path("body").path("changes").size()).isZero();

            caller.say(OPEN);
            String conv = caller.hear().path("body").path("conversationId").asText();
            JsonNode upsert = caller.hear().path("body").path("changes").path(0);
            assertThat(upsert.path("type").asText()).isEqualTo("UPSERT");
            assertThat(upsert.path("result").path("convId").asText()).isEqualTo(conv);
            assertThat(upsert.at("/result/conversationDetails/stage").asText()).isEqualTo("OPEN");

            caller.say(subscribeEvents(conv, 0));
            assertThat(caller.hear().path("type").asText()).isEqualTo("GenericSubscribeResponse");
            assertThat(caller.hear().path("body").path("changes").size()).isZero();

            caller.say(hello("p", conv, "x-1"));
            assertThat(caller.hear().at("/body/sequence").asInt()).isZero();
            JsonNode echo = caller.hear().at("/body/changes/0");
            assertThat(echo.path("originatorId").asText()).isEqualTo(CONSUMER);
            assertThat(echo.at("/event/message").asText()).isEqualTo("hello");
            assertThat(echo.at("/metadata/0/id").asText()).isEqualTo("x-1");

            referee.agentJoins(conv);
            assertThat(caller.hear()
                            .at("/body/changes/0/result/conversationDetails/participants/1/role")
                            .asText())
                    .isEqualTo("ASSIGNED_AGENT");
            referee.agentTypes(conv, "COMPOSING");
            assertThat(caller.hear().at("/body/changes/0").has("sequence")).isFalse();
            assertThat(referee.agentSays(conv, "hello to you")).isEqualTo(1);
            assertThat(caller.hear().at("/body/changes/0/sequence").asInt()).isEqualTo(1);

            caller.say("""
                    {"kind":"req","id":"c","type":"cm.UpdateConversationField","body":{"conversationId":"%s",
                     "conversationField":[{"field":"DialogChange","type":"UPDATE","dialog":{"dialogId":"%s","state":"CLOSE"}}]}}""".formatted(conv, conv));
            assertThat(caller.hear().path("body").asText()).isEqualTo("OK Conversation resolved successfully");
            JsonNode closed = caller.hear().at("/body/changes/0/result");
            assertThat(closed.path("effectiveTTR").asInt()).isEqualTo(-1);
            assertThat(closed.at("/conversationDetails/closeReason").asText()).isEqualTo("CONSUMER");
        }
        assertThat(referee.ledger()).extracting(Committed::text).containsExactly("hello", "hello to you");
        assertThat(referee.ledger().get(0).externalId()).contains("x-1");
        assertThat(referee.fouls()).isEmpty();
    }

    @Test
    void what_a_request_causes_can_come_before_its_answer() throws Exception {
        referee.behave(Quirk.ANSWER_AFTER_NOTIFICATION);
        try (Caller caller = caller()) {
            caller.say(SUBSCRIBE);

            assertThat(List.of(kind(caller.hear()), kind(caller.hear()))).containsExactly("notification", "resp");
        }
    }

    @Test
    void everything_can_come_twice_among_strange_frames() throws Exception {
        referee.behave(Quirk.EVERYTHING_TWICE, Quirk.UNKNOWN_FRAMES, Quirk.BROKEN_FRAMES);
        try (Caller caller = caller()) {
            caller.say("{\"kind\":\"req\",\"id\":\"1\",\"type\":\"GetClock\"}");

            for (int time = 0; time < 2; time++) {
                assertThat(caller.hearText()).doesNotContain("GetClockResponse");
                assertThat(kind(caller.hear())).isEqualTo("gossip");
                assertThat(kind(caller.hear())).isEqualTo("notification");
                assertThat(caller.hear().path("reqId").asText()).isEqualTo("nobody");
                assertThat(caller.hear().path("type").asText()).isEqualTo("GetClockResponse");
            }
        }
    }

    @Test
    void ids_can_be_numbers_in_every_other_frame() throws Exception {
        referee.behave(Quirk.NUMERIC_IDS);
        try (Caller caller = caller()) {
            caller.say("{\"kind\":\"req\",\"id\":\"7\",\"type\":\"GetClock\"}");
            caller.say("{\"kind\":\"req\",\"id\":\"8\",\"type\":\"GetClock\"}");

            assertThat(caller.hear().path("reqId")).isEqualTo(json("\"7\""));
            assertThat(caller.hear().path("reqId").isNumber()).isTrue();
        }
    }

    @Test
    void errors_can_be_strings_objects_or_wordless() throws Exception {
        try (Caller caller = caller()) {
            caller.say("{\"kind\":\"req\",\"id\":\"1\",\"type\":\"Nonsense\"}");
            assertThat(caller.hear().path("body").asText()).isEqualTo("unknown type: Nonsense");
            referee.behave(Quirk.OBJECT_ERRORS);
            caller.say("{\"kind\":\"req\",\"id\":\"2\",\"type\":\"Nonsense\"}");
            assertThat(caller.hear().at("/body/errorCode").asInt()).isEqualTo(40001);
            referee.behave(Quirk.WORDLESS_ERRORS);
            caller.say("{\"kind\":\"req\",\"id\":\"3\",\"type\":\"Nonsense\"}");
            assertThat(caller.hear().has("body")).isFalse();
        }
    }

    @Test
    void history_can_come_in_pieces_from_its_end_without_naming_the_conversation() throws Exception {
        referee.behave(Quirk.CHUNKED_HISTORY, Quirk.REVERSED_HISTORY, Quirk.NO_CONVERSATION_ID_IN_HISTORY);
        String conv = referee.conversationOf(CONSUMER);
        referee.consumerSays(conv, "one");
        referee.agentSays(conv, "two");
        referee.agentReads(conv, 0);
        try (Caller caller = caller()) {
            caller.say(subscribeEvents(conv, 1));
            caller.hear();

            JsonNode last = caller.hear();
            assertThat(last.at("/body/changes").size()).isEqualTo(1);
            assertThat(last.at("/body/changes/0/sequence").asInt()).isEqualTo(2);
            assertThat(last.at("/body/changes/0").has("conversationId")).isFalse();
            assertThat(caller.hear().at("/body/changes/0/sequence").asInt()).isEqualTo(1);
        }
    }

    @Test
    void conversations_can_have_the_shapes_of_old_and_strange_fields() throws Exception {
        referee.behave(Quirk.PARTICIPANTS_BY_ROLE, Quirk.BARE_ELEMENTS, Quirk.UNKNOWN_FIELDS);
        referee.conversationOf(CONSUMER);
        try (Caller caller = caller()) {
            caller.say(SUBSCRIBE);
            caller.hear();
            JsonNode details = caller.hear().at("/body/changes/result/conversationDetails");

            assertThat(details.at("/participantsPId/CONSUMER/0").asText()).isEqualTo(CONSUMER);
            assertThat(details.has("participants")).isFalse();
            assertThat(details.at("/dialogs/dialogType").asText()).isEqualTo("MAIN");
            assertThat(details.path("xNovelty").asText()).isEqualTo("unheard of");
        }
    }

    @Test
    void a_publish_can_happen_without_an_answer_and_be_found_in_the_ledger() throws Exception {
        String conv = referee.conversationOf(CONSUMER);
        referee.next("ms.PublishEvent", Fault.dropAnswer());
        referee.next("ms.PublishEvent", Fault.swallow());
        referee.next("ms.PublishEvent", Fault.refuse(429, "slow down"));
        try (Caller caller = caller()) {
            caller.say(subscribeEvents(conv, 0));
            caller.hear();
            caller.hear();

            caller.say(hello("1", conv, "x-1"));
            assertThat(caller.hear().at("/body/changes/0/sequence").asInt()).isZero();
            caller.say(hello("2", conv, "x-2"));
            caller.say(hello("3", conv, "x-3"));
            assertThat(caller.hear().path("code").asInt()).isEqualTo(429);
        }
        assertThat(referee.ledger())
                .singleElement()
                .satisfies(entry -> assertThat(entry.externalId()).contains("x-1"));
        assertThat(referee.requests()).hasSize(4);
    }

    @Test
    void a_socket_can_be_closed_or_cut_off_before_or_after_the_deed() throws Exception {
        String conv = referee.conversationOf(CONSUMER);
        referee.next("ms.PublishEvent", Fault.closeBefore(4401));
        referee.next("ms.PublishEvent", Fault.closeAfter(0));
        try (Caller caller = caller()) {
            caller.say(hello("1", conv, "x-1"));
            assertThat(caller.closed.get(10, SECONDS)).isEqualTo(4401);
        }
        try (Caller caller = caller()) {
            caller.say(hello("1", conv, "x-1"));
            assertThat(caller.closed.get(10, SECONDS)).isEqualTo(1006);
        }
        assertThat(referee.committed(entry -> true).get(10, SECONDS).sequence()).isZero();
        assertThat(referee.ledger()).hasSize(1);
    }

    @Test
    void a_second_conversation_is_refused_or_the_open_one_or_another() throws Exception {
        try (Caller caller = caller()) {
            caller.say(OPEN);
            String first = caller.hear().at("/body/conversationId").asText();
            caller.say(OPEN.replace("\"o\"", "\"o2\""));
            assertThat(caller.hear().path("code").asInt()).isEqualTo(400);
            referee.second(Second.THE_OPEN_ONE);
            caller.say(OPEN.replace("\"o\"", "\"o3\""));
            assertThat(caller.hear().at("/body/conversationId").asText()).isEqualTo(first);
            referee.second(Second.ALLOWED);
            caller.say(OPEN.replace("\"o\"", "\"o4\""));
            assertThat(caller.hear().at("/body/conversationId").asText()).isNotEqualTo(first);
        }
        assertThat(referee.conversations()).hasSize(2);
    }

    @Test
    void stalled_it_neither_hears_nor_speaks_until_it_resumes() throws Exception {
        String conv = referee.conversationOf(CONSUMER);
        try (Caller caller = caller()) {
            caller.say(subscribeEvents(conv, 0));
            caller.hear();
            caller.hear();
            referee.stall();
            caller.say("{\"kind\":\"req\",\"id\":\"1\",\"type\":\"GetClock\"}");
            referee.agentSays(conv, "late");
            assertThat(referee.requests()).hasSize(1);

            referee.resume();

            assertThat(List.of(
                            caller.hear().path("type").asText(),
                            caller.hear().path("type").asText()))
                    .containsExactlyInAnyOrder("ms.MessagingEventNotification", "GetClockResponse");
        }
    }

    @Test
    void down_it_cuts_off_and_back_it_remembers() throws Exception {
        String conv = referee.conversationOf(CONSUMER);
        referee.agentSays(conv, "before");
        try (Caller caller = caller()) {
            referee.goDown();
            assertThat(caller.closed.get(10, SECONDS)).isEqualTo(1006);
            assertThatThrownBy(this::caller).isInstanceOf(CompletionException.class);
        }
        referee.comeBack();
        try (Caller caller = caller()) {
            caller.say(subscribeEvents(conv, 0));
            caller.hear();

            assertThat(caller.hear().at("/body/changes/0/event/message").asText())
                    .isEqualTo("before");
        }
    }

    @Test
    void it_whistles_at_what_the_protocol_forbids() throws Exception {
        String conv = referee.conversationOf(CONSUMER);
        try (Caller caller = caller()) {
            caller.say("{\"kind\":\"req\",\"id\":1,\"type\":\"GetClock\"}");
            caller.say(hello("1", conv, "x-1"));
            caller.say(hello("2", conv, "x-1"));
            caller.say("""
                    {"kind":"req","id":"3","type":"ms.PublishEvent","body":{"dialogId":"%s",
                     "event":{"type":"AcceptStatusEvent","status":"READ","sequenceList":[0]}}}""".formatted(conv));
            for (int answer = 0; answer < 4; answer++) {
                caller.hear();
            }
        }
        assertThat(referee.fouls())
                .containsExactly(
                        "id is no string of 1 to 64: GetClock",
                        "id used twice on a socket: ms.PublishEvent",
                        "published twice: x-1",
                        "receipt for an own message");
    }

    private Caller caller() throws Exception {
        return new Caller(referee.socket(), referee.token(CONSUMER));
    }

    private static String subscribeEvents(String conv, int fromSeq) {
        return """
                {"kind":"req","id":"e","type":"ms.SubscribeMessagingEvents","body":{"dialogId":"%s","fromSeq":%d}}""".formatted(conv, fromSeq);
    }

    private static String hello(String id, String conv, String externalId) {
        return """
                {"kind":"req","id":"%s","type":"ms.PublishEvent","body":{"dialogId":"%s",
                 "event":{"type":"ContentEvent","contentType":"text/plain","message":"hello"}},
                 "metadata":[{"type":"ExternalId","id":"%s"}]}""".formatted(id, conv, externalId);
    }

    private static String kind(JsonNode frame) {
        return frame.path("kind").asText();
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
