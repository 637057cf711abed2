package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the verbs on requests do, seen from the bytes at one end and from the ledger at the other. */
class RequestFaultsTest {
    @RegisterExtension
    final Sandboxes sandboxes = new Sandboxes();

    @TempDir
    Path temp;

    private Sandbox sandbox;
    private String jwt;
    private RawPeer peer;
    private String dialog;

    @BeforeEach
    void begin() {
        sandbox = sandboxes.start(
                SandboxOptions.alone(0, temp.resolve("state")).withPace(0).withAgent(Optional.empty()));
        jwt = Talk.signUp(sandbox.port());
        peer = another();
        dialog = peer.open();
    }

    private RawPeer another() {
        return sandboxes.keep(RawPeer.as(jwt, sandbox.port()));
    }

    private void fault(String on, String verbs) {
        Sandboxes.await(sandbox.faults()
                .script("{\"on\":\"" + on + "\",\"nth\":1,\"do\":[\"" + verbs.replace(",", "\",\"") + "\"]}"));
    }

    /** The texts in the ledger's file at this moment. */
    private List<String> onDisk() throws Exception {
        return LedgerCheck.of(temp.resolve("state")).taken().stream()
                .filter(it -> it.kind().equals("ContentEvent"))
                .map(LedgerCheck.Taken::text)
                .toList();
    }

    @Test
    void a_commit_whose_answer_is_dropped_and_whose_link_is_cut_is_on_disk_when_the_link_ends() throws Exception {
        fault("ms.PublishEvent", "commit,drop-response,close:1006");

        peer.say("s", dialog, "hello");

        assertThat(peer.rest()).doesNotContain("\"reqId\":\"s\"");
        assertThat(onDisk()).containsExactly("hello");
    }

    @Test
    void a_dropped_request_is_neither_taken_in_nor_answered_and_the_link_stays() throws Exception {
        fault("ms.PublishEvent", "drop-request");

        peer.say("s", dialog, "hello");

        assertThat(peer.untilClock()).isEmpty();
        assertThat(onDisk()).isEmpty();
    }

    @Test
    void a_link_cut_before_the_commit_ends_without_a_close_frame_and_nothing_is_taken_in() throws Exception {
        fault("ms.PublishEvent", "close:1006");

        peer.say("s", dialog, "hello");

        assertThat(peer.rest()).isEmpty();
        assertThat(onDisk()).isEmpty();
    }

    @Test
    void a_late_commit_comes_when_the_link_is_long_gone() throws Exception {
        RawPeer other = another();
        other.listen(dialog, 0);
        fault("ms.PublishEvent", "close:1006,delay:50,commit");

        peer.say("s", dialog, "hello");

        assertThat(peer.rest()).isEmpty();
        JsonNode echo = other.nextJson(
                frame -> frame.at("/body/changes/0/event/message").asText().equals("hello"));
        assertThat(echo.at("/body/changes/0/sequence").asInt()).isZero();
        assertThat(onDisk()).containsExactly("hello");
    }

    @Test
    void a_dropped_response_leaves_the_echo() {
        fault("ms.PublishEvent", "drop-response");

        peer.say("s", dialog, "hello");

        assertThat(peer.untilClock())
                .noneMatch(frame -> frame.path("reqId").asText().equals("s"))
                .anyMatch(frame ->
                        frame.at("/body/changes/0/event/message").asText().equals("hello"));
    }

    @Test
    void a_delayed_request_is_overtaken_and_answered_in_the_end() {
        fault("ms.PublishEvent", "delay:100");

        peer.say("s", dialog, "hello");

        assertThat(peer.untilClock()).isEmpty();
        assertThat(peer.answer("s").path("code").asInt()).isEqualTo(200);
    }

    @Test
    void a_delayed_answer_comes_after_the_echo_of_what_was_committed_at_once() {
        fault("ms.PublishEvent", "commit,delay:100");

        peer.say("s", dialog, "hello");

        assertThat(peer.untilClock())
                .anyMatch(frame ->
                        frame.at("/body/changes/0/event/message").asText().equals("hello"));
        assertThat(peer.answer("s").path("code").asInt()).isEqualTo(200);
    }

    @Test
    void a_reordered_answer_comes_right_behind_the_next_frame() {
        fault("ms.PublishEvent", "reorder");

        peer.say("s", dialog, "hello");

        assertThat(peer.next().json().at("/body/changes/0/event/message").asText())
                .isEqualTo("hello");
        assertThat(peer.next().json().path("reqId").asText()).isEqualTo("s");
    }

    @Test
    void answers_are_doubled_misaddressed_and_adorned() {
        fault("GetClock", "duplicate,wrong-reqId,extra-fields,unknown-type");

        peer.ask("g", "GetClock", "{}");

        JsonNode first = peer.next().json();
        JsonNode second = peer.next().json();
        assertThat(second).isEqualTo(first);
        assertThat(first.path("reqId").asText()).hasSize(36);
        assertThat(first.path("type").asText()).isEqualTo("parley.UnheardOf");
        assertThat(first.path("parleyUnheardOf").isObject()).isTrue();
        assertThat(first.at("/body/parleyUnheardOf").isObject()).isTrue();
        assertThat(first.at("/body/currentTime").asLong()).isPositive();
    }

    @Test
    void a_malformed_answer_is_no_json_and_the_next_one_is() {
        fault("GetClock", "malformed");

        peer.ask("g", "GetClock", "{}");
        String broken = peer.next().text();

        assertThat(broken).startsWith("{\"kind\":\"resp\"").doesNotEndWith("}");
        assertThat(peer.untilClock()).isEmpty();
    }

    @Test
    void a_huge_answer_is_one_frame_of_that_size() {
        fault("GetClock", "huge:5000000");

        peer.ask("g", "GetClock", "{}");
        RawPeer.Seen frame = peer.next();

        assertThat(frame.last()).isTrue();
        assertThat(frame.payload().length).isBetween(5_000_000, 5_001_000);
    }

    @Test
    void an_error_code_in_place_of_the_answer_takes_nothing_in() throws Exception {
        fault("ms.PublishEvent", "http:429");

        peer.say("s", dialog, "hello");

        assertThat(peer.answer("s").path("code").asInt()).isEqualTo(429);
        assertThat(onDisk()).isEmpty();
    }

    @Test
    void an_error_code_behind_a_commit_hides_that_it_was_taken_in() throws Exception {
        fault("ms.PublishEvent", "commit,http:500");

        peer.say("s", dialog, "hello");

        assertThat(peer.answer("s").path("code").asInt()).isEqualTo(500);
        assertThat(onDisk()).containsExactly("hello");
    }

    @Test
    void a_reset_is_a_reset() {
        fault("GetClock", "rst");

        peer.ask("g", "GetClock", "{}");

        assertThat(peer.end()).isEqualTo(RawPeer.End.RST);
    }

    @Test
    void close_codes_and_reasons_arrive_as_written() {
        List<String> seen = new ArrayList<>();
        for (String code :
                List.of("1000", "1001", "1009", "1011", "1012", "1013", "3000", "4401:Identity \\u001b[2J", "4999")) {
            fault("GetClock", "close:" + code);
            RawPeer fresh = another();
            fresh.ask("g", "GetClock", "{}");
            RawPeer.Seen frame = fresh.next();
            seen.add(frame.closeCode() + ":" + frame.closeReason().replace("\u001b", "\\u001b"));
        }

        assertThat(seen)
                .containsExactly(
                        "1000:",
                        "1001:",
                        "1009:",
                        "1011:",
                        "1012:",
                        "1013:",
                        "3000:",
                        "4401:Identity \\u001b[2J",
                        "4999:");
    }

    @Test
    void close_1005_is_a_close_frame_with_nothing_in_it() {
        fault("GetClock", "close:1005");

        peer.ask("g", "GetClock", "{}");

        RawPeer.Seen frame = peer.next();
        assertThat(frame.isClose()).isTrue();
        assertThat(frame.payload()).isEmpty();
    }

    @Test
    void a_stalled_socket_is_up_and_silent_while_others_are_served() {
        fault("GetClock", "stall");
        peer.ask("g1", "GetClock", "{}");
        peer.ask("g2", "GetClock", "{}");

        assertThat(another().untilClock()).isEmpty();
        assertThat(peer.isSilent()).isTrue();
        Sandboxes.await(sandbox.faults().unmute());
        assertThat(peer.answer("g2").path("code").asInt()).isEqualTo(200);
    }

    @Test
    void an_expired_token_is_refused_at_the_door_and_another_one_is_not() {
        fault("GetClock", "expire-jwt,close:4401");
        String consumer = sub(jwt);

        peer.ask("g", "GetClock", "{}");

        assertThat(peer.next().closeCode()).isEqualTo(4401);
        RawPeer refused =
                sandboxes.keep(RawPeer.saying(sandbox.port(), RawPeer.upgrade(sandbox.port(), RawPeer.bearing(jwt))));
        assertThat(refused.status()).isEqualTo(401);
        jwt = Sandboxes.await(sandbox.token(consumer));
        assertThat(another().listen(dialog, 0)).isEmpty();
    }

    static String sub(String jwt) {
        try {
            return Talk.JSON
                    .readTree(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]))
                    .path("sub")
                    .asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void what_came_in_is_counted_by_type() {
        peer.untilClock();
        peer.untilClock();

        assertThat(Sandboxes.await(sandbox.faults().seen()))
                .containsEntry("GetClock", 2L)
                .containsEntry("upgrade", 1L)
                .containsEntry("socket", 1L)
                .containsEntry("signup", 1L)
                .containsEntry("ms.SubscribeMessagingEvents", 1L);
    }
}
