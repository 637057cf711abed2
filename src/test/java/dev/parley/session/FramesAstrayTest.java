package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.fault.Fault;
import dev.parley.fault.FaultProxy;
import dev.parley.fault.FrameFault;
import dev.parley.referee.Committed;
import dev.parley.referee.Referee;
import dev.parley.scorecard.Dose;
import dev.parley.store.MemoryPorts;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** RELIABILITY.md M1 and M2 over a real socket: a frame of the service comes twice, or after the one behind it. */
class FramesAstrayTest {
    private static final int FRAMES = 12;

    static Stream<Arguments> faults() {
        return Stream.iterate(0, frame -> frame < FRAMES, frame -> frame + Dose.of(4, 1))
                .flatMap(frame -> Stream.of(
                        Arguments.of("twice " + frame, FrameFault.duplicate(frame)),
                        Arguments.of("late " + frame, FrameFault.reorder(frame))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void both_ends_have_the_same_talk(String what, Fault.Kind fault) {
        Referee referee = Referee.start();
        try (FaultProxy proxy = FaultProxy.before(referee.lookup().getPort())) {
            proxy.toClient(fault);
            try (Client client = new Client(
                    URI.create("http://127.0.0.1:" + proxy.port()),
                    Optional.of(referee.token()),
                    OptionalInt.empty(),
                    Credentials.forgetful(),
                    new MemoryPorts(),
                    Guards.all(),
                    vertx -> new QuickTime(vertx, 20))) {
                client.write(null, "one");
                String id = client.opened();
                client.untilRows(id, "one");
                referee.agentSays(id, "two");
                referee.agentSays(id, "three");
                client.write(id, "four");

                Client.join(referee.committed(entry -> entry.text().equals("four")));

                client.untilRows(
                        id,
                        referee.ledger().stream()
                                .filter(entry -> entry.type().equals("ContentEvent"))
                                .map(Committed::text)
                                .toArray(String[]::new));
                assertThat(referee.ledger().stream().map(Committed::text).filter(text -> !text.isEmpty()))
                        .containsExactlyInAnyOrderElementsOf(List.of("one", "two", "three", "four"));
                assertThat(referee.fouls()).isEmpty();
            }
        } finally {
            referee.close();
        }
    }
}
