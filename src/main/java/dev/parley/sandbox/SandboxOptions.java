package dev.parley.sandbox;

import dev.parley.time.Time;
import dev.parley.time.VertxTime;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a sandbox is to run.
 *
 * @param port on 127.0.0.1; 0 for any that is free
 * @param folder where ledger and signing key live; empty: nowhere, all is gone with the process (for tests)
 * @param agent the nickname of the bot who takes new conversations; empty for nobody
 * @param pace 0 (agents answer at once) to 1 (as a quick person)
 * @param allowParallel whether a consumer may have several open conversations
 * @param fresh whether what an earlier sandbox left in the folder is removed first, its signing key included
 * @param embedded whether signing up and speaking as the agent take {@link Sandbox#key()}; else both are open on loopback
 * @param account the one account it knows; others are unknown to it
 * @param time clock and scheduler, made for the sandbox's own Vert.x
 */
public record SandboxOptions(
        int port,
        Optional<Path> folder,
        Optional<String> agent,
        double pace,
        boolean allowParallel,
        boolean fresh,
        boolean embedded,
        String account,
        Function<Vertx, Time> time) {
    public static final String DEFAULT_ACCOUNT = "10000001";

    /** @throws IllegalArgumentException with a sentence for the person, when an option makes no sense */
    public SandboxOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("The port must be 0 to 65535, not " + port);
        }
        if (!(pace >= 0 && pace <= 1)) {
            throw new IllegalArgumentException("The pace must be 0 to 1, not " + pace);
        }
        if (agent.isPresent() && !agent.get().matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,31}")) {
            throw new IllegalArgumentException("An agent's name has 1 to 32 letters, digits, spaces, dots or dashes");
        }
        if (!account.matches("[A-Za-z0-9]{1,32}")) {
            throw new IllegalArgumentException("An account has 1 to 32 letters and digits");
        }
    }

    /** Ada at full pace, guarded by a key, on any free port, keeping everything in {@code folder}. */
    public static SandboxOptions embedded(Path folder) {
        return new SandboxOptions(
                0, Optional.of(folder), Optional.of("Ada"), 1, false, false, true, DEFAULT_ACCOUNT, VertxTime::new);
    }

    /** Ada at full pace, open to everybody on this machine, keeping everything in {@code folder}. */
    public static SandboxOptions alone(int port, Path folder) {
        return new SandboxOptions(
                port, Optional.of(folder), Optional.of("Ada"), 1, false, false, false, DEFAULT_ACCOUNT, VertxTime::new);
    }

    /** Ada at once, open, nothing on disk. */
    public static SandboxOptions inMemory() {
        return new SandboxOptions(
                0, Optional.empty(), Optional.of("Ada"), 0, false, false, false, DEFAULT_ACCOUNT, VertxTime::new);
    }

    public SandboxOptions withAgent(Optional<String> nickname) {
        return new SandboxOptions(port, folder, nickname, pace, allowParallel, fresh, embedded, account, time);
    }

    public SandboxOptions withPace(double factor) {
        return new SandboxOptions(port, folder, agent, factor, allowParallel, fresh, embedded, account, time);
    }

    public SandboxOptions withAllowParallel(boolean allow) {
        return new SandboxOptions(port, folder, agent, pace, allow, fresh, embedded, account, time);
    }

    public SandboxOptions withFresh(boolean anew) {
        return new SandboxOptions(port, folder, agent, pace, allowParallel, anew, embedded, account, time);
    }

    public SandboxOptions withAccount(String id) {
        return new SandboxOptions(port, folder, agent, pace, allowParallel, fresh, embedded, id, time);
    }

    public SandboxOptions withTime(Function<Vertx, Time> maker) {
        return new SandboxOptions(port, folder, agent, pace, allowParallel, fresh, embedded, account, maker);
    }
}
