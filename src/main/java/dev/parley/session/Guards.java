package dev.parley.session;

import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Timeline;
import dev.parley.conversation.TimelineEvent.Turn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * What keeps the promises of RELIABILITY.md part 1, handed in so that a test can take one out and see that it is missed.
 * Pure; event loop.
 */
public record Guards(Recognition recognition, Resume resume, Breakage breakage, HoleMemory holes) {
    /** Knows an own message again in what the service has, so that it is not sent twice (P2). */
    public interface Recognition {
        /**
         * @param turns the dialog's, in order
         * @param claimed whether the turn of this sequence is another message of ours
         */
        Optional<Turn> find(Outgoing outgoing, List<Turn> turns, LongPredicate claimed);
    }

    /** From where a dialog is read after a loss (P3). */
    public interface Resume {
        long from(Optional<Timeline> timeline);
    }

    /** What ends a link: Vert.x drops an oversized message and goes on as if nothing had been (STACK.md section 6). */
    public interface Breakage {
        boolean ends(Throwable failure);
    }

    /** Whether a hole is worth asking for, so that one that stays is asked for once. */
    public interface HoleMemory {
        /** @param asked where holes began that have been asked for */
        boolean mayAsk(Set<Long> asked, Timeline.Range hole);
    }

    /** As they are meant to be. */
    public static Guards all() {
        return new Guards(
                new OwnTurns(),
                timeline -> timeline.map(Timeline::contiguous).orElse(-1L) + 1,
                failure -> true,
                (asked, hole) -> !asked.contains(hole.from()));
    }
}
