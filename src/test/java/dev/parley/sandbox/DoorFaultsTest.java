package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.faults.FaultScript;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the verbs do at upgrade, domains and signup, on new sockets, and the door that takes rules. */
class DoorFaultsTest {
    private static final String DOMAINS = "/api/account/10000001/service/baseURI.json";

    @RegisterExtension
    final Sandboxes sandboxes = new Sandboxes();

    @TempDir
    Path temp;

    private Sandbox sandbox;
    private String jwt;

    @BeforeEach
    void begin() {
        sandbox = sandboxes.start(SandboxOptions.inMemory().withAgent(Optional.empty()));
        jwt = Talk.signUp(sandbox.port());
    }

    private void fault(String on, String verbs) {
        Sandboxes.await(sandbox.faults()
                .script("{\"on\":\"" + on + "\",\"nth\":1,\"do\":[\"" + verbs.replace(",", "\",\"") + "\"]}"));
    }

    private RawPeer knock() {
        return sandboxes.keep(RawPeer.saying(sandbox.port(), RawPeer.upgrade(sandbox.port(), RawPeer.bearing(jwt))));
    }

    @Test
    void an_upgrade_is_refused_with_each_status_and_let_through_the_next_time() {
        List<Integer> seen = new ArrayList<>();
        for (int status : List.of(400, 401, 403, 404, 429, 500, 502, 503)) {
            fault("upgrade", "http:" + status);
            seen.add(knock().status());
        }

        assertThat(seen).containsExactly(400, 401, 403, 404, 429, 500, 502, 503);
        assertThat(knock().status()).isEqualTo(101);
    }

    @Test
    void a_captive_portal_answers_in_place_of_the_service() {
        fault("upgrade", "http:200-html");
        String page = knock().rest();
        fault("upgrade", "http:302");
        String elsewhere = knock().rest();

        assertThat(page)
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("content-type: text/html")
                .contains("<title>");
        assertThat(elsewhere).startsWith("HTTP/1.1 302").containsIgnoringCase("location: http://portal.invalid/");
    }

    @Test
    void an_upgrade_is_answered_with_garbage_cut_or_reset() {
        fault("upgrade", "malformed");
        assertThat(knock().rest()).contains("this is not HTTP").doesNotContain("HTTP/1.1");

        fault("upgrade", "close:1006");
        assertThat(knock().rest()).isEmpty();

        fault("upgrade", "rst");
        assertThat(knock().end()).isEqualTo(RawPeer.End.RST);
    }

    @Test
    void a_delayed_upgrade_is_overtaken_and_works_in_the_end() {
        fault("upgrade", "delay:100");
        RawPeer slow = knock();

        assertThat(knock().status()).isEqualTo(101);
        assertThat(slow.status()).isEqualTo(101);
        assertThat(slow.open()).isNotEmpty();
    }

    @Test
    void a_stalled_upgrade_stays_up_and_unanswered() {
        fault("upgrade", "stall");
        RawPeer stalled = knock();

        assertThat(knock().status()).isEqualTo(101);
        assertThat(stalled.isSilent()).isTrue();
    }

    @Test
    void a_token_expires_at_the_very_door() {
        fault("upgrade", "expire-jwt");

        assertThat(knock().status()).isEqualTo(401);
        assertThat(knock().status()).isEqualTo(401);
    }

    @Test
    void domains_and_sign_up_fail_on_their_own() {
        fault("domains", "http:503");
        fault("signup", "http:429");
        HttpRequest.BodyPublisher nothing = HttpRequest.BodyPublishers.noBody();
        String signUp = "/api/account/10000001/signup";

        List<Integer> seen = List.of(
                Talk.get(sandbox.port(), DOMAINS).statusCode(),
                Talk.get(sandbox.port(), DOMAINS).statusCode(),
                Talk.send(sandbox.port(), signUp, new String[0], nothing).statusCode(),
                Talk.send(sandbox.port(), signUp, new String[0], nothing).statusCode());

        assertThat(seen).containsExactly(503, 200, 429, 200);
    }

    @Test
    void a_handshake_may_be_followed_by_the_end() {
        fault("socket", "close:4401");

        RawPeer peer = RawPeer.as(jwt, sandbox.port());

        assertThat(sandboxes.keep(peer).next().closeCode()).isEqualTo(4401);
        assertThat(sandboxes.keep(RawPeer.as(jwt, sandbox.port())).open()).isNotEmpty();
    }

    private HttpResponse<String> ask(String method, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + sandbox.port() + "/parley/faults"))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return Talk.HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void rules_are_posted_read_and_deleted() throws Exception {
        String rule = "{\"on\":\"upgrade\",\"do\":[\"http:502\"]}";

        assertThat(ask("POST", "# both\n" + rule + "\n{\"on\":\"signup\",\"do\":[\"rst\"]}\n")
                        .statusCode())
                .isEqualTo(200);
        assertThat(knock().status()).isEqualTo(502);
        JsonNode told = Talk.JSON.readTree(ask("GET", "").body());
        assertThat(told.at("/rules/0/rule").asText()).isEqualTo(rule);
        assertThat(told.at("/rules/0/struck").asInt()).isEqualTo(1);
        assertThat(told.at("/seen/upgrade").asInt()).isEqualTo(1);
        assertThat(told.path("rules")).hasSize(2);

        ask("DELETE", "");
        assertThat(knock().status()).isEqualTo(101);
    }

    @Test
    void of_a_script_with_a_bad_line_nothing_comes_into_force() {
        HttpResponse<String> answer =
                ask("POST", "{\"on\":\"upgrade\",\"do\":[\"http:502\"]}\n{\"on\":\"upgrade\",\"do\":[\"expode\"]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("{\"error\":\"line 2: there is no verb \\\"expode\\\"\"}");
        assertThat(knock().status()).isEqualTo(101);
    }

    @Test
    void an_embedded_sandbox_takes_rules_from_who_has_its_key() {
        sandbox = sandboxes.start(SandboxOptions.embedded(Optional.of(temp.resolve("state"))));
        String key = sandbox.key().orElseThrow();

        for (String method : List.of("POST", "GET", "DELETE")) {
            assertThat(ask(method, "").statusCode()).isEqualTo(403);
            assertThat(ask(method, "", "X-Parley-Key", key.replace(key.charAt(0), 'x'))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(ask(method, "", "X-Parley-Key", key).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void rules_given_at_the_start_are_in_force_for_the_first_who_comes() throws Exception {
        sandbox = sandboxes.start(SandboxOptions.inMemory()
                .withFaults(FaultScript.read("", "{\"on\":\"domains\",\"do\":[\"http:500\"]}")));

        assertThat(Talk.get(sandbox.port(), DOMAINS).statusCode()).isEqualTo(500);
    }

    @Test
    void a_burst_is_asked_for_by_whoever_may_speak_as_the_agent() {
        RawPeer peer = sandboxes.keep(RawPeer.as(jwt, sandbox.port()));
        String dialog = peer.open();
        String body = "{\"conversationId\":\"" + dialog + "\",\"count\":3,\"perSecond\":1000}";

        JsonNode answer = Talk.post(sandbox.port(), "/parley/agent/burst", body);

        assertThat(answer.path("count").asInt()).isEqualTo(3);
        peer.nextJson(
                frame -> frame.at("/body/changes/0/event/message").asText().equals("burst 3 of 3"));
        assertThat(Talk.post(sandbox.port(), "/parley/agent/burst", body.replace(":3", ":0"))
                        .path("error")
                        .asText())
                .startsWith("count is 1 to");
        assertThat(Talk.post(sandbox.port(), "/parley/agent/burst", "{\"conversationId\":\"x\",\"count\":3}")
                        .path("error")
                        .asText())
                .isEqualTo("Conversation not found");
    }
}
