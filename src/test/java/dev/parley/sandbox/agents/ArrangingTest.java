package dev.parley.sandbox.agents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who takes part, how it ends, and what an agent hears of the consumer. */
class ArrangingTest {
    private final Booth booth = new Booth();

    @BeforeEach
    void the_agent_is_there() {
        booth.staff(booth.rig, booth.rig.vault);
    }

    @Test
    void an_invitation_can_be_followed_to_its_end() {
        String dialog = booth.attended();
        booth.act(dialog, new Act.Invite("contact", "Where are you?"));
        JsonNode invitation = booth.lastEvent().at("/event/message");
        long sequence = booth.lastEvent().path("sequence").asLong();
        String id = invitation.path("invitationId").asText();

        booth.socket.publish(
                dialog, "{\"type\":\"AcceptStatusEvent\",\"status\":\"VIEWED\",\"sequenceList\":[" + sequence + "]}");
        String otk = booth.socket
                .ask("ms.GenerateUploadToken", "{\"formId\":\"contact\",\"invitationId\":\"" + id + "\"}")
                .at("/body/token/writeOtk")
                .asText();
        String submission = booth.rig
                .service
                .forms()
                .submit(otk, Map.of("name", "N.", "mail", "n@example.com"))
                .words();
        booth.socket.publish(
                dialog,
                "{\"type\":\"ContentEvent\",\"contentType\":\"forms/secure-submission\",\"message\":{\"submissionId\":\""
                        + submission + "\",\"invitationId\":\"" + id + "\"}}");

        assertThat(invitation.path("formId").asText()).isEqualTo("contact");
        assertThat(invitation.path("title").asText()).isEqualTo("Where are you?");
        assertThat(booth.heard).containsExactly("receipt VIEWED [0] ", "form 2 contact 2");
    }

    @Test
    void other_roles_take_part_and_speak() {
        String dialog = booth.attended();
        booth.act(dialog, new Act.Bring("Max", "MANAGER"));
        List<String> with = roles();
        booth.act(dialog, new Act.As("Max", "MANAGER", new Act.Say("I am the manager")));
        JsonNode said = booth.lastEvent();
        booth.act(dialog, new Act.As("Router", "CONTROLLER", new Act.Say("You are number 3")));
        JsonNode automatic = booth.lastEvent();
        booth.act(dialog, new Act.Dismiss("Max", "MANAGER"));

        assertThat(with).containsExactly("CONSUMER", "ASSIGNED_AGENT", "MANAGER");
        assertThat(said.at("/originatorMetadata/role").asText()).isEqualTo("MANAGER");
        assertThat(said.path("originatorId").asText()).isEqualTo(Roster.idOf("Max"));
        assertThat(booth.rig
                        .service
                        .agentProfile(Roster.idOf("Max"))
                        .orElseThrow()
                        .path("nickname")
                        .asText())
                .isEqualTo("Max");
        assertThat(automatic.at("/originatorMetadata/role").asText()).isEqualTo("CONTROLLER");
        assertThat(roles()).containsExactly("CONSUMER", "ASSIGNED_AGENT");
    }

    private List<String> roles() {
        List<String> roles = new ArrayList<>();
        booth.socket
                .details()
                .path("participants")
                .forEach(it -> roles.add(it.path("role").asText()));
        return roles;
    }

    @Test
    void the_agent_leaves_to_the_queue_and_comes_back_when_the_consumer_writes() {
        String dialog = booth.attended();

        booth.act(dialog, new Act.Leave());
        List<String> alone = roles();
        booth.socket.say(dialog, "anybody?");
        booth.rig.time.advance(1);

        assertThat(alone).containsExactly("CONSUMER");
        assertThat(roles()).containsExactly("CONSUMER", "ASSIGNED_AGENT");
    }

    @Test
    void skill_urgency_and_delay_are_told() {
        String dialog = booth.attended();
        booth.act(dialog, new Act.Transfer("42"));
        String skill = booth.socket.details().path("skillId").asText();
        booth.act(dialog, new Act.Urge("CUSTOM", 90L));
        JsonNode ttr = booth.socket.details().path("ttr");
        booth.act(dialog, new Act.Delay("NIGHT", 3_600));
        JsonNode delay = booth.socket.details().path("delay");
        long due = booth.socket.upserts().get(0).at("/result/effectiveTTR").asLong();
        booth.act(dialog, new Act.Delay("", 0));

        assertThat(skill).isEqualTo("42");
        assertThat(ttr).hasToString("{\"ttrType\":\"CUSTOM\",\"value\":90}");
        assertThat(delay.path("type").asText()).isEqualTo("NIGHT");
        assertThat(delay.path("tillWhen").asLong())
                .isGreaterThan(booth.rig.time.now().toEpochMilli());
        assertThat(due).isEqualTo(delay.path("tillWhen").asLong() + 90_000);
        assertThat(booth.socket.details().has("delay")).isFalse();
    }

    @Test
    void closing_brings_a_survey_or_not_as_it_is_asked() {
        String first = booth.attended();
        booth.act(first, new Act.Close(false));
        int without = booth.socket.details().path("dialogs").size();
        String second = booth.attended();
        booth.act(second, new Act.Close());

        assertThat(without).isEqualTo(1);
        assertThat(booth.socket.details().path("dialogs").size()).isEqualTo(2);
        assertThat(booth.socket.details().path("closeReason").asText()).isEqualTo("AGENT");
    }

    @Test
    void the_system_ends_and_a_lock_ends_for_good() {
        String first = booth.attended();
        booth.act(first, new Act.End());
        String reason = booth.socket.details().path("closeReason").asText();
        String second = booth.attended();
        booth.act(second, new Act.Lock());

        assertThat(reason).isEqualTo("SYSTEM");
        assertThat(booth.socket.details().path("stage").asText()).isEqualTo("LOCKED");
        assertThat(booth.socket.details().path("state").asText()).isEqualTo("LOCKED");
    }

    @Test
    void an_agent_can_ask_for_trouble() {
        String dialog = booth.attended();

        booth.plan(dialog, new Act.Trouble("{\"on\":\"now\",\"do\":[\"rst\"]}"));
        booth.act(dialog, new Act.Bend("order"));

        assertThat(booth.pulled).containsExactly("trouble {\"on\":\"now\",\"do\":[\"rst\"]}", "bend order");
    }

    @Test
    void an_agent_hears_who_the_consumer_is_and_what_its_client_can() {
        booth.socket.ask("userprofile.SetUserProfile", "{\"firstName\":\"Ann\"}");
        booth.socket.open();
        booth.rig.time.advance(1);

        assertThat(booth.heard)
                .containsExactly("features [MULTI_DIALOG, RICH_CONTENT] profile {\"firstName\":\"Ann\"}");
    }

    @Test
    void an_agent_hears_of_clicks_with_their_metadata_and_of_files() {
        String dialog = booth.attended();
        booth.act(dialog, new Act.Say("pick", List.of("a")));
        booth.socket.publish(
                dialog,
                "{\"type\":\"AcceptStatusEvent\",\"status\":\"ACTION\",\"sequenceList\":[0]}",
                "[{\"type\":\"ExternalId\",\"id\":\"a\"}]");
        String path = booth.socket
                .ask("ms.GenerateURLForUploadFile", "{\"fileSize\":6,\"fileType\":\"GIF\"}")
                .at("/body/relativePath")
                .asText();
        booth.rig.service.files().put(path, "GIF89a".getBytes(StandardCharsets.US_ASCII), outcome -> {});
        booth.socket.publish(
                dialog,
                "{\"type\":\"ContentEvent\",\"contentType\":\"hosted/file\",\"message\":{\"caption\":\"me\",\"relativePath\":\""
                        + path + "\",\"fileType\":\"GIF\"}}");

        assertThat(booth.heard)
                .containsExactly("receipt ACTION [0] [{\"type\":\"ExternalId\",\"id\":\"a\"}]", "file 2 GIF me");
    }
}
