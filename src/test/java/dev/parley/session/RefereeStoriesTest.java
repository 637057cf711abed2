package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Link;
import dev.parley.conversation.Place;
import dev.parley.conversation.Update;
import dev.parley.conversation.Who;
import dev.parley.referee.Committed;
import dev.parley.referee.Fault;
import dev.parley.referee.Lookup;
import dev.parley.referee.Quirk;
import dev.parley.referee.Referee;
import dev.parley.referee.Second;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole session over real sockets against the other service. */
class RefereeStoriesTest {
    private final Referee referee = Referee.start();
    private Client client;

    @AfterEach
    void close() {
        if (client != null) {
            client.close();
        }
        referee.close();
    }

    private Client start() {
        client = new Client(referee.lookup());
        return client;
    }

    private List<String> ledgerOf(String conversationId) {
        return referee.ledger().stream()
                .filter(each -> each.type().equals("ContentEvent")
                        && each.conversationId().equals(conversationId))
                .map(Committed::text)
                .toList();
    }

    /** A whole talk with a lost connection in it. */
    private void talk() {
        start();
        client.write(null, "hello");
        String id = client.opened();
        client.untilRows(id, "hello");
        referee.agentJoins(id);
        referee.agentSays(id, "hello to you");
        client.until("the agent's turn", each -> each.rows(id).contains("hello to you"));
        client.command(new Command.MarkRead(World.ME, id, id, Long.MAX_VALUE));
        Client.join(
                referee.committed(each -> each.event().path("status").asText().equals("READ")));
        referee.closeSockets(0, "");
        client.until("not online", each -> each.link().orElseThrow().state() != Link.State.ONLINE);
        referee.agentSays(id, "while you were away");
        client.until("what was said meanwhile", each -> each.rows(id).contains("while you were away"));
        client.write(id, "back again");
        client.until(
                "all of it",
                each -> each.rows(id).stream()
                        .filter(row -> !row.equals("unsupported"))
                        .toList()
                        .equals(List.of("hello", "hello to you", "while you were away", "back again")));
        client.command(new Command.Close(World.ME, id));
        client.until(
                "closed",
                each -> !each.inbox
                        .conversation(new Place(World.ME, id))
                        .orElseThrow()
                        .isOpen());
        assertThat(ledgerOf(id)).containsExactly("hello", "hello to you", "while you were away", "back again");
    }

    @Test
    void a_whole_talk() {
        talk();

        assertThat(referee.fouls()).isEmpty();
    }

    // Frames that are not JSON are not legal at all: three in a minute end the link (RELIABILITY.md M8).
    @ParameterizedTest
    @EnumSource(value = Quirk.class, mode = EnumSource.Mode.EXCLUDE, names = "BROKEN_FRAMES")
    void the_same_talk_with_each_oddity(Quirk quirk) {
        referee.behave(quirk);

        talk();

        assertThat(referee.fouls()).isEmpty();
    }

    @Test
    void the_same_talk_with_all_oddities_together() {
        EnumSet<Quirk> all = EnumSet.allOf(Quirk.class);
        all.remove(Quirk.BROKEN_FRAMES);
        referee.behave(all.toArray(Quirk[]::new));

        talk();

        assertThat(referee.fouls()).isEmpty();
    }

    static Stream<Fault> losses() {
        return Stream.of(
                Fault.dropAnswer(),
                Fault.closeAfter(0),
                Fault.closeAfter(1011),
                Fault.closeBefore(0),
                Fault.closeBefore(1001));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void a_message_whose_answer_is_lost_is_in_the_ledger_once_and_on_the_screen_once(Fault fault) {
        start();
        client.write(null, "first");
        String id = client.opened();
        client.untilRows(id, "first");
        referee.next("ms.PublishEvent", fault);

        String cid = client.write(id, "second");
        client.untilRows(id, "first", "second");

        assertThat(referee.ledger())
                .filteredOn(each -> each.externalId().filter(cid::equals).isPresent())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Second.class)
    void a_second_conversation_under_each_answer(Second second) {
        referee.second(second);
        start();
        client.write(null, "first");
        String id = client.opened();
        client.untilRows(id, "first");

        client.command(
                new Command.OpenConversation(World.ME, "anyway", "second", Instant.now(), Command.Opening.PLAIN));

        switch (second) {
            case REFUSED -> {
                client.until(
                        "the text is back",
                        each -> each.told.stream()
                                .anyMatch(update -> update instanceof Update.TextReturned back
                                        && back.text().equals("second")
                                        && back.why().equals("There is an open conversation already")));
                assertThat(referee.conversations()).hasSize(1);
            }
            case THE_OPEN_ONE -> {
                client.untilRows(id, "first", "second");
                assertThat(referee.conversations()).hasSize(1);
            }
            default -> {
                Committed committed =
                        Client.join(referee.committed(each -> each.text().equals("second")));
                assertThat(committed.conversationId()).isNotEqualTo(id);
                client.untilRows(committed.conversationId(), "second");
            }
        }
    }

    @Test
    void a_closed_ones_history_that_is_refused_says_so() {
        String token = referee.token();
        client = new Client(referee.lookup(), Optional.of(token), OptionalInt.empty(), Credentials.forgetful());
        String id = referee.conversationOf(client.consumerId());
        referee.agentCloses(id);
        referee.behave(Quirk.CLOSED_HISTORY_REFUSED);
        client.command(new Command.Reconnect(World.ME));
        client.until(
                "listed",
                each -> each.inbox
                        .conversation(new Place(World.ME, id))
                        .filter(found -> !found.isOpen())
                        .isPresent());

        client.command(new Command.LoadHistory(World.ME, id));

        client.until("a sentence", each -> each.rows(id).stream().anyMatch(row -> row.startsWith("REFUSED")));
    }

    @Test
    void a_refused_token_waits_for_the_person_after_one_try() {
        client = new Client(
                referee.lookup(), Optional.of(World.jwt("nobody")), OptionalInt.empty(), Credentials.forgetful());

        client.untilLink(Link.State.OFFLINE);

        assertThat(client.linkNow().reason()).contains("token that was given (401)");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302})
    void what_answers_in_place_of_the_server_is_called_that(int status) {
        if (status == 302) {
            referee.redirectUpgradesTo("http://127.0.0.1:9/");
        } else {
            referee.answerUpgradesWith(status, "<html>Welcome to the hotel</html>");
        }
        start();

        client.until(
                "a sentence", each -> each.link().orElse(Link.CLOSED).reason().contains("in place of"));
        assertThat(client.linkNow().state()).isEqualTo(Link.State.CONNECTING);
    }

    @Test
    void an_unknown_account_has_its_sentence() {
        referee.lookups(Lookup.UNKNOWN_ACCOUNT);
        start();

        client.untilLink(Link.State.OFFLINE);

        assertThat(client.linkNow().reason()).contains("account 10000001 is not known");
    }

    @Test
    void a_server_that_goes_and_comes_back_on_the_same_port_loses_nothing() {
        start();
        client.write(null, "one");
        String id = client.opened();
        client.untilRows(id, "one");

        referee.goDown();
        client.until("not online", each -> each.link().orElseThrow().state() != Link.State.ONLINE);
        client.write(id, "two");
        client.write(id, "three");
        client.until("it says why", each -> each.link().orElseThrow().reason().contains("nothing answers at"));
        referee.comeBack();

        client.untilRows(id, "one", "two", "three");
        assertThat(ledgerOf(id)).containsExactly("one", "two", "three");
        client.untilLink(Link.State.ONLINE);
    }

    @Test
    void the_agents_name_comes_from_the_public_profile() {
        start();
        client.write(null, "hello");
        String id = client.opened();
        client.untilRows(id, "hello");

        referee.agentJoins(id);

        client.until(
                "the name",
                each -> each.inbox
                        .conversation(new Place(World.ME, id))
                        .flatMap(Conversation::agent)
                        .flatMap((Who who) ->
                                each.inbox.consumer(World.ME).orElseThrow().nameOf(who))
                        .filter("The agent"::equals)
                        .isPresent());
    }

    @Test
    void a_message_of_a_megabyte_comes_through() {
        start();
        client.write(null, "hello");
        String id = client.opened();
        client.untilRows(id, "hello");
        String large = "x".repeat(1 << 20);

        referee.agentSays(id, large);

        client.untilRows(id, "hello", large);
    }

    @Test
    void a_message_larger_than_the_limit_does_not_end_everything_for_ever() {
        start();
        client.write(null, "hello");
        String id = client.opened();
        client.untilRows(id, "hello");

        referee.sendRaw(client.consumerId(), "{\"x\":\"" + "y".repeat(5 << 20) + "\"}");
        client.until("a new socket", each -> each.link().orElseThrow().state() != Link.State.ONLINE);
        referee.agentSays(id, "still there?");

        client.untilRows(id, "hello", "still there?");
    }

    @Test
    void a_message_that_is_too_large_each_time_is_left_out() {
        start();
        client.write(null, "hello");
        String id = client.opened();
        client.untilRows(id, "hello");

        referee.agentSays(id, "y".repeat(5 << 20));
        // The list shows what was said last, and so would be too large itself.
        referee.agentSays(id, "still there?");

        client.untilRows(id, "hello", "missing 1..1", "still there?");
    }

    @Test
    void a_storm_is_taken_in_while_the_screen_rests_and_nothing_is_lost() {
        start();
        client.write(null, "hello");
        String id = client.opened();
        client.untilRows(id, "hello");

        client.rest();
        for (int turn = 0; turn < 3_000; turn++) {
            referee.agentTypes(id, turn % 2 == 0 ? "COMPOSING" : "ACTIVE");
        }
        client.until("a thousand wait", each -> each.bus.outstanding() > 1_000);
        referee.agentSays(id, "done");
        assertThat(client.outstandingNow()).isLessThan(1_050);
        client.wake();

        client.untilRows(id, "hello", "done");
    }
}
