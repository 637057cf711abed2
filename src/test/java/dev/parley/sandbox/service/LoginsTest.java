package dev.parley.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is who by PROTOCOL.md 2.1, and what a step-up lets one do. */
class LoginsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Rig rig = new Rig();
    private final Logins logins = rig.service.logins();

    private static ObjectNode body(String... members) {
        ObjectNode body = JSON.createObjectNode();
        for (int i = 0; i < members.length; i += 2) {
            body.put(members[i], members[i + 1]);
        }
        return body;
    }

    private static String brands(String claims) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return "eyJhIjoxfQ." + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".x";
    }

    private Optional<String> holder(String token) {
        return rig.service.bearer(token).map(Tokens.Bearer::consumerId);
    }

    private static int refusal(ThrowingCallable call) {
        return catchThrowableOfType(Refusal.class, call).code();
    }

    private String authenticated(String connector, ObjectNode body) {
        return logins.authenticate(connector, body);
    }

    @Test
    void flow_b_gives_a_token_of_the_same_consumer_however_often_it_is_refreshed() {
        String ext = logins.authorize(body());
        String first = authenticated("1001", body("id_token", ext));
        rig.time.advance(Duration.ofHours(729).toMillis());
        String newer = logins.authorize(body("id_token", ext));

        String second = authenticated("1001", body("id_token", newer));

        assertThat(holder(second)).isPresent().isEqualTo(holder(first));
        assertThat(holder(authenticated("1001", body("id_token", logins.authorize(body())))))
                .isNotEqualTo(holder(first));
    }

    @Test
    void an_ext_lives_ten_minutes_for_an_exchange_and_730_hours_for_a_refresh() {
        String ext = logins.authorize(body());

        rig.time.advance(Duration.ofMinutes(10).toMillis());
        assertThat(refusal(() -> authenticated("1001", body("id_token", ext)))).isEqualTo(401);
        rig.time.advance(Duration.ofHours(730).toMillis());
        assertThat(refusal(() -> logins.authorize(body("id_token", ext)))).isEqualTo(401);
    }

    @Test
    void an_ext_opens_no_socket_and_a_sockets_token_refreshes_nothing() {
        String ext = logins.authorize(body());
        String token = authenticated("1001", body("id_token", ext));

        assertThat(rig.service.bearer(ext)).isEmpty();
        assertThat(refusal(() -> logins.authorize(body("id_token", token)))).isEqualTo(401);
        assertThat(refusal(() -> authenticated("1001", body("id_token", token))))
                .isEqualTo(401);
    }

    @Test
    void the_published_connector_for_nobodys_login_is_the_one_that_takes_it() {
        JsonNode found = null;
        for (JsonNode each : logins.connectors()) {
            if (each.at("/configuration/jsMethodName")
                    .asText()
                    .equals("lpTag.taglets.unAuthMessaging.lpUnauthFunction")) {
                found = each;
            }
        }

        String ext = logins.authorize(body());
        assertThat(holder(authenticated(found.path("id").asText(), body("id_token", ext))))
                .isPresent();
    }

    @Test
    void an_id_token_and_a_code_of_the_same_name_are_the_same_consumer_in_both_forms() {
        String byIdToken = authenticated("1002", body("id_token", brands("{\"sub\":\"ann\"}")));
        String byCode = authenticated("1002", body("code", "ann:1", "redirect_uri", "https://x"));
        String old = logins.oldForm(body("authCode", "ann:2"));
        String oldJwt = logins.oldForm(body("authCode", brands("{\"sub\":\"ann\"}")));

        assertThat(List.of(holder(byCode), holder(old), holder(oldJwt))).containsOnly(holder(byIdToken));
        assertThat(holder(byIdToken).orElseThrow()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_code_is_good_once() {
        logins.oldForm(body("authCode", "ann:1"));

        assertThat(refusal(() -> logins.oldForm(body("authCode", "ann:1")))).isEqualTo(401);
    }

    @Test
    void an_id_token_may_hold_beyond_the_end_of_time() {
        String forever = brands("{\"sub\":\"ann\",\"exp\":9223372036854775807}");

        assertThat(holder(authenticated("1002", body("id_token", forever))))
                .isEqualTo(holder(authenticated("1002", body("id_token", brands("{\"sub\":\"ann\"}")))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "a.b.c",
                "eyJhIjoxfQ.e30.x",
                "eyJhIjoxfQ.eyJzdWIiOiIifQ.x",
                // sub ann, exp 1
                "eyJhIjoxfQ.eyJzdWIiOiJhbm4iLCJleHAiOjF9.x"
            })
    void what_is_no_id_token_is_refused(String token) {
        assertThat(refusal(() -> authenticated("1002", body("id_token", token))))
                .isEqualTo(401);
    }

    @Test
    void a_code_without_its_address_and_an_unknown_connector_are_refused() {
        assertThat(refusal(() -> authenticated("1002", body("code", "ann:1")))).isEqualTo(400);
        assertThat(refusal(() -> authenticated("1003", body("code", "ann:1")))).isEqualTo(404);
    }

    private Rig.Socket steppedUp(String former, String name) {
        String token = authenticated(
                "1002", body("id_token", brands("{\"sub\":\"" + name + "\"}"), "lp_jwt", logins.tokenFor(former)));
        Rig.Socket socket = rig.stranger();
        socket.ask(
                "InitConnection",
                "{}",
                ",\"headers\":[{\"type\":\".ams.headers.ConsumerAuthentication\",\"jwt\":\"" + token + "\"}]");
        return socket;
    }

    private static String move(String from, String to) {
        return "[{\"field\":\"ParticipantsChange\",\"type\":\"REMOVE\",\"role\":\"CONSUMER\",\"userId\":\"" + from
                + "\"},{\"field\":\"ParticipantsChange\",\"type\":\"ADD\",\"role\":\"CONSUMER\",\"userId\":\"" + to
                + "\"}]";
    }

    @Test
    void after_a_step_up_the_conversation_is_the_new_consumers_and_no_longer_the_old_ones() {
        Rig.Socket old = rig.socket();
        String id = old.open();
        old.say(id, "hello");
        old.list("{}");
        Rig.Socket stepped = steppedUp(Rig.CONSUMER, "ann");
        String ann = stepped.client.consumerId().orElseThrow();
        stepped.list("{}");
        old.frames.clear();

        JsonNode answer = stepped.change(id, move(Rig.CONSUMER, ann));

        assertThat(answer.path("code").asInt()).isEqualTo(200);
        assertThat(stepped.upserts())
                .singleElement()
                .satisfies(it -> assertThat(it.path("type").asText()).isEqualTo("UPSERT"));
        assertThat(old.upserts())
                .singleElement()
                .satisfies(it -> assertThat(it.path("type").asText()).isEqualTo("DELETE"));
        stepped.listen(id, 0);
        assertThat(stepped.events()).hasSize(1);
        assertThat(stepped.say(id, "it is me").path("code").asInt()).isEqualTo(200);
        assertThat(old.say(id, "and me").path("code").asInt()).isEqualTo(403);
        Rig later = rig.restart(1_000);
        assertThat(later.state.conversation(id).orElseThrow().consumerId()).isEqualTo(ann);
        assertThat(later.state.conversationsOf(Rig.CONSUMER)).isEmpty();
        assertThat(later.state.conversationsOf(ann)).hasSize(1);
    }

    @Test
    void a_conversation_that_has_only_its_survey_left_is_taken_along_too_and_the_survey_goes_on() {
        Rig.Socket old = rig.socket().announcing("MULTI_DIALOG");
        String id = old.open();
        rig.attend(id);
        old.list("{}");
        old.change(
                id,
                "{\"field\":\"DialogChange\",\"type\":\"UPDATE\",\"dialog\":{\"dialogId\":\"" + id
                        + "\",\"state\":\"CLOSE\"}}");
        String survey = old.details().at("/dialogs/1/dialogId").asText();
        Rig.Socket stepped = steppedUp(Rig.CONSUMER, "ann");
        String ann = stepped.client.consumerId().orElseThrow();

        JsonNode answer = stepped.change(id, move(Rig.CONSUMER, ann));

        assertThat(answer.path("code").asInt()).isEqualTo(200);
        stepped.listen(survey, 0);
        stepped.say(survey, "4");
        Rig later = rig.restart(1_000);
        assertThat(later.state
                        .conversation(id)
                        .orElseThrow()
                        .rating()
                        .orElseThrow()
                        .csatRate())
                .isEqualTo(4);
    }

    @Test
    void doing_it_again_changes_nothing() {
        Rig.Socket old = rig.socket();
        String id = old.open();
        Rig.Socket stepped = steppedUp(Rig.CONSUMER, "ann");
        String change = move(Rig.CONSUMER, stepped.client.consumerId().orElseThrow());
        stepped.change(id, change);
        int written = rig.written.size();

        JsonNode again = stepped.change(id, change);

        assertThat(again.path("code").asInt()).isEqualTo(200);
        assertThat(rig.written).hasSize(written);
    }

    @Test
    void nobody_takes_a_conversation_who_did_not_step_up_from_its_consumer() {
        Rig.Socket old = rig.socket();
        String id = old.open();
        Rig.Socket other = steppedUp("somebody", "ann");
        String ann = other.client.consumerId().orElseThrow();
        Rig.Socket plain = rig.socket("bob");

        assertThat(other.change(id, move(Rig.CONSUMER, ann)).path("code").asInt())
                .isEqualTo(403);
        assertThat(plain.change(id, move(Rig.CONSUMER, "bob")).path("code").asInt())
                .isEqualTo(403);
        assertThat(rig.state.conversation(id).orElseThrow().consumerId()).isEqualTo(Rig.CONSUMER);
    }

    @Test
    void half_a_move_and_a_move_to_somebody_else_are_refused() {
        Rig.Socket old = rig.socket();
        String id = old.open();
        Rig.Socket stepped = steppedUp(Rig.CONSUMER, "ann");

        assertThat(stepped.change(id, move(Rig.CONSUMER, "bob")).path("code").asInt())
                .isEqualTo(400);
        assertThat(stepped.change(
                                id,
                                "[{\"field\":\"ParticipantsChange\",\"type\":\"ADD\",\"role\":\"CONSUMER\","
                                        + "\"userId\":\"x\"}]")
                        .path("code")
                        .asInt())
                .isEqualTo(400);
    }

    @Test
    void a_step_up_needs_a_token_that_holds() {
        String ended = logins.tokenFor(Rig.CONSUMER);
        logins.endTokens(Rig.CONSUMER);

        assertThat(refusal(() -> authenticated("1002", body("id_token", brands("{\"sub\":\"ann\"}"), "lp_jwt", ended))))
                .isEqualTo(401);
    }
}
