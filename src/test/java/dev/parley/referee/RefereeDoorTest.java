package dev.parley.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lookup, sign-up, tokens and upgrades. */
class RefereeDoorTest {
    private static final String CONSUMER = "c0a51e77-consumer";

    private final Referee referee = Referee.start();

    @AfterEach
    void close() {
        referee.close();
    }

    @Test
    void a_token_it_did_not_give_or_took_back_is_refused() throws Exception {
        String revoked = referee.token(CONSUMER);
        referee.revoke(revoked);

        for (String token : List.of("a.b.c", revoked)) {
            assertThatThrownBy(() -> new Caller(referee.socket(), token)).satisfies(refused(401));
        }
    }

    @Test
    void an_upgrade_can_be_answered_with_anything() {
        referee.answerUpgradesWith(503, "");
        assertThatThrownBy(this::caller).satisfies(refused(503));
        referee.answerUpgradesWith(200, "<html>hello</html>");
        assertThatThrownBy(this::caller).satisfies(refused(200));
        referee.redirectUpgradesTo("http://127.0.0.1:1/");
        assertThatThrownBy(this::caller).satisfies(refused(302));
    }

    @Test
    void domains_are_looked_up_all_at_once_or_each_alone_or_not_at_all() throws Exception {
        String all = "/api/account/10000001/service/baseURI.json?version=1.0";
        String one = "/api/account/10000001/service/idp/baseURI.json?version=1.0";
        assertThat(get(all).body()).contains("""
                {"service":"asyncMessagingEnt","account":"10000001","baseURI":"%s"}""".formatted(referee.host()));
        assertThat(get("/csdr/account/10000001/service/baseURI.json").statusCode())
                .isEqualTo(200);
        assertThat(get(all.replace("10000001", "20000002")).statusCode()).isEqualTo(404);

        referee.lookups(Lookup.EACH_ALONE);
        assertThat(get(all).statusCode()).isEqualTo(404);
        assertThat(get(one).body()).isEqualTo("""
                {"service":"idp","account":"10000001","baseURI":"%s"}""".formatted(referee.host()));

        referee.lookups(Lookup.UNKNOWN_ACCOUNT);
        assertThat(get(one).statusCode()).isEqualTo(404);
        referee.lookups(Lookup.BROKEN);
        assertThat(get(one).statusCode()).isEqualTo(500);
    }

    @Test
    void signing_up_gives_a_token_that_opens_a_socket_and_knows_its_profile() throws Exception {
        HttpResponse<String> signUp =
                send(HttpRequest.newBuilder(referee.lookup().resolve("/api/account/10000001/signup"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build());
        String token = json(signUp.body()).path("jwt").asText();
        String sub = json(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8))
                .path("sub")
                .asText();

        try (Caller caller = new Caller(referee.socket(), token)) {
            caller.say("{\"kind\":\"req\",\"id\":\"1\",\"type\":\"userprofile.GetUserProfile\",\"body\":{}}");
            assertThat(caller.hear().at("/body/userId").asText()).isEqualTo(sub);
            assertThat(referee.connected()).containsExactly(sub);
        }
        assertThat(get("/api/account/10000001/configuration/le-users/users/a9").body())
                .contains("\"nickname\"");
    }

    private Caller caller() {
        return new Caller(referee.socket(), referee.token(CONSUMER));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(referee.lookup().resolve(path)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static ThrowingConsumer<Throwable> refused(int status) {
        return failure -> assertThat(failure.getCause())
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refusal ->
                                assertThat(refusal.getResponse().statusCode()).isEqualTo(status));
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text);
    }
}
