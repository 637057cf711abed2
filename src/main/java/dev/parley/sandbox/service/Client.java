package dev.parley.sandbox.service;

import dev.parley.time.Time;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One socket: who is on it and what it asked to hear. All of it dies with the socket (PROTOCOL.md 6.1, 7). */
public final class Client {
    /** A filter over conversations, and which of them matched so far. Empty lists match everything. */
    static final class Listing {
        private final List<String> stages;
        private final List<String> states;
        final Set<String> matched = new HashSet<>();

        Listing(List<String> stages, List<String> states) {
            this.stages = stages;
            this.states = states;
        }

        boolean matches(Conversation conversation) {
            String stage = conversation.stage();
            return (stages.isEmpty() || stages.contains(stage)) && (states.isEmpty() || states.contains(stage));
        }
    }

    final Outlet outlet;
    final Map<String, Listing> listings = new LinkedHashMap<>();
    final Set<String> dialogs = new HashSet<>();
    private Optional<String> consumerId;

    /** When its token runs out. */
    private Optional<Time.Timer> expiry = Optional.empty();

    Client(Outlet outlet, Optional<String> consumerId) {
        this.outlet = outlet;
        this.consumerId = consumerId;
    }

    /** Empty until the socket has shown a token. */
    public Optional<String> consumerId() {
        return consumerId;
    }

    void identify(String id, Optional<Time.Timer> untilExpiry) {
        consumerId = Optional.of(id);
        expiry.ifPresent(Time.Timer::cancel);
        expiry = untilExpiry;
    }

    void gone() {
        expiry.ifPresent(Time.Timer::cancel);
    }
}
