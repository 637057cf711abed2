package dev.parley.cli;

import dev.parley.config.Folders;
import dev.parley.config.Refusal;
import dev.parley.config.Settings;
import dev.parley.config.StateFolder;
import dev.parley.log.LogFile;
import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.SandboxOptions;
import dev.parley.sandbox.SandboxRefused;
import dev.parley.sandbox.faults.FaultHelp;
import dev.parley.sandbox.faults.FaultRefused;
import dev.parley.sandbox.faults.FaultRule;
import dev.parley.sandbox.faults.FaultScript;
import dev.parley.sandbox.faults.Quirk;
import dev.parley.sandbox.faults.Quirks;
import dev.parley.sandbox.service.Tokens;
import dev.parley.time.VertxTime;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./run.sh sandbox}: the stand-in for the service, alone. Needs no terminal. */
@Command(
        name = "sandbox",
        description = "a stand-in for LivePerson's service on this machine",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SandboxCommand implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "N", description = "on 127.0.0.1 (default: any that is free)")
    int port;

    @Option(names = "--agent", paramLabel = "NAME", description = "who answers: Ada, another name, or none")
    String agent = "Ada";

    @Option(names = "--pace", paramLabel = "0..1", description = "0: answers come at once; 1: as from a quick person")
    double pace = 1;

    @Option(names = "--allow-parallel", description = "a consumer may have several open conversations")
    boolean allowParallel;

    @Option(names = "--fresh", description = "forget what an earlier sandbox kept")
    boolean fresh;

    @Option(
            names = "--faults",
            paramLabel = "FILE",
            description = "what goes wrong on purpose, one rule a line (below)")
    @Nullable
    Path faults;

    @Option(
            names = "--quirk",
            paramLabel = "NAME[=VALUE]",
            description = "which way the service goes where nobody knows (below); may be given again")
    List<String> quirks = List.of();

    @Option(
            names = "--token-life",
            paramLabel = "SECONDS",
            description = "how long a token holds, and a socket with it (default: years)")
    long tokenLife = Tokens.LIFE.toSeconds();

    @Option(names = "--log-level", paramLabel = "LEVEL", description = "error, warn, info, debug or trace")
    String logLevel = "info";

    /** The words of a fault script are said where they are defined. */
    @Spec
    void describe(CommandSpec spec) {
        List<String> footer = new ArrayList<>(List.of(""));
        footer.addAll(FaultHelp.lines());
        footer.add("");
        footer.addAll(Quirks.help());
        spec.usageMessage().width(110).footer(footer.toArray(String[]::new));
    }

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > 65_535) {
            throw new Refusal(Refusal.USAGE, "--port takes 0 to 65535.");
        }
        if (!(pace >= 0 && pace <= 1)) {
            throw new Refusal(Refusal.USAGE, "--pace takes a number from 0 (at once) to 1.");
        }
        if (tokenLife < 1 || tokenLife > Tokens.LIFE.toSeconds()) {
            throw new Refusal(Refusal.USAGE, "--token-life takes 1 second or more.");
        }
        List<FaultRule> rules = rules();
        Folders folders = Folders.of(System.getenv());
        PrintStream out = System.out;
        StateFolder.make(folders.log());
        try {
            LogFile.open(folders.log(), logLevel);
        } catch (IOException failed) {
            throw new Refusal(Refusal.FAILED, "cannot write the log in " + folders.log() + ": " + failed.getMessage());
        }
        Sandbox sandbox = start(new SandboxOptions(
                port,
                Optional.of(folders.sandbox(String.valueOf(port == 0 ? "any" : port))),
                agent.equalsIgnoreCase("none") ? Optional.empty() : Optional.of(agent),
                pace,
                fresh,
                false,
                Settings.SANDBOX_ACCOUNT,
                VertxTime::new,
                Duration.ofSeconds(tokenLife),
                rules,
                quirks()));
        CountDownLatch over = new CountDownLatch(1);
        AtomicInteger code = new AtomicInteger();
        sandbox.failure().onFailure(broken -> {
            code.set(Refusal.FAILED);
            over.countDown();
        });
        PosixSignals.on("TERM", () -> end(over, code, 0));
        PosixSignals.on("INT", () -> end(over, code, 130));
        PosixSignals.on("HUP", () -> end(over, code, 129));
        out.println("parley sandbox ready " + sandbox.url() + " account " + sandbox.account());
        out.flush();
        over.await();
        sandbox.close().toCompletionStage().toCompletableFuture().get(2, java.util.concurrent.TimeUnit.SECONDS);
        return code.get();
    }

    private List<FaultRule> rules() throws Refusal {
        if (faults == null) {
            return List.of();
        }
        try {
            return FaultScript.read(faults.toString(), Files.readString(faults));
        } catch (FaultRefused e) {
            throw new Refusal(Refusal.USAGE, String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            throw new Refusal(Refusal.USAGE, "there is no file " + faults + ".");
        } catch (IOException e) {
            throw new Refusal(Refusal.USAGE, "cannot read " + faults + ": " + e.getMessage());
        }
    }

    private Map<Quirk, String> quirks() throws Refusal {
        try {
            Map<Quirk, String> values = new EnumMap<>(Quirk.class);
            values.putAll(Quirks.read(String.join("\n", quirks)));
            if (allowParallel) {
                values.put(Quirk.SECOND_CONVERSATION, "allowed");
            }
            return values;
        } catch (FaultRefused e) {
            throw new Refusal(Refusal.USAGE, "--quirk: " + e.getMessage() + ".");
        }
    }

    private static void end(CountDownLatch over, AtomicInteger code, int with) {
        code.compareAndSet(0, with);
        over.countDown();
    }

    /** Starts one and waits for it. */
    static Sandbox start(SandboxOptions options) throws Refusal, InterruptedException {
        try {
            return Sandbox.start(options)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SandboxRefused refused) {
                int code = refused.why() == SandboxRefused.Why.IN_USE ? Refusal.IN_USE : Refusal.FAILED;
                throw new Refusal(code, String.valueOf(refused.getMessage()));
            }
            throw new Refusal(Refusal.FAILED, "the sandbox could not start: " + failed.getCause());
        }
    }
}
