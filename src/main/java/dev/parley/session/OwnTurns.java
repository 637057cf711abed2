package dev.parley.session;

import dev.parley.conversation.Content;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.TimelineEvent.Turn;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/** By its own id, else by what it says (RELIABILITY.md 1.2.4). */
final class OwnTurns implements Guards.Recognition {
    @Override
    public Optional<Turn> find(Outgoing outgoing, List<Turn> turns, LongPredicate claimed) {
        Optional<Turn> named = turns.stream()
                .filter(turn -> turn.externalId().filter(outgoing.cid()::equals).isPresent())
                .findFirst();
        return named.isPresent()
                ? named
                : turns.stream()
                        .filter(turn -> looksLike(outgoing, turn) && !claimed.test(turn.sequence()))
                        .findFirst();
    }

    /** Without any id, and newer than what was there before it was first sent. */
    private static boolean looksLike(Outgoing outgoing, Turn turn) {
        Outgoing.Attempt attempt = outgoing.attempt();
        return attempt != null
                && turn.who().self()
                && turn.externalId().isEmpty()
                && turn.sequence() > attempt.seqBefore()
                && turn.content() instanceof Content.Text said
                && said.text().equals(outgoing.text());
    }
}
