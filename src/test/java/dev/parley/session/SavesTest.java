package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Attached;
import dev.parley.conversation.Attached.Saving.State;
import dev.parley.conversation.Command;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.conversation.TimelineItem;
import dev.parley.conversation.Update;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file of the history on its way to the disk (PROTOCOL.md section 13, RELIABILITY.md 3.4). */
class SavesTest {
    private static final String URL = "ms.GenerateURLForDownloadFile";

    private final World world = new World();
    private final FakeService service = world.service;

    private void shows(String caption, String type) {
        service.has("a");
        world.settled();
        ObjectNode event = FakeFrames.object().put("type", "ContentEvent").put("contentType", "hosted/file");
        event.putObject("message")
                .put("caption", caption)
                .put("relativePath", "/v1/files/1." + type)
                .put("fileType", type)
                .put("preview", "data:image/png;base64,AAAA");
        service.event("a", FakeService.AGENT, "ASSIGNED_AGENT", event, true);
        world.advance(500);
        world.freight.stored = "GIF89a and more of it, as pictures go".getBytes(StandardCharsets.US_ASCII);
    }

    private void save() {
        world.command(new Command.SaveFile(World.ME, "a", "a", 0, "/home/me/Downloads"));
        world.advance(200);
    }

    private List<JsonNode> receipts(String status) {
        return service.requests("AcceptStatusEvent").stream()
                .filter(each -> each.at("/body/event/status").asText().equals(status))
                .toList();
    }

    private Attached attached() {
        return ((TimelineItem.Said) world.conversation("a").items().get(0)).attached();
    }

    private Attached.Saving saving() {
        return attached().saving().orElseThrow();
    }

    @Test
    void it_is_accepted_and_not_refused_as_something_unknown() {
        shows("A disc", "GIF");

        assertThat(receipts("ACCEPT")).hasSize(1);
        assertThat(receipts("NACK")).isEmpty();
    }

    @Test
    void it_is_saved_under_its_caption_and_the_agent_hears_that_it_was_opened() {
        shows("A disc", "GIF");

        save();

        assertThat(world.freight.asked.get(0)).startsWith("GET /v1/files/1.GIF?temp_url_sig=");
        assertThat(saving().state()).isEqualTo(State.SAVED);
        assertThat(saving().words()).isEqualTo("/home/me/Downloads/A disc.gif");
        assertThat(receipts("ACCESS"))
                .singleElement()
                .satisfies(access -> assertThat(
                                access.at("/body/event/sequenceList/0").asLong())
                        .isZero());
        assertThat(attached().told()).isEqualTo(ReceiptStatus.ACCESS);
    }

    @Test
    void a_hostile_caption_leads_nowhere() {
        shows("../../.ssh/authorized_keys\u202Egpj.exe", "GIF");

        save();

        assertThat(world.freight.into)
                .singleElement()
                .satisfies(into -> assertThat(into.name()).isEqualTo("authorized_keysgpj.exe.gif"));
    }

    @Test
    void bytes_of_another_type_than_was_said_are_told() {
        shows("Your bill", "PDF");

        save();

        assertThat(saving().words()).endsWith("; by its bytes it is a GIF");
    }

    @Test
    void an_address_that_has_expired_is_asked_for_anew_but_once() {
        shows("A disc", "GIF");
        world.freight.statuses.addAll(List.of(401, 401));

        save();

        assertThat(service.requests(URL)).hasSize(2);
        assertThat(saving().state()).isEqualTo(State.FAILED);
        assertThat(receipts("ACCESS")).isEmpty();
    }

    @Test
    void what_the_service_refuses_is_told_in_its_words() {
        shows("A disc", "GIF");
        service.next(URL, Fault.refuse(404, "File not found"));

        save();

        assertThat(saving().words()).isEqualTo("File not found");
    }

    @Test
    void it_can_be_stopped_and_begun_again() {
        shows("A disc", "GIF");
        world.freight.holding = true;
        save();
        world.command(new Command.StopSaving(World.ME, "a", "a", 0));
        assertThat(saving().state()).isEqualTo(State.STOPPED);
        world.freight.holding = false;

        save();

        assertThat(world.freight.cancelled).isEqualTo(1);
        assertThat(saving().state()).isEqualTo(State.SAVED);
    }

    @Test
    void how_far_it_is_is_told_in_few_steps() {
        shows("A disc", "GIF");

        save();

        assertThat(world.told(Update.SavingChanged.class)).hasSizeBetween(10, 25);
    }

    @Test
    void an_address_that_could_be_read_as_another_hosts_is_not_used() {
        shows("A disc", "GIF");
        ObjectNode elsewhere = FakeFrames.object().put("relativePath", "//evil.example/x");
        service.next(URL, Fault.answerWith(200, elsewhere));

        save();

        assertThat(world.freight.asked).isEmpty();
        assertThat(saving().state()).isEqualTo(State.FAILED);
    }
}
