package dev.parley.session;

import dev.parley.conversation.Timeline;
import dev.parley.conversation.Update;
import dev.parley.conversation.Update.HistoryState;
import dev.parley.protocol.RequestBody;
import dev.parley.time.Time;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One dialog on one socket: subscribes from where the timeline ends, tells when it has caught up, and asks once for each
 * hole (PROTOCOL.md sections 7 and 11, RELIABILITY.md 1.2). Event loop.
 */
final class Subscription {
    private static final long HOLE_PATIENCE_MILLIS = 1_000;
    private static final long[] RETRY_MILLIS = {5_000, 10_000, 15_000};

    private enum State {
        ASKED,
        CAUGHT_UP,
        REFUSED,
        OVER
    }

    private final Desk desk;
    private final String conversationId;
    private final String dialogId;
    private final Runnable caughtUp;
    /** Where holes began that have been asked for; outlives the socket. */
    private final Set<Long> holesAsked;

    private final Stumble stumble;

    private State state = State.ASKED;
    private long askedFrom;
    private int failures;
    private @Nullable CatchUp catchUp;
    private Time.@Nullable Timer timer;
    private boolean watchingHoles;
    private boolean completed;

    /** @param caughtUp runs each time the dialog's history is complete, or is refused */
    Subscription(
            Desk desk,
            String conversationId,
            String dialogId,
            Set<Long> holesAsked,
            Stumble stumble,
            Runnable caughtUp) {
        this.desk = desk;
        this.conversationId = conversationId;
        this.dialogId = dialogId;
        this.holesAsked = holesAsked;
        this.stumble = stumble;
        this.caughtUp = caughtUp;
    }

    /** Whether what the service has said in this dialog is known. */
    boolean isCaughtUp() {
        return state == State.CAUGHT_UP;
    }

    boolean isRefused() {
        return state == State.REFUSED;
    }

    /** Nothing was said before: it has just been opened. */
    void startFresh() {
        state = State.CAUGHT_UP;
        ask(0);
    }

    void start() {
        tell(HistoryState.LOADING, "");
        ask(next());
    }

    /** Reads again what came after the part without holes; {@code caughtUp} runs at its end. */
    void again() {
        if (state == State.CAUGHT_UP) {
            state = State.ASKED;
            ask(next());
        }
    }

    /** Asked, and nothing of what was asked for has come. */
    boolean isAsked() {
        return state == State.ASKED && next() == askedFrom;
    }

    /** The connection broke, and by nothing else than what this one asked for. */
    void broke() {
        if (stumble.brokeAt(askedFrom)) {
            desk.tell(new Update.HoleKnown(desk.key(), conversationId, dialogId, askedFrom, askedFrom));
            desk.complain(
                    Optional.of(conversationId), "A message is larger than this client can take, and is left out.");
        }
    }

    private long next() {
        return stumble.past(desk.guards().resume().from(timeline()));
    }

    /** Events of this dialog came. */
    void news() {
        CatchUp running = catchUp;
        if (running != null) {
            running.news();
        }
        if (state == State.CAUGHT_UP) {
            watchHoles();
        }
    }

    /** The socket is gone. */
    void end() {
        state = State.OVER;
        stopTimers();
    }

    private void ask(long fromSeq) {
        stopTimers();
        askedFrom = fromSeq;
        CatchUp barrier = new CatchUp(desk.time(), desk.requests(), this::complete);
        catchUp = barrier;
        RequestBody body = new RequestBody.SubscribeMessagingEvents(dialogId, Optional.of(conversationId), fromSeq);
        desk.requests().ask(body, outcome -> {
            if (state == State.OVER || catchUp != barrier) {
                return;
            }
            if (outcome.isOk()) {
                barrier.start();
            } else if (outcome instanceof Outcome.TimedOut || outcome.code() == 429 || outcome.code() >= 500) {
                retry(fromSeq, outcome);
            } else if (outcome instanceof Outcome.Answered) {
                refused(outcome.words());
            }
        });
    }

    private void retry(long fromSeq, Outcome outcome) {
        if (failures >= RETRY_MILLIS.length) {
            refused(outcome.words());
            return;
        }
        timer = desk.time().after(RETRY_MILLIS[failures++], () -> {
            if (state != State.OVER) {
                ask(fromSeq);
            }
        });
    }

    private void refused(String words) {
        state = State.REFUSED;
        // One that gave all there was and has closed since is no reason for a word.
        tell(completed ? HistoryState.COMPLETE : HistoryState.REFUSED, completed ? "" : words);
        caughtUp.run();
    }

    private void complete() {
        state = State.CAUGHT_UP;
        completed = true;
        failures = 0;
        tell(HistoryState.COMPLETE, "");
        giveUpOnHoles();
        caughtUp.run();
        watchHoles();
    }

    /** A hole may be nothing but a late notification: wait a little before asking. */
    private void watchHoles() {
        if (!watchingHoles && !holes().isEmpty()) {
            watchingHoles = true;
            timer = desk.time().after(HOLE_PATIENCE_MILLIS, () -> {
                watchingHoles = false;
                fillHoles();
            });
        }
    }

    private void fillHoles() {
        List<Timeline.Range> holes =
                holes().stream().filter(this::isWorthAsking).toList();
        if (state != State.CAUGHT_UP || holes.isEmpty()) {
            return;
        }
        // One question from the first hole on brings all of them.
        holes.forEach(hole -> holesAsked.add(hole.from()));
        ask(holes.get(0).from());
    }

    private void giveUpOnHoles() {
        for (Timeline.Range hole : holes()) {
            if (!isWorthAsking(hole)) {
                desk.tell(new Update.HoleKnown(desk.key(), conversationId, dialogId, hole.from(), hole.to()));
            }
        }
    }

    private boolean isWorthAsking(Timeline.Range hole) {
        return desk.guards().holes().mayAsk(holesAsked, hole);
    }

    private List<Timeline.Range> holes() {
        return timeline().map(Timeline::holes).orElse(List.of());
    }

    private Optional<Timeline> timeline() {
        return desk.conversation(conversationId).flatMap(conversation -> conversation.timeline(dialogId));
    }

    private void tell(HistoryState history, String words) {
        desk.tell(new Update.HistoryChanged(desk.key(), conversationId, dialogId, history, words));
    }

    private void stopTimers() {
        watchingHoles = false;
        CatchUp running = catchUp;
        if (running != null) {
            running.cancel();
        }
        Time.Timer waiting = timer;
        if (waiting != null) {
            waiting.cancel();
            timer = null;
        }
    }
}
