package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The identity service's doors over HTTP; GuardTest sees to who may knock. */
class LoginDoorsTest {
    private static final String API = "/api/account/10000001/";

    @RegisterExtension
    final Sandboxes sandboxes = new Sandboxes();

    private Sandbox sandbox;

    @BeforeEach
    void begin() {
        sandbox = sandboxes.start(SandboxOptions.inMemory().withAgent(Optional.empty()));
    }

    private JsonNode post(String path, String body) {
        return Talk.post(sandbox.port(), path, body);
    }

    private int status(String path, String body) {
        return RawHttp.status(
                sandbox.port(),
                "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + sandbox.port() + "\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body);
    }

    @Test
    void both_calls_of_flow_b_lead_to_a_socket() {
        String ext = post(API + "anonymous/authorize", "{}").path("token").asText();
        String jwt = post(API + "app/1001/authenticate?v=3.0", "{\"id_token\":\"" + ext + "\"}")
                .path("token")
                .asText();

        assertThat(sandboxes.keep(RawPeer.as(jwt, sandbox.port()))).isNotNull();
    }

    @Test
    void the_old_form_answers_with_a_jwt() {
        String jwt = post(API + "authenticate", "{\"authCode\":\"ann:1\"}")
                .path("jwt")
                .asText();

        assertThat(sandboxes.keep(RawPeer.as(jwt, sandbox.port()))).isNotNull();
    }

    @Test
    void a_refusal_has_a_code_of_the_services_own_and_does_not_repeat_what_was_sent() {
        JsonNode refusal = post(API + "authenticate", "{\"authCode\":\"canary\"}");

        assertThat(refusal.path("internalErrorCode").asText()).isEqualTo("40101");
        assertThat(refusal.toString()).doesNotContain("canary");
    }

    @Test
    void what_is_no_question_is_refused() {
        assertThat(status(API + "anonymous/authorize", "")).isEqualTo(400);
        assertThat(status(API + "anonymous/authorize", "[]")).isEqualTo(400);
        assertThat(status(API + "anonymous/authorize", "{")).isEqualTo(400);
        assertThat(status(API + "app/1001/authenticate", "{}")).isEqualTo(400);
        assertThat(status(API + "app/1001/authenticate?v=9", "{}")).isEqualTo(400);
        assertThat(status(API + "app/9/authenticate?v=3.0", "{}")).isEqualTo(404);
        assertThat(status("/api/account/2/anonymous/authorize", "{}")).isEqualTo(404);
        assertThat(status("/api/account/2/authenticate", "{}")).isEqualTo(404);
        assertThat(status(API + "authenticate", "{\"a\":\"" + "x".repeat(128_000) + "\"}"))
                .isEqualTo(413);
    }

    @Test
    void each_of_them_can_be_told_to_go_wrong() {
        Sandboxes.await(sandbox.faults().script("""
                        {"on":"authorize","do":["http:428"]}
                        {"on":"authenticate","do":["http:503"]}"""));

        assertThat(status(API + "anonymous/authorize", "{}")).isEqualTo(428);
        assertThat(status(API + "app/1001/authenticate?v=3.0", "{}")).isEqualTo(503);
        assertThat(status(API + "authenticate", "{}")).isEqualTo(503);
    }

    @Test
    void a_header_that_is_lost_on_the_way_leaves_a_socket_that_nobody_knows() {
        String jwt = Talk.signUp(sandbox.port());
        Sandboxes.await(sandbox.faults().script("{\"on\":\"upgrade\",\"do\":[\"no-header\"]}"));
        Talk talk = Talk.as(jwt, sandbox.port());

        talk.send("{\"kind\":\"req\",\"id\":\"1\",\"type\":\"cqm.SubscribeExConversations\",\"body\":{}}");

        JsonNode answer = talk.next();
        assertThat(answer.path("code").asInt()).isEqualTo(401);
        assertThat(answer.path("body").asText()).isEqualTo("Connection is not initialized");
    }
}
