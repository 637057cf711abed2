package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.pty.SandboxProcess;
import dev.parley.pty.Typist;
import dev.parley.sandbox.LedgerCheck;
import dev.parley.sandbox.LedgerCheck.Taken;
import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.SandboxOptions;
import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.terminal.Emulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The "Done when" 4: thirty consumers lose the service for a minute, and every one of them goes on sending. */
class OutageOfThirtyTest {
    private static final Duration OUTAGE = Duration.ofSeconds(60);
    private static final String[] GONE = {
        "{\"on\":\"upgrade\",\"do\":[\"rst\"]}",
        "{\"on\":\"domains\",\"do\":[\"rst\"]}",
        "{\"on\":\"now\",\"do\":[\"rst\"]}"
    };

    @TempDir
    Path home;

    @Test
    @Shows("P2")
    void by_the_hand_clock_nothing_is_lost_doubled_or_out_of_order() {
        Path folder = home.resolve("sandbox");
        Sandbox sandbox = ServerGoneTest.started(SandboxOptions.alone(0, folder).withAgent(Optional.empty()));
        List<String> texts = texts(Dose.of(3, 20));
        try (Client client = Client.on(sandbox, home).consumers(30).size(80, 24).start()) {
            client.seesOnline()
                    .sees("all of them online", page -> !page.status().contains("down"));
            cast(client, texts.get(0));
            client.sees("open 30");

            client.get(
                    sandbox.faults()
                            .script(String.join("\n", GONE))
                            .toCompletionStage()
                            .toCompletableFuture(),
                    "");
            client.seesNotOnline();
            texts.subList(1, texts.size() - 1).forEach(text -> cast(client, text));
            client.leap(OUTAGE);
            client.get(sandbox.faults().clear().toCompletionStage().toCompletableFuture(), "");
            client.leap(Duration.ofSeconds(10));
            cast(client, texts.get(texts.size() - 1));
            // One back-off can have begun right before the service was there again.
            client.leap(Duration.ofSeconds(10));

            client.sees("all taken in", page -> of(folder).taken().size() >= 30 * texts.size());
            verdict("30 consumers by the hand clock", of(folder), 30, texts);
        } finally {
            ServerGoneTest.join(sandbox);
        }
    }

    @Test
    @Timeout(600)
    @Shows("P2")
    void with_the_real_program_nothing_is_lost_doubled_or_out_of_order() throws Exception {
        int consumers = Dose.of(3, 30);
        List<String> texts = texts(Dose.of(3, 12));
        try (SandboxProcess sandbox = SandboxProcess.start(home.resolve("service"), "--agent", "none", "--pace", "0");
                Typist typist = Typist.start(
                        home, List.of(), "--server", sandbox.url(), "--consumers", String.valueOf(consumers))) {
            typist.await(
                    "online",
                    screen ->
                            screen.line(0).contains("online") && !screen.line(0).contains("down"));
            cast(typist, consumers, texts.get(0));
            typist.awaitText("open " + consumers);

            sandbox.faults(GONE);
            typist.await("not online", screen -> !screen.line(0).contains("online"));
            long began = System.nanoTime();
            for (String text : texts.subList(1, texts.size() - 1)) {
                cast(typist, consumers, text);
                if (Dose.isFull()) {
                    typist.look(OUTAGE.dividedBy(texts.size() - 2));
                }
            }
            long down = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
            sandbox.heal();
            cast(typist, consumers, texts.get(texts.size() - 1));
            typist.await(
                    "nothing waits",
                    screen -> isQuiet(screen) && ledger(sandbox).taken().size() >= consumers * texts.size());

            verdict(consumers + " consumers for " + down + " s", sandbox.ledger(), consumers, texts);
        }
    }

    private static void verdict(String what, LedgerCheck ledger, int consumers, List<String> texts) {
        Map<String, List<String>> said = ledger.taken().stream()
                .collect(Collectors.groupingBy(Taken::consumer, Collectors.mapping(Taken::text, Collectors.toList())));
        assertThat(ledger.faults()).isEmpty();
        assertThat(said)
                .hasSize(consumers)
                .allSatisfy((consumer, all) -> assertThat(all).isEqualTo(texts));
        Figures.note(
                "P2",
                "OutageOfThirtyTest." + (what.contains("clock") ? "clock" : "program"),
                what + ", " + texts.size() + " messages each: " + ledger.taken().size()
                        + " in the ledger, 0 lost, 0 doubled, 0 out of order");
    }

    private static List<String> texts(int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            texts.add("number " + i + " of " + count);
        }
        return texts;
    }

    private static void cast(Client client, String text) {
        client.say("/cast " + text).sees("To 30 consumers: " + text).press("y");
    }

    private static void cast(Typist typist, int consumers, String text) throws IOException, InterruptedException {
        typist.type("/cast " + text + "\r");
        typist.awaitText("To " + consumers + " consumers: " + text);
        typist.type("y");
        typist.await("asked no more", screen -> !screen.shows("To " + consumers + " consumers: " + text));
    }

    private static boolean isQuiet(Emulator screen) {
        return screen.line(0).contains("online")
                && !screen.line(0).contains("queued")
                && !screen.line(0).contains("in flight");
    }

    private static LedgerCheck of(Path folder) {
        try {
            return LedgerCheck.of(folder);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static LedgerCheck ledger(SandboxProcess sandbox) {
        try {
            return sandbox.ledger();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
