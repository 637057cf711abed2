package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.config.Refusal;
import dev.parley.referee.Committed;
import dev.parley.referee.Fault;
import dev.parley.referee.Lookup;
import dev.parley.referee.Quirk;
import dev.parley.referee.Referee;
import dev.parley.referee.Second;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Refusals and nonsense: one clear sentence each, nothing typed is lost, and the client stays usable. */
class BadInputTest {
    private final Referee referee = Referee.start();

    @TempDir
    Path home;

    @AfterEach
    void close() {
        referee.close();
    }

    private Client start() {
        return Client.at(home).server(referee.lookup()).start();
    }

    /** Online, with {@code hello} said; the conversation's id. */
    private String begin(Client client) {
        client.seesOnline().say("hello");
        Committed hello = client.get(referee.committed(entry -> entry.text().equals("hello")), "hello in the ledger");
        client.sees("accepted", page -> page.row("hello").endsWith("✓"));
        referee.agentJoins(hello.conversationId());
        return hello.conversationId();
    }

    private String consumer() {
        return referee.connected().get(0);
    }

    /** The client lives: what the agent says arrives, what the person says too. */
    private void goesOn(Client client, String id) {
        referee.agentSays(id, "are you still there?");
        client.seesInHistory("are you still there?").say("yes I am");
        client.get(referee.committed(entry -> entry.text().equals("yes I am")), "an answer in the ledger");
        client.sees("accepted", page -> page.row("yes I am").endsWith("✓"));
        assertThat(client.look(Page::frameStands)).isTrue();
        assertThat(referee.fouls()).isEmpty();
    }

    @Test
    void a_second_conversation_that_is_refused_gives_the_text_back() {
        try (Client client = start()) {
            String id = begin(client);

            client.type("another matter").press("Alt-N").sees("try anyway").press("t");

            client.sees("There is an open conversation already").seesInput("another matter");
            client.selected("The ag");
            assertThat(referee.conversations()).containsExactly(id);
            client.press("Ctrl-C").seesInput("");
            goesOn(client, id);
        }
    }

    @Test
    void a_second_conversation_that_is_the_open_one_gets_the_text() {
        referee.second(Second.THE_OPEN_ONE);
        try (Client client = start()) {
            String id = begin(client);

            client.type("another matter").press("Alt-N").sees("try anyway").press("t");

            client.seesOnce("hello", "another matter").seesInput("");
            assertThat(referee.conversations()).containsExactly(id);
            goesOn(client, id);
        }
    }

    @Test
    void a_second_conversation_that_is_allowed_has_a_row_of_its_own() {
        referee.second(Second.ALLOWED);
        try (Client client = start()) {
            String id = begin(client);

            client.type("another matter").press("Alt-N").sees("try anyway").press("t");

            client.sees("open 2").seesOnce("another matter").seesInput("");
            Committed other = client.get(
                    referee.committed(entry -> entry.text().equals("another matter")), "the text in the ledger");
            assertThat(other.conversationId()).isNotEqualTo(id);
            client.press("Alt-Down").seesOnce("hello");
            goesOn(client, id);
        }
    }

    @Test
    void one_that_the_agent_closes_says_so_and_offers_a_new_one() {
        try (Client client = start()) {
            String id = begin(client);
            client.type("one more thing");

            referee.agentCloses(id);
            client.sees("open 0").sees("─ closed").seesInput("one more thing");
            client.press("Enter").sees("This conversation is closed").press("y");

            client.get(
                    referee.committed(entry -> entry.text().equals("one more thing")
                            && !entry.conversationId().equals(id)),
                    "the text in a new conversation");
            client.sees("open 1").seesOnce("one more thing").seesInput("");
            assertThat(referee.fouls()).isEmpty();
        }
    }

    @Test
    void a_closed_one_whose_history_is_refused_says_so() {
        try (Client client = start()) {
            String id = begin(client);
            referee.agentCloses(id);
            client.sees("open 0");
        }
        referee.behave(Quirk.CLOSED_HISTORY_REFUSED);

        try (Client client = start()) {
            client.seesOnline().sees("─ closed").press("Alt-Down");
            client.sees("The service no longer gives this history: Conversation is closed");
        }
    }

    @Test
    void a_refused_token_is_one_sentence_and_keeps_what_is_typed() {
        referee.answerUpgradesWith(401, "");
        try (Client client = start()) {
            client.say("hello")
                    .sees("the service no longer knows this consumer (401)")
                    .sees("offline");
            client.sees("queued", page -> page.row("hello").endsWith("…"));

            referee.acceptUpgrades();
            client.press("Alt-C")
                    .seesOnline()
                    .sees("accepted", page -> page.row("hello").endsWith("✓"));
        }
    }

    @Test
    void an_unknown_account_is_one_sentence() {
        referee.lookups(Lookup.UNKNOWN_ACCOUNT);
        try (Client client = start()) {
            client.sees("account 10000001 is not known").type("hello").seesInput("hello");
        }
    }

    @Test
    void a_lookup_that_fails_is_one_sentence_and_is_tried_again() {
        referee.lookups(Lookup.BROKEN);
        try (Client client = start()) {
            client.sees("looking up the account fails").say("hello");

            referee.lookups(Lookup.BOTH);
            client.leap(Duration.ofSeconds(10))
                    .seesOnline()
                    .sees("accepted", page -> page.row("hello").endsWith("✓"));
        }
    }

    @Test
    void a_refused_message_is_kept_with_the_reason_and_goes_when_the_person_wants() {
        try (Client client = start()) {
            String id = begin(client);
            referee.nextMessage(Fault.refuse(400, "No such words here"));

            client.say("rude words").sees("failed: No such words here").sees("failed 1");
            client.press("Alt-R")
                    .sees("accepted", page -> page.row("rude words").endsWith("✓"))
                    .sees("failed 0");

            goesOn(client, id);
        }
    }

    @Test
    void a_service_that_is_busy_gets_the_message_later_once() {
        try (Client client = start()) {
            String id = begin(client);
            referee.nextMessage(Fault.refuse(503, "Busy"));
            referee.nextMessage(Fault.refuse(429, "Not so fast"));

            client.say("in good time");
            seesRefused(client, 1);
            client.leap(Duration.ofSeconds(5));
            seesRefused(client, 2);
            client.leap(Duration.ofSeconds(5));

            client.sees("accepted", page -> page.row("in good time").endsWith("✓"))
                    .seesOnce("in good time");
            goesOn(client, id);
        }
    }

    /** Sent for the nth time, and waiting again: only then has the pause begun that the clock is to leap over. */
    private void seesRefused(Client client, int times) {
        AtomicInteger heard = new AtomicInteger();
        client.get(
                referee.requested(
                        request -> request.toString().contains("in good time") && heard.incrementAndGet() == times),
                "the request");
        client.sees(
                "queued",
                page -> page.status().contains("queued 1")
                        && page.row("in good time").endsWith("…"));
    }

    @Test
    void a_second_client_on_the_same_state_does_not_start() {
        try (Client client = start()) {
            client.seesOnline();

            assertThatThrownBy(() -> start().close()).rootCause().isInstanceOfSatisfying(Refusal.class, refusal -> {
                assertThat(refusal.exitCode()).isEqualTo(75);
                assertThat(refusal.sentence())
                        .contains("in use by process " + ProcessHandle.current().pid());
            });

            begin(client);
        }
    }

    @Test
    void whatever_size_the_terminal_gets_the_input_and_the_conversation_survive() {
        try (Client client = start()) {
            String id = begin(client);
            client.type("half a sentence");

            client.resize(20, 5)
                    .sees("half a sentence")
                    .resize(19, 4)
                    .sees("too small")
                    .resize(1, 1);
            referee.agentSays(id, "meanwhile");
            client.sees("anything", page -> true)
                    .resize(60, 20)
                    .sees("half a sentence")
                    .resize(80, 24);

            client.seesInput("half a sentence")
                    .seesInHistory("hello", "meanwhile")
                    .press("Ctrl-C")
                    .resize(120, 40);
            goesOn(client, id);
        }
    }

    @Test
    void a_frame_that_is_no_json_is_passed_over() {
        try (Client client = start()) {
            String id = begin(client);

            referee.sendRaw(consumer(), "{\"kind\":\"notification\",");
            referee.sendRaw(consumer(), "\u001b[2J");

            goesOn(client, id);
            client.seesOnline();
        }
    }

    @Test
    void a_service_that_sends_nothing_but_nonsense_is_left_and_tried_again() {
        try (Client client = start()) {
            String id = begin(client);

            for (int i = 0; i < 3; i++) {
                referee.sendRaw(consumer(), "nonsense");
            }
            client.seesNotOnline().leap(Duration.ofSeconds(10)).seesOnline();

            goesOn(client, id);
        }
    }

    @Test
    void unknown_types_are_passed_over_or_have_a_row() {
        try (Client client = start()) {
            String id = begin(client);

            referee.sendRaw(consumer(), "{\"kind\":\"gossip\"}");
            referee.sendRaw(consumer(), "{\"kind\":\"notification\",\"type\":\"x.Novelty\",\"body\":[1]}");
            referee.sendRaw(consumer(), "{\"kind\":\"resp\",\"reqId\":7,\"code\":200,\"type\":\"x\",\"body\":null}");
            referee.behave(Quirk.UNKNOWN_EVENTS);
            referee.agentSays(id, "after the unheard of");

            client.seesInHistory("unsupported message", "after the unheard of");
            referee.behaveWell();
            goesOn(client, id);
        }
    }

    @Test
    void a_message_of_a_megabyte_is_folded() {
        try (Client client = start()) {
            String id = begin(client);

            referee.agentSays(id, "wall of text ".repeat(80_000));
            client.sees("more rows").press("PgUp", "PgUp").sees("more (Esc)").press("Esc");

            goesOn(client, id);
        }
    }

    @Test
    void a_reason_of_a_megabyte_does_not_stop_the_client() {
        try (Client client = start()) {
            String id = begin(client);
            referee.nextMessage(Fault.refuse(400, "no and no ".repeat(100_000)));

            client.say("please").sees("failed 1");

            goesOn(client, id);
        }
    }

    @Test
    void a_message_that_is_too_long_stays_in_the_input_with_a_sentence() {
        try (Client client = start()) {
            String id = begin(client);

            client.paste("z".repeat(8_001)).press("Enter");
            client.sees("at most 8000 characters")
                    .sees("kept", page -> page.input().contains("zzzz"));
            client.press("Backspace", "Enter").sees("Send?").press("y");

            Committed sent = client.get(
                    referee.committed(entry -> entry.text().startsWith("zzzz")), "the long message in the ledger");
            assertThat(sent.text()).hasSize(8_000);
            client.seesInput("");
            goesOn(client, id);
        }
    }
}
