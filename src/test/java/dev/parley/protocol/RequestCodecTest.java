package dev.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.protocol.RequestBody.PublishEvent;
import dev.parley.protocol.RequestBody.RequestConversation;
import dev.parley.protocol.RequestBody.SubscribeMessagingEvents;
import dev.parley.protocol.RequestBody.UpdateConversationField;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestCodecTest {
    @Test
    void init_connection_keeps_its_headers_and_never_shows_them() throws MalformedFrame {
        Frame.Request request = Examples.request("init-request");

        assertThat(request.id()).isEqualTo("0");
        assertThat(request.body()).isEqualTo(new RequestBody.InitConnection());
        assertThat(request.headers()).hasSize(2);
        assertThat(request.headers().get(0).path("jwt").asText()).isEqualTo("eyJ…");
        assertThat(request.toString()).doesNotContain("eyJ…");
    }

    @Test
    void get_clock_has_nothing_to_say() throws MalformedFrame {
        assertThat(Examples.request("clock-request")).isEqualTo(new Frame.Request("17", new RequestBody.GetClock()));
    }

    @Test
    void a_subscription_to_conversations_names_stages_and_states() throws MalformedFrame {
        assertThat(Examples.request("subscribe-conversations-request").body())
                .isEqualTo(
                        new RequestBody.SubscribeExConversations(List.of("OPEN", "CLOSE"), List.of("OPEN", "CLOSE")));
    }

    @Test
    void unsubscribing_names_the_subscription() throws MalformedFrame {
        assertThat(Examples.request("unsubscribe-request").body())
                .isEqualTo(new RequestBody.UnsubscribeExConversations("5b00c1de-…"));
    }

    @Test
    void a_new_conversation_carries_what_is_known_of_its_campaign_and_context() throws MalformedFrame {
        RequestConversation body =
                (RequestConversation) Examples.request("conversation-request").body();

        assertThat(body.brandId()).isEqualTo("10000001");
        assertThat(body.channelType()).isEqualTo("MESSAGING");
        assertThat(body.ttrDefName()).isEqualTo("NORMAL");
        assertThat(body.skillId()).isEqualTo("-1");
        assertThat(body.campaignInfo()).isEqualTo(Examples.json("""
                {"campaignId":"111","engagementId":"222"}"""));
        assertThat(body.conversationContext()).isEqualTo(Examples.json("""
                {"type":"SharkContext","lang":"en-US","visitorId":"V","sessionId":"S","interactionContextId":"1",
                 "clientProperties":{"type":".ClientProperties","features":["MULTI_DIALOG"]}}"""));
    }

    @Test
    void a_new_conversation_may_have_no_body() throws MalformedFrame {
        Frame frame = Codec.decode("""
                {"kind":"req","id":"5","type":"cm.ConsumerRequestConversation"}""");

        assertThat(((Frame.Request) frame).body())
                .isEqualTo(new RequestConversation(null, null, null, null, null, null));
    }

    @Test
    void a_subscription_to_events_starts_at_a_sequence() throws MalformedFrame {
        assertThat(Examples.request("subscribe-events-request").body())
                .isEqualTo(new SubscribeMessagingEvents(Examples.CONV, Optional.of(Examples.CONV), 0));
    }

    @Test
    void a_subscription_to_events_without_a_start_begins_at_zero() throws MalformedFrame {
        assertThat(body("ms.SubscribeMessagingEvents", "{\"dialogId\":\"d\"}"))
                .isEqualTo(new SubscribeMessagingEvents("d", Optional.empty(), 0));
    }

    @Test
    void publishing_carries_the_event_and_beside_it_the_metadata() throws MalformedFrame {
        Frame.Request request = Examples.request("publish-text-request");

        assertThat(request.body())
                .isEqualTo(new PublishEvent(
                        Examples.CONV, Optional.of(Examples.CONV), Event.ContentEvent.text("Hello from the consumer")));
        assertThat(request.metadata()).isEqualTo(Examples.json("""
                [{"type":"ExternalId","id":"my-id-1"}]"""));
    }

    @Test
    void receipts_and_typing_are_published_too() throws MalformedFrame {
        assertThat(((PublishEvent) Examples.request("publish-accept-request").body()).event())
                .isEqualTo(new Event.AcceptStatusEvent("ACCEPT", List.of(2L, 4L)));
        assertThat(((PublishEvent) Examples.request("publish-typing-request").body()).event())
                .isEqualTo(new Event.ChatStateEvent("COMPOSING"));
    }

    @Test
    void a_file_is_content_whose_message_is_an_object() throws MalformedFrame {
        Event event = ((PublishEvent) Examples.request("publish-file-request").body()).event();

        assertThat(event).isInstanceOfSatisfying(Event.ContentEvent.class, content -> {
            assertThat(content.contentType()).isEqualTo("hosted/file");
            assertThat(content.message().path("caption").asText()).isEqualTo("screenshot");
        });
    }

    @Test
    void every_field_of_a_conversation_has_its_word() throws MalformedFrame {
        assertThat(field("close-dialog-request"))
                .isEqualTo(new ConversationField.DialogChange(
                        "UPDATE", Examples.CONV, "CLOSE", Optional.of("Closed by consumer")));
        assertThat(field("close-state-request")).isEqualTo(new ConversationField.ConversationStateField("CLOSE"));
        assertThat(field("close-stage-request")).isEqualTo(new ConversationField.Stage("CLOSE"));
        assertThat(field("csat-request")).isEqualTo(new ConversationField.CsatRate(5, Optional.of(true), "FILLED"));
        assertThat(field("ttr-request")).isEqualTo(new ConversationField.TtrField("URGENT", Optional.of(300L)));
        assertThat(field("note-request"))
                .isInstanceOfSatisfying(
                        ConversationField.Unknown.class,
                        unknown -> assertThat(unknown.field()).isEqualTo("Note"));
    }

    @Test
    void fields_go_out_as_an_array_even_when_there_is_one() throws MalformedFrame {
        JsonNode sent = Examples.json(Codec.encode(Examples.frame("close-dialog-request")));

        assertThat(sent.path("body").path("conversationField")).isEqualTo(Examples.json("""
                [{"field":"DialogChange","type":"UPDATE",
                  "dialog":{"dialogId":"7a1f3c1e-…","state":"CLOSE","closedCause":"Closed by consumer"}}]"""));
    }

    @Test
    void profiles_are_asked_for_by_id_or_for_oneself() throws MalformedFrame {
        assertThat(Examples.request("profile-request").body())
                .isEqualTo(new RequestBody.GetUserProfile(Optional.empty()));
        assertThat(body("userprofile.GetUserProfile", "{\"userId\":\"u\"}"))
                .isEqualTo(new RequestBody.GetUserProfile(Optional.of("u")));
        assertThat(body("userprofile.GetUserProfile", "\"u\""))
                .isEqualTo(new RequestBody.GetUserProfile(Optional.of("u")));
        assertThat(Examples.request("set-profile-request").body()).isInstanceOf(RequestBody.SetUserProfile.class);
    }

    @Test
    void an_unknown_request_keeps_its_type_and_body() throws MalformedFrame {
        assertThat(Examples.request("upload-url-request").body())
                .isEqualTo(new RequestBody.Unknown(
                        "ms.GenerateURLForUploadFile", Examples.json("{\"fileSize\":52344,\"fileType\":\"PNG\"}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cqm.SubscribeExConversations   | {\"stage\":[7]}",
                "cqm.SubscribeExConversations   | \"all\"",
                "cqm.UnsubscribeExConversations | {}",
                "cm.ConsumerRequestConversation | []",
                "cm.UpdateConversationField     | {\"conversationId\":\"c\",\"conversationField\":\"close\"}",
                "cm.UpdateConversationField     | {\"conversationId\":\"c\"}",
                "ms.SubscribeMessagingEvents    | {\"dialogId\":\"d\",\"fromSeq\":-1}",
                "ms.SubscribeMessagingEvents    | {\"dialogId\":\"d\",\"fromSeq\":[]}",
                "ms.SubscribeMessagingEvents    | {\"fromSeq\":0}",
                "ms.PublishEvent                | {\"dialogId\":\"d\"}",
                "ms.PublishEvent                | {\"event\":{\"type\":\"ChatStateEvent\",\"chatState\":\"GONE\"}}",
                "userprofile.GetUserProfile     | [1]",
                "userprofile.SetUserProfile     | \"Ann\"",
            })
    void a_known_request_that_cannot_be_read_is_left_for_the_service_to_refuse(String type, String body)
            throws MalformedFrame {
        assertThat(body(type, body)).isEqualTo(new RequestBody.Unknown(type, Examples.json(body)));
    }

    @ParameterizedTest
    @CsvSource({"7,7", "\"seven\",seven"})
    void a_request_id_may_be_a_number(String onWire, String read) throws MalformedFrame {
        Frame frame = Codec.decode("{\"kind\":\"req\",\"id\":" + onWire + ",\"type\":\"GetClock\"}");

        assertThat(frame).isEqualTo(new Frame.Request(read, new RequestBody.GetClock()));
    }

    private static RequestBody body(String type, String body) throws MalformedFrame {
        return ((Frame.Request)
                        Codec.decode("{\"kind\":\"req\",\"id\":\"1\",\"type\":\"" + type + "\",\"body\":" + body + "}"))
                .body();
    }

    private static ConversationField field(String example) throws MalformedFrame {
        UpdateConversationField update =
                (UpdateConversationField) Examples.request(example).body();
        assertThat(update.conversationId()).isEqualTo(Examples.CONV);
        return update.fields().get(0);
    }
}
