package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Outgoing.Attempt;
import dev.parley.conversation.Place;
import dev.parley.conversation.Timeline;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.protocol.Event;
import dev.parley.protocol.Frame;
import dev.parley.protocol.RequestBody;
import dev.parley.session.Letter.Wait;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Publishes own messages, one at a time in each conversation and in order of Enter (RELIABILITY.md 1.2): marked in the
 * outbox, then written, then answered, or in doubt, which is the {@link Enquiry}'s. Event loop.
 */
final class Sender {
    private static final long[] REST_MILLIS = {5_000, 10_000, 15_000};
    private static final long RATE_REST_MILLIS = 1_000;
    private static final long LONGEST_RATE_REST_MILLIS = 30_000;

    /** What the sender needs of the session around it. */
    interface Around {
        /** Whether the list of conversations is known on this socket, and what an earlier run left. */
        boolean isReady();

        /** Something waits for a conversation to be opened. */
        void needConversation();

        /** A message went out. */
        void sent(String conversationId);
    }

    private final Desk desk;
    private final Dialogs dialogs;
    private final Letterbox box;
    private final Enquiry enquiry;
    private final Around around;
    /** Counts sockets: a mark that was stored for one is not for the next. */
    private int socket;

    Sender(Desk desk, Dialogs dialogs, Letterbox box, Enquiry enquiry, Around around) {
        this.desk = desk;
        this.dialogs = dialogs;
        this.box = box;
        this.enquiry = enquiry;
        this.around = around;
    }

    /** Sends what can be sent now. Cheap when nothing can. */
    void pump() {
        if (!around.isReady()) {
            return;
        }
        Set<Place> busy = new HashSet<>();
        for (Letter letter : box.inOrder()) {
            Place place = letter.outgoing.place();
            if (busy.contains(place) || !box.holds(letter)) {
                continue;
            }
            if (letter.isSendable() && place.isUnopened()) {
                around.needConversation();
            } else if (letter.isSendable()) {
                tryToSend(letter);
            }
            // One that came to its end just now makes way for the next.
            if (box.holds(letter) && letter.holdsUpOthers()) {
                busy.add(place);
            }
        }
    }

    /** Whether an answer or a connection is being waited for. */
    boolean waits() {
        return box.inOrder().stream().anyMatch(Letter::holdsUpOthers);
    }

    /** The socket is gone. @param code as a close code */
    void down(int code) {
        socket++;
        for (Letter letter : box.inOrder()) {
            if (letter.delivery() == Delivery.IN_FLIGHT && CloseCode.of(code) == CloseCode.TOO_MUCH) {
                box.failed(letter, "the service says that this message is too long");
            }
        }
    }

    private void tryToSend(Letter letter) {
        Optional<Conversation> conversation = letter.conversationId().flatMap(desk::conversation);
        if (conversation.isEmpty()) {
            box.failed(letter, "the service no longer lists this conversation");
            return;
        }
        String dialogId = conversation.get().dialogId();
        if (!conversation.get().isOpen()) {
            box.failed(letter, "this conversation is closed");
        } else if (Meant.isOver(letter.outgoing, conversation.get())) {
            box.failed(letter, Meant.OVER);
        } else if (isKnown(dialogId)) {
            // What was never written cannot be there.
            Optional<Turn> there =
                    letter.outgoing.attempt() == null ? Optional.empty() : enquiry.find(letter.outgoing, dialogId);
            if (there.isPresent()) {
                box.delivered(letter, dialogId, there.get().sequence());
            } else if (letter.tries() > 0 && !enquiry.mayBeRepeated(letter)) {
                enquiry.park(letter);
            } else {
                mark(letter, conversation.get(), dialogId);
            }
        }
    }

    private boolean isKnown(String dialogId) {
        return dialogs.isCaughtUp(dialogId) || dialogs.isRefused(dialogId);
    }

    /** Nothing is written to a socket before a crash could no longer make us forget that. */
    private void mark(Letter letter, Conversation conversation, String dialogId) {
        int mine = socket;
        Attempt attempt = next(
                letter.outgoing.attempt(),
                dialogId,
                conversation.timeline(dialogId).map(Timeline::highest).orElse(-1L));
        Outgoing inFlight = letter.outgoing.with(Delivery.IN_FLIGHT, "").tried(attempt);
        box.mark(letter, inFlight, () -> {
            if (mine == socket && isKnown(dialogId)) {
                write(letter, inFlight, conversation.id(), dialogId);
            } else {
                box.change(letter, letter.outgoing.with(Delivery.QUEUED, ""));
                pump();
            }
        });
    }

    private Attempt next(@Nullable Attempt before, String dialogId, long highest) {
        int tries = before == null ? 0 : before.tries();
        return new Attempt(
                dialogId,
                tries + 1,
                before == null || tries == 0 ? desk.time().now() : before.firstAt(),
                before != null && before.dialogId().equals(dialogId) ? Math.min(before.seqBefore(), highest) : highest);
    }

    private void write(Letter letter, Outgoing inFlight, String conversationId, String dialogId) {
        letter.outgoing = inFlight;
        desk.tell(inFlight);
        if (letter.tries() == 1) {
            letter.firstTriedAt = OptionalLong.of(desk.time().millis());
        }
        int written = ++letter.written;
        Outgoing.Click click = inFlight.click();
        if (click != null && letter.tries() == 1) {
            RequestBody clicked = new RequestBody.PublishEvent(
                    dialogId,
                    Optional.of(conversationId),
                    new Event.AcceptStatusEvent("ACTION", List.of(click.sequence())));
            desk.requests().ask(clicked, CardMetadata.of(click), outcome -> {}, late -> {});
        }
        RequestBody body = new RequestBody.PublishEvent(
                dialogId, Optional.of(conversationId), Event.ContentEvent.text(inFlight.text()));
        desk.requests()
                .ask(
                        body,
                        CardMetadata.naming(inFlight.cid(), click),
                        outcome -> answered(letter, written, dialogId, outcome),
                        late -> answeredLate(letter, dialogId, late));
        around.sent(conversationId);
    }

    private void answered(Letter letter, int written, String dialogId, Outcome outcome) {
        if (!box.holds(letter) || letter.written != written || letter.delivery() != Delivery.IN_FLIGHT) {
            return;
        }
        if (outcome instanceof Outcome.Answered answer) {
            answered(letter, dialogId, answer.response());
        } else {
            box.change(letter, letter.outgoing.with(Delivery.UNKNOWN, outcome.words()));
            if (outcome instanceof Outcome.TimedOut && !dialogs.again(dialogId)) {
                enquiry.park(letter);
            }
        }
        pump();
    }

    private void answered(Letter letter, String dialogId, Frame.Response response) {
        JsonNode body = response.body();
        if (response.code() == 429) {
            rest(
                    letter,
                    Math.min(LONGEST_RATE_REST_MILLIS, RATE_REST_MILLIS << Math.min(letter.refusals, 5)),
                    response);
        } else if (response.code() >= 500 && letter.refusals < REST_MILLIS.length) {
            rest(letter, REST_MILLIS[letter.refusals], response);
        } else if (response.isError() || body != null && body.isTextual()) {
            box.failed(letter, response.words());
        } else {
            box.delivered(
                    letter, dialogId, body == null ? -1 : body.path("sequence").asLong(-1));
        }
    }

    private void answeredLate(Letter letter, String dialogId, Frame.Response response) {
        JsonNode body = response.body();
        if (response.isError() || body == null || !body.path("sequence").isIntegralNumber() || !box.holds(letter)) {
            return;
        }
        box.delivered(letter, dialogId, body.path("sequence").asLong());
        pump();
    }

    private void rest(Letter letter, long millis, Frame.Response response) {
        letter.refusals++;
        letter.waits = Wait.REST;
        Attempt attempt = letter.outgoing.attempt();
        box.change(
                letter,
                letter.outgoing
                        .tried(attempt == null ? null : attempt.refused())
                        .with(Delivery.QUEUED, response.words()));
        desk.time().after(millis, () -> {
            if (letter.waits == Wait.REST) {
                letter.waits = Wait.NOTHING;
                pump();
            }
        });
    }
}
