package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConsumerKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which order the open conversations stand. */
class OrderTest {
    private static final Instant START = Instant.parse("2026-11-22T11:00:00Z");

    private final Story late = new Story(1, "conv-1", "ada", START).due(Instant.parse("2026-11-22T12:10:00Z"));
    private final Story soon = new Story(2, "conv-2", "bo", START).due(Instant.parse("2026-11-22T12:06:00Z"));
    private final Story answered = new Story(3, "conv-3", "cy", START).due(Instant.parse("2026-11-22T12:05:00Z"));

    @Test
    void by_last_message_as_a_rule() {
        AppDriver app = three();

        assertThat(order(app)).containsExactly(3, 1, 2);
    }

    @Test
    void by_reply_due_the_soonest_first_and_last_those_that_wait_for_nothing() {
        AppDriver app = three().type("/order due").press("Enter");

        assertThat(order(app)).containsExactly(2, 1, 3);
    }

    @Test
    void a_word_that_is_no_order_names_those_there_are() {
        AppDriver app = three().type("/order colour").press("Enter");

        app.shows("/order takes last or due.");
    }

    @Test
    void the_order_is_remembered() {
        AppDriver app = three().type("/order due").press("Enter");

        assertThat(app.preferences().get("order")).contains("due");
    }

    private AppDriver three() {
        return new AppDriver(120, 24)
                .tell(late.open(), late.own("12:02", "hello"))
                .tell(soon.open(), soon.own("12:01", "hello"))
                .tell(answered.open(), answered.own("12:00", "hello"), answered.says("12:03", "hi"))
                .advance(2_000);
    }

    private static List<Integer> order(AppDriver app) {
        return app.state().rows().all().stream()
                .map(row -> row.place().consumer())
                .map(ConsumerKey::number)
                .toList();
    }
}
