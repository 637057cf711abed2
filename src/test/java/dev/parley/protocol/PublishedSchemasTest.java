package dev.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we send, against the JSON schemas LivePerson published; skipped where the folder is not there. */
class PublishedSchemasTest {
    private static final String METADATA = "[{\"type\":\"ExternalId\",\"id\":\"x\"}]";

    private static Path folder = Path.of("schemas");

    @BeforeAll
    static void the_published_schemas_are_at_hand() {
        String property = System.getProperty("parley.schemas", "");
        folder = Path.of(property);
        assumeTrue(!property.isEmpty() && Files.isDirectory(folder.resolve("ws")), "no folder of published schemas");
    }

    static Stream<Frame.Request> requests() {
        Frame.Request init = new Frame.Request(
                "0",
                new RequestBody.InitConnection(),
                List.of(
                        Examples.json("{\"type\":\".ams.headers.ConsumerAuthentication\",\"jwt\":\"a.b.c\"}"),
                        Examples.json("""
                                {"type":".ams.headers.ClientProperties","appId":"parley","appVersion":"0.1.0",
                                 "deviceFamily":"DESKTOP","os":"LINUX","features":["RICH_CONTENT","AUTO_MESSAGES"]}""")),
                null);
        return Stream.of(
                init,
                of(new RequestBody.SubscribeExConversations(List.of(), List.of())),
                of(new RequestBody.SubscribeExConversations(List.of("OPEN", "CLOSE"), List.of("OPEN", "CLOSE"))),
                of(new RequestBody.UnsubscribeExConversations("s")),
                of(new RequestBody.RequestConversation(null, null, null, null, null, null)),
                of(new RequestBody.RequestConversation("10000001", "MESSAGING", "NORMAL", "-1", null, null)),
                of(new RequestBody.SubscribeMessagingEvents("d", Optional.empty(), 0)),
                of(new RequestBody.SubscribeMessagingEvents("d", Optional.of("c"), 17)),
                of(publish(Event.ContentEvent.text("Hello"))),
                new Frame.Request("1", publish(Event.ContentEvent.text("Hello")), List.of(), Examples.json(METADATA)),
                of(publish(new Event.ContentEvent("hosted/file", Examples.json("""
                        {"caption":"screenshot","relativePath":"/v1/a.PNG","fileType":"PNG","preview":"data:,"}"""), null))),
                of(new RequestBody.GenerateUrlForDownloadFile("/v1/AUTH_async-images/10000001/2b1f.PNG")),
                of(publish(new Event.AcceptStatusEvent("ACCESS", List.of(2L)))),
                of(publish(new Event.AcceptStatusEvent("ACCEPT", List.of(2L, 4L)))),
                of(publish(new Event.AcceptStatusEvent("READ", List.of(0L)))),
                of(publish(new Event.AcceptStatusEvent("NACK", List.of(0L)))),
                of(publish(new Event.ChatStateEvent("COMPOSING"))),
                of(publish(new Event.ChatStateEvent("PAUSE"))),
                of(update(new ConversationField.ConversationStateField("CLOSE"))),
                of(update(new ConversationField.TtrField("URGENT", Optional.of(300L)))),
                of(update(new ConversationField.TtrField("NORMAL", Optional.of(600L)))),
                of(update(new ConversationField.CsatRate(5, Optional.of(true), "FILLED"))));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void our_requests_pass(Frame.Request request) {
        assertThat(problems("ws/consumerRequests.json", request)).isEmpty();
    }

    static Stream<Frame.Request> newerThanTheSchemas() {
        return Stream.of(
                of(new RequestBody.GetClock()),
                of(new RequestBody.GetUserProfile(Optional.empty())),
                of(new RequestBody.SetUserProfile(
                        (ObjectNode) Examples.json("{\"firstName\":\"Ann\",\"nickName\":\"al\"}"))),
                of(new RequestBody.GenerateUploadToken("contact", "i1")),
                // The schema wants the size as a text; PROTOCOL.md section 13 a number, as the tutorial has it.
                of(new RequestBody.GenerateUrlForUploadFile(52_344, "PNG")),
                // The schema's object message is a file's only, and it has no word of forms.
                of(publish(new Event.ContentEvent(
                        "forms/secure-submission",
                        Examples.json("{\"submissionId\":\"s1\",\"invitationId\":\"i1\"}"),
                        null))),
                of(publish(new Event.AcceptStatusEvent("VIEWED", List.of(2L)))),
                of(publish(new Event.AcceptStatusEvent("SUBMITTED", List.of(2L)))),
                of(publish(new Event.AcceptStatusEvent("ABORTED", List.of(2L)))),
                of(update(new ConversationField.DialogChange("UPDATE", "d", "CLOSE", Optional.empty()))),
                of(update(new ConversationField.Stage("CLOSE"))),
                // Roles of a step-up: the schema knows agents' only.
                of(update(new ConversationField.ParticipantsChange("REMOVE", "CONSUMER", "a"))),
                of(publish(new Event.ChatStateEvent("BACKGROUND"))));
    }

    @ParameterizedTest
    @MethodSource("newerThanTheSchemas")
    void requests_newer_than_the_schemas_pass_as_requests(Frame.Request request) {
        assertThat(problems("infra/req.json", request)).isEmpty();
        // Should one of these pass one day, it belongs among the others.
        assertThat(problems("ws/consumerRequests.json", request)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "conversations-none",
                "conversations-upsert",
                "events-live",
                "events-history",
                "publish-text-echo"
            })
    void our_notifications_pass(String example) throws MalformedFrame {
        assertThat(problems("ws/consumerNotifications.json", Examples.frame(example)))
                .isEmpty();
    }

    @Test
    void our_answers_pass() throws MalformedFrame {
        assertThat(problems("ms/PublishEventSuccess.json", Examples.frame("publish-text-response")))
                .isEmpty();
        assertThat(problems("infra/stringResp.json", Examples.frame("close-dialog-response")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "publish-text-request     | \"id\":\"4\"            | \"id\":4",
                "publish-text-request     | \"dialogId\":           | \"dialog\":",
                "publish-text-request     | \"id\":\"my-id-1\"      | \"id\":\"my-id-1\",\"more\":1",
                "publish-accept-request   | [2,4]                   | [2,\"4\"]",
                "publish-typing-request   | COMPOSING               | SLEEPING",
                "subscribe-events-request | \"fromSeq\":0           | \"fromSeq\":0.5",
                "csat-request             | \"csatRate\":5          | \"csatRate\":6",
                "ttr-request              | \"value\":300           | \"value\":-1",
                "close-state-request      | \"conversationField\": | \"field\":"
            })
    void the_check_itself_refuses_what_is_wrong(String example, String right, String wrong) {
        String spoilt = Examples.text(example).replace(right, wrong);

        assertThat(spoilt).isNotEqualTo(Examples.text(example));
        assertThat(new PublishedSchema(folder, "ws/consumerRequests.json").problems(Examples.json(spoilt)))
                .isNotEmpty();
    }

    private static List<String> problems(String schema, Frame frame) {
        JsonNode sent = Examples.json(Codec.encode(frame));
        return new PublishedSchema(folder, schema).problems(sent);
    }

    private static Frame.Request of(RequestBody body) {
        return new Frame.Request("1", body);
    }

    private static RequestBody publish(Event event) {
        return new RequestBody.PublishEvent("d", Optional.of("c"), event);
    }

    private static RequestBody update(ConversationField field) {
        return new RequestBody.UpdateConversationField("c", List.of(field));
    }
}
