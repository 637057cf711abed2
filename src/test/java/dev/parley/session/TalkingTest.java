package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is writing, closing, and the agent's voice. */
class TalkingTest {
    private final World world = new World();
    private final FakeService service = world.service;

    @Test
    void typing_is_told_now_and_then_and_ends_with_the_message() {
        service.has("a");
        world.settled();

        for (int key = 0; key < 12; key++) {
            world.command(new Command.Typing(World.ME, "a", true));
            world.advance(500);
        }
        world.write("a", "done");
        world.command(new Command.Typing(World.ME, "a", false));

        assertThat(service.requests("ChatStateEvent"))
                .extracting(each -> each.at("/body/event/chatState").asText())
                .containsExactly("COMPOSING", "COMPOSING", "ACTIVE");
    }

    @Test
    void nobody_types_into_a_closed_conversation() {
        service.has("a").open = false;
        world.settled();

        world.command(new Command.Typing(World.ME, "a", true));

        assertThat(service.requests("ChatStateEvent")).isEmpty();
    }

    @Test
    void an_agents_typing_shows_and_is_forgotten_after_half_a_minute_own_is_ignored() {
        service.has("a");
        world.settled();

        service.typing("a", FakeService.CONSUMER, "COMPOSING");
        service.typing("a", FakeService.AGENT, "COMPOSING");
        assertThat(world.conversation("a").typing()).hasSize(1);
        world.advance(30_000);

        assertThat(world.conversation("a").typing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACTIVE", "INACTIVE", "GONE", "PAUSE", "BACKGROUND", "ASLEEP"})
    void any_other_word_ends_an_agents_typing(String state) {
        service.has("a");
        world.settled();
        service.typing("a", FakeService.AGENT, "COMPOSING");

        service.typing("a", FakeService.AGENT, state);

        assertThat(world.conversation("a").typing()).isEmpty();
    }

    @Test
    void closing_asks_for_the_main_dialog_and_a_refusal_is_told() {
        service.has("a");
        world.settled();
        service.next("cm.UpdateConversationField", Fault.refuse(403, "not yours"));

        world.command(new Command.Close(World.ME, "a"));
        world.command(new Command.Close(World.ME, "a"));

        JsonNode field = service.requests("cm.UpdateConversationField").get(0).at("/body/conversationField");
        assertThat(field.findValue("field").asText()).isEqualTo("DialogChange");
        assertThat(world.notices()).containsExactly("The conversation was not closed: not yours");
        assertThat(world.conversation("a").isOpen()).isFalse();
    }

    @Test
    void the_agent_can_only_be_spoken_for_in_the_sandbox() {
        service.has("a");
        world.settled();

        world.command(new Command.SpeakAsAgent(World.ME, "a", "hi"));

        assertThat(world.notices()).singleElement().asString().contains("sandbox");
    }
}
