package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Command;
import org.junit.jupiter.api.Test;

/** What the other side is told of what arrived and was read. */
class ReceiptsTest {
    private final World world = new World();
    private final FakeService service = world.service;

    @Test
    void others_turns_are_accepted_in_one_batch_and_own_ones_never() {
        service.has("a");
        world.settled();

        service.agentSays("a", "one");
        service.agentSays("a", "two");
        world.write("a", "mine");
        world.advance(1_000);

        assertThat(service.requests("AcceptStatusEvent"))
                .extracting(each -> each.at("/body/event").toString())
                .containsExactly("{\"type\":\"AcceptStatusEvent\",\"status\":\"ACCEPT\",\"sequenceList\":[0,1]}");
    }

    @Test
    void what_was_accepted_is_not_accepted_again_though_the_service_never_shows_it() {
        service.said.echoes = false;
        service.has("a");
        world.settled();

        service.agentSays("a", "one");
        world.advance(1_000);
        service.agentSays("a", "two");
        world.advance(1_000);

        assertThat(service.requests("AcceptStatusEvent"))
                .extracting(each -> each.at("/body/event/sequenceList").toString())
                .containsExactly("[0]", "[2]");
    }

    @Test
    void what_the_person_has_seen_is_read_at_once_here_and_told_once() {
        service.has("a");
        world.settled();
        service.agentSays("a", "one");
        world.advance(500);
        assertThat(world.conversation("a").unread()).isOne();

        world.command(new Command.MarkRead(World.ME, "a", "a", 0));
        world.command(new Command.MarkRead(World.ME, "a", "a", 0));

        assertThat(world.conversation("a").unread()).isZero();
        assertThat(service.requests("AcceptStatusEvent"))
                .extracting(each -> each.at("/body/event/status").asText())
                .containsExactly("ACCEPT", "READ");
    }

    @Test
    void what_was_seen_while_away_is_told_when_back() {
        service.has("a");
        world.settled();
        service.agentSays("a", "one");
        world.advance(500);
        service.close(1006, "");
        world.command(new Command.MarkRead(World.ME, "a", "a", 0));

        world.advance(3_000);

        assertThat(service.requests("AcceptStatusEvent"))
                .extracting(each -> each.at("/body/event/status").asText())
                .containsExactly("ACCEPT", "READ");
    }

    @Test
    void what_cannot_be_shown_is_answered_with_nack_once_and_never_read() {
        service.has("a");
        world.settled();
        service.agentSays("a", "look at this");
        service.event(
                "a",
                FakeService.AGENT,
                "ASSIGNED_AGENT",
                FakeFrames.object()
                        .put("type", "ContentEvent")
                        .put("contentType", "holo/gram")
                        .put("message", "x"),
                true);
        world.advance(1_000);

        world.command(new Command.MarkRead(World.ME, "a", "a", 1));
        service.close(1006, "");
        world.advance(5_000);

        assertThat(service.requests("AcceptStatusEvent"))
                .extracting(each -> each.at("/body/event/status").asText() + each.at("/body/event/sequenceList"))
                .containsExactly("ACCEPT[0,1]", "NACK[1]", "READ[0]");
        assertThat(world.conversation("a").unread()).isZero();
    }

    @Test
    void what_another_device_could_not_show_either_is_not_answered_again() {
        service.has("a");
        service.event(
                "a", FakeService.AGENT, "ASSIGNED_AGENT", FakeFrames.object().put("type", "HologramEvent"), false);
        service.event("a", FakeService.CONSUMER, "CONSUMER", receipt("ACCEPT"), false);
        service.event("a", FakeService.CONSUMER, "CONSUMER", receipt("NACK"), false);

        world.settled();

        assertThat(service.requests("AcceptStatusEvent")).isEmpty();
    }

    private static ObjectNode receipt(String status) {
        ObjectNode receipt =
                FakeFrames.object().put("type", "AcceptStatusEvent").put("status", status);
        receipt.putArray("sequenceList").add(0);
        return receipt;
    }
}
