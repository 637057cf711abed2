package dev.parley.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the first notification of a list carries, PROTOCOL.md 6.3. */
class ListingTest {
    private static final String CLOSE = "{\"field\":\"ConversationStateField\",\"conversationState\":\"CLOSE\"}";

    private final Rig rig = new Rig();
    private final Rig.Socket socket = rig.socket();

    @Test
    void the_list_tells_what_was_last_said_in_a_closed_conversation_too() {
        String dialog = socket.open();
        socket.say(dialog, "a");
        new PersonAsAgent(rig.service.conversations(), rig.time).say(dialog, "b");
        socket.change(dialog, CLOSE);

        socket.list("{}");

        assertThat(socket.upserts())
                .singleElement()
                .extracting(upsert -> upsert.at("/result/lastContentEventNotification/event/message")
                        .asText())
                .isEqualTo("b");
    }

    @Test
    void a_list_of_many_long_conversations_stays_under_what_a_client_takes() {
        for (int i = 0; i < 300; i++) {
            String dialog = socket.open();
            socket.say(dialog, "€".repeat(8_000));
            socket.change(dialog, CLOSE);
        }

        socket.list("{}");

        List<JsonNode> upserts = socket.upserts();
        assertThat(upserts).hasSize(300);
        assertThat(upserts.get(0).at("/result/lastContentEventNotification").isMissingNode())
                .isTrue();
        assertThat(upserts.get(299).at("/result/lastContentEventNotification").isObject())
                .isTrue();
        int bytes = socket.frames.stream()
                .mapToInt(frame -> frame.toString().getBytes(StandardCharsets.UTF_8).length)
                .max()
                .orElseThrow();
        assertThat(bytes).isLessThan(4_000_000);
    }

    @Test
    void several_lists_are_told_of_each_by_its_own_filter() {
        String open = subscribed("{\"stage\":[\"OPEN\"]}");
        String closed = subscribed("{\"convState\":[\"CLOSE\"]}");
        String all = subscribed("{}");
        String surveys = subscribed("{\"dialogTypes\":[\"POST_SURVEY\"]}");

        String dialog = socket.open();
        List<String> opening = told();
        socket.change(dialog, CLOSE);
        List<String> closing = told();

        assertThat(opening).containsExactly(open + " UPSERT", all + " UPSERT");
        assertThat(closing).containsExactly(open + " DELETE", closed + " UPSERT", all + " UPSERT");
        assertThat(surveys).isNotEmpty();
    }

    @Test
    void a_delete_carries_the_conversation_as_it_is_now() {
        subscribed("{\"stage\":[\"OPEN\"]}");
        String dialog = socket.open();

        socket.change(dialog, CLOSE);

        assertThat(socket.details().path("stage").asText()).isEqualTo("CLOSE");
    }

    @Test
    void a_list_that_was_unsubscribed_is_told_nothing_more_and_cannot_be_again() {
        String gone = subscribed("{}");
        String stays = subscribed("{}");
        String body = "{\"subscriptionId\":\"" + gone + "\"}";

        JsonNode answer = socket.ask("cqm.UnsubscribeExConversations", body);
        JsonNode again = socket.ask("cqm.UnsubscribeExConversations", body);
        socket.open();

        assertThat(answer.path("body").asText()).isEqualTo("OK Unsubscribed successfully");
        assertThat(again.path("code").asInt()).isEqualTo(404);
        assertThat(told()).containsExactly(stays + " UPSERT");
    }

    @Test
    void a_window_of_last_updates_holds_what_was_updated_in_it() {
        String old = socket.open();
        socket.change(old, CLOSE);
        long between = rig.time.now().toEpochMilli() + 500;
        rig.time.advance(1_000);
        String young = socket.open();

        socket.list("{\"maxLastUpdatedTime\":" + between + "}");
        List<JsonNode> before = socket.upserts();
        socket.list("{\"minLastUpdatedTime\":" + between + "}");
        List<JsonNode> after = socket.upserts();

        assertThat(before).extracting(it -> it.at("/result/convId").asText()).containsExactly(old);
        assertThat(after).extracting(it -> it.at("/result/convId").asText()).containsExactly(young);
        assertThat(socket.list("{\"minLastUpdatedTime\":\"soon\"}").path("code").asInt())
                .isEqualTo(400);
    }

    @Test
    void a_survey_brings_a_conversation_into_a_list_of_surveys() {
        Rig.Socket able = rig.socket().announcing("MULTI_DIALOG");
        String dialog = able.open();
        rig.attend(dialog);
        able.list("{\"dialogTypes\":[\"POST_SURVEY\"]}");

        able.change(
                dialog,
                "{\"field\":\"DialogChange\",\"type\":\"UPDATE\",\"dialog\":{\"dialogId\":\"" + dialog
                        + "\",\"state\":\"CLOSE\"}}");

        assertThat(able.details().path("dialogs").size()).isEqualTo(2);
    }

    private String subscribed(String filter) {
        return socket.list(filter).at("/body/subscriptionId").asText();
    }

    /** Subscription and kind of every change since the last request. */
    private List<String> told() {
        return socket.frames.stream()
                .filter(frame -> frame.path("type").asText().startsWith("cqm.ExConv"))
                .map(frame -> frame.at("/body/subscriptionId").asText() + " "
                        + frame.at("/body/changes/0/type").asText())
                .distinct()
                .toList();
    }
}
