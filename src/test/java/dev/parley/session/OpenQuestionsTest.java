package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.Command;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Link;
import dev.parley.conversation.Update;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PROTOCOL.md section 18: under each plausible answer the same conversation reads the same, once and in order. */
class OpenQuestionsTest {
    private static final String OPEN = "cm.ConsumerRequestConversation";

    private final World world = new World();
    private final FakeService service = world.service;

    static Stream<Named<Consumer<FakeService>>> answers() {
        return Stream.of(
                Named.of("6: the creator hears of it without asking", service -> service.said.implicit = true),
                Named.of("6: the history comes in pieces", service -> service.said.chunk = 1),
                Named.of("6: receipts are not replayed", service -> service.said.replaysReceipts = false),
                Named.of(
                        "6: nothing is said where there is nothing",
                        service -> service.said.saysWhenThereIsNothing = false),
                Named.of("13: notifications before answers", service -> service.notificationsFirst = true),
                Named.of("13: everything twice", service -> service.twice = true),
                Named.of("all of them at once", service -> {
                    service.said.implicit = true;
                    service.said.chunk = 1;
                    service.said.replaysReceipts = false;
                    service.said.saysWhenThereIsNothing = false;
                    service.notificationsFirst = true;
                    service.twice = true;
                }));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void a_conversation_reads_the_same(Consumer<FakeService> answer) {
        answer.accept(service);
        world.settled();

        world.write(null, "hello");
        world.advance(2_000);
        service.agentSays("conv-1", "good morning");
        world.advance(2_000);
        service.close(1006, "");
        service.agentSays("conv-1", "are you there?");
        world.advance(10_000);
        world.write("conv-1", "yes");
        world.advance(5_000);

        assertThat(world.rows("conv-1").stream().filter(row -> !row.startsWith("missing")))
                .containsExactly("hello", "good morning", "are you there?", "yes");
        assertThat(service.said("conv-1")).containsExactly("hello", "good morning", "are you there?", "yes");
        assertThat(world.link()).isEqualTo(Link.State.ONLINE);
    }

    /** Question 1 under its third answer; {@link OpeningTest} has an error and the same id. */
    @Test
    void a_second_conversation_beside_the_first_is_a_conversation_of_its_own() {
        service.has("a");
        world.settled();

        world.command(new Command.OpenConversation(World.ME, "c", "two", world.time.now(), Command.Opening.PLAIN));
        world.advance(1_000);
        world.write("a", "one");
        world.advance(1_000);

        assertThat(world.rows("a")).containsExactly("one");
        assertThat(world.rows("conv-1")).containsExactly("two");
    }

    /** Another device was quicker: the message waits for a retry, which finds the one that is open now. */
    @Test
    void one_refused_because_another_was_opened_meanwhile_goes_there_when_it_is_sent_again() {
        world.settled();
        service.next(OPEN, Fault.refuse(400, "one is open"));
        String cid = world.write(null, "hello");
        assertThat(world.delivery(cid)).isEqualTo(Delivery.FAILED);
        service.has("other");
        service.changed("other");
        world.run();

        world.command(new Command.Retry(World.ME, cid));
        world.advance(2_000);

        assertThat(world.rows("other")).containsExactly("hello");
        assertThat(service.requests(OPEN)).hasSize(1);
    }

    /** Question 2: whatever code and body a closed dialog answers with, the message stands there with it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "400|\"Dialog is closed\"|Dialog is closed",
                "403|{\"title\":\"Forbidden\",\"details\":\"dialog closed\",\"errorCode\":40301}|Forbidden: dialog closed",
                "404|null|error 404",
                "409|{}|error 409",
                "200|\"no longer open\"|no longer open"
            })
    void a_refused_message_keeps_the_words_it_was_refused_with(String answer) throws Exception {
        String[] parts = answer.split("\\|");
        service.has("a");
        world.settled();
        service.next(
                "ContentEvent", Fault.answerWith(Integer.parseInt(parts[0]), new ObjectMapper().readTree(parts[1])));

        String cid = world.write("a", "hello");

        assertThat(world.delivery(cid)).isEqualTo(Delivery.FAILED);
        assertThat(world.outgoing(cid).reason()).isEqualTo(parts[2]);
    }

    /** Question 9: the server's own CLOSE, in whatever frame it may come. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"notification\",\"type\":\"CLOSE\"}",
                "{\"kind\":\"notification\",\"type\":\"CLOSE\",\"body\":{\"code\":602}}",
                "{\"type\":\"CLOSE\"}",
                "{\"kind\":\"resp\",\"reqId\":\"602\",\"code\":602,\"type\":\"CLOSE\",\"body\":\"bye\"}"
            })
    void the_services_own_close_is_survived(String frame) {
        service.has("a");
        world.settled();

        service.raw(frame);
        service.agentSays("a", "still here");

        assertThat(world.link()).isEqualTo(Link.State.ONLINE);
        assertThat(world.rows("a")).containsExactly("still here");
        assertThat(world.told(Update.Notice.class)).isEmpty();
    }

    /** Question 10: the answer's code counts, not its text. */
    @Test
    void a_success_with_another_text_is_a_success() {
        service.has("a");
        world.settled();
        service.next("cm.UpdateConversationField", Fault.answerWith(202, FakeFrames.text("Geschafft")));

        world.command(new Command.SetUrgency(World.ME, "a", true));

        assertThat(world.notices()).containsExactly("Marked urgent.");
    }

    /** Question 7: every request about a dialog names its conversation, MAIN or not. */
    @Test
    void every_request_about_a_dialog_names_its_conversation() {
        service.has("a").surveys = true;
        world.settled();
        world.write("a", "bye");
        world.command(new Command.Close(World.ME, "a"));
        world.write("a", "five");
        world.advance(2_000);

        assertThat(service.received.stream()
                        .filter(each -> each.path("type").asText().startsWith("ms."))
                        .map(each -> each.at("/body/conversationId").asText()))
                .isNotEmpty()
                .containsOnly("a");
    }
}
