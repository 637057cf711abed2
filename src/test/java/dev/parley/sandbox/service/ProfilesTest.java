package dev.parley.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Profiles, PROTOCOL.md section 14. */
class ProfilesTest {
    private final Rig rig = new Rig();
    private final Rig.Socket socket = rig.socket();

    @Test
    void a_profile_is_empty_but_for_the_id_until_it_is_set_and_stays_over_a_restart() {
        JsonNode before = socket.ask("userprofile.GetUserProfile", "{}").path("body");

        JsonNode answer = socket.ask(
                "userprofile.SetUserProfile",
                "{\"firstName\":\"Ann\",\"lastName\":null,\"privateData\":{\"mail\":\"a@example.com\"}}");
        JsonNode after =
                rig.restart(0).socket().ask("userprofile.GetUserProfile", "{}").path("body");

        assertThat(before).hasToString("{\"userId\":\"" + Rig.CONSUMER + "\"}");
        assertThat(answer.path("body").asText()).isEqualTo("OK User Profile set successfully");
        assertThat(after.path("firstName").asText()).isEqualTo("Ann");
        assertThat(after.at("/privateData/mail").asText()).isEqualTo("a@example.com");
        assertThat(after.path("userId").asText()).isEqualTo(Rig.CONSUMER);
    }

    @Test
    void whose_it_is_and_what_comes_from_the_token_cannot_be_set() {
        socket.ask(
                "userprofile.SetUserProfile",
                "{\"userId\":\"me\",\"authenticatedData\":{\"lp_sdes\":[]},\"nickName\":\"al\"}");

        assertThat(socket.ask("userprofile.GetUserProfile", "{}").path("body"))
                .hasToString("{\"nickName\":\"al\",\"userId\":\"" + Rig.CONSUMER + "\"}");
    }

    @Test
    void a_profile_has_an_end_and_must_be_an_object() {
        JsonNode tooLong = socket.ask("userprofile.SetUserProfile", "{\"firstName\":\"" + "x".repeat(16_001) + "\"}");

        assertThat(tooLong.path("body").asText()).isEqualTo("Profile is too long");
        assertThat(socket.ask("userprofile.SetUserProfile", "7").path("code").asInt())
                .isEqualTo(400);
    }

    @Test
    void an_agents_is_public_a_strangers_is_not() {
        rig.attend(socket.open());
        rig.socket("stranger").ask("userprofile.SetUserProfile", "{\"firstName\":\"Secret\"}");

        JsonNode agent = socket.ask("userprofile.GetUserProfile", "{\"userId\":\"agent-1\"}");
        JsonNode stranger = socket.ask("userprofile.GetUserProfile", "{\"userId\":\"stranger\"}");

        assertThat(agent.at("/body/nickname").asText()).isEqualTo("Ann");
        assertThat(stranger.path("code").asInt()).isEqualTo(404);
    }
}
