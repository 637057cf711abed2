package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.Consumer;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Link;
import dev.parley.conversation.Update;
import dev.parley.host.Secret;
import dev.parley.referee.Referee;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many consumers there are, and which. */
class ConsumersTest {
    private final Referee referee = Referee.start();
    private final Kept kept = new Kept();
    private Client client;

    @AfterEach
    void close() {
        client.close();
        referee.close();
    }

    private void start(int consumers) {
        start(OptionalInt.of(consumers));
    }

    private void start(OptionalInt consumers) {
        client = new Client(referee.lookup(), Optional.empty(), consumers, kept);
    }

    /** Waits until so many have signed in. */
    private List<String> signedIn(int count) {
        client.until(count + " signed in", each -> ids(each).size() == count);
        return client.see(ConsumersTest::ids);
    }

    private static List<String> ids(Client client) {
        return client.inbox.consumers().stream()
                .map(Consumer::known)
                .flatMap(Optional::stream)
                .map(Update.ConsumerKnown::consumerId)
                .toList();
    }

    private List<Integer> numbers() {
        return client.see(each -> each.inbox.consumers().stream()
                .map(consumer -> consumer.key().number())
                .toList());
    }

    @Test
    void many_consumers_are_each_their_own_and_are_the_same_ones_next_time() {
        start(12);
        for (int number = 1; number <= 12; number++) {
            client.write(new ConsumerKey(number), null, "from " + number);
        }
        client.until(
                "all answered",
                each -> each.inbox.consumers().stream()
                        .allMatch(consumer -> consumer.conversations().size() == 1
                                && consumer.outgoing().isEmpty()));
        assertThat(referee.conversations()).hasSize(12);
        List<String> before = signedIn(12);
        client.close();

        start(OptionalInt.empty());

        client.until(
                "all back",
                each -> each.inbox.consumers().size() == 12
                        && each.inbox.consumers().stream()
                                .allMatch(consumer -> consumer.conversations().size() == 1));
        assertThat(signedIn(12)).isEqualTo(before);
        assertThat(referee.fouls()).isEmpty();
    }

    @Test
    void without_a_number_and_without_any_kept_there_is_one() {
        start(OptionalInt.empty());

        assertThat(signedIn(1)).hasSize(1);
        assertThat(numbers()).containsExactly(1);
    }

    @Test
    void fewer_than_are_kept_are_the_first_ones() {
        kept.tokens.put(2, Pass.of(Secret.of(referee.token("a"))));
        kept.tokens.put(5, Pass.of(Secret.of(referee.token("b"))));
        kept.tokens.put(6, Pass.of(Secret.of(referee.token("c"))));

        start(2);

        assertThat(signedIn(2)).containsExactly("a", "b");
        assertThat(numbers()).containsExactly(1, 2);
    }

    @Test
    void more_than_are_kept_are_signed_up_behind_them() {
        kept.tokens.put(2, Pass.of(Secret.of(referee.token("a"))));
        kept.tokens.put(5, Pass.of(Secret.of(referee.token("b"))));

        start(3);

        assertThat(signedIn(3)).startsWith("a", "b");
        assertThat(numbers()).containsExactly(1, 2, 3);
        assertThat(kept.tokens.keySet()).containsExactly(2, 5, 6);
    }

    @Test
    void one_that_is_added_is_a_new_one_and_kept_behind_all_others() {
        kept.tokens.put(1, Pass.of(Secret.of(referee.token("a"))));
        kept.tokens.put(2, Pass.of(Secret.of(referee.token("b"))));
        start(1);
        signedIn(1);

        client.command(new Command.AddConsumer(new ConsumerKey(2)));
        client.write(new ConsumerKey(2), null, "me too");

        assertThat(signedIn(2)).startsWith("a").doesNotContain("b");
        assertThat(kept.tokens.keySet()).containsExactly(1, 2, 3);
        Client.join(referee.committed(each -> each.text().equals("me too")));
        assertThat(referee.conversations()).hasSize(1);
    }

    @Test
    void one_that_the_service_no_longer_knows_says_what_to_do_and_another_can_be_added() {
        String token = referee.token("a");
        kept.tokens.put(1, Pass.of(Secret.of(token)));
        referee.revoke(token);
        start(OptionalInt.empty());
        client.untilLink(Link.State.OFFLINE);
        assertThat(client.linkNow().reason())
                .contains(
                        "no longer knows this consumer (401)", "/new --consumer new", "or remove /kept/consumers.json");

        client.command(new Command.AddConsumer(new ConsumerKey(2)));
        client.write(new ConsumerKey(2), null, "me instead");

        Client.join(referee.committed(each -> each.text().equals("me instead")));
        assertThat(kept.tokens.keySet()).containsExactly(1, 2);
        assertThat(kept.tokens.get(1).token().reveal()).isEqualTo(token);
    }

    /** Keeps tokens as long as the test. The client's event loop, and the test while no client runs or after waiting. */
    private static final class Kept implements Credentials {
        final TreeMap<Integer, Pass> tokens = new TreeMap<>();

        @Override
        public CompletionStage<SortedMap<Integer, Pass>> all() {
            return CompletableFuture.completedFuture(new TreeMap<>(tokens));
        }

        @Override
        public CompletionStage<Void> keep(int slot, Pass pass) {
            tokens.put(slot, pass);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> renew(Secret former, Pass pass) {
            throw new AssertionError("nobody is refreshed here");
        }

        @Override
        public Optional<Path> file() {
            return Optional.of(Path.of("/kept/consumers.json"));
        }
    }
}
