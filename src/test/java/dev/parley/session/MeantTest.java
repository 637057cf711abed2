package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Command;
import dev.parley.conversation.Delivery;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was said to the agent while the talk ended does not answer the survey (PROTOCOL.md 9.9). */
class MeantTest {
    private final World world = new World();
    private final FakeService service = world.service;

    @BeforeEach
    void a_conversation_that_a_survey_will_follow() {
        service.has("a").surveys = true;
    }

    @Test
    void what_waited_for_the_connection_is_not_taken_for_an_answer() {
        world.settled();
        service.down = new Trouble(Trouble.Hope.SOON, "nothing answers");
        service.close(1006, "");
        String cid = world.write("a", "are you still there?");
        service.talks.get("a").close("a");
        service.down = null;

        world.advance(60_000);

        assertThat(service.requests("ContentEvent")).isEmpty();
        assertThat(world.outgoing(cid).delivery()).isEqualTo(Delivery.FAILED);
        assertThat(world.outgoing(cid).reason()).startsWith("the talk has ended, and now it would answer the survey");
    }

    @Test
    void nor_is_what_was_written_before_anything_was_known() {
        service.talks.get("a").close("a");
        world.start();

        String cid = world.write(null, "I need help");
        world.advance(5_000);

        assertThat(service.requests("ContentEvent")).isEmpty();
        assertThat(world.outgoing(cid).delivery()).isEqualTo(Delivery.FAILED);
    }

    @Test
    void nor_what_is_chosen_on_a_card_of_the_agents() throws Exception {
        service.event("a", FakeService.AGENT, "ASSIGNED_AGENT", (ObjectNode) new ObjectMapper().readTree("""
                        {"type": "ContentEvent", "contentType": "text/plain", "message": "Well?", "quickReplies":
                        {"type": "quickReplies", "replies": [{"type": "button", "title": "Yes", "click":
                        {"actions": [{"type": "publishText", "text": "Yes"}]}}]}}"""), true);
        world.settled();
        world.command(new Command.Close(World.ME, "a"));
        world.advance(1_000);

        world.command(new Command.Pick(World.ME, "a", "a", 0, 0, Set.of(), "", "c1"));
        world.advance(1_000);

        assertThat(service.requests("ContentEvent")).isEmpty();
        assertThat(world.outgoing("c1").delivery()).isEqualTo(Delivery.FAILED);
    }

    @Test
    void nor_a_picture_that_took_its_time() {
        world.settled();
        Path picture = Path.of("/home/me/disc.png");
        world.freight.disk.put(
                picture, Arrays.copyOf(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, 100));
        service.next("ms.GenerateURLForUploadFile", Fault.refuse(429, "slowly"));
        world.command(new Command.Attach(World.ME, "a", "f1", picture.toString(), "A disc", world.time.now()));
        world.command(new Command.Close(World.ME, "a"));

        world.advance(30_000);

        assertThat(service.requests("ContentEvent")).isEmpty();
        assertThat(world.outgoing("f1").reason()).isEqualTo(Meant.OVER);
    }
}
