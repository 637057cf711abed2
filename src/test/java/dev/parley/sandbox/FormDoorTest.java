package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The form page, where a secure form is filled in past the conversation (PROTOCOL.md section 13). */
class FormDoorTest {
    private static final String DOOR = "/api/account/10000001/secure-form";

    @RegisterExtension
    final Sandboxes sandboxes = new Sandboxes();

    private Sandbox sandbox;
    private Talk talk;
    private String dialog;
    private String invitation;
    private JsonNode token;

    @BeforeEach
    void the_consumer_is_invited_and_has_tokens() {
        sandbox = sandboxes.start(SandboxOptions.inMemory().withAgent(Optional.empty()));
        talk = Talk.as(Talk.signUp(sandbox.port()), sandbox.port());
        dialog = talk.open();
        Talk.post(
                sandbox.port(),
                "/parley/agent/act",
                "{\"conversationId\":\"" + dialog
                        + "\",\"act\":{\"act\":\"invite\",\"formId\":\"payment\",\"title\":\"<b>Pay\"}}");
        invitation = talk.event(
                        change -> change.at("/event/contentType").asText().equals("forms/secure-invitation"))
                .at("/event/message/invitationId")
                .asText();
        talk.send("{\"kind\":\"req\",\"id\":\"t\",\"type\":\"ms.GenerateUploadToken\",\"body\":{\"formId\":\"payment\","
                + "\"invitationId\":\"" + invitation + "\"}}");
        token = talk.answerTo("t").at("/body/token");
    }

    private HttpResponse<String> post(String type, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + DOOR))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return Talk.HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String otk(String which) {
        return token.path(which).asText();
    }

    @Test
    void a_client_asks_for_the_form_as_json_fills_it_in_and_says_so() throws IOException {
        JsonNode form = Talk.JSON.readTree(
                Talk.get(sandbox.port(), DOOR + "?readOtk=" + otk("readOtk"), "Accept", "application/json")
                        .body());

        HttpResponse<String> answer = post(
                "application/json",
                "{\"writeOtk\":\"" + otk("writeOtk")
                        + "\",\"fields\":{\"name\":\"N\",\"number\":\"4111\",\"expires\":\"12/30\"}}");
        String submission =
                Talk.JSON.readTree(answer.body()).path("submissionId").asText();
        talk.send("{\"kind\":\"req\",\"id\":\"s\",\"type\":\"ms.PublishEvent\",\"body\":{\"dialogId\":\"" + dialog
                + "\",\"event\":{\"type\":\"ContentEvent\",\"contentType\":\"forms/secure-submission\",\"message\":"
                + "{\"submissionId\":\"" + submission + "\",\"invitationId\":\"" + invitation + "\"}}}}");

        assertThat(form.path("title").asText()).isEqualTo("<b>Pay");
        assertThat(form.path("fields"))
                .extracting(field -> field.path("name").asText())
                .containsExactly("name", "number", "expires");
        assertThat(form.at("/fields/1/hidden").asBoolean()).isTrue();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(talk.answerTo("s").path("code").asInt()).isEqualTo(200);
    }

    @Test
    void a_browser_gets_a_page_that_submits_itself() {
        HttpResponse<String> page = Talk.get(
                sandbox.port(), DOOR + "?readOtk=" + otk("readOtk") + "&writeOtk=" + otk("writeOtk"), "Accept", "*/*");
        HttpResponse<String> answer = post(
                "application/x-www-form-urlencoded",
                "writeOtk=" + otk("writeOtk") + "&field.name=N&field.number=4111&field.expires=12%2F30");

        assertThat(page.body())
                .contains("&lt;b&gt;Pay", "type=password", "value=\"" + otk("writeOtk") + "\"")
                .doesNotContain("<b>Pay");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("submissionId");
    }

    @Test
    void what_does_not_hold_or_is_incomplete_is_said_without_what_was_typed() {
        HttpResponse<String> incomplete =
                post("application/json", "{\"writeOtk\":\"" + otk("writeOtk") + "\",\"fields\":{\"name\":\"Secret\"}}");
        HttpResponse<String> noToken = post("application/json", "{\"fields\":{\"name\":\"Secret\"}}");
        HttpResponse<String> noJson = post("application/json", "Secret");

        assertThat(Talk.get(sandbox.port(), DOOR + "?readOtk=no").statusCode()).isEqualTo(401);
        assertThat(incomplete.statusCode()).isEqualTo(400);
        assertThat(incomplete.body()).contains("Card number is missing").doesNotContain("Secret");
        assertThat(noToken.statusCode()).isEqualTo(401);
        assertThat(noJson.statusCode()).isEqualTo(400);
        assertThat(noJson.body()).doesNotContain("Secret");
    }
}
