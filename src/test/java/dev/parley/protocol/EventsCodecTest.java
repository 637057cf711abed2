package dev.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.NotificationBody.MessageChange;
import dev.parley.protocol.NotificationBody.MessagingEvents;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsCodecTest {
    @Test
    void a_live_event_says_who_when_and_where() throws MalformedFrame {
        assertThat(events("events-live"))
                .containsExactly(new MessageChange(
                        OptionalLong.of(2),
                        Examples.AGENT,
                        "ASSIGNED_AGENT",
                        OptionalLong.of(1700000601000L),
                        Event.ContentEvent.text("Hello"),
                        Optional.of(Examples.CONV),
                        Examples.CONV,
                        null,
                        "ALL"));
    }

    @Test
    void history_may_not_name_the_conversation_and_has_null_for_metadata() throws MalformedFrame {
        List<MessageChange> history = events("events-history");

        assertThat(history).extracting(MessageChange::sequence).containsExactly(OptionalLong.of(0), OptionalLong.of(1));
        assertThat(history).allSatisfy(change -> {
            assertThat(change.conversationId()).isEmpty();
            assertThat(change.metadata()).isNull();
            assertThat(change.audience()).isEqualTo("ALL");
        });
        assertThat(history.get(1).event()).isEqualTo(new Event.AcceptStatusEvent("READ", List.of(0L)));
    }

    @Test
    void an_echo_carries_the_id_its_publisher_gave_it() throws MalformedFrame {
        assertThat(events("publish-text-echo").get(0).externalId()).contains("my-id-1");
        assertThat(events("events-live").get(0).externalId()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"ExternalId\",\"id\":\"x\"}",
                "[{\"type\":\"ActionReason\",\"id\":\"no\"},\"odd\",{\"type\":\"ExternalId\",\"id\":\"x\"}]"
            })
    void the_external_id_is_found_among_others_and_in_a_bare_entry(String metadata) throws MalformedFrame {
        MessageChange change = one(text("\"sequence\":1,\"metadata\":" + metadata));

        assertThat(change.externalId()).contains("x");
    }

    @Test
    void typing_has_no_sequence_and_no_time() throws MalformedFrame {
        MessageChange change = events("publish-typing-echo").get(0);

        assertThat(change.sequence()).isEmpty();
        assertThat(change.serverTimestamp()).isEmpty();
        assertThat(change.event()).isEqualTo(new Event.ChatStateEvent("COMPOSING"));
    }

    @Test
    void rich_content_has_its_card_and_its_quick_replies() throws MalformedFrame {
        assertThat(events("rich-content").get(0).event()).isInstanceOfSatisfying(Event.RichContentEvent.class, rich -> {
            assertThat(rich.content().path("type").asText()).isEqualTo("vertical");
            assertThat(rich.quickReplies()).isNotNull();
        });
    }

    @Test
    void an_old_card_lies_under_message() throws MalformedFrame {
        MessageChange change = one("""
                {"sequence":1,"originatorId":"a","dialogId":"d","event":{"type":"RichContentEvent","message":{"type":"text"}}}""");

        assertThat(change.event()).isEqualTo(new Event.RichContentEvent(Examples.json("{\"type\":\"text\"}"), null));
    }

    @Test
    void a_single_event_as_the_body_is_read_with_its_public_originator() throws MalformedFrame {
        assertThat(events("v2-event")).hasSize(1);

        MessagingEvents body = (MessagingEvents) notification(".ams.ms.OnlineEventDistribution", """
                {"sequence":3,"originatorId":"10000001.7","originatorPId":"pid","dialogId":"d",
                 "event":{"type":"ContentEvent","contentType":"text/plain","message":"Hello"}}""");
        assertThat(body.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.originatorId()).isEqualTo("pid"));
    }

    @Test
    void one_bare_change_stands_for_an_array_of_one() throws MalformedFrame {
        MessagingEvents body = (MessagingEvents)
                notification("ms.MessagingEventNotification", "{\"changes\":" + text("\"sequence\":1") + "}");

        assertThat(body.changes()).hasSize(1);
    }

    @Test
    void numbers_may_be_strings_and_ids_numbers() throws MalformedFrame {
        MessageChange change = one("""
                {"sequence":"3","originatorId":42,"dialogId":7,"serverTimestamp":"1700000601000","conversationId":8,
                 "event":{"type":"AcceptStatusEvent","status":"READ","sequenceList":"2"}}""");

        assertThat(change)
                .isEqualTo(new MessageChange(
                        OptionalLong.of(3),
                        "42",
                        "",
                        OptionalLong.of(1700000601000L),
                        new Event.AcceptStatusEvent("READ", List.of(2L)),
                        Optional.of("8"),
                        "7",
                        null,
                        "ALL"));
    }

    @Test
    void an_audience_that_is_not_all_is_kept() throws MalformedFrame {
        assertThat(one(text("\"sequence\":1,\"messageAudience\":\"AGENTS_AND_MANAGERS\""))
                        .audience())
                .isEqualTo("AGENTS_AND_MANAGERS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"CoBrowseEvent\",\"x\":1}",
                "{\"type\":\"ContentEvent\",\"contentType\":\"text/plain\",\"message\":{\"a\":1}}",
                "{\"type\":\"ContentEvent\",\"contentType\":\"text/plain\"}",
                "{\"type\":\"ContentEvent\",\"message\":\"Hello\"}",
                "{\"type\":\"RichContentEvent\",\"content\":\"card\"}",
                "{\"type\":\"AcceptStatusEvent\",\"status\":\"READ\",\"sequenceList\":[1,\"x\"]}",
                "{\"type\":\"ChatStateEvent\",\"chatState\":{}}",
                "{}",
                "\"Hello\""
            })
    void an_event_that_cannot_be_read_keeps_its_place_in_the_sequence(String event) throws MalformedFrame {
        MessageChange change =
                one("{\"sequence\":5,\"originatorId\":\"a\",\"dialogId\":\"d\",\"event\":" + event + "}");

        assertThat(change.sequence()).hasValue(5);
        assertThat(change.event())
                .isEqualTo(new Event.Unknown(Examples.json(event).path("type").asText(""), Examples.json(event)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sequence\":5,\"originatorId\":\"a\"}",
                "{\"sequence\":5,\"dialogId\":\"d\"}",
                "{\"sequence\":-5,\"originatorId\":\"a\",\"dialogId\":\"d\"}",
                "{\"sequence\":\"first\",\"originatorId\":\"a\",\"dialogId\":\"d\"}",
                "{\"sequence\":1e400,\"originatorId\":\"a\",\"dialogId\":\"d\"}",
                "{\"sequence\":5,\"originatorId\":\"a\",\"dialogId\":\"d\",\"messageAudience\":[]}",
                "7"
            })
    void a_change_that_belongs_nowhere_is_set_aside_and_the_rest_is_used(String broken) throws MalformedFrame {
        MessagingEvents body = (MessagingEvents) notification(
                "ms.MessagingEventNotification", "{\"changes\":[" + broken + "," + text("\"sequence\":6") + "]}");

        assertThat(body.unreadable()).hasSize(1);
        assertThat(body.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.sequence()).hasValue(6));
    }

    @Test
    void content_without_a_sequence_is_set_aside() throws MalformedFrame {
        MessagingEvents body = (MessagingEvents)
                notification("ms.MessagingEventNotification", "{\"changes\":[" + text("\"sequence\":null") + "]}");

        assertThat(body.unreadable()).hasSize(1);
    }

    @Test
    void an_unknown_notification_keeps_its_type_and_body() throws MalformedFrame {
        assertThat(Examples.notification("v2-rings"))
                .isInstanceOfSatisfying(
                        NotificationBody.Unknown.class,
                        unknown -> assertThat(unknown.type()).isEqualTo(".ams.routing.RoutingTaskNotification"));
        assertThat(notification("ms.MessagingEventNotification", "\"none\""))
                .isInstanceOf(NotificationBody.Unknown.class);
    }

    private static String text(String members) {
        return "{\"originatorId\":\"a\",\"dialogId\":\"d\",\"unknown\":{\"deep\":[1]},"
                + "\"event\":{\"type\":\"ContentEvent\",\"contentType\":\"text/plain\",\"message\":\"Hi\",\"more\":true},"
                + members + "}";
    }

    private static MessageChange one(String change) throws MalformedFrame {
        MessagingEvents body =
                (MessagingEvents) notification("ms.MessagingEventNotification", "{\"changes\":[" + change + "]}");
        assertThat(body.unreadable()).isEmpty();
        return body.changes().get(0);
    }

    private static NotificationBody notification(String type, String body) throws MalformedFrame {
        return ((Frame.Notification)
                        Codec.decode("{\"kind\":\"notification\",\"type\":\"" + type + "\",\"body\":" + body + "}"))
                .body();
    }

    private static List<MessageChange> events(String example) throws MalformedFrame {
        MessagingEvents body = (MessagingEvents) Examples.notification(example);
        assertThat(body.unreadable()).isEmpty();
        return body.changes();
    }
}
