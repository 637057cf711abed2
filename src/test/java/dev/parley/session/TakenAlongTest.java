package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.conversation.Command;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Link;
import dev.parley.conversation.Place;
import dev.parley.host.Secret;
import dev.parley.sandbox.LedgerCheck;
import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.SandboxOptions;
import dev.parley.store.MemoryPorts;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was begun and not sent when one became another consumer: RELIABILITY.md P1. */
class TakenAlongTest {
    private static final String ANN = World.jwt("{\"sub\":\"ann\"}", "brand");

    private final Sandbox sandbox =
            Client.join(Sandbox.start(SandboxOptions.inMemory().withAgent(Optional.empty()))
                    .toCompletionStage()
                    .toCompletableFuture());
    private final MemoryPorts ports = new MemoryPorts();
    private final Client client = new Client(
            URI.create(sandbox.url()),
            Credentials.forgetful(),
            ports,
            new Signing(new Way.Anonymous(Optional.empty()), false, name -> Proof.of(Secret.of(name), "a file")));

    @AfterEach
    void close() {
        client.close();
        Client.join(sandbox.close().toCompletionStage().toCompletableFuture());
    }

    private static <T> T get(CompletionStage<T> stage) {
        return Client.join(stage.toCompletableFuture());
    }

    @Test
    void a_conversation_that_is_just_being_opened_is_waited_for_and_comes_along() {
        client.untilLink(Link.State.ONLINE);
        String before = client.consumerId();
        get(sandbox.faults()
                .script("{\"on\":\"cm.ConsumerRequestConversation\",\"do\":[\"commit\",\"delay:300\"]}")
                .toCompletionStage());
        client.write(null, "hello");
        client.until(
                "asked for",
                each -> each.inbox.consumer(World.ME).orElseThrow().outgoing().stream()
                        .anyMatch(outgoing -> outgoing.delivery() == Delivery.QUEUED));

        client.command(new Command.StepUp(World.ME, "1002", ANN, Optional.empty()));

        client.until(
                "somebody else",
                each -> !each.inbox
                        .consumer(World.ME)
                        .orElseThrow()
                        .known()
                        .orElseThrow()
                        .consumerId()
                        .equals(before));
        client.untilNotice("came along");
        client.untilRows(client.opened(), "hello");
        assertThat(get(sandbox.ledger().toCompletionStage()).taken())
                .extracting(LedgerCheck.Taken::consumer, LedgerCheck.Taken::text)
                .containsExactly(tuple(client.consumerId(), "hello"));
        Map<String, Long> seen = get(sandbox.faults().seen().toCompletionStage());
        assertThat(seen).containsEntry("cm.ConsumerRequestConversation", 1L);
    }

    @Test
    void a_draft_and_a_message_that_waited_are_the_new_consumers_and_no_longer_the_old_ones() {
        client.write(null, "hello");
        String id = client.opened();
        client.untilRows(id, "hello");
        String before = client.consumerId();
        Place here = new Place(World.ME, id);
        // Never answered, so that the message waits for the next connect, which is the step-up's.
        get(sandbox.faults()
                .script("{\"on\":\"ms.PublishEvent\",\"event\":\"ContentEvent\",\"nth\":1,\"do\":[\"drop-request\"]}")
                .toCompletionStage());
        client.write(id, "waits");
        client.until(
                "on its way",
                each -> each.inbox.consumer(World.ME).orElseThrow().outgoing().stream()
                        .anyMatch(outgoing ->
                                outgoing.text().equals("waits") && outgoing.delivery() == Delivery.IN_FLIGHT));
        client.command(new Command.SaveDraft(World.ME, here, "half a sen"));

        client.command(new Command.StepUp(World.ME, "1002", ANN, Optional.empty()));

        client.untilRows(id, "hello", "waits");
        client.untilLink(Link.State.ONLINE);
        String after = client.consumerId();
        assertThat(after).isNotEqualTo(before);
        assertThat(get(ports.of(World.ACCOUNT, after).drafts().all())).containsEntry(here, "half a sen");
        assertThat(get(ports.of(World.ACCOUNT, before).outbox().all())).isEmpty();
        assertThat(get(ports.of(World.ACCOUNT, after).outbox().all())).isEmpty();
        assertThat(get(sandbox.ledger().toCompletionStage()).faults()).isEmpty();
    }
}
