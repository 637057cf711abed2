package dev.parley.session;

import dev.parley.conversation.Content;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Outgoing.Attempt;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.time.Time;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Own messages of this run that have arrived: which turn each is, and whether another one is a second copy of it, as when
 * the first try was taken in after it had been given up (RELIABILITY.md 1.2). The newest thousand; event loop.
 */
final class DeliveredLetters {
    private static final int REMEMBERED = 1_000;
    /** A try that is taken in later than this is not to be told from the same words said anew. */
    private static final long WINDOW_MILLIS = 10 * 60_000L;

    private record Arrived(String text, String dialogId, long sequence, long seqBefore, boolean resent, long at) {}

    private final Time time;
    private final Map<String, Arrived> byCid = new LinkedHashMap<>();

    DeliveredLetters(Time time) {
        this.time = time;
    }

    boolean has(String cid) {
        return byCid.containsKey(cid);
    }

    /** @param sequence -1 when the service did not say */
    void add(Outgoing outgoing, String dialogId, long sequence) {
        Attempt attempt = outgoing.attempt();
        boolean resent = attempt != null && attempt.tries() > 1;
        long seqBefore = attempt == null ? Long.MAX_VALUE : attempt.seqBefore();
        byCid.put(outgoing.cid(), new Arrived(outgoing.text(), dialogId, sequence, seqBefore, resent, time.millis()));
        if (byCid.size() > REMEMBERED) {
            byCid.remove(byCid.keySet().iterator().next());
        }
    }

    /** Whether the turn is one of them. */
    boolean isClaimed(String dialogId, long sequence) {
        return byCid.values().stream()
                .anyMatch(each -> each.sequence() == sequence && each.dialogId().equals(dialogId));
    }

    /** Whether an own turn is one that was sent again and stands elsewhere in the dialog already. */
    boolean isSecondCopy(String dialogId, Turn turn) {
        if (turn.externalId().isPresent()) {
            Arrived first = byCid.get(turn.externalId().get());
            return first != null && first.resent() && isElsewhere(first, dialogId, turn);
        }
        return !isClaimed(dialogId, turn.sequence())
                && byCid.values().stream()
                        .anyMatch(each -> each.resent()
                                && isElsewhere(each, dialogId, turn)
                                && turn.sequence() > each.seqBefore()
                                && time.millis() - each.at() <= WINDOW_MILLIS
                                && turn.content() instanceof Content.Text said
                                && said.text().equals(each.text()));
    }

    private static boolean isElsewhere(Arrived first, String dialogId, Turn turn) {
        return first.sequence() >= 0
                && (first.sequence() != turn.sequence() || !first.dialogId().equals(dialogId));
    }
}
