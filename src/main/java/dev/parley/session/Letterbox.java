package dev.parley.session;

import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outbox;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.Update;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Own messages that the service does not have yet, in order of Enter; each change goes to the outbox and to the model.
 * Before the sign-in says whose outbox it is, messages wait as SAVING. Event loop.
 */
final class Letterbox {
    private static final int DELIVERED_REMEMBERED = 1_000;

    private record Delivered(String dialogId, long sequence, boolean resent) {}

    private final Desk desk;
    private final Runnable changed;
    private final Map<String, Letter> letters = new LinkedHashMap<>();
    private final Map<String, Delivered> delivered = new LinkedHashMap<>();
    private @Nullable Outbox outbox;

    /** @param changed runs when a message has become sendable */
    Letterbox(Desk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
    }

    /** Takes what an earlier run left, before what was written meanwhile. */
    void open(Outbox port, List<Outgoing> kept) {
        outbox = port;
        List<Letter> written = new ArrayList<>(letters.values());
        letters.clear();
        for (Outgoing each : kept) {
            Letter letter = new Letter(each, null);
            letters.put(each.cid(), letter);
            restore(letter);
        }
        written.forEach(letter -> {
            letters.put(letter.outgoing.cid(), letter);
            save(port, letter);
        });
        changed.run();
    }

    void add(Letter letter) {
        if (letters.containsKey(letter.outgoing.cid()) || delivered.containsKey(letter.outgoing.cid())) {
            return;
        }
        letters.put(letter.outgoing.cid(), letter);
        desk.tell(letter.outgoing);
        Outbox port = outbox;
        if (port != null) {
            save(port, letter);
        }
    }

    /** The person wants it sent again. */
    void retry(String cid) {
        Letter letter = letters.get(cid);
        if (letter != null && (letter.delivery() == Delivery.FAILED || letter.parked)) {
            if (letter.delivery() == Delivery.FAILED) {
                letter.seqBefore = Long.MAX_VALUE;
            }
            letter.tries = 0;
            letter.refusals = 0;
            letter.parked = false;
            change(letter, letter.outgoing.with(Delivery.QUEUED, ""));
            changed.run();
        }
    }

    /** The person takes it back. */
    void discard(String cid) {
        Letter letter = letters.get(cid);
        if (letter == null) {
            return;
        }
        if (letter.delivery() == Delivery.QUEUED || letter.delivery() == Delivery.FAILED || letter.parked) {
            forget(letter);
            desk.tell(new Update.OutgoingRemoved(desk.key(), cid));
            changed.run();
        } else {
            desk.complain(conversation(letter), "It is on its way already.");
        }
    }

    /** The text goes back to where it was written. */
    void giveBack(Letter letter, String why) {
        forget(letter);
        Outgoing outgoing = letter.outgoing;
        desk.tell(new Update.TextReturned(desk.key(), outgoing.place(), outgoing.cid(), outgoing.text(), why));
        changed.run();
    }

    void change(Letter letter, Outgoing outgoing) {
        letter.outgoing = outgoing;
        desk.tell(outgoing);
        Outbox port = outbox;
        if (port != null) {
            port.update(outgoing);
        }
    }

    void failed(Letter letter, String words) {
        change(letter, letter.outgoing.with(Delivery.FAILED, words));
    }

    /** @param sequence -1 when the service did not say */
    void delivered(Letter letter, String dialogId, long sequence) {
        forget(letter);
        delivered.put(letter.outgoing.cid(), new Delivered(dialogId, sequence, letter.tries > 1));
        if (delivered.size() > DELIVERED_REMEMBERED) {
            delivered.remove(delivered.keySet().iterator().next());
        }
        desk.tell(letter.outgoing.acked(dialogId, sequence));
    }

    /** What was written where no conversation was open has one now. */
    void move(Place to) {
        for (Letter letter : letters.values()) {
            if (letter.outgoing.place().isUnopened()) {
                letter.held = false;
                letter.outgoing = letter.outgoing.in(to);
                Outbox port = outbox;
                if (port != null) {
                    port.update(letter.outgoing);
                }
            }
        }
    }

    List<Letter> inOrder() {
        return List.copyOf(letters.values());
    }

    Optional<Letter> find(String cid) {
        return Optional.ofNullable(letters.get(cid));
    }

    boolean holds(Letter letter) {
        return letters.get(letter.outgoing.cid()) == letter;
    }

    boolean isClaimed(String dialogId, long sequence) {
        return delivered.values().stream()
                .anyMatch(each -> each.sequence() == sequence && each.dialogId().equals(dialogId));
    }

    /** Whether a message that was sent again has arrived as {@code sequence} too. */
    boolean isSecondCopy(String cid, long sequence) {
        Delivered first = delivered.get(cid);
        return first != null && first.resent() && first.sequence() >= 0 && first.sequence() != sequence;
    }

    private void save(Outbox port, Letter letter) {
        port.accept(letter.outgoing)
                .whenComplete((done, failure) -> desk.loop().execute(() -> {
                    if (!holds(letter) || letter.delivery() != Delivery.SAVING) {
                        return;
                    }
                    if (failure != null) {
                        giveBack(letter, "it could not be saved: " + reason(failure));
                    } else {
                        letter.outgoing = letter.outgoing.with(Delivery.QUEUED, "");
                        desk.tell(letter.outgoing);
                        changed.run();
                    }
                }));
    }

    private void restore(Letter letter) {
        Delivery was = letter.delivery();
        if (was == Delivery.SAVING) {
            letter.outgoing = letter.outgoing.with(Delivery.QUEUED, "");
        } else if (was == Delivery.IN_FLIGHT || was == Delivery.UNKNOWN) {
            // Its first try was in another run: the history says, or the person.
            letter.tries = 2;
            letter.outgoing = letter.outgoing.with(Delivery.UNKNOWN, "the connection was lost");
        }
        desk.tell(letter.outgoing);
    }

    private void forget(Letter letter) {
        letters.remove(letter.outgoing.cid());
        Outbox port = outbox;
        if (port != null) {
            port.remove(letter.outgoing.cid());
        }
    }

    private static Optional<String> conversation(Letter letter) {
        return Optional.ofNullable(letter.outgoing.place().conversationId());
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getMessage() == null ? "the outbox does not work" : cause.getMessage();
    }
}
