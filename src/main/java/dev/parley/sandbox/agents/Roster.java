package dev.parley.sandbox.agents;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Who works in the sandbox: one agent takes the new conversations, others come when one is handed over. With nobody on duty
 * nobody answers, and what was planned waits. Owned by the sandbox's event loop.
 */
public final class Roster {
    private final Optional<String> onDuty;
    private final Function<String, Agent> hire;
    private final Map<String, Agent> byId = new HashMap<>();

    /**
     * @param onDuty the nickname of who takes new conversations; empty for nobody
     * @param hire makes the agent of a nickname
     */
    public Roster(Optional<String> onDuty, Function<String, Agent> hire) {
        this.onDuty = onDuty;
        this.hire = hire;
    }

    /** An agent of this name has this id in every sandbox. */
    public static String idOf(String nickname) {
        return UUID.nameUUIDFromBytes(("parley sandbox agent " + nickname).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    Optional<Agent> onDuty() {
        return onDuty.map(nickname -> byId.computeIfAbsent(idOf(nickname), id -> hire.apply(nickname)));
    }

    /** The agent behind an id; empty for a person, and when nobody is on duty. */
    Optional<Agent> agent(String agentId, String nickname) {
        return onDuty.isPresent() && agentId.equals(idOf(nickname))
                ? Optional.of(byId.computeIfAbsent(agentId, id -> hire.apply(nickname)))
                : Optional.empty();
    }
}
