package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.Link;
import dev.parley.conversation.Update;
import dev.parley.host.Secret;
import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.SandboxOptions;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.store.MemoryPorts;
import dev.parley.time.VertxTime;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every flow of PROTOCOL.md 2.1 as a story over real sockets, with the sandbox as the service. */
class SandboxFlowsTest {
    private static final String ANN = World.jwt("{\"sub\":\"ann\"}", "brand");

    private final Sandbox sandbox =
            Client.join(Sandbox.start(SandboxOptions.inMemory().withAgent(Optional.empty()))
                    .toCompletionStage()
                    .toCompletableFuture());
    private final Kept kept = new Kept();
    private Client client;

    @AfterEach
    void close() {
        if (client != null) {
            client.close();
        }
        Client.join(sandbox.close().toCompletionStage().toCompletableFuture());
    }

    private Client start(Way way) {
        return start(way, false);
    }

    private Client start(Way way, boolean inBand) {
        client = new Client(
                URI.create(sandbox.url()), kept, new Signing(way, inBand, name -> Proof.of(Secret.of(name), "a file")));
        return client;
    }

    private static Way anonymous() {
        return new Way.Anonymous(Optional.empty());
    }

    private static Proof proof(String secret) {
        return Proof.of(Secret.of(secret), "a file");
    }

    private void goesWrong(String... rules) {
        Client.join(sandbox.faults()
                .script(String.join("\n", rules))
                .toCompletionStage()
                .toCompletableFuture());
    }

    private Map<String, Long> seen() {
        return Client.join(sandbox.faults().seen().toCompletionStage().toCompletableFuture());
    }

    private List<String> notices() {
        return client.see(each -> each.told.stream()
                .filter(Update.Notice.class::isInstance)
                .map(update -> ((Update.Notice) update).sentence())
                .toList());
    }

    /** The conversation's id. */
    private String says(String words) {
        client.write(null, words);
        String id = client.opened();
        client.untilRows(id, words);
        return id;
    }

    @Test
    void without_a_login_one_is_the_same_consumer_with_the_same_conversation_at_the_next_start() {
        start(anonymous());
        String id = says("hello");
        String consumer = client.consumerId();
        client.close();

        start(new Way.SignUp());

        client.untilRows(id, "hello");
        assertThat(client.consumerId()).isEqualTo(consumer);
        assertThat(kept.passes.get(1).external().orElseThrow().connector()).isEqualTo("1001");
        assertThat(seen())
                .containsEntry("authorize", 1L)
                .containsEntry("authenticate", 1L)
                .doesNotContainKeys("signup", "InitConnection");
    }

    @Test
    @Shows("R10")
    void a_token_that_ends_in_mid_talk_is_followed_by_another_of_the_same_consumer() {
        start(anonymous());
        String id = says("hello");
        String consumer = client.consumerId();

        goesWrong("{\"on\":\"now\",\"do\":[\"expire-jwt\",\"close:4401:Identity token is invalid\"]}");
        client.write(id, "still me");

        client.untilRows(id, "hello", "still me");
        assertThat(client.consumerId()).isEqualTo(consumer);
        assertThat(seen()).containsEntry("authorize", 2L).containsEntry("authenticate", 2L);
    }

    @Test
    @Shows("R10")
    void a_service_that_refuses_even_the_new_token_is_not_asked_on_and_on() {
        // On the real clock: what is counted here must not come of a machine that is slow.
        client = new Client(
                URI.create(sandbox.url()),
                kept,
                new MemoryPorts(),
                new Signing(anonymous(), false, name -> proof(name)),
                VertxTime::new);
        String id = says("hello");
        goesWrong("{\"on\":\"upgrade\",\"do\":[\"http:401\"]}", "{\"on\":\"now\",\"do\":[\"close:4401\"]}");
        client.write(id, "kept");

        client.untilLink(Link.State.OFFLINE);

        assertThat(client.linkNow().reason()).contains("even a new token", "/reconnect");
        assertThat(seen()).containsEntry("authorize", 2L);
        long upgrades = seen().get("upgrade") - 1;
        assertThat(upgrades).isLessThanOrEqualTo(2);
        Figures.note(
                "R10",
                "SandboxFlowsTest",
                "refused in mid-talk: " + upgrades + " upgrade(s) and one renewal, then a question; message kept");
        client.until(
                "still written",
                each -> each.inbox.consumer(World.ME).orElseThrow().outgoing().stream()
                        .anyMatch(outgoing -> outgoing.text().equals("kept")));
    }

    @Test
    void an_account_that_lets_nobody_in_without_a_login_says_so() {
        goesWrong("{\"on\":\"authorize\",\"do\":[\"http:428\"]}");

        start(anonymous()).untilLink(Link.State.OFFLINE);

        assertThat(client.linkNow().reason()).contains("(428)", "switched off");
        assertThat(seen()).containsEntry("authorize", 1L).doesNotContainKey("upgrade");
    }

    @Test
    void the_old_form_takes_a_code_and_the_brands_own_token() {
        start(new Way.OldForm(proof("ann:1")));
        String byCode = client.consumerId();
        client.close();

        start(new Way.OldForm(proof(ANN)));

        assertThat(client.consumerId()).isEqualTo(byCode).matches("[0-9a-f]{64}");
    }

    @Test
    void the_current_form_takes_an_id_token_or_a_code_and_both_are_the_same_person() {
        start(new Way.Brand("1002", proof(ANN), Optional.empty()));
        String id = says("hello");
        String consumer = client.consumerId();
        client.close();

        start(new Way.Brand("1002", proof("ann:2"), Optional.of("https://shop.example/in")));

        client.untilRows(id, "hello");
        assertThat(client.consumerId()).isEqualTo(consumer);
        assertThat(kept.passes).isEmpty();
    }

    @Test
    void a_code_that_was_used_before_is_a_question() {
        start(new Way.OldForm(proof("ann:1")));
        client.consumerId();
        client.close();

        start(new Way.OldForm(proof("ann:1"))).untilLink(Link.State.OFFLINE);

        assertThat(client.linkNow().reason()).contains("put a new one into a file");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_step_up_takes_the_conversation_along_in_mid_talk(boolean inBand) {
        start(anonymous(), inBand);
        String id = says("who am I?");
        String before = client.consumerId();

        client.command(new Command.StepUp(World.ME, "1002", ANN, Optional.empty()));
        client.untilNotice("came along");
        client.write(id, "Ann!");

        client.untilRows(id, "who am I?", "Ann!");
        String after = client.consumerId();
        assertThat(after).isNotEqualTo(before).matches("[0-9a-f]{64}");
        boolean gone = client.see(each -> each.told.stream().anyMatch(Update.ConversationGone.class::isInstance));
        assertThat(gone).isFalse();
        client.close();
        start(new Way.Brand("1002", proof("ann:9"), Optional.of("https://shop.example/in")));
        client.untilRows(id, "who am I?", "Ann!");
        int unread = client.see(each -> each.inbox
                .consumer(World.ME)
                .orElseThrow()
                .conversation(id)
                .orElseThrow()
                .unread());
        assertThat(unread).isZero();
    }

    @Test
    void a_step_up_that_is_refused_changes_nothing_but_a_sentence() {
        start(anonymous());
        String id = says("hello");
        String before = client.consumerId();

        client.command(new Command.StepUp(World.ME, "77", ANN, Optional.empty()));
        client.untilNotice("You are who you were");
        client.write(id, "still me");

        client.untilRows(id, "hello", "still me");
        assertThat(client.consumerId()).isEqualTo(before);
    }

    @Test
    void a_step_up_cut_off_in_the_middle_is_finished_at_the_next_connect() {
        start(anonymous());
        String id = says("hello");
        goesWrong("{\"on\":\"cm.UpdateConversationField\",\"nth\":1,\"do\":[\"close:1006\"]}");

        client.command(new Command.StepUp(World.ME, "1002", ANN, Optional.empty()));
        client.untilNotice("came along");
        client.write(id, "Ann!");

        client.untilRows(id, "hello", "Ann!");
    }

    @Test
    void behind_a_proxy_that_takes_the_header_out_the_token_goes_into_the_first_frame() {
        goesWrong("{\"on\":\"upgrade\",\"do\":[\"no-header\"]}");

        start(new Way.SignUp());

        says("hello");
        assertThat(seen()).containsKey("InitConnection");
        assertThat(notices()).filteredOn(each -> each.contains("--auth init")).hasSize(1);
    }

    @Test
    void in_band_by_choice_nothing_is_said_of_it() {
        start(new Way.SignUp(), true);

        says("hello");

        assertThat(seen()).containsKey("InitConnection");
        assertThat(notices()).isEmpty();
    }

    @Test
    void in_band_a_service_that_does_not_answer_is_left_and_tried_again() {
        goesWrong("{\"on\":\"InitConnection\",\"nth\":1,\"do\":[\"drop-request\"]}");

        start(new Way.SignUp(), true);

        says("hello");
        assertThat(seen().get("InitConnection")).isGreaterThan(1);
    }

    @Test
    @Shows("R10")
    void in_band_a_refused_token_is_renewed_once() {
        start(anonymous(), true);
        String id = says("hello");
        goesWrong("{\"on\":\"InitConnection\",\"do\":[\"http:401\"]}", "{\"on\":\"now\",\"do\":[\"close:1006\"]}");
        client.write(id, "kept");

        client.untilLink(Link.State.OFFLINE);

        assertThat(client.linkNow().reason()).contains("even a new token");
        assertThat(seen()).containsEntry("authorize", 2L);
    }

    /** Keeps passes as long as the test. */
    private static final class Kept implements Credentials {
        final TreeMap<Integer, Pass> passes = new TreeMap<>();

        @Override
        public CompletionStage<SortedMap<Integer, Pass>> all() {
            return CompletableFuture.completedFuture(new TreeMap<>(passes));
        }

        @Override
        public CompletionStage<Void> keep(int slot, Pass pass) {
            passes.put(slot, pass);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> renew(Secret former, Pass pass) {
            passes.replaceAll((slot, each) -> each.token().sameAs(former) ? pass : each);
            return CompletableFuture.completedFuture(null);
        }
    }
}
