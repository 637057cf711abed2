package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PROTOCOL.md section 16, the golden flow, frame by frame over a real socket. */
class GoldenFlowTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory())
            .toCompletionStage()
            .toCompletableFuture()
            .join();

    @AfterEach
    void end() {
        sandbox.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_conversation_goes_as_the_golden_flow_says() {
        String jwt = Talk.signUp(sandbox.port());
        Talk talk = Talk.to(sandbox.port());

        talk.send("{\"kind\":\"req\",\"id\":\"0\",\"type\":\"InitConnection\",\"body\":{},\"headers\":["
                + "{\"type\":\".ams.headers.ClientProperties\",\"appId\":\"farm\",\"features\":[\"RICH_CONTENT\"]},"
                + "{\"type\":\".ams.headers.ConsumerAuthentication\",\"jwt\":\"" + jwt + "\"}]}");
        JsonNode init = talk.next();
        assertThat(init)
                .hasToString("{\"kind\":\"resp\",\"reqId\":\"0\",\"code\":200,\"type\":\"StringResponse\","
                        + "\"body\":\"Connection initialized successfully\"}");

        talk.send("{\"kind\":\"req\",\"id\":3,\"type\":\"cqm.SubscribeExConversations\","
                + "\"body\":{\"stage\":[\"OPEN\",\"CLOSE\"],\"convState\":[\"OPEN\",\"CLOSE\"]}}");
        JsonNode subscribed = talk.next();
        assertThat(subscribed.path("reqId").isTextual()).isTrue();
        assertThat(subscribed.path("reqId").asText()).isEqualTo("3");
        assertThat(subscribed.path("type").asText()).isEqualTo("cqm.SubscribeExConversationsResponse");
        String subscription = subscribed.path("body").path("subscriptionId").asText();
        JsonNode list = talk.next();
        assertThat(list.path("type").asText()).isEqualTo("cqm.ExConversationChangeNotification");
        assertThat(list.path("body").path("subscriptionId").asText()).isEqualTo(subscription);
        assertThat(list.path("body").path("changes").isArray()).isTrue();
        assertThat(list.path("body").path("changes")).isEmpty();

        talk.send("{\"kind\":\"req\",\"id\":\"5\",\"type\":\"cm.ConsumerRequestConversation\","
                + "\"body\":{\"brandId\":\"10000001\",\"channelType\":\"MESSAGING\",\"ttrDefName\":\"NORMAL\","
                + "\"skillId\":\"-1\",\"conversationContext\":{\"type\":\"SharkContext\",\"lang\":\"en-US\"}}}");
        JsonNode opened = talk.next();
        assertThat(opened.path("type").asText()).isEqualTo("cm.RequestConversationResponse");
        String conversation = opened.path("body").path("conversationId").asText();
        JsonNode upsert = talk.next().path("body").path("changes").path(0);
        assertThat(upsert.path("type").asText()).isEqualTo("UPSERT");
        assertThat(upsert.path("result").path("convId").asText()).isEqualTo(conversation);
        JsonNode details = upsert.path("result").path("conversationDetails");
        assertThat(details.path("state").asText()).isEqualTo("OPEN");
        assertThat(details.path("stage").asText()).isEqualTo("OPEN");
        assertThat(details.path("participants")).hasSize(1);
        assertThat(details.path("participants").path(0).path("role").asText()).isEqualTo("CONSUMER");
        assertThat(details.path("context").path("lang").asText()).isEqualTo("en-US");
        JsonNode main = details.path("dialogs").path(0);
        assertThat(main.path("dialogId").asText()).isEqualTo(conversation);
        assertThat(main.path("dialogType").asText()).isEqualTo("MAIN");
        assertThat(main.path("state").asText()).isEqualTo("OPEN");
        assertThat(upsert.path("result").path("effectiveTTR").asLong())
                .isEqualTo(details.path("startTs").asLong() + 600_000);

        talk.send("{\"kind\":\"req\",\"id\":\"22\",\"type\":\"ms.SubscribeMessagingEvents\",\"body\":{\"dialogId\":\""
                + conversation + "\",\"conversationId\":\"" + conversation + "\",\"fromSeq\":0}}");
        // Ada may join at any moment: her UPSERT is passed over.
        assertThat(talk.until(frame -> frame.path("kind").asText().equals("resp")))
                .hasToString("{\"kind\":\"resp\",\"reqId\":\"22\",\"code\":200,"
                        + "\"type\":\"GenericSubscribeResponse\",\"body\":{}}");
        JsonNode history = talk.until(frame -> frame.path("type").asText().equals("ms.MessagingEventNotification"));
        assertThat(history.path("body").path("changes").isArray()).isTrue();

        talk.send("{\"kind\":\"req\",\"id\":\"4\",\"type\":\"ms.PublishEvent\",\"body\":{\"dialogId\":\"" + conversation
                + "\",\"event\":{\"type\":\"ContentEvent\",\"contentType\":\"text/plain\",\"message\":\"Hi there\"}},"
                + "\"metadata\":[{\"type\":\"ExternalId\",\"id\":\"my-id-1\"}]}");
        JsonNode published = talk.until(frame -> frame.path("kind").asText().equals("resp"));
        assertThat(published)
                .hasToString("{\"kind\":\"resp\",\"reqId\":\"4\",\"code\":200,"
                        + "\"type\":\"ms.PublishEventResponse\",\"body\":{\"sequence\":0}}");
        JsonNode echo = talk.event(change -> true);
        assertThat(echo.path("sequence").asLong()).isZero();
        assertThat(echo.path("metadata").path(0).path("id").asText()).isEqualTo("my-id-1");
        assertThat(echo.path("originatorMetadata").path("role").asText()).isEqualTo("CONSUMER");
        assertThat(echo.path("dialogId").asText()).isEqualTo(conversation);

        JsonNode joined = talk.until(frame -> frame.path("body")
                        .path("changes")
                        .path(0)
                        .path("result")
                        .path("conversationDetails")
                        .path("participants")
                        .size()
                == 2);
        String ada = joined.at("/body/changes/0/result/conversationDetails/participants/1/id")
                .asText();
        assertThat(joined.at("/body/changes/0/result/conversationDetails/participants/1/role")
                        .asText())
                .isEqualTo("ASSIGNED_AGENT");
        JsonNode accept = talk.event(change -> true);
        assertThat(accept.path("event"))
                .hasToString("{\"type\":\"AcceptStatusEvent\",\"status\":\"ACCEPT\",\"sequenceList\":[0]}");
        assertThat(accept.path("sequence").asLong()).isEqualTo(1);
        assertThat(accept.path("originatorId").asText()).isEqualTo(ada);
        JsonNode read = talk.event(change -> true);
        assertThat(read.path("event").path("status").asText()).isEqualTo("READ");
        assertThat(read.path("sequence").asLong()).isEqualTo(2);
        JsonNode composing = talk.event(change -> true);
        assertThat(composing.path("event").path("chatState").asText()).isEqualTo("COMPOSING");
        assertThat(composing.has("sequence")).isFalse();
        assertThat(composing.has("serverTimestamp")).isFalse();
        JsonNode answer = talk.event(change -> true);
        assertThat(answer.path("sequence").asLong()).isEqualTo(3);
        assertThat(answer.path("event").path("message").asText()).contains("a bot", "You said: Hi there");
        JsonNode active = talk.event(change -> true);
        assertThat(active.path("event").path("chatState").asText()).isEqualTo("ACTIVE");

        for (int sequence = 4; sequence <= 5; sequence++) {
            String status = sequence == 4 ? "ACCEPT" : "READ";
            talk.send("{\"kind\":\"req\",\"id\":\"r" + sequence
                    + "\",\"type\":\"ms.PublishEvent\",\"body\":{\"dialogId\":\"" + conversation
                    + "\",\"event\":{\"type\":\"AcceptStatusEvent\",\"status\":\"" + status
                    + "\",\"sequenceList\":[3]}}}");
            assertThat(talk.answerTo("r" + sequence)
                            .path("body")
                            .path("sequence")
                            .asLong())
                    .isEqualTo(sequence);
            assertThat(talk.event(change -> true).path("sequence").asLong()).isEqualTo(sequence);
        }

        talk.send(
                "{\"kind\":\"req\",\"id\":\"30\",\"type\":\"cm.UpdateConversationField\",\"body\":{\"conversationId\":\""
                        + conversation
                        + "\",\"conversationField\":{\"field\":\"DialogChange\",\"type\":\"UPDATE\",\"dialog\":"
                        + "{\"dialogId\":\"" + conversation + "\",\"state\":\"CLOSE\",\"closedCause\":\"Done\"}}}}");
        assertThat(talk.next())
                .hasToString("{\"kind\":\"resp\",\"reqId\":\"30\",\"code\":200,\"type\":\"StringResponse\","
                        + "\"body\":\"OK Conversation resolved successfully\"}");
        JsonNode closed = talk.next().path("body").path("changes").path(0).path("result");
        assertThat(closed.path("effectiveTTR").asLong()).isEqualTo(-1);
        JsonNode end = closed.path("conversationDetails");
        assertThat(end.path("state").asText()).isEqualTo("CLOSE");
        assertThat(end.path("stage").asText()).isEqualTo("CLOSE");
        assertThat(end.path("closeReason").asText()).isEqualTo("CONSUMER");
        assertThat(end.at("/dialogs/0/closedBy").asText()).isEqualTo("CONSUMER");
        assertThat(end.at("/dialogs/0/closedCause").asText()).isEqualTo("Done");
        assertThat(end.at("/dialogs/0/endTs").asLong()).isPositive();

        HttpProfile.assertBot(sandbox.port(), ada);
    }

    /** The agent's public profile, PROTOCOL.md section 14. */
    private static final class HttpProfile {
        static void assertBot(int port, String agentId) {
            String body = Talk.get(port, "/api/account/10000001/configuration/le-users/users/" + agentId)
                    .body();
            assertThat(body).contains("\"nickname\":\"Ada\"", "\"userTypeId\":2");
        }
    }
}
