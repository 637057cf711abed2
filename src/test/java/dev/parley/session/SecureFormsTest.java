package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Command;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.conversation.TimelineItem;
import dev.parley.conversation.Update;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Secure forms (PROTOCOL.md section 13). */
class SecureFormsTest {
    private static final String TOKEN = "ms.GenerateUploadToken";

    private final World world = new World();
    private final FakeService service = world.service;

    private void invited() {
        service.has("a");
        world.settled();
        ObjectNode event =
                FakeFrames.object().put("type", "ContentEvent").put("contentType", "forms/secure-invitation");
        event.putObject("message")
                .put("formId", "contact")
                .put("invitationId", "i1")
                .put("title", "Your address");
        service.event("a", FakeService.AGENT, "ASSIGNED_AGENT", event, true);
        world.advance(500);
    }

    private void open() {
        world.command(new Command.OpenForm(World.ME, "a", "a", 0));
        world.advance(200);
    }

    private ReceiptStatus told() {
        return ((TimelineItem.Said) world.conversation("a").items().get(0))
                .attached()
                .told();
    }

    private List<JsonNode> receipts(String status) {
        return service.requests("AcceptStatusEvent").stream()
                .filter(each -> each.at("/body/event/status").asText().equals(status))
                .toList();
    }

    @Test
    void opening_asks_for_the_tokens_and_tells_an_address_that_does_not_show_them() {
        invited();

        open();

        JsonNode asked = service.requests(TOKEN).get(0).path("body");
        assertThat(asked.path("formId").asText()).isEqualTo("contact");
        assertThat(asked.path("invitationId").asText()).isEqualTo("i1");
        assertThat(world.told(Update.FormReady.class)).singleElement().satisfies(ready -> {
            assertThat(ready.address().shown()).isEqualTo("https://msg.example/api/account/10000001/secure-form");
            assertThat(ready.address().reveal()).contains("readOtk=read-canary", "writeOtk=write-canary");
        });
        assertThat(world.told.toString()).doesNotContain("canary");
    }

    @Test
    void what_is_told_of_it_shows_on_it() {
        invited();

        world.command(new Command.TellForm(World.ME, "a", "a", 0, ReceiptStatus.VIEWED));
        world.advance(200);

        assertThat(receipts("VIEWED")).hasSize(1);
        assertThat(told()).isEqualTo(ReceiptStatus.VIEWED);
    }

    @Test
    void a_form_that_was_sent_is_said_to_the_agent() {
        invited();

        world.command(new Command.SubmitForm(World.ME, "a", "a", 0, "s1", "c1"));
        world.advance(200);

        assertThat(service.requests("ContentEvent")).singleElement().satisfies(said -> {
            assertThat(said.at("/body/event/contentType").asText()).isEqualTo("forms/secure-submission");
            assertThat(said.at("/body/event/message/submissionId").asText()).isEqualTo("s1");
            assertThat(said.at("/body/event/message/invitationId").asText()).isEqualTo("i1");
        });
        assertThat(receipts("SUBMITTED")).hasSize(1);
        assertThat(told()).isEqualTo(ReceiptStatus.SUBMITTED);
    }

    @Test
    void a_refusal_is_told_in_the_services_words() {
        invited();
        service.next(TOKEN, Fault.refuse(400, "Form was submitted already"));

        open();

        assertThat(world.notices()).containsExactly("The form cannot be opened: Form was submitted already");
    }

    @Test
    void an_answer_without_tokens_opens_nothing() {
        invited();
        service.next(TOKEN, Fault.answerWith(200, FakeFrames.object().put("token", "flat")));

        open();

        assertThat(world.told(Update.FormReady.class)).isEmpty();
        assertThat(world.notices()).hasSize(1);
    }
}
