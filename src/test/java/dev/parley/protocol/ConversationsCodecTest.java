package dev.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.protocol.ConversationResult.Dialog;
import dev.parley.protocol.ConversationResult.Participant;
import dev.parley.protocol.NotificationBody.ConversationChange;
import dev.parley.protocol.NotificationBody.ExConversationChange;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationsCodecTest {
    @Test
    void nothing_to_tell_is_a_notification_too() throws MalformedFrame {
        assertThat(Examples.notification("conversations-none"))
                .isEqualTo(new ExConversationChange("5b00c1de-…", List.of(), List.of()));
    }

    @Test
    void an_upsert_tells_everything_about_a_conversation() throws MalformedFrame {
        ConversationChange change = only("conversations-upsert");
        ConversationResult result = change.result();

        assertThat(change.delete()).isFalse();
        assertThat(result.convId()).isEqualTo(Examples.CONV);
        assertThat(result.effectiveTtr()).hasValue(1700001200000L);
        assertThat(result.skillId()).contains("-1");
        assertThat(result.participants())
                .containsExactly(
                        new Participant(Examples.CONSUMER, "CONSUMER", ""),
                        new Participant(Examples.AGENT, "ASSIGNED_AGENT", ""));
        assertThat(result.dialogs())
                .containsExactly(new Dialog(
                        Examples.CONV,
                        "MAIN",
                        "MESSAGING",
                        "OPEN",
                        List.of(
                                new Participant(Examples.CONSUMER, "CONSUMER", "ACTIVE"),
                                new Participant(Examples.AGENT, "ASSIGNED_AGENT", "ACTIVE")),
                        OptionalLong.of(1700000600000L),
                        OptionalLong.empty(),
                        OptionalLong.of(1700000600000L),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(result.brandId()).isEqualTo("10000001");
        assertThat(result.state()).isEqualTo("OPEN");
        assertThat(result.stage()).isEqualTo("OPEN");
        assertThat(result.closeReason()).isEmpty();
        assertThat(result.startTs()).hasValue(1700000600000L);
        assertThat(result.endTs()).isEmpty();
        assertThat(result.metaDataLastUpdateTs()).hasValue(1700000600000L);
        assertThat(result.ttr()).contains(new ConversationResult.Ttr("NORMAL", OptionalLong.of(600)));
        assertThat(result.csatRate()).isEmpty();
        assertThat(result.campaignInfo()).isEqualTo(Examples.json("{\"campaignId\":111,\"engagementId\":222}"));
        assertThat(result.context()).isEqualTo(Examples.json("{\"type\":\"SharkContext\",\"lang\":\"en-US\"}"));
        assertThat(result.lastContentEvent()).hasValueSatisfying(last -> {
            assertThat(last.sequence()).hasValue(4);
            assertThat(last.event()).isEqualTo(Event.ContentEvent.text("Hello"));
        });
    }

    @Test
    void a_closed_one_says_who_closed_it_and_has_no_deadline() throws MalformedFrame {
        ConversationResult result = only("v2-conversations-upsert").result();

        assertThat(result.effectiveTtr()).isEmpty();
        assertThat(result.closeReason()).contains("CONSUMER");
        assertThat(result.endTs()).hasValue(1700000900000L);
        assertThat(result.csatRate()).contains(5);
        assertThat(result.dialogs()).singleElement().satisfies(dialog -> {
            assertThat(dialog.closedBy()).contains("CONSUMER");
            assertThat(dialog.closedCause()).contains("Closed by consumer");
        });
    }

    @Test
    void participants_by_role_give_their_public_ids() throws MalformedFrame {
        assertThat(only("v2-conversations-upsert").result().participants())
                .containsExactly(
                        new Participant(Examples.CONSUMER, "CONSUMER", ""),
                        new Participant(Examples.AGENT, "ASSIGNED_AGENT", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"participants\":{\"CONSUMER\":[\"c\"]}",
                "\"participants\":{\"CONSUMER\":\"c\"}",
                "\"participantsPId\":{\"CONSUMER\":[\"c\"],\"MANAGER\":[]}",
                "\"participants\":null,\"participantsPId\":{\"CONSUMER\":[\"c\",{}]}",
                "\"participants\":[{\"id\":\"c\",\"role\":\"CONSUMER\"},{\"role\":\"MANAGER\"},3]",
                "\"participants\":{\"id\":\"c\",\"role\":\"CONSUMER\"}"
            })
    void participants_are_the_same_list_in_every_shape(String members) throws MalformedFrame {
        assertThat(result(members + ",\"state\":\"OPEN\"").participants())
                .containsExactly(new Participant("c", "CONSUMER", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"state\":\"CLOSE\",\"stage\":\"OPEN\" | CLOSE | OPEN",
                "\"state\":\"CLOSE\"                    | CLOSE | CLOSE",
                "\"stage\":\"CLOSE\"                    | CLOSE | CLOSE",
                "\"state\":\"HALF\",\"stage\":\"OPEN\"  | HALF  | OPEN"
            })
    void state_and_stage_stand_in_for_each_other(String members, String state, String stage) throws MalformedFrame {
        ConversationResult result = result(members);

        assertThat(result.state()).isEqualTo(state);
        assertThat(result.stage()).isEqualTo(stage);
    }

    @Test
    void a_dialog_without_type_is_main_where_it_bears_the_conversations_id() throws MalformedFrame {
        List<Dialog> dialogs = result("""
                "state":"OPEN","dialogs":[{"dialogId":"k","state":"OPEN"},{"dialogId":"x","state":"CLOSE"},{"state":"OPEN"},9]""").dialogs();

        assertThat(dialogs).extracting(Dialog::dialogType).containsExactly("MAIN", "OTHER");
        assertThat(dialogs).extracting(Dialog::channelType).containsOnly("MESSAGING");
    }

    @Test
    void one_bare_dialog_stands_for_an_array_of_one() throws MalformedFrame {
        assertThat(result("\"state\":\"OPEN\",\"dialogs\":{\"dialogId\":\"k\",\"state\":\"OPEN\"}")
                        .dialogs())
                .hasSize(1);
    }

    @Test
    void what_is_optional_and_odd_is_absent() throws MalformedFrame {
        ConversationResult result = result("""
                "state":"OPEN","skillId":[],"dialogs":"none","startTs":"soon","ttr":7,"csatRate":4,"brandId":{},
                "campaignInfo":null""");

        assertThat(result.skillId()).isEmpty();
        assertThat(result.dialogs()).isEmpty();
        assertThat(result.startTs()).isEmpty();
        assertThat(result.ttr()).isEmpty();
        assertThat(result.csatRate()).contains(4);
        assertThat(result.brandId()).isEmpty();
        assertThat(result.campaignInfo()).isNull();
        assertThat(result.effectiveTtr()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"csat\":{\"csatRate\":4,\"csatResolutionConfirmation\":false,\"status\":\"FILLED\"}",
                "\"csatRate\":4,\"csatResolutionConfirmation\":false,\"csat\":{\"status\":\"FILLED\"}"
            })
    void a_rating_and_an_absence_are_read_and_written_in_either_shape(String csat) throws MalformedFrame {
        ConversationResult result =
                result("\"state\":\"CLOSE\",\"delay\":{\"type\":\"NIGHT\",\"tillWhen\":1700000700000}," + csat);

        assertThat(result.csatRate()).contains(4);
        assertThat(result.particulars())
                .isEqualTo(new ConversationResult.Particulars(
                        Optional.of(new ConversationResult.Delay("NIGHT", OptionalLong.of(1700000700000L))),
                        Optional.of(false),
                        Optional.of("FILLED")));
        assertThat(ConversationCodec.read(ConversationCodec.write(result), false))
                .contains(result);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"delay\":\"NIGHT\"", "\"delay\":{}", "\"csat\":[]", "\"csat\":{\"status\":{}}"})
    void an_odd_rating_or_absence_is_none(String members) throws MalformedFrame {
        assertThat(result("\"state\":\"OPEN\"," + members).particulars())
                .isEqualTo(ConversationResult.Particulars.NONE);
    }

    @Test
    void a_deleted_one_needs_no_details() throws MalformedFrame {
        ExConversationChange body = notification("{\"type\":\"DELETE\",\"result\":{\"convId\":\"k\"}}");

        assertThat(body.changes()).singleElement().satisfies(change -> {
            assertThat(change.delete()).isTrue();
            assertThat(change.result().convId()).isEqualTo("k");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"UPSERT\"}",
                "{\"type\":\"UPSERT\",\"result\":{\"conversationDetails\":{\"state\":\"OPEN\"}}}",
                "{\"type\":\"UPSERT\",\"result\":{\"convId\":\"k\"}}",
                "{\"type\":\"UPSERT\",\"result\":{\"convId\":\"k\",\"conversationDetails\":{\"state\":[]}}}",
                "\"UPSERT\""
            })
    void a_change_that_cannot_be_read_is_set_aside_and_the_rest_is_used(String broken) throws MalformedFrame {
        ExConversationChange body = notification(
                broken
                        + ",{\"type\":\"SOMETHING\",\"result\":{\"convId\":\"k\",\"conversationDetails\":{\"state\":\"OPEN\"}}}");

        assertThat(body.unreadable()).hasSize(1);
        assertThat(body.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.delete()).isFalse());
    }

    @Test
    void what_goes_out_has_the_shape_of_today() throws MalformedFrame {
        JsonNode sent = Codec.bodyOf(Examples.notification("v2-conversations-upsert"));

        JsonNode result = sent.path("changes").path(0).path("result");
        assertThat(result.path("effectiveTTR").asInt()).isEqualTo(-1);
        assertThat(result.path("conversationDetails").path("participants")).isEqualTo(Examples.json("""
                [{"id":"c0a51e77-…","role":"CONSUMER"},{"id":"a9e0b3d4-…","role":"ASSIGNED_AGENT"}]"""));
        assertThat(result.path("conversationDetails").has("context")).isFalse();
    }

    private static ConversationResult result(String members) throws MalformedFrame {
        return notification(
                        "{\"type\":\"UPSERT\",\"result\":{\"convId\":\"k\",\"conversationDetails\":{" + members + "}}}")
                .changes()
                .get(0)
                .result();
    }

    private static ExConversationChange notification(String changes) throws MalformedFrame {
        return (ExConversationChange) ((Frame.Notification) Codec.decode(
                        "{\"kind\":\"notification\",\"type\":\"cqm.ExConversationChangeNotification\",\"body\":"
                                + "{\"subscriptionId\":\"s\",\"changes\":[" + changes + "]}}"))
                .body();
    }

    private static ConversationChange only(String example) throws MalformedFrame {
        ExConversationChange body = (ExConversationChange) Examples.notification(example);
        assertThat(body.unreadable()).isEmpty();
        assertThat(body.changes()).hasSize(1);
        return body.changes().get(0);
    }
}
