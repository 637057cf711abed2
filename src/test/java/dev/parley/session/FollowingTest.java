package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Command;
import dev.parley.conversation.Content;
import dev.parley.conversation.Link;
import dev.parley.conversation.TimelineItem;
import dev.parley.conversation.Update;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowingTest {
    private static final String FOLLOW = "ms.SubscribeMessagingEvents";

    private final World world = new World();
    private final FakeService service = world.service;

    private List<Long> askedFrom() {
        return service.requests(FOLLOW).stream()
                .map(each -> each.at("/body/fromSeq").asLong())
                .toList();
    }

    @Test
    void history_and_live_turns_make_one_list() {
        service.has("a");
        service.agentSays("a", "before");
        world.settled();

        service.agentSays("a", "now");

        assertThat(world.rows("a")).containsExactly("before", "now");
    }

    @Test
    void a_long_history_is_told_in_small_pieces_that_a_key_need_not_wait_for() {
        service.has("a");
        for (int i = 0; i < 1_000; i++) {
            service.agentSays("a", "line " + i);
        }

        world.settled();

        assertThat(world.rows("a")).hasSize(1_000).endsWith("line 998", "line 999");
        assertThat(world.told)
                .filteredOn(Update.Events.class::isInstance)
                .hasSizeGreaterThan(30)
                .allSatisfy(told -> assertThat(((Update.Events) told).events()).hasSizeLessThanOrEqualTo(25));
    }

    @Test
    void what_was_said_while_away_comes_without_gap_or_double_from_where_the_history_ended() {
        service.has("a");
        service.agentSays("a", "one");
        world.settled();
        service.close(1006, "");
        service.agentSays("a", "two");

        world.advance(3_000);
        service.agentSays("a", "three");

        assertThat(world.rows("a")).containsExactly("one", "two", "three");
        // Our own ACCEPT took sequence 1.
        assertThat(askedFrom()).containsExactly(0L, 2L);
    }

    @Test
    void everything_twice_and_answers_last_change_nothing() {
        service.twice = true;
        service.notificationsFirst = true;
        service.has("a");
        service.agentSays("a", "one");
        world.settled();

        service.agentSays("a", "two");
        world.advance(1_000);

        assertThat(world.rows("a")).containsExactly("one", "two");
        assertThat(world.link()).isEqualTo(Link.State.ONLINE);
    }

    @Test
    void a_conversation_that_appears_is_followed() {
        world.settled();
        service.has("b");
        service.agentSays("b", "hello?");

        service.upsert(service.talks.get("b"));
        service.run();

        assertThat(world.rows("b")).containsExactly("hello?");
    }

    @Test
    void what_the_first_list_of_a_socket_no_longer_holds_is_not_open_but_can_be_read() {
        service.has("a");
        service.has("b");
        service.agentSays("a", "remember me");
        world.settled();
        service.talks.remove("a");

        service.close(1001, "");
        world.advance(8_000);

        assertThat(world.conversation("a").isOpen()).isFalse();
        assertThat(world.rows("a")).startsWith("remember me");
        assertThat(world.conversation("b").isOpen()).isTrue();
    }

    @Test
    void a_closed_ones_history_is_asked_for_when_it_is_looked_at_and_only_once() {
        service.has("a").open = false;
        service.event("a", FakeService.AGENT, "ASSIGNED_AGENT", service.content("old"), false);
        world.settled();
        assertThat(service.requests(FOLLOW)).isEmpty();

        world.command(new Command.LoadHistory(World.ME, "a"));
        world.advance(1_000);
        world.command(new Command.LoadHistory(World.ME, "a"));
        world.advance(1_000);

        assertThat(service.requests(FOLLOW)).hasSize(1);
        assertThat(world.rows("a")).containsExactly("old");
        assertThat(service.requests("AcceptStatusEvent")).isEmpty();
    }

    @Test
    void a_history_that_is_no_longer_given_says_so_in_the_services_words() {
        service.has("a").open = false;
        world.settled();
        service.next(FOLLOW, Fault.refuse(400, "too old"));

        world.command(new Command.LoadHistory(World.ME, "a"));

        assertThat(world.rows("a")).containsExactly("REFUSED too old");
    }

    @Test
    void the_last_words_of_one_that_closed_while_away_are_fetched() {
        service.has("a");
        world.settled();
        service.close(1006, "");
        service.event("a", FakeService.AGENT, "ASSIGNED_AGENT", service.content("bye"), false);
        service.talks.get("a").open = false;
        service.talks.get("a").updated++;

        world.advance(3_000);

        assertThat(world.rows("a")).containsExactly("bye");
    }

    @Test
    void a_hole_is_asked_for_once_and_then_known() {
        service.has("a");
        service.agentSays("a", "one");
        world.settled();
        // The service counts on, but never gives sequences 2 and 3.
        service.talks.get("a").events.add(hidden(2));
        service.talks.get("a").events.add(hidden(3));
        service.talks.get("a").events.add(turn(4, "five"));
        service.notifyEvents(List.of(turn(4, "five")));

        world.advance(30_000);

        assertThat(world.rows("a")).containsExactly("one", "missing 2..3 known", "five");
        assertThat(askedFrom()).containsExactly(0L, 2L);
    }

    @Test
    void a_late_notification_fills_its_hole_without_a_question() {
        service.has("a");
        world.settled();
        service.talks.get("a").events.addAll(List.of(turn(0, "one"), turn(1, "two")));

        service.notifyEvents(List.of(turn(1, "two")));
        service.notifyEvents(List.of(turn(0, "one")));
        world.advance(5_000);

        assertThat(world.rows("a")).containsExactly("one", "two");
        assertThat(askedFrom()).containsExactly(0L);
    }

    @Test
    @Shows("R13")
    void an_event_of_a_kind_that_nobody_knows_has_a_row_of_its_own() {
        service.has("a");
        service.agentSays("a", "look");
        world.settled();

        service.event(
                "a", FakeService.AGENT, "ASSIGNED_AGENT", FakeFrames.object().put("type", "HologramEvent"), true);

        assertThat(world.conversation("a").items().stream()
                        .map(item -> ((TimelineItem.Said) item).turn().content()))
                .containsExactly(Content.Text.of("look"), new Content.Unsupported("HologramEvent"));
        Figures.note("R13", "FollowingTest", "an unknown event type stands as a row that names it");
    }

    @Test
    void what_cannot_be_read_or_is_for_others_takes_its_place_silently() {
        service.has("a");
        world.settled();

        ObjectNode strange = turn(1, "");
        strange.putObject("event").put("type", "HologramEvent");
        List<ObjectNode> said = List.of(
                turn(0, "for managers").put("messageAudience", "AGENTS_AND_MANAGERS"), strange, turn(2, "three"));
        service.talks.get("a").events.addAll(said);
        said.forEach(each -> service.notifyEvents(List.of(each)));
        world.advance(3_000);

        assertThat(world.rows("a")).containsExactly("unsupported", "three");
    }

    @Test
    void what_is_sent_beside_a_turn_is_kept_and_an_id_alone_is_not_kept_twice() {
        service.has("a");
        world.settled();
        ObjectNode bot = turn(0, "from a bot");
        bot.putArray("metadata").addObject().put("type", "BotResponse").put("externalConversationId", "x1");
        ObjectNode plain = turn(1, "with an id");
        plain.putArray("metadata").addObject().put("type", "ExternalId").put("id", "e1");

        service.notifyEvents(List.of(bot, plain));
        world.run();

        assertThat(world.conversation("a").items().stream()
                        .map(item -> ((TimelineItem.Said) item).turn().metadataJson()))
                .containsExactly("[{\"type\":\"BotResponse\",\"externalConversationId\":\"x1\"}]", "");
    }

    @Test
    void a_turn_without_a_conversation_is_placed_by_its_dialog() {
        service.has("a");
        world.settled();
        ObjectNode turn = turn(0, "hello");
        turn.remove("conversationId");

        service.notifyEvents(List.of(turn));

        assertThat(world.rows("a")).containsExactly("hello");
    }

    @Test
    void unknown_frames_and_malformed_ones_are_survived_until_there_are_three() {
        service.has("a");
        world.settled();

        service.raw("{\"kind\":\"surprise\"}");
        service.raw("{\"kind\":\"notification\",\"type\":\"x.Y\",\"body\":[1]}");
        service.raw("not json");
        service.raw("[");
        assertThat(world.link()).isEqualTo(Link.State.ONLINE);
        service.raw("nor this");

        assertThat(world.link()).isEqualTo(Link.State.CONNECTING);
        world.advance(3_000);
        assertThat(world.link()).isEqualTo(Link.State.ONLINE);
    }

    private static ObjectNode turn(long sequence, String text) {
        ObjectNode turn = new ObjectMapper().createObjectNode();
        turn.put("sequence", sequence).put("originatorId", FakeService.AGENT).put("dialogId", "a");
        turn.put("conversationId", "a").put("serverTimestamp", 1_700_000_000_000L);
        turn.putObject("originatorMetadata").put("id", FakeService.AGENT).put("role", "ASSIGNED_AGENT");
        turn.putObject("event")
                .put("type", "ContentEvent")
                .put("contentType", "text/plain")
                .put("message", text);
        return turn;
    }

    /** Something that takes a number but is filtered out of every history by its number. */
    private static ObjectNode hidden(long sequence) {
        ObjectNode hidden = turn(sequence, "hidden");
        hidden.put("sequence", -1);
        return hidden;
    }
}
