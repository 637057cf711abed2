package dev.parley.session;

import dev.parley.conversation.ConsumerKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who each consumer of this client is, or is about to be. No two are the same: each would send what waits in the outbox
 * that they would share. Event loop.
 */
final class Persons {
    private final Map<String, ConsumerKey> holders = new HashMap<>();

    /**
     * Makes {@code who} that person, and no longer the one it was.
     *
     * @return who is that person already, and stays it; empty when {@code who} is it now
     */
    Optional<ConsumerKey> claim(ConsumerKey who, String consumerId) {
        ConsumerKey holder = holders.get(consumerId);
        if (holder != null && !holder.equals(who)) {
            return Optional.of(holder);
        }
        holders.values().remove(who);
        holders.put(consumerId, who);
        return Optional.empty();
    }
}
