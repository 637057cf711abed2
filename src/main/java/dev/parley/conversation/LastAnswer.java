package dev.parley.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The newest answer: what others said last.
 *
 * @param at of its last turn
 * @param took from the consumer's first turn that nobody had answered to the answer's first; empty where the consumer had
 *     not said anything, or too long ago to be looked for
 */
public record LastAnswer(Instant at, Optional<Duration> took) {

    /** Reads turns from the newest to the oldest. */
    static final class Search {
        /** How many turns back it goes at most: a monologue has no beginning worth finding. */
        private static final int MOST = 256;

        private int left = MOST;
        private @Nullable Instant last;
        private @Nullable Instant first;
        private @Nullable Instant asked;

        /** @param turns in order. False when nothing older is wanted. */
        boolean back(List<TimelineEvent.Turn> turns) {
            for (int i = turns.size() - 1; i >= 0; i--) {
                if (!back(turns.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private boolean back(TimelineEvent.Turn turn) {
            if (turn.who().self()) {
                asked = first == null ? null : turn.at();
            } else if (asked != null) {
                return false;
            } else {
                last = last == null ? turn.at() : last;
                first = turn.at();
            }
            return --left > 0;
        }

        Optional<LastAnswer> found() {
            Instant from = asked;
            Instant to = first;
            Instant at = last;
            if (at == null || to == null) {
                return Optional.empty();
            }
            // Clocks of several servers may disagree by a little.
            return Optional.of(new LastAnswer(
                    at,
                    Optional.ofNullable(from)
                            .map(question -> Duration.between(question, to))
                            .filter(span -> !span.isNegative())));
        }
    }
}
