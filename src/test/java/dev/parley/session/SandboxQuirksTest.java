package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.Place;
import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.SandboxOptions;
import dev.parley.sandbox.faults.Quirk;
import dev.parley.store.MemoryPorts;
import dev.parley.time.Time;
import dev.parley.time.VertxTime;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PROTOCOL.md section 18 with the sandbox as the service: under each of its quirks the same talk, once and in order. */
class SandboxQuirksTest {
    private final Sandbox sandbox =
            Client.join(Sandbox.start(SandboxOptions.inMemory().withPace(0))
                    .toCompletionStage()
                    .toCompletableFuture());
    /** Nothing of this talk meets them. */
    private static final Set<Quirk> ELSEWHERE = EnumSet.of(
            Quirk.SECOND_CONVERSATION,
            Quirk.FOREIGN_DIALOG,
            Quirk.LIMITS,
            Quirk.TOKEN_END,
            Quirk.NO_INIT,
            Quirk.IDLE,
            Quirk.FILE_TYPES,
            Quirk.FILE_PACE);

    private static final List<String> OWN = List.of("alpha", "beta");

    private Client client;

    @AfterEach
    void close() {
        if (client != null) {
            client.close();
        }
        Client.join(sandbox.close().toCompletionStage().toCompletableFuture());
    }

    static Stream<String> bends() {
        return Arrays.stream(Quirk.values())
                .filter(quirk -> !ELSEWHERE.contains(quirk))
                .flatMap(quirk -> quirk.samples().stream().skip(1).map(value -> quirk.word() + "=" + value));
    }

    @ParameterizedTest
    @MethodSource("bends")
    void the_same_talk_whatever_it_does(String bend) {
        Client.join(sandbox.quirks(bend).toCompletionStage().toCompletableFuture());
        // The sandbox counts its requests by real seconds.
        Function<Vertx, Time> clock = bend.startsWith(Quirk.RATE.word()) ? VertxTime::new : QuickTime::new;
        client = new Client(URI.create(sandbox.url()), Credentials.forgetful(), new MemoryPorts(), Signing.UP, clock);

        client.write(null, "alpha");
        String id = client.opened();
        client.until("answered", each -> own(each, id).equals(List.of("alpha")) && others(each, id) > 0);
        client.write(id, "beta");
        client.until("both said", each -> own(each, id).equals(OWN));
        client.command(new Command.Close(World.ME, id));
        client.until("closed", each -> hasEnded(each, id));
        client.command(new Command.Rate(World.ME, id, 4, true));
        client.until(
                "rated",
                each -> facts(each, id).flatMap(ConversationFacts::rating).isPresent());

        assertThat(client.<List<String>>see(each -> own(each, id))).isEqualTo(OWN);
    }

    private static Optional<Conversation> conversation(Client client, String id) {
        return client.inbox.conversation(new Place(World.ME, id));
    }

    private static Optional<ConversationFacts> facts(Client client, String id) {
        return conversation(client, id).flatMap(Conversation::facts);
    }

    private static boolean hasEnded(Client client, String id) {
        return facts(client, id)
                .filter(facts -> !facts.open() || facts.inSurvey())
                .isPresent();
    }

    private static List<String> own(Client client, String id) {
        return client.rows(id).stream().filter(OWN::contains).toList();
    }

    private static long others(Client client, String id) {
        return client.rows(id).stream().filter(row -> !OWN.contains(row)).count();
    }
}
