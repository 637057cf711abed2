package dev.parley.store;

import static dev.parley.store.Sample.now;
import static dev.parley.store.Sample.reason;

import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Ports;
import dev.parley.store.Steps.Step;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The store in a process of its own, for tests that kill it or take its disk away. Tells on standard output how it goes. */
final class Child {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Child() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        switch (args[0]) {
            case "steps" -> steps(folder);
            case "full" -> full(folder);
            default -> readOnly(folder);
        }
    }

    /** @return the command that starts it */
    static List<String> command(String what, Path folder) {
        return Arrays.asList(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                what,
                folder.toString());
    }

    /** One line for each step that was told to be kept. */
    private static void steps(Path folder) {
        try (DiskStore store = DiskStore.writing(folder, Sample.CLOCK)) {
            for (Step step : Steps.ALL) {
                now(step.apply(Sample.ports(store), store.sentTexts()));
                OUT.println("kept");
            }
        }
    }

    /** Accepts messages until there is no room, makes room, goes on. */
    private static void full(Path folder) throws IOException {
        Path filler = Files.write(folder.resolve("filler"), new byte[100_000]);
        List<Outgoing> accepted = new ArrayList<>();
        DiskStore store = DiskStore.writing(folder, Sample.CLOCK);
        Ports ports = Sample.ports(store);
        OUT.println("storage " + now(store.storage()).state());
        now(ports.drafts().save(Sample.HERE, "the draft"));
        String reason = "";
        for (int i = 0; reason.isEmpty() && i < 1_000; i++) {
            Outgoing message = message(i);
            reason = reason(ports.outbox().accept(message));
            if (reason.isEmpty()) {
                accepted.add(message);
                now(ports.drafts().save(Sample.HERE, "the draft"));
            }
        }
        OUT.println("refused: " + reason);
        OUT.println("draft kept " + now(ports.drafts().all()).containsValue("the draft"));
        OUT.println("read " + now(ports.outbox().all()).equals(accepted));
        Files.delete(filler);
        now(ports.outbox().accept(message(1_000)));
        accepted.add(message(1_000));
        store.close();
        try (DiskStore again = DiskStore.writing(folder, Sample.CLOCK)) {
            OUT.println("after room was made "
                    + now(Sample.ports(again).outbox().all()).equals(accepted));
            OUT.println("warnings " + now(again.warnings()));
        }
    }

    private static Outgoing message(int i) {
        return Outgoing.saving("cid-" + i, Sample.HERE, "x".repeat(2_000), Sample.CLOCK.instant());
    }

    private static void readOnly(Path folder) {
        try (DiskStore store = DiskStore.writing(folder, Sample.CLOCK)) {
            String reason = reason(Sample.ports(store).outbox().accept(message(1)));
            OUT.println("read-only " + now(store.storage()).state() + " "
                    + now(store.storage()).sentence() + reason);
        }
    }
}
