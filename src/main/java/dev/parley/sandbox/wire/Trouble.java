package dev.parley.sandbox.wire;

import dev.parley.sandbox.faults.FaultRule;
import dev.parley.sandbox.faults.Occasion;
import dev.parley.sandbox.faults.RuleBook;
import dev.parley.sandbox.faults.Step;
import dev.parley.sandbox.service.Burst;
import dev.parley.sandbox.service.Refusal;
import dev.parley.sandbox.service.Service;
import dev.parley.time.Time;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What all faults share: the rules in force, the clock, and what was seen so far. Owned by the event loop. */
final class Trouble {
    final RuleBook book = new RuleBook();
    final Time time;
    final Service service;
    private final Burst burst;
    private final Map<String, Long> seen = new TreeMap<>();

    Trouble(Time time, Service service, Burst burst) {
        this.time = time;
        this.service = service;
        this.burst = burst;
    }

    /** Counts it, and gives the rule that strikes at it. */
    Optional<FaultRule> meet(Occasion occasion) {
        seen.merge(occasion.type(), 1L, Long::sum);
        return book.isEmpty() ? Optional.empty() : book.strike(occasion);
    }

    /** How often what came in: requests by their type, upgrade, domains, signup, socket. */
    Map<String, Long> seen() {
        return new TreeMap<>(seen);
    }

    void burst(String conversationId, Step step) {
        try {
            burst.start(conversationId, step.number(), step.second());
        } catch (Refusal closed) {
            // A conversation that is not there or over has nobody to talk in it.
        }
    }
}
