package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.time.Time;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One socket: who is on it and what it asked to hear. All of it dies with the socket (PROTOCOL.md 6.1, 7). */
public final class Client {
    private static final int MOST_FEATURES = 32;

    final Outlet outlet;
    final Map<String, Listing> listings = new LinkedHashMap<>();
    final Set<String> dialogs = new HashSet<>();
    private final Set<String> features = new LinkedHashSet<>();
    private Optional<String> consumerId;

    /** Who that consumer was before a step-up. */
    private Optional<String> former = Optional.empty();

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

    /** What its ClientProperties announce, in whichever way they came; anything else is passed over (PROTOCOL.md 3.3). */
    public void announce(JsonNode properties) {
        if (properties.path("type").asText().endsWith("ClientProperties")) {
            for (JsonNode feature : properties.path("features")) {
                if (features.size() < MOST_FEATURES && feature.asText().length() <= 64) {
                    features.add(feature.asText());
                }
            }
        }
    }

    Set<String> features() {
        return features;
    }

    Optional<String> former() {
        return former;
    }

    void identify(Tokens.Bearer bearer, Optional<Time.Timer> untilExpiry) {
        consumerId = Optional.of(bearer.consumerId());
        former = bearer.former();
        expiry.ifPresent(Time.Timer::cancel);
        expiry = untilExpiry;
    }

    void gone() {
        expiry.ifPresent(Time.Timer::cancel);
    }
}
