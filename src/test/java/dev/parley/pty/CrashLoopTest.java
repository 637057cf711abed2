package dev.parley.pty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.LedgerCheck;
import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.SandboxOptions;
import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.terminal.Emulator;
import io.vertx.core.Future;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real program, killed with kill -9 again and again while somebody writes, with and without faults of the service: no text
 * that was accepted is lost, none is sent twice, each has one row. RELIABILITY.md P1 and P2.
 */
@Timeout(7_200)
class CrashLoopTest {
    private static final long SEED = 2_026;
    private static final int LONGEST_WAIT_MILLIS = 400;

    /** What the service does to the next message, in the language of the sandbox; each is drawn as often as it stands here. */
    private static final List<String> FAULTS = List.of(
            "",
            "",
            "",
            "{\"on\":\"ms.PublishEvent\",\"times\":1,\"do\":[\"commit\",\"drop-response\"]}",
            "{\"on\":\"ms.PublishEvent\",\"times\":1,\"do\":[\"commit\",\"close:1006\"]}",
            "{\"on\":\"ms.PublishEvent\",\"times\":1,\"do\":[\"drop-request\"]}",
            "{\"on\":\"ms.PublishEvent\",\"times\":1,\"do\":[\"delay:300\"]}");

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<String> accepted = new ArrayList<>();
    private Path home;
    private Sandbox sandbox;
    private Parley parley;

    @BeforeEach
    void start() throws Exception {
        home = Files.createDirectory(folder.resolve("home"));
        startSandbox(0);
        startParley();
        parley.online();
    }

    @AfterEach
    void end() throws Exception {
        parley.close();
        endSandbox();
    }

    @Test
    @Shows({"R1", "R2"})
    void what_was_accepted_before_a_kill_is_sent_once_after_it() throws Exception {
        int turns = Dose.of(3, 500);
        int kills = 0;
        int faults = 0;
        int drafts = 0;
        for (int turn = 1; turn <= turns; turn++) {
            String text = "text " + turn + " of " + SEED;
            String fault = turn == 1 ? FAULTS.get(3) : FAULTS.get(random.nextInt(FAULTS.size()));
            // The first ones hold one of each, so that a small dose has them too.
            boolean entered = turn < 3 || random.nextInt(4) > 0;
            boolean serviceDies = turn == 2 || random.nextInt(10) == 0;
            faults += fault.isEmpty() && !serviceDies ? 0 : 1;
            drafts += entered ? 0 : 1;
            make(fault);

            parley.type(text);
            await("the draft of " + text, () -> KeptTexts.in(home).has(text));
            accepted.add(text);
            if (entered) {
                parley.type("\r");
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_WAIT_MILLIS));
            int port = sandbox.port();
            if (serviceDies) {
                endSandbox();
            }
            parley.kill9();
            kills++;

            assertKept(text, "after kill " + kills + " (" + fault + ")");
            if (serviceDies) {
                startSandbox(port);
            }
            make("");
            startParley();
            settle(text);
            assertOnce(text);
        }

        assertThat(ledger().faults()).isEmpty();
        assertThat(accepted).allSatisfy(text -> assertThat(taken(text)).as(text).isEqualTo(1));
        Figures.note(
                "R1",
                "CrashLoopTest",
                kills + " turns of kill -9 over the real program (" + faults + " with a fault of the service, " + drafts
                        + " before Enter): 0 texts lost");
        Figures.note(
                "R2",
                "CrashLoopTest",
                kills + " turns of kill -9 over the real program, " + faults
                        + " with a fault of the service: each text once in the ledger and in one row, 0 doubled");
    }

    /** On disk or with the service: it must be somewhere at every moment. */
    private void assertKept(String text, String when) throws Exception {
        assertThat(KeptTexts.in(home).has(text) || taken(text) == 1)
                .as(text + " is kept or taken in " + when)
                .isTrue();
    }

    /** What was not entered is, and then nothing is on its way any more. */
    private void settle(String text) throws Exception {
        if (KeptTexts.in(home).drafts().contains(text)) {
            parley.await("the draft in the input: " + text, screen -> screen.shows(" > " + text));
            parley.type("\r");
        }
        parley.online();
        parley.await("sent: " + text, screen -> rows(screen, text).anyMatch(row -> row.contains("✓")));
        await("an empty outbox", () -> KeptTexts.in(home).outbox().isEmpty());
    }

    private void assertOnce(String text) throws Exception {
        assertThat(taken(text)).as("how often the service has " + text).isEqualTo(1);
        assertThat(rows(parley.terminal().screen(), text)).as("rows of " + text).hasSize(1);
    }

    /** In the history: the list beside it shows the last message, too. */
    private static Stream<String> rows(Emulator screen, String text) {
        return screen.lines().stream()
                .filter(line -> line.indexOf('│') >= 0)
                .map(line -> line.substring(line.indexOf('│')))
                .filter(line -> line.contains(text));
    }

    private long taken(String text) throws Exception {
        return ledger().taken().stream().filter(it -> it.text().equals(text)).count();
    }

    private LedgerCheck ledger() throws Exception {
        return LedgerCheck.of(folder.resolve("service"));
    }

    private void make(String fault) throws Exception {
        get(sandbox.faults().clear());
        if (!fault.isEmpty()) {
            get(sandbox.faults().script(fault));
        }
    }

    private void startSandbox(int port) throws Exception {
        sandbox = get(Sandbox.start(SandboxOptions.alone(port, folder.resolve("service"))
                .withAgent(Optional.empty())
                .withPace(0)));
    }

    private void endSandbox() throws Exception {
        get(sandbox.close());
    }

    private void startParley() throws Exception {
        parley = Parley.at(home).server(sandbox.url()).size(140, 40).start();
    }

    /** Of a file nobody is told: asks again and again. */
    private void await(String what, Question there) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Program.PATIENCE_SECONDS);
        while (!there.isTrue()) {
            if (System.nanoTime() > deadline) {
                parley.terminal().look();
                throw new AssertionError("not in time: " + what + "\n"
                        + parley.terminal().screen().screen());
            }
            parley.terminal().lookFor(20);
        }
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(Program.PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @FunctionalInterface
    private interface Question {
        boolean isTrue() throws Exception;
    }
}
