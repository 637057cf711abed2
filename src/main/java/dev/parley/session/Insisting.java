package dev.parley.session;

import dev.parley.conversation.Update;
import dev.parley.protocol.RequestBody;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks what does no harm when it is asked twice: again after a second or more where the service has too much to do, after
 * 5, 10 and 15 s where it is ill; any other refusal is final (PROTOCOL.md section 12). Event loop.
 */
final class Insisting {
    private static final long[] REST_MILLIS = {5_000, 10_000, 15_000};
    private static final long RATE_REST_MILLIS = 1_000;
    private static final int MOST = 4;

    private final Desk desk;

    Insisting(Desk desk) {
        this.desk = desk;
    }

    /** @param end runs once, with the last outcome */
    void ask(RequestBody body, Consumer<Outcome> end) {
        ask(body, end, 1);
    }

    private void ask(RequestBody body, Consumer<Outcome> end, int attempt) {
        desk.requests().ask(body, outcome -> {
            long rest = rest(outcome, attempt);
            if (rest == 0) {
                end.accept(outcome);
                return;
            }
            desk.tell(new Update.Notice(
                    desk.key(),
                    Optional.empty(),
                    false,
                    "The service says \"" + outcome.words() + "\"; it is asked again in " + rest / 1_000 + " s."));
            desk.time().after(rest, () -> ask(body, end, attempt + 1));
        });
    }

    /** Milliseconds until it is asked again; 0 when it is not. */
    private static long rest(Outcome outcome, int attempt) {
        if (attempt >= MOST) {
            return 0;
        }
        if (outcome.code() == 429) {
            return RATE_REST_MILLIS << (attempt - 1);
        }
        return outcome.code() >= 500 ? REST_MILLIS[attempt - 1] : 0;
    }
}
