package dev.parley.ui.state;

import dev.parley.conversation.Place;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the person has been: the place before this one, and the round of the unread ones. UI thread only. */
public final class Trail {
    private static final long STEADY_MILLIS = 2_000;

    private @Nullable Place lastUsed;
    private @Nullable Place roundFrom;
    private final Set<Place> round = new HashSet<>();
    private long steadyUntil = Long.MIN_VALUE;

    public Optional<Place> lastUsed() {
        return Optional.ofNullable(lastUsed);
    }

    public void used(Place place) {
        lastUsed = place;
    }

    /** A switching key was used: the list keeps its order for a while. */
    public void switched(long nowMillis) {
        steadyUntil = nowMillis + STEADY_MILLIS;
    }

    public boolean steady(long nowMillis) {
        return nowMillis < steadyUntil;
    }

    public long steadyUntil() {
        return steadyUntil;
    }

    /** Where the round of the unread ones began; empty when none is going on. */
    public Optional<Place> roundFrom() {
        return Optional.ofNullable(roundFrom);
    }

    public boolean visited(Place place) {
        return round.contains(place);
    }

    public void visit(Place from, Place to) {
        if (roundFrom == null) {
            roundFrom = from;
            round.add(from);
        }
        round.add(to);
    }

    public void endRound() {
        roundFrom = null;
        round.clear();
    }

    void rename(Place from, Place to) {
        if (from.equals(lastUsed)) {
            lastUsed = to;
        }
        if (from.equals(roundFrom)) {
            roundFrom = to;
        }
        if (round.remove(from)) {
            round.add(to);
        }
    }
}
