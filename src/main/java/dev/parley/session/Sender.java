package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Place;
import dev.parley.conversation.Timeline;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.protocol.Event;
import dev.parley.protocol.Frame;
import dev.parley.protocol.RequestBody;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Publishes own messages, one at a time in each conversation and in order of Enter, and finds out what became of those
 * whose answer was lost (RELIABILITY.md 1.2). Event loop.
 */
final class Sender {
    static final String MAY_HAVE_ARRIVED = "may have been delivered: Alt-R sends it again";

    private static final long RESEND_MILLIS = 2 * 60_000L;
    private static final long[] REST_MILLIS = {5_000, 10_000, 15_000};
    private static final long RATE_REST_MILLIS = 1_000;
    private static final long LONGEST_RATE_REST_MILLIS = 30_000;

    /** What the sender needs of the session around it. */
    interface Around {
        /** Whether the list of conversations is known on this socket. */
        boolean isListed();

        /** Something waits for a conversation to be opened. */
        void needConversation();

        /** A message went out. */
        void sent(String conversationId);
    }

    private final Desk desk;
    private final Dialogs dialogs;
    private final Letterbox box;
    private final Around around;

    Sender(Desk desk, Dialogs dialogs, Letterbox box, Around around) {
        this.desk = desk;
        this.dialogs = dialogs;
        this.box = box;
        this.around = around;
    }

    /** Sends what can be sent now. Cheap when nothing can. */
    void pump() {
        if (!around.isListed()) {
            return;
        }
        Set<Place> busy = new HashSet<>();
        for (Letter letter : box.inOrder()) {
            Place place = letter.outgoing.place();
            boolean waits = letter.delivery().isPending() && !letter.parked;
            if (waits && !letter.held && busy.add(place) && letter.delivery() == Delivery.QUEUED && !letter.resting) {
                if (place.isUnopened()) {
                    around.needConversation();
                } else {
                    tryToSend(letter);
                }
            }
        }
    }

    /** Whether an answer or a connection is being waited for. */
    boolean waits() {
        return box.inOrder().stream().anyMatch(letter -> letter.delivery().isPending() && !letter.parked);
    }

    /** The list is known: where a message without an answer was sent to may be closed now, or gone. */
    void listed() {
        for (Letter letter : box.inOrder()) {
            String conversationId = letter.outgoing.place().conversationId();
            if (letter.delivery() == Delivery.UNKNOWN && !letter.parked) {
                if (conversationId == null || desk.conversation(conversationId).isEmpty()) {
                    park(letter);
                } else if (!isOpen(letter)) {
                    dialogs.want(conversationId);
                }
            }
        }
        pump();
    }

    /** A dialog's history is known, or refused: what became of the messages without an answer? */
    void caughtUp(String conversationId, String dialogId) {
        for (Letter letter : box.inOrder()) {
            if (letter.delivery() == Delivery.UNKNOWN
                    && !letter.parked
                    && conversationId.equals(letter.outgoing.place().conversationId())
                    && (letter.dialogId.isEmpty() || letter.dialogId.equals(dialogId))) {
                settle(letter, dialogId);
            }
        }
        pump();
    }

    /** New events of a dialog: own turns among them are answers. */
    void arrived(String conversationId, String dialogId, List<TimelineEvent> events) {
        boolean settled = false;
        for (TimelineEvent event : events) {
            if (event instanceof Turn turn
                    && turn.who().self()
                    && turn.externalId().isPresent()) {
                Optional<Letter> mine = box.find(turn.externalId().get());
                if (mine.isPresent()) {
                    box.delivered(mine.get(), dialogId, turn.sequence());
                    settled = true;
                } else if (box.isSecondCopy(turn.externalId().get(), turn.sequence())) {
                    desk.complain(Optional.of(conversationId), "A message of yours was delivered twice.");
                }
            }
        }
        if (settled) {
            pump();
        }
    }

    /** The socket is gone. @param code as a close code */
    void down(int code) {
        for (Letter letter : box.inOrder()) {
            if (letter.delivery() == Delivery.IN_FLIGHT && CloseCode.of(code) == CloseCode.TOO_MUCH) {
                box.failed(letter, "the service says that this message is too long");
            }
        }
    }

    private void tryToSend(Letter letter) {
        String conversationId = String.valueOf(letter.outgoing.place().conversationId());
        Optional<Conversation> conversation = desk.conversation(conversationId);
        if (conversation.isEmpty()) {
            box.failed(letter, "the service no longer lists this conversation");
            return;
        }
        String dialogId = conversation.get().dialogId();
        if (!conversation.get().isOpen()) {
            box.failed(letter, "this conversation is closed");
        } else if (dialogs.isCaughtUp(dialogId) || dialogs.isRefused(dialogId)) {
            Optional<Turn> there = find(letter, dialogId);
            if (there.isPresent()) {
                box.delivered(letter, dialogId, there.get().sequence());
                pump();
            } else {
                publish(letter, conversationId, dialogId);
            }
        }
    }

    private void publish(Letter letter, String conversationId, String dialogId) {
        letter.dialogId = dialogId;
        if (letter.tries++ == 0) {
            letter.firstTriedAt = desk.time().millis();
            letter.seqBefore =
                    timeline(conversationId, dialogId).map(Timeline::highest).orElse(-1L);
        }
        int attempt = letter.tries;
        box.change(letter, letter.outgoing.with(Delivery.IN_FLIGHT, ""));
        Letter.Click click = letter.click;
        if (click != null && attempt == 1) {
            RequestBody clicked = new RequestBody.PublishEvent(
                    dialogId,
                    Optional.of(conversationId),
                    new Event.AcceptStatusEvent("ACTION", List.of(click.sequence())));
            desk.requests().ask(clicked, click.metadata(), outcome -> {}, late -> {});
        }
        RequestBody body = new RequestBody.PublishEvent(
                dialogId, Optional.of(conversationId), Event.ContentEvent.text(letter.outgoing.text()));
        desk.requests()
                .ask(
                        body,
                        metadata(letter),
                        outcome -> answered(letter, attempt, outcome),
                        late -> answeredLate(letter, dialogId, late));
        around.sent(conversationId);
    }

    private void answered(Letter letter, int attempt, Outcome outcome) {
        if (!box.holds(letter) || letter.tries != attempt || letter.delivery() != Delivery.IN_FLIGHT) {
            return;
        }
        if (outcome instanceof Outcome.Answered answer) {
            answered(letter, answer.response());
        } else {
            box.change(letter, letter.outgoing.with(Delivery.UNKNOWN, outcome.words()));
            if (outcome instanceof Outcome.TimedOut && !dialogs.again(letter.dialogId)) {
                park(letter);
            }
        }
        pump();
    }

    private void answered(Letter letter, Frame.Response response) {
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
                    letter,
                    letter.dialogId,
                    body == null ? -1 : body.path("sequence").asLong(-1));
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
        letter.tries--;
        letter.resting = true;
        box.change(letter, letter.outgoing.with(Delivery.QUEUED, response.words()));
        desk.time().after(millis, () -> {
            letter.resting = false;
            pump();
        });
    }

    private void settle(Letter letter, String dialogId) {
        Optional<Turn> there = find(letter, dialogId);
        if (there.isPresent()) {
            box.delivered(letter, dialogId, there.get().sequence());
        } else if (dialogs.isRefused(dialogId)) {
            park(letter);
        } else if (!isOpen(letter)) {
            box.failed(letter, "the conversation closed before this arrived");
        } else if (letter.tries == 1 && desk.time().millis() - letter.firstTriedAt <= RESEND_MILLIS) {
            box.change(letter, letter.outgoing.with(Delivery.QUEUED, ""));
        } else {
            park(letter);
        }
    }

    private void park(Letter letter) {
        letter.parked = true;
        box.change(letter, letter.outgoing.with(Delivery.UNKNOWN, MAY_HAVE_ARRIVED));
    }

    private boolean isOpen(Letter letter) {
        return desk.inbox()
                .conversation(letter.outgoing.place())
                .filter(Conversation::isOpen)
                .isPresent();
    }

    private Optional<Turn> find(Letter letter, String dialogId) {
        List<Turn> turns = timeline(String.valueOf(letter.outgoing.place().conversationId()), dialogId)
                .map(Timeline::turns)
                .orElse(List.of());
        Optional<Turn> named = turns.stream().filter(letter::isNamedBy).findFirst();
        return named.isPresent()
                ? named
                : turns.stream()
                        .filter(turn -> letter.looksLike(turn) && !box.isClaimed(dialogId, turn.sequence()))
                        .findFirst();
    }

    private Optional<Timeline> timeline(String conversationId, String dialogId) {
        return desk.conversation(conversationId).flatMap(conversation -> conversation.timeline(dialogId));
    }

    /** A card's own metadata first, then our id, by which we know the message again. */
    private static ArrayNode metadata(Letter letter) {
        ArrayNode metadata = JsonNodeFactory.instance.arrayNode();
        Letter.Click click = letter.click;
        @Nullable JsonNode copied = click == null ? null : click.metadata();
        if (copied != null) {
            List<JsonNode> entries = new ArrayList<>();
            copied.forEach(entries::add);
            metadata.addAll(copied.isArray() ? entries : List.of(copied));
        }
        metadata.addObject().put("type", "ExternalId").put("id", letter.outgoing.cid());
        return metadata;
    }
}
