package dev.parley.referee;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the referee is to behave. Owned by its event loop. */
final class Script {
    final Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);
    Lookup lookup = Lookup.BOTH;
    Second second = Second.REFUSED;
    int signUpStatus = 200;
    Upgrade upgrade = new Upgrade(101, "", "");
    boolean stalled;

    private final Map<String, Deque<Fault>> faults = new HashMap<>();

    /**
     * How a WebSocket upgrade is answered.
     *
     * @param status 101 accepts it, 0 leaves it without an answer
     * @param location of a redirection, else empty
     */
    record Upgrade(int status, String location, String page) {}

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    void add(String requestType, Fault fault) {
        faults.computeIfAbsent(requestType, any -> new ArrayDeque<>()).add(fault);
    }

    Optional<Fault> next(String requestType) {
        @Nullable Deque<Fault> waiting = faults.get(requestType);
        return waiting == null ? Optional.empty() : Optional.ofNullable(waiting.poll());
    }
}
