package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.time.VertxTime;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole sandbox over real sockets and a real folder. */
class SandboxTest {
    @TempDir
    Path temp;

    private final List<Sandbox> running = new ArrayList<>();

    @AfterEach
    void end() {
        running.forEach(SandboxTest::close);
    }

    private Sandbox start(SandboxOptions options) {
        Sandbox sandbox =
                Sandbox.start(options).toCompletionStage().toCompletableFuture().join();
        running.add(sandbox);
        return sandbox;
    }

    private static void close(Sandbox sandbox) {
        sandbox.close().toCompletionStage().toCompletableFuture().join();
    }

    private SandboxOptions kept() {
        return SandboxOptions.alone(0, temp.resolve("state")).withPace(0);
    }

    @Test
    void domains_are_looked_up_under_the_name_they_were_asked_for() throws IOException {
        int port = start(SandboxOptions.inMemory()).port();

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
        int port = start(SandboxOptions.inMemory()).port();

        List<Integer> answers = Stream.of(
                        "/api/account/99999999/service/baseURI.json",
                        "/api/account/10000001/service/swift/baseURI.json",
                        "/api/account/10000001/configuration/le-users/users/nobody",
                        "/",
                        "/../etc/passwd")
                .map(path -> Talk.get(port, path).statusCode())
                .toList();

        assertThat(answers).containsOnly(404);
    }

    @Test
    void a_bad_token_is_refused_at_the_upgrade() {
        int port = start(SandboxOptions.inMemory()).port();

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
        int port = start(SandboxOptions.inMemory()).port();
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
        int port = start(SandboxOptions.inMemory()).port();
        Talk talk = Talk.to(port);

        talk.send("{\"kind\":\"req\",\"id\":\"3\",\"type\":\"InitConnection\",\"headers\":["
                + "{\"type\":\".ams.headers.ConsumerAuthentication\",\"jwt\":\"a.b.c\"}]}");

        assertThat(talk.closed.get(20, TimeUnit.SECONDS)).isEqualTo(4401);
    }

    @Test
    void a_frame_that_is_no_json_object_closes_with_1007() throws Exception {
        int port = start(SandboxOptions.inMemory()).port();
        Talk talk = Talk.as(Talk.signUp(port), port);

        talk.send("[1,2");

        assertThat(talk.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1007);
    }

    @Test
    void a_frame_beyond_4_mb_ends_only_its_own_connection() throws Exception {
        int port = start(SandboxOptions.inMemory()).port();
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
        int port = start(SandboxOptions.inMemory()).port();
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
        Sandbox sandbox = start(SandboxOptions.embedded(temp.resolve("state")));
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
    void the_person_speaks_as_the_agent() {
        int port = start(SandboxOptions.inMemory().withAgent(Optional.empty())).port();
        Talk talk = Talk.as(Talk.signUp(port), port);
        String conversation = talk.open();
        talk.say(conversation, "anybody?");

        JsonNode answer =
                Talk.post(port, "/parley/agent/say", "{\"conversationId\":\"" + conversation + "\",\"text\":\"me\"}");

        assertThat(answer.path("sequence").asLong()).isEqualTo(2);
        JsonNode read = talk.event(
                change -> change.path("event").path("status").asText().equals("READ"));
        assertThat(read.at("/event/sequenceList/0").asLong()).isZero();
        assertThat(talk.said("me").at("/originatorMetadata/role").asText()).isEqualTo("ASSIGNED_AGENT");
    }

    @Test
    void the_person_as_agent_is_told_what_is_wrong() {
        int port = start(SandboxOptions.inMemory()).port();

        JsonNode unknown = Talk.post(port, "/parley/agent/say", "{\"conversationId\":\"none\",\"text\":\"me\"}");
        JsonNode broken = Talk.post(port, "/parley/agent/say", "{");

        assertThat(unknown.path("error").asText()).isEqualTo("Conversation not found");
        assertThat(broken.path("error").asText()).isEqualTo("Body is not JSON");
    }

    @Test
    void after_a_restart_token_conversations_and_sequences_go_on() {
        Sandbox first = start(kept());
        String jwt = Talk.signUp(first.port());
        Talk talk = Talk.as(jwt, first.port());
        String conversation = talk.open();
        talk.say(conversation, "remember me");
        JsonNode answer = talk.said("You said: remember me");
        close(first);

        Sandbox second = start(kept());
        Talk again = Talk.as(jwt, second.port());
        again.listen(conversation, 0);
        JsonNode history = again.next().path("body").path("changes");
        again.say(conversation, "once more");

        List<Long> sequences = new ArrayList<>();
        history.forEach(change -> sequences.add(change.path("sequence").asLong()));
        assertThat(sequences)
                .startsWith(0L, 1L, 2L)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains(answer.path("sequence").asLong());
        assertThat(again.answerTo("s1").path("body").path("sequence").asLong())
                .isEqualTo(sequences.get(sequences.size() - 1) + 1);
    }

    @Test
    void whatever_was_answered_200_is_in_a_copy_of_the_folder_taken_at_that_moment() throws IOException {
        Sandbox first = start(kept().withAgent(Optional.empty()));
        String jwt = Talk.signUp(first.port());
        Talk talk = Talk.as(jwt, first.port());
        String conversation = talk.open();
        for (int i = 0; i < 20; i++) {
            talk.say(conversation, "line " + i);
            talk.answerTo("s1");
        }
        Path copy = temp.resolve("copy");
        copy(temp.resolve("state"), copy);

        Sandbox second = start(SandboxOptions.alone(0, copy).withPace(0).withAgent(Optional.empty()));
        Talk again = Talk.as(jwt, second.port());
        again.listen(conversation, 0);

        assertThat(again.next().path("body").path("changes")).hasSize(20);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void fresh_begins_anew_with_another_key() {
        Sandbox first = start(kept());
        String jwt = Talk.signUp(first.port());
        close(first);

        Sandbox second = start(kept().withFresh(true));

        assertThatThrownBy(() -> Talk.as(jwt, second.port())).hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void a_second_sandbox_on_the_same_folder_is_refused_with_the_process_named() {
        start(kept());

        assertThatThrownBy(() -> start(kept()))
                .hasCauseInstanceOf(SandboxRefused.class)
                .satisfies(
                        e -> assertThat(((SandboxRefused) e.getCause()).why()).isEqualTo(SandboxRefused.Why.IN_USE))
                .hasMessageContaining("process " + ProcessHandle.current().pid());
    }

    @Test
    void a_taken_port_is_refused_with_a_sentence_and_frees_the_folder() {
        int taken = start(SandboxOptions.inMemory()).port();

        assertThatThrownBy(() -> start(SandboxOptions.alone(taken, temp.resolve("state"))))
                .hasCauseInstanceOf(SandboxRefused.class)
                .hasMessageContaining("Port " + taken + " on 127.0.0.1 cannot be used");
        assertThat(start(kept()).port()).isPositive();
    }

    @Test
    void thirty_consumers_at_once_are_each_answered_once_and_in_order() {
        int port = start(kept()).port();
        List<Talk> talks = new ArrayList<>();
        List<String> conversations = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Talk talk = Talk.as(Talk.signUp(port), port);
            talks.add(talk);
            conversations.add(talk.open());
        }

        for (int i = 0; i < 30; i++) {
            talks.get(i).say(conversations.get(i), "hello");
            talks.get(i).say(conversations.get(i), "last one");
        }

        for (Talk talk : talks) {
            List<String> answers = new ArrayList<>();
            while (answers.isEmpty() || !answers.get(answers.size() - 1).endsWith("last one")) {
                answers.add(
                        talk.said("You said: ").path("event").path("message").asText());
            }
            assertThat(answers).hasSize(2);
            assertThat(answers.get(0)).endsWith("You said: hello");
        }
    }

    @Test
    void faults_close_sockets_and_refuse_upgrades() throws Exception {
        Sandbox sandbox = start(SandboxOptions.inMemory());
        String jwt = Talk.signUp(sandbox.port());
        Talk closed = Talk.as(jwt, sandbox.port());
        closed.open();
        sandbox.faults().close(4407, "Identity token is invalid");
        assertThat(closed.closed.get(20, TimeUnit.SECONDS)).isEqualTo(4407);

        sandbox.faults().refuse(502);
        assertThatThrownBy(() -> Talk.as(jwt, sandbox.port()))
                .satisfies(e -> assertThat(((WebSocketHandshakeException) e.getCause())
                                .getResponse()
                                .statusCode())
                        .isEqualTo(502));
    }

    @Test
    void a_muted_sandbox_answers_when_it_is_unmuted() {
        Sandbox sandbox = start(SandboxOptions.inMemory());
        Talk talk = Talk.as(Talk.signUp(sandbox.port()), sandbox.port());
        sandbox.faults().mute();
        talk.send("{\"kind\":\"req\",\"id\":\"m\",\"type\":\"GetClock\"}");

        sandbox.faults().unmute();

        assertThat(talk.answerTo("m").path("code").asInt()).isEqualTo(200);
    }

    @Test
    void closing_tells_the_clients_and_frees_the_port() throws Exception {
        Sandbox sandbox = start(SandboxOptions.inMemory());
        int port = sandbox.port();
        Talk talk = Talk.as(Talk.signUp(port), port);
        talk.open();

        close(sandbox);

        assertThat(talk.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1001);
        assertThat(start(new SandboxOptions(
                                port,
                                Optional.empty(),
                                Optional.empty(),
                                0,
                                false,
                                false,
                                false,
                                "10000001",
                                VertxTime::new))
                        .port())
                .isEqualTo(port);
    }
}
