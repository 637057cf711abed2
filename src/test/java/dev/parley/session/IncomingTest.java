package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.Who;
import dev.parley.protocol.NotificationBody;
import dev.parley.time.HandTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes in one turn of the loop is told in one piece; nothing is told out of its order. */
class IncomingTest {
    private final List<Runnable> later = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final Incoming incoming = incoming();

    private Incoming incoming() {
        HandTime time = new HandTime();
        Desk desk = new Desk(
                World.ME, new Inbox(), update -> {}, time, later::add, new Requests(time, request -> {}), Guards.all());
        Archive archive = new Archive(desk, new Keeper(desk, false, () -> {}));
        Dialogs dialogs = new Dialogs(desk, archive, (conversationId, dialogId) -> {});
        return new Incoming(desk, () -> new Reading("me", time.now()), dialogs, new Listening());
    }

    private void says(String dialogId, long sequence) {
        ObjectNode change = FakeFrames.change("agent", "ASSIGNED_AGENT", dialogId);
        change.put("sequence", sequence).put("serverTimestamp", 1_000);
        change.set("event", FakeFrames.content("line " + sequence));
        incoming.frame(FakeFrames.events(List.of(change)).toString());
    }

    private void types(String dialogId) {
        incoming.frame(FakeFrames.events(List.of(FakeFrames.typing(dialogId, "agent", "COMPOSING")))
                .toString());
    }

    private void turn() {
        List<Runnable> now = List.copyOf(later);
        later.clear();
        now.forEach(Runnable::run);
    }

    @Test
    void the_messages_of_one_turn_of_the_loop_are_told_together() {
        says("a", 1);
        says("a", 2);
        says("b", 1);
        assertThat(heard).isEmpty();

        turn();

        assertThat(heard).containsExactly("a [1, 2]", "b [1]");
        assertThat(later).isEmpty();
    }

    @Test
    void what_else_comes_is_heard_after_what_came_before_it() {
        says("a", 1);
        types("a");
        says("a", 2);
        incoming.frame(FakeFrames.list(List.of()).toString());
        says("a", 3);
        incoming.down(1006);

        assertThat(heard).containsExactly("a [1]", "a typing", "a [2]", "list", "a [3]");
        turn();
        assertThat(heard).hasSize(5);
    }

    @Test
    void no_piece_grows_beyond_twenty_five() {
        for (int sequence = 0; sequence < 60; sequence++) {
            says("a", sequence);
        }

        assertThat(heard).hasSize(2);
        turn();
        assertThat(heard).hasSize(3);
    }

    private final class Listening implements Incoming.Listener {
        @Override
        public void listChanged(NotificationBody.ExConversationChange notification) {
            heard.add("list");
        }

        @Override
        public void events(Incoming.Place place, List<TimelineEvent> events) {
            heard.add(place.dialogId() + " "
                    + events.stream().map(TimelineEvent::sequence).toList());
        }

        @Override
        public void chatState(String conversationId, Who who, String chatState) {
            heard.add(conversationId + " typing");
        }

        @Override
        public void broken(String why) {
            heard.add("broken");
        }
    }
}
