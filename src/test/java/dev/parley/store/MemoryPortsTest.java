package dev.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.Ports;
import dev.parley.conversation.TimelineEvent.Silent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class MemoryPortsTest {
    private static final Place HERE = new Place(new ConsumerKey(1), "conv-1");
    private static final Place UNOPENED = Place.unopened(new ConsumerKey(1));

    private final MemoryPorts factory = new MemoryPorts();
    private final Ports ports = factory.of("10000001", "c0a5");

    private static <T> T now(CompletionStage<T> stage) {
        return stage.toCompletableFuture().getNow(null);
    }

    private static Outgoing message(String cid) {
        return Outgoing.saving(cid, HERE, "hello", Instant.EPOCH);
    }

    @Test
    void a_session_started_anew_finds_what_the_last_one_left() {
        ports.drafts().save(UNOPENED, "half a sentence");

        Ports again = factory.of("10000001", "c0a5");

        assertThat(now(again.drafts().all())).isEqualTo(Map.of(UNOPENED, "half a sentence"));
    }

    @Test
    void consumers_and_accounts_are_kept_apart() {
        ports.drafts().save(HERE, "mine");

        assertThat(now(factory.of("10000001", "other").drafts().all())).isEmpty();
        assertThat(now(factory.of("10000002", "c0a5").drafts().all())).isEmpty();
    }

    @Test
    void messages_are_kept_in_order_of_acceptance() {
        ports.outbox().accept(message("b"));
        ports.outbox().accept(message("a"));
        ports.outbox().update(message("b").with(Delivery.QUEUED, ""));

        assertThat(now(ports.outbox().all())).containsExactly(message("b").with(Delivery.QUEUED, ""), message("a"));
    }

    @Test
    void accepting_a_message_forgets_the_draft_of_its_place_only() {
        ports.drafts().save(HERE, "hello");
        ports.drafts().save(UNOPENED, "other");

        ports.outbox().accept(message("a"));

        assertThat(now(ports.drafts().all())).isEqualTo(Map.of(UNOPENED, "other"));
    }

    @Test
    void a_removed_message_is_forgotten_and_late_news_do_not_bring_it_back() {
        ports.outbox().accept(message("a"));
        ports.outbox().remove("a");

        ports.outbox().update(message("a").acked(3));

        assertThat(now(ports.outbox().all())).isEmpty();
    }

    @Test
    void an_empty_draft_is_none() {
        ports.drafts().save(HERE, "hello");

        ports.drafts().save(HERE, "");

        assertThat(now(ports.drafts().all())).isEmpty();
    }

    @Test
    void history_comes_back_in_order_of_sequence_each_event_once() {
        ports.history().add("c", "c", List.of(new Silent(3), new Silent(1)));
        ports.history().add("c", "c", List.of(new Silent(1), new Silent(2)));
        ports.history().add("c", "survey", List.of(new Silent(9)));

        assertThat(now(ports.history().of("c", "c"))).containsExactly(new Silent(1), new Silent(2), new Silent(3));
        assertThat(now(ports.history().of("c", "unheard"))).isEmpty();
    }

    @Test
    void what_was_handed_out_does_not_change() {
        ports.outbox().accept(message("a"));
        List<Outgoing> before = now(ports.outbox().all());

        ports.outbox().remove("a");

        assertThat(before).containsExactly(message("a"));
    }
}
