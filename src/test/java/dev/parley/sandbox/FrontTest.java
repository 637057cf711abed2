package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, and what the front answers by itself. */
class FrontTest {
    @RegisterExtension
    final Sandboxes sandboxes = new Sandboxes();

    @TempDir
    Path temp;

    @Test
    void domains_are_looked_up_under_the_name_they_were_asked_for() throws IOException {
        int port = sandboxes.start(SandboxOptions.inMemory()).port();

        String all = Talk.get(port, "/api/account/10000001/service/baseURI.json?version=1.0")
                .body();
        String old = Talk.get(port, "/csdr/account/10000001/service/baseURI.json?version=1.0")
                .body();
        String one = Talk.get(port, "/api/account/10000001/service/idp/baseURI.json?version=1.0")
                .body();

        assertThat(old).isEqualTo(all);
        assertThat(all).contains("asyncMessagingEnt", "idp", "acCdnDomain", "parleySandbox");
        assertThat(one)
                .isEqualTo("{\"service\":\"idp\",\"account\":\"10000001\",\"baseURI\":\"127.0.0.1:" + port + "\"}");
    }

    @Test
    void other_accounts_services_and_paths_are_not_found() {
        int port = sandboxes.start(SandboxOptions.inMemory()).port();

        List<Integer> answers = Stream.of(
                        "/api/account/99999999/service/baseURI.json",
                        "/api/account/10000001/service/msgHist/baseURI.json",
                        "/api/account/10000001/configuration/le-users/users/nobody",
                        "/",
                        "/../etc/passwd")
                .map(path -> Talk.get(port, path).statusCode())
                .toList();

        assertThat(answers).containsOnly(404);
    }

    @Test
    void a_bad_token_is_refused_at_the_upgrade() {
        int port = sandboxes.start(SandboxOptions.inMemory()).port();

        assertThatThrownBy(() -> Talk.as(Talk.signUp(port) + "x", port))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(WebSocketHandshakeException.class)
                .satisfies(e -> assertThat(((WebSocketHandshakeException) e.getCause())
                                .getResponse()
                                .statusCode())
                        .isEqualTo(401));
    }

    @Test
    void a_socket_without_a_token_is_told_401_and_may_still_initialise() {
        int port = sandboxes.start(SandboxOptions.inMemory()).port();
        String jwt = Talk.signUp(port);
        Talk talk = Talk.to(port);

        talk.send("{\"kind\":\"req\",\"id\":\"1\",\"type\":\"GetClock\"}");
        talk.send("{\"kind\":\"req\",\"id\":\"2\",\"type\":\"cqm.SubscribeExConversations\",\"body\":{}}");
        talk.send("{\"kind\":\"req\",\"id\":\"3\",\"type\":\"InitConnection\",\"headers\":["
                + "{\"type\":\".ams.headers.ConsumerAuthentication\",\"jwt\":\"" + jwt + "\"}]}");

        assertThat(talk.next().path("body").path("currentTime").asLong()).isPositive();
        assertThat(talk.next().path("code").asInt()).isEqualTo(401);
        assertThat(talk.next().path("code").asInt()).isEqualTo(200);
    }

    @Test
    void a_bad_token_in_init_closes_with_4401() throws Exception {
        int port = sandboxes.start(SandboxOptions.inMemory()).port();
        Talk talk = Talk.to(port);

        talk.send("{\"kind\":\"req\",\"id\":\"3\",\"type\":\"InitConnection\",\"headers\":["
                + "{\"type\":\".ams.headers.ConsumerAuthentication\",\"jwt\":\"a.b.c\"}]}");

        assertThat(talk.closed.get(20, TimeUnit.SECONDS)).isEqualTo(4401);
    }

    @Test
    void a_frame_that_is_no_json_object_closes_with_1007() throws Exception {
        int port = sandboxes.start(SandboxOptions.inMemory()).port();
        Talk talk = Talk.as(Talk.signUp(port), port);

        talk.send("[1,2");

        assertThat(talk.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1007);
    }

    @Test
    void a_frame_beyond_4_mb_ends_only_its_own_connection() throws Exception {
        int port = sandboxes.start(SandboxOptions.inMemory()).port();
        String jwt = Talk.signUp(port);
        Talk talk = Talk.as(jwt, port);

        talk.send("x".repeat(4_100_000));

        assertThat(talk.closed.get(20, TimeUnit.SECONDS)).isIn(1006, 1009);
        Talk again = Talk.as(jwt, port);
        again.send("{\"kind\":\"req\",\"id\":\"1\",\"type\":\"GetClock\"}");
        assertThat(again.next().path("code").asInt()).isEqualTo(200);
    }

    @Test
    void a_foreign_host_or_origin_is_refused() {
        int port = sandboxes.start(SandboxOptions.inMemory()).port();
        String look = "/api/account/10000001/service/baseURI.json";

        assertThat(Talk.get(port, look, "Origin", "http://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(Talk.get(port, look, "Origin", "null").statusCode()).isEqualTo(403);
        assertThat(Talk.get(port, look, "Origin", "http://127.0.0.1:" + port).statusCode())
                .isEqualTo(200);
        assertThat(RawHttp.status(port, "GET " + look + " HTTP/1.1\r\nHost: rebound.example:" + port + "\r\n\r\n"))
                .isEqualTo(403);
        assertThat(RawHttp.status(port, "GET " + look + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n"))
                .isEqualTo(200);
    }

    @Test
    void an_embedded_sandbox_signs_up_only_who_has_its_key() {
        Sandbox sandbox = sandboxes.start(SandboxOptions.embedded(Optional.of(temp.resolve("state"))));
        String path = "/api/account/10000001/signup";
        HttpRequest.BodyPublisher nothing = HttpRequest.BodyPublishers.noBody();

        int without = Talk.send(sandbox.port(), path, new String[0], nothing).statusCode();
        int wrong = Talk.send(sandbox.port(), path, new String[] {"X-Parley-Key", "00"}, nothing)
                .statusCode();
        int saying = Talk.send(sandbox.port(), "/parley/agent/say", new String[0], nothing)
                .statusCode();
        String jwt = Talk.signUp(sandbox.port(), "X-Parley-Key", sandbox.key().orElseThrow());

        assertThat(List.of(without, wrong, saying)).containsOnly(403);
        assertThat(sandbox.key().orElseThrow()).hasSize(64);
        assertThat(Talk.as(jwt, sandbox.port()).open()).isNotEmpty();
    }

    @Test
    void a_ping_is_answered() throws Exception {
        Talk talk = Talk.to(sandboxes.start(SandboxOptions.inMemory()).port());

        assertThat(talk.ping("are you there").get(20, TimeUnit.SECONDS)).isEqualTo("are you there");
    }

    @Test
    void a_socket_that_never_shows_a_token_is_closed_with_4401() throws Exception {
        HeldTimers initTimer = new HeldTimers(5_000);
        Sandbox sandbox = sandboxes.start(
                SandboxOptions.inMemory().withAgent(Optional.empty()).withTime(initTimer.time()));
        Talk talk = Talk.to(sandbox.port());

        initTimer.fire();

        assertThat(talk.closed.get(20, TimeUnit.SECONDS)).isEqualTo(4401);
    }
}
