package dev.parley.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.protocol.Event;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Secure forms from the invitation to the submission, PROTOCOL.md section 13. */
class FormsTest {
    private static final Map<String, String> CONTACT = Map.of("name", "N. N.", "mail", "n@example.com");

    private final Rig rig = new Rig();
    private final Rig.Socket socket = rig.socket();
    private final String dialog = socket.open();

    private void invite(String invitationId) {
        Conversation conversation = rig.state.conversation(dialog).orElseThrow();
        Event event = new Event.ContentEvent(
                "forms/secure-invitation",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("formId", "contact")
                        .put("invitationId", invitationId)
                        .put("title", "Where are you?"),
                null);
        rig.service.conversations().publish(conversation, "agent-1", "ASSIGNED_AGENT", event, null, 1);
    }

    private static JsonNode tokens(Rig.Socket by, String formId, String invitationId) {
        return by.ask(
                "ms.GenerateUploadToken", "{\"formId\":\"" + formId + "\",\"invitationId\":\"" + invitationId + "\"}");
    }

    private static JsonNode submitted(Rig.Socket by, String dialog, String submissionId, String invitationId) {
        return by.publish(
                dialog,
                "{\"type\":\"ContentEvent\",\"contentType\":\"forms/secure-submission\",\"message\":{\"submissionId\":\""
                        + submissionId + "\",\"invitationId\":\"" + invitationId + "\"}}");
    }

    @Test
    void one_token_reads_the_form_and_the_other_submits_it_each_once() {
        invite("inv");
        JsonNode answer = tokens(socket, "contact", "inv");
        String read = answer.at("/body/token/readOtk").asText();
        String write = answer.at("/body/token/writeOtk").asText();
        Forms forms = rig.service.forms();

        assertThat(answer.path("type").asText()).isEqualTo("ms.UploadToken");
        assertThat(forms.read(write)).isEmpty();
        assertThat(forms.read(read).orElseThrow().fields())
                .extracting(SecureForm.Field::name)
                .containsExactly("name", "mail");
        assertThat(forms.read(read)).isEmpty();
        assertThat(forms.submit(read, CONTACT).status()).isEqualTo(401);
        Forms.Outcome outcome = forms.submit(write, CONTACT);
        assertThat(outcome.status()).isEqualTo(200);
        assertThat(forms.submit(write, CONTACT).status()).isEqualTo(401);
        assertThat(submitted(socket, dialog, outcome.words(), "inv")
                        .path("code")
                        .asInt())
                .isEqualTo(200);
        assertThat(submitted(socket, dialog, "another", "inv").path("code").asInt())
                .isEqualTo(400);
    }

    @Test
    void a_form_that_lacks_something_can_be_sent_again() {
        invite("inv");
        String write =
                tokens(socket, "contact", "inv").at("/body/token/writeOtk").asText();
        Forms forms = rig.service.forms();

        assertThat(forms.submit(write, Map.of("name", "N. N.")))
                .isEqualTo(new Forms.Outcome(400, "Mail address is missing"));
        assertThat(forms.submit(write, Map.of("name", "N. N.", "mail", "x".repeat(1_001))))
                .isEqualTo(new Forms.Outcome(400, "Mail address is too long"));
        assertThat(forms.submit(write, Map.of("shoe", "44")))
                .isEqualTo(new Forms.Outcome(400, "The form has no such field"));
        assertThat(forms.submit(write, CONTACT).status()).isEqualTo(200);
    }

    @Test
    void tokens_hold_for_ten_minutes_and_over_a_restart() {
        invite("inv");
        String write =
                tokens(socket, "contact", "inv").at("/body/token/writeOtk").asText();

        Rig soon = rig.restart(599_000);
        Rig late = rig.restart(600_000);

        assertThat(late.service.forms().submit(write, CONTACT).status()).isEqualTo(401);
        assertThat(soon.service.forms().submit(write, CONTACT).status()).isEqualTo(200);
        assertThat(soon.restart(0).service.forms().submit(write, CONTACT).status())
                .isEqualTo(401);
    }

    @Test
    void nobody_gets_tokens_for_an_invitation_that_is_not_theirs_used_or_over() {
        invite("inv");

        assertThat(tokens(rig.socket("stranger"), "contact", "inv").path("code").asInt())
                .isEqualTo(404);
        assertThat(tokens(socket, "payment", "inv").path("code").asInt()).isEqualTo(404);
        assertThat(tokens(socket, "contact", "none").path("code").asInt()).isEqualTo(404);
        String write =
                tokens(socket, "contact", "inv").at("/body/token/writeOtk").asText();
        rig.service.forms().submit(write, CONTACT);
        assertThat(tokens(socket, "contact", "inv").path("body").asText()).isEqualTo("Form was submitted already");
        invite("second");
        socket.change(dialog, "{\"field\":\"Stage\",\"conversationState\":\"CLOSE\"}");
        assertThat(tokens(socket, "contact", "second").path("body").asText()).isEqualTo("Dialog is closed");
    }

    @Test
    void neither_tokens_nor_what_was_filled_in_stand_in_the_ledger() {
        invite("inv");
        JsonNode token = tokens(socket, "contact", "inv").at("/body/token");
        rig.service.forms().read(token.path("readOtk").asText());
        rig.service.forms().submit(token.path("writeOtk").asText(), CONTACT);

        assertThat(rig.written.toString())
                .doesNotContain(quoted(token.path("readOtk")), quoted(token.path("writeOtk")), "n@example.com");
    }

    /** With what stands around a component, as ids of the rig are short. */
    private static String quoted(JsonNode id) {
        return "=" + id.asText() + ",";
    }
}
