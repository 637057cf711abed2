package dev.parley.sandbox;

import dev.parley.sandbox.faults.FaultRule;
import dev.parley.sandbox.faults.Quirk;
import dev.parley.sandbox.service.Tokens;
import dev.parley.time.Time;
import dev.parley.time.VertxTime;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a sandbox is to run.
 *
 * @param port on 127.0.0.1; 0 for any that is free
 * @param folder where ledger and signing key live; empty: nowhere, all is gone with the process
 * @param agent the nickname of the bot who takes new conversations; empty for nobody
 * @param pace 0 (agents answer at once) to 1 (as a quick person)
 * @param fresh whether what an earlier sandbox left in the folder is removed first, its signing key included
 * @param embedded whether signing up and the doors under {@code /parley} take {@link Sandbox#key()}; else they are open on
 *     loopback. An embedded one whose folder cannot be written keeps nothing rather than not starting; it says so in
 *     {@link Sandbox#keepsNothing()}
 * @param account the one account it knows; others are unknown to it
 * @param time clock and scheduler, made for the sandbox's own Vert.x
 * @param tokenLife how long a token holds, from a second up; a socket is closed with 4401 when its token runs out
 * @param faults rules in force from the first connection on
 * @param quirks which way the service goes from the start, where it is not the usual one
 */
public record SandboxOptions(
        int port,
        Optional<Path> folder,
        Optional<String> agent,
        double pace,
        boolean fresh,
        boolean embedded,
        String account,
        Function<Vertx, Time> time,
        Duration tokenLife,
        List<FaultRule> faults,
        Map<Quirk, String> quirks) {
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
        if (tokenLife.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("A token lives a second at least");
        }
        faults = List.copyOf(faults);
        quirks = Map.copyOf(quirks);
    }

    /** Ada at full pace, guarded by a key, on any free port. @param folder as the record's */
    public static SandboxOptions embedded(Optional<Path> folder) {
        return usual(folder, 1, true);
    }

    /** Ada at full pace, open to everybody on this machine, keeping everything in {@code folder}. */
    public static SandboxOptions alone(int port, Path folder) {
        return usual(Optional.of(folder), 1, false).withPort(port);
    }

    /** Ada at once, open, nothing on disk. */
    public static SandboxOptions inMemory() {
        return usual(Optional.empty(), 0, false);
    }

    private static SandboxOptions usual(Optional<Path> folder, double pace, boolean embedded) {
        return new SandboxOptions(
                0,
                folder,
                Optional.of("Ada"),
                pace,
                false,
                embedded,
                DEFAULT_ACCOUNT,
                VertxTime::new,
                Tokens.LIFE,
                List.of(),
                Map.of());
    }

    public SandboxOptions withPort(int number) {
        return new SandboxOptions(
                number, folder, agent, pace, fresh, embedded, account, time, tokenLife, faults, quirks);
    }

    public SandboxOptions withAgent(Optional<String> nickname) {
        return new SandboxOptions(
                port, folder, nickname, pace, fresh, embedded, account, time, tokenLife, faults, quirks);
    }

    public SandboxOptions withPace(double factor) {
        return new SandboxOptions(
                port, folder, agent, factor, fresh, embedded, account, time, tokenLife, faults, quirks);
    }

    public SandboxOptions withFresh(boolean anew) {
        return new SandboxOptions(port, folder, agent, pace, anew, embedded, account, time, tokenLife, faults, quirks);
    }

    public SandboxOptions withAccount(String id) {
        return new SandboxOptions(port, folder, agent, pace, fresh, embedded, id, time, tokenLife, faults, quirks);
    }

    public SandboxOptions withTime(Function<Vertx, Time> maker) {
        return new SandboxOptions(
                port, folder, agent, pace, fresh, embedded, account, maker, tokenLife, faults, quirks);
    }

    public SandboxOptions withTokenLife(Duration life) {
        return new SandboxOptions(port, folder, agent, pace, fresh, embedded, account, time, life, faults, quirks);
    }

    public SandboxOptions withFaults(List<FaultRule> rules) {
        return new SandboxOptions(port, folder, agent, pace, fresh, embedded, account, time, tokenLife, rules, quirks);
    }

    public SandboxOptions withQuirks(Map<Quirk, String> values) {
        return new SandboxOptions(port, folder, agent, pace, fresh, embedded, account, time, tokenLife, faults, values);
    }
}
