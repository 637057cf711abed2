package dev.parley.sandbox.service;

import dev.parley.sandbox.faults.Quirk;
import dev.parley.sandbox.faults.Quirks;
import dev.parley.time.Time;
import java.util.HashMap;
import java.util.Map;

/** So many requests a second of each consumer, over all its sockets, and 429 beyond (PROTOCOL.md section 12). Event loop. */
final class RateLimit {
    private final Time time;
    private final Quirks quirks;
    private final Map<String, Integer> counts = new HashMap<>();
    private long second;

    RateLimit(Time time, Quirks quirks) {
        this.time = time;
        this.quirks = quirks;
    }

    void check(Client client) {
        int most = quirks.number(Quirk.RATE);
        if (most == 0) {
            return;
        }
        long now = time.now().getEpochSecond();
        if (now != second) {
            second = now;
            counts.clear();
        }
        if (counts.merge(client.consumerId().orElse(""), 1, Integer::sum) > most) {
            throw new Refusal(429, "Too many requests");
        }
    }
}
