package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.faults.Quirk;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The doors through which the person at the keyboard has an agent act and bends the service. */
class ActDoorTest {
    private final HeldTimers timers = new HeldTimers(delay -> delay == 5_000 || delay == 7_000);
    private final Sandbox sandbox = Sandboxes.await(Sandbox.start(SandboxOptions.inMemory()
            .withAgent(Optional.empty())
            .withTime(timers.time())
            .withQuirks(Map.of(Quirk.SURVEY, "off"))));

    @AfterEach
    void end() {
        Sandboxes.close(sandbox);
    }

    private int act(String conversation, String more) {
        return Talk.send(
                        sandbox.port(),
                        "/parley/agent/act",
                        new String[0],
                        HttpRequest.BodyPublishers.ofString(
                                "{\"conversationId\":\"" + conversation + "\"," + more + "}"))
                .statusCode();
    }

    private JsonNode quirks(String lines) {
        return Talk.post(sandbox.port(), "/parley/quirks", lines);
    }

    private static String value(JsonNode answer, String name) {
        for (JsonNode quirk : answer.path("quirks")) {
            if (quirk.path("name").asText().equals(name)) {
                return quirk.path("value").asText();
            }
        }
        return "";
    }

    @Test
    void a_file_is_given_with_the_act_that_sends_it() {
        Talk talk = Talk.as(Talk.signUp(sandbox.port()), sandbox.port());
        String dialog = talk.open();

        int status = act(
                dialog,
                "\"act\":{\"act\":\"send file\",\"name\":\"n\",\"fileType\":\"TXT\",\"caption\":\"c\"},\"file\":\"aGVsbG8=\"");

        JsonNode message = talk.event(
                        change -> change.at("/event/contentType").asText().equals("hosted/file"))
                .at("/event/message");
        assertThat(status).isEqualTo(200);
        assertThat(message.path("relativePath").asText()).endsWith(".TXT");
    }

    @Test
    void what_cannot_be_done_is_said() {
        Talk talk = Talk.as(Talk.signUp(sandbox.port()), sandbox.port());
        String dialog = talk.open();

        assertThat(act("none", "\"act\":{\"act\":\"end\"}")).isEqualTo(404);
        assertThat(act(dialog, "\"act\":{\"act\":\"dance\"}")).isEqualTo(400);
        assertThat(act(dialog, "\"act\":null")).isEqualTo(400);
        assertThat(act(dialog, "\"act\":{\"act\":\"publish\",\"event\":{\"type\":\"Dance\"}}"))
                .isEqualTo(400);
        assertThat(act(dialog, "\"act\":{\"act\":\"send file\",\"fileType\":\"TXT\"}"))
                .isEqualTo(400);
        assertThat(act(dialog, "\"act\":{\"act\":\"end\"}")).isEqualTo(200);
        assertThat(act(dialog, "\"act\":{\"act\":\"end\"}")).isEqualTo(400);
    }

    @Test
    void quirks_are_set_told_and_cleared_at_their_door() {
        JsonNode set = quirks("rate=5\norder\n");
        JsonNode bad = quirks("echo=late\ndance");
        JsonNode told = Talk.post(sandbox.port(), "/parley/quirks", "");

        assertThat(value(set, "rate")).isEqualTo("5");
        assertThat(value(set, "order")).isEqualTo("news-first");
        assertThat(value(set, "survey")).as("from the start").isEqualTo("off");
        assertThat(bad.path("error").asText()).isEqualTo("there is no quirk \"dance\"");
        assertThat(value(told, "echo")).isEqualTo("prompt");
        assertThat(Talk.get(sandbox.port(), "/parley/quirks").body()).contains("\"value\":\"news-first\"");
    }

    @Test
    void a_socket_that_shows_no_token_is_closed_with_the_code_of_the_quirk() {
        Sandboxes.await(sandbox.quirks("no-init=4407"));
        Talk talk = Talk.to(sandbox.port());

        timers.fire();

        assertThat(talk.closed.join()).isEqualTo(4407);
    }

    @Test
    void a_socket_that_is_silent_for_too_long_is_closed() {
        String jwt = Talk.signUp(sandbox.port());
        Sandboxes.await(sandbox.quirks("idle=7"));
        Talk talk = Talk.as(jwt, sandbox.port());

        timers.fire();

        assertThat(talk.closed.join()).isEqualTo(1001);
    }

    @Test
    void features_may_be_announced_by_a_header() {
        String jwt = Talk.signUp(sandbox.port());
        Sandboxes.await(sandbox.quirks("survey=on"));
        Talk talk = Talk.to(
                sandbox.port(),
                "Authorization",
                "jwt " + jwt,
                "Client-Properties",
                "{\"type\":\".ClientProperties\",\"features\":[\"MULTI_DIALOG\"]}");
        String dialog = talk.open();
        act(dialog, "\"act\":{\"act\":\"say\",\"text\":\"hello\",\"choices\":[]}");

        talk.send("{\"kind\":\"req\",\"id\":\"l\",\"type\":\"cqm.SubscribeExConversations\"}");
        act(dialog, "\"act\":{\"act\":\"close\"}");

        JsonNode closed = talk.until(frame -> frame.at("/body/changes/0/result/conversationDetails/state")
                .asText()
                .equals("CLOSE"));
        assertThat(closed.at("/body/changes/0/result/conversationDetails/dialogs")
                        .size())
                .isEqualTo(2);
    }
}
