package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Logged;
import java.io.IOException;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole sandbox over real sockets and a real folder. */
class SandboxTest {
    @RegisterExtension
    final Sandboxes sandboxes = new Sandboxes();

    @TempDir
    Path temp;

    private SandboxOptions kept() {
        return SandboxOptions.alone(0, temp.resolve("state")).withPace(0);
    }

    @Test
    void the_person_speaks_as_the_agent() {
        int port = sandboxes
                .start(SandboxOptions.inMemory().withAgent(Optional.empty()))
                .port();
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
    void its_start_and_who_comes_and_goes_are_logged_without_a_token() throws Exception {
        try (Logged own = new Logged(Sandbox.class);
                Logged door = new Logged(Class.forName("dev.parley.sandbox.wire.Socket"))) {
            Sandbox sandbox = sandboxes.start(SandboxOptions.inMemory());
            String token = Talk.signUp(sandbox.port());
            Talk.as(token, sandbox.port()).open();
            sandbox.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);

            assertThat(own.lines())
                    .singleElement()
                    .asString()
                    .isEqualTo("INFO the sandbox serves account 10000001 on 127.0.0.1:" + sandbox.port()
                            + " with 0 conversations kept");
            assertThat(door.lines()).first().asString().startsWith("FINE in: ");
            assertThat(door.lines()).noneMatch(line -> line.contains(token));
        }
    }

    @Test
    void the_person_as_agent_is_told_what_is_wrong() {
        int port = sandboxes.start(SandboxOptions.inMemory()).port();

        JsonNode unknown = Talk.post(port, "/parley/agent/say", "{\"conversationId\":\"none\",\"text\":\"me\"}");
        JsonNode broken = Talk.post(port, "/parley/agent/say", "{");

        assertThat(unknown.path("error").asText()).isEqualTo("Conversation not found");
        assertThat(broken.path("error").asText()).isEqualTo("Body is not JSON");
    }

    @Test
    void after_a_restart_token_conversations_and_sequences_go_on() {
        Sandbox first = sandboxes.start(kept());
        String jwt = Talk.signUp(first.port());
        Talk talk = Talk.as(jwt, first.port());
        String conversation = talk.open();
        talk.say(conversation, "remember me");
        JsonNode answer = talk.said("You said: remember me");
        Sandboxes.close(first);

        Sandbox second = sandboxes.start(kept());
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
        Sandbox first = sandboxes.start(kept().withAgent(Optional.empty()));
        String jwt = Talk.signUp(first.port());
        Talk talk = Talk.as(jwt, first.port());
        String conversation = talk.open();
        for (int i = 0; i < 20; i++) {
            talk.say(conversation, "line " + i);
            talk.answerTo("s1");
        }
        Path copy = temp.resolve("copy");
        copy(temp.resolve("state"), copy);

        Sandbox second =
                sandboxes.start(SandboxOptions.alone(0, copy).withPace(0).withAgent(Optional.empty()));
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
        Sandbox first = sandboxes.start(kept());
        String jwt = Talk.signUp(first.port());
        Sandboxes.close(first);

        Sandbox second = sandboxes.start(kept().withFresh(true));

        assertThatThrownBy(() -> Talk.as(jwt, second.port())).hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void a_second_sandbox_on_the_same_folder_is_refused_with_the_process_named() {
        sandboxes.start(kept());

        assertThatThrownBy(() -> sandboxes.start(kept()))
                .hasCauseInstanceOf(SandboxRefused.class)
                .satisfies(
                        e -> assertThat(((SandboxRefused) e.getCause()).why()).isEqualTo(SandboxRefused.Why.IN_USE))
                .hasMessageContaining("process " + ProcessHandle.current().pid());
    }

    @Test
    void a_taken_port_is_refused_with_a_sentence_and_frees_the_folder() {
        int taken = sandboxes.start(SandboxOptions.inMemory()).port();

        assertThatThrownBy(() -> sandboxes.start(SandboxOptions.alone(taken, temp.resolve("state"))))
                .hasCauseInstanceOf(SandboxRefused.class)
                .hasMessageContaining("Port " + taken + " on 127.0.0.1 cannot be used");
        assertThat(sandboxes.start(kept()).port()).isPositive();
    }

    @Test
    void thirty_consumers_at_once_are_each_answered_once_and_in_order() {
        int port = sandboxes.start(kept()).port();
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
        Sandbox sandbox = sandboxes.start(SandboxOptions.inMemory());
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
        Sandbox sandbox = sandboxes.start(SandboxOptions.inMemory());
        Talk talk = Talk.as(Talk.signUp(sandbox.port()), sandbox.port());
        sandbox.faults().mute();
        talk.send("{\"kind\":\"req\",\"id\":\"m\",\"type\":\"GetClock\"}");

        sandbox.faults().unmute();

        assertThat(talk.answerTo("m").path("code").asInt()).isEqualTo(200);
    }

    @Test
    void an_embedded_sandbox_without_a_usable_folder_runs_and_says_that_it_keeps_nothing() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "in the way");
        try (Logged own = new Logged(Sandbox.class)) {
            Sandbox sandbox = sandboxes.start(SandboxOptions.embedded(Optional.of(file.resolve("state"))));

            String sentence = sandbox.keepsNothing().orElseThrow();
            assertThat(sentence)
                    .startsWith("The sandbox cannot use its folder " + file.resolve("state"))
                    .endsWith("what is said is gone when it ends");
            assertThat(own.lines()).contains("WARNING " + sentence);
            String jwt =
                    Talk.signUp(sandbox.port(), "X-Parley-Key", sandbox.key().orElseThrow());
            assertThat(Talk.as(jwt, sandbox.port()).open()).isNotEmpty();
        }
    }

    @Test
    void with_a_folder_it_keeps_what_is_said() {
        assertThat(sandboxes.start(kept()).keepsNothing()).isEmpty();
    }

    @Test
    void a_sandbox_alone_does_not_run_without_its_folder() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "in the way");

        assertThatThrownBy(() -> sandboxes.start(SandboxOptions.alone(0, file.resolve("state"))))
                .hasCauseInstanceOf(SandboxRefused.class)
                .hasMessageContaining("cannot use its folder");
    }

    @Test
    void a_client_that_does_not_read_is_sent_away_and_its_backlog_with_it() {
        HeldTimers leave = new HeldTimers(3_000);
        Sandbox sandbox = sandboxes.start(
                SandboxOptions.inMemory().withAgent(Optional.empty()).withTime(leave.time()));
        String jwt = Talk.signUp(sandbox.port());
        RawPeer watching = sandboxes.keep(RawPeer.as(jwt, sandbox.port()));
        String dialog = watching.open();
        RawPeer deaf = sandboxes.keep(RawPeer.as(jwt, sandbox.port()));
        deaf.listen(dialog, 0);
        Sandboxes.await(sandbox.faults().script("{\"on\":\"GetClock\",\"times\":6,\"do\":[\"huge:19000000\"]}"));

        for (int i = 0; i < 6; i++) {
            deaf.ask("g" + i, "GetClock", "{}");
        }
        leave.fire();

        JsonNode gone = watching.nextJson(
                frame -> frame.at("/body/changes/0/event/chatState").asText().equals("BACKGROUND"));
        assertThat(gone.at("/body/changes/0/dialogId").asText()).isEqualTo(dialog);
        assertThat(watching.untilClock()).isEmpty();
    }

    @Test
    void closing_tells_the_clients_and_frees_the_port() throws Exception {
        Sandbox sandbox = sandboxes.start(SandboxOptions.inMemory());
        int port = sandbox.port();
        Talk talk = Talk.as(Talk.signUp(port), port);
        talk.open();

        Sandboxes.close(sandbox);

        assertThat(talk.closed.get(20, TimeUnit.SECONDS)).isEqualTo(1001);
        assertThat(sandboxes.start(SandboxOptions.inMemory().withPort(port)).port())
                .isEqualTo(port);
    }
}
