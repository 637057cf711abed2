package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.referee.Committed;
import dev.parley.referee.Fault;
import dev.parley.referee.Referee;
import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The "Done when" 3: the server goes away in mid-conversation and comes back. */
class ServerGoneTest {
    /** Longer than the longest wait before the next attempt in the first minutes of an outage. */
    private static final Duration BACK_OFF = Duration.ofSeconds(10);

    @TempDir
    Path home;

    @Test
    void a_sandbox_that_ends_and_is_started_again_on_its_port_and_folder() {
        SandboxOptions options =
                SandboxOptions.alone(0, home.resolve("sandbox")).withAgent(Optional.empty());
        Sandbox first = started(options);
        Sandbox last = first;
        try (Client client = Client.on(first, home).start()) {
            client.seesOnline()
                    .say("one")
                    .sees("accepted", page -> page.row("one").endsWith("✓"));

            join(first);
            client.seesNotOnline().say("two").say("three").type("half a sentence");
            client.sees(
                    "queued",
                    page -> page.row("two").endsWith("…") && page.row("three").endsWith("…"));
            last = started(options.withPort(first.port()));
            client.leap(BACK_OFF).seesOnline();

            client.sees("accepted", page -> page.row("three").endsWith("✓"));
            client.seesOnce("one", "two", "three").seesInput("half a sentence").sees("open 1");
        } finally {
            join(last);
        }
    }

    @Test
    void a_server_that_stands_still_is_not_heard_after_twelve_seconds_and_all_is_well_when_it_goes_on() {
        try (Referee referee = Referee.start();
                Client client = Client.at(home).server(referee.lookup()).start()) {
            client.seesOnline()
                    .say("one")
                    .sees("accepted", page -> page.row("one").endsWith("✓"));

            referee.stall();
            client.leap(Duration.ofSeconds(13)).sees("not heard");
            assertThat(client.look(Page::isOnline)).isFalse();
            client.say("two").sees("on its way", page -> page.row("two").endsWith("→"));
            referee.resume();

            client.seesOnline().sees("accepted", page -> page.row("two").endsWith("✓"));
            client.seesOnce("one", "two");
            assertThat(said(referee)).containsExactly("one", "two");
            assertThat(referee.fouls()).isEmpty();
        }
    }

    @Test
    void whatever_is_typed_while_the_server_is_down_goes_out_in_order() {
        try (Referee referee = Referee.start();
                Client client = Client.at(home).server(referee.lookup()).start()) {
            client.seesOnline().say("one");
            String id = conversation(client, referee, "one");
            referee.agentJoins(id);
            referee.agentSays(id, "answer to one");
            client.seesInHistory("one", "answer to one");

            referee.goDown();
            client.seesNotOnline();
            for (String text : List.of("two", "three", "four")) {
                client.say(text).sees("queued", page -> page.row(text).endsWith("…"));
            }
            referee.comeBack();
            client.leap(BACK_OFF).seesOnline();

            client.sees("accepted", page -> page.row("four").endsWith("✓"));
            client.seesOnce("answer to", "two", "three", "four");
            assertThat(said(referee)).containsExactly("one", "answer to one", "two", "three", "four");
            assertThat(referee.fouls()).isEmpty();
        }
    }

    /** What happens to the request, and how often it must come so that it takes effect once. */
    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of("the answer is lost", Fault.dropAnswer(), 1),
                Arguments.of("answer and notification are lost", Fault.dropAnswerAndNotification(), 1),
                Arguments.of("the message is lost", Fault.swallow(), 2),
                Arguments.of("cut off after it was taken", Fault.closeAfter(0), 1),
                Arguments.of("cut off before it was taken", Fault.closeBefore(0), 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void a_message_of_which_nothing_is_heard_is_one_row_and_once_in_the_ledger(String what, Fault fault, int tries) {
        try (Referee referee = Referee.start();
                Client client = Client.at(home).server(referee.lookup()).start()) {
            client.seesOnline().say("first");
            String id = conversation(client, referee, "first");
            client.sees("accepted", page -> page.row("first").endsWith("✓"));

            referee.nextMessage(fault);
            client.say("second").say("third").seesOnce("first", "second", "third");
            client.get(referee.requested(ServerGoneTest::saysSecond), "the request");
            client.leap(Duration.ofSeconds(11));

            client.sees(
                    "accepted",
                    page -> page.row("second").endsWith("✓")
                            && page.row("third").endsWith("✓"));
            client.seesOnce("first", "second", "third");
            assertThat(said(referee)).containsExactly("first", "second", "third");
            assertThat(referee.requests())
                    .filteredOn(ServerGoneTest::saysSecond)
                    .hasSize(tries);
            assertThat(referee.conversations()).containsExactly(id);
            assertThat(referee.fouls()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("losses")
    void an_opening_of_which_nothing_is_heard_opens_one_conversation(String what, Fault fault, int tries) {
        try (Referee referee = Referee.start();
                Client client = Client.at(home).server(referee.lookup()).start()) {
            client.seesOnline();
            referee.next("cm.ConsumerRequestConversation", fault);

            client.say("first").say("second");
            client.get(referee.requested(ServerGoneTest::opens), "the request");
            client.leap(Duration.ofSeconds(11)).leap(BACK_OFF);

            client.sees(
                    "accepted",
                    page -> page.row("first").endsWith("✓")
                            && page.row("second").endsWith("✓"));
            client.seesOnce("first", "second").sees("open 1");
            assertThat(said(referee)).containsExactly("first", "second");
            assertThat(referee.requests()).filteredOn(ServerGoneTest::opens).hasSize(tries);
            assertThat(referee.conversations()).hasSize(1);
            assertThat(referee.fouls()).isEmpty();
        }
    }

    private static boolean saysSecond(ObjectNode request) {
        return request.path("body").path("event").path("message").asText().equals("second");
    }

    private static boolean opens(ObjectNode request) {
        return request.path("type").asText().equals("cm.ConsumerRequestConversation");
    }

    private static String conversation(Client client, Referee referee, String text) {
        return client.get(referee.committed(entry -> entry.text().equals(text)), text + " in the ledger")
                .conversationId();
    }

    private static List<String> said(Referee referee) {
        return referee.ledger().stream()
                .filter(entry -> entry.type().equals("ContentEvent"))
                .map(Committed::text)
                .toList();
    }

    static Sandbox started(SandboxOptions options) {
        return Sandbox.start(options).toCompletionStage().toCompletableFuture().join();
    }

    static void join(Sandbox sandbox) {
        sandbox.close().toCompletionStage().toCompletableFuture().join();
    }
}
