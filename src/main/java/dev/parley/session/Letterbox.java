package dev.parley.session;

import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outbox;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Outgoing.Attempt;
import dev.parley.conversation.Place;
import dev.parley.conversation.Update;
import dev.parley.session.Keeper.Port;
import dev.parley.session.Letter.Wait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Own messages that the service does not have yet, in order of Enter; each change goes to the outbox and to the model.
 * Before it is known whose outbox it is, messages wait as SAVING; before what an earlier run left is known, nothing is
 * sent. Event loop.
 */
final class Letterbox {
    private static final long AGAIN_MILLIS = 5_000;
    /** By then a draft tells what the input holds, see RELIABILITY.md P1. */
    private static final long DRAFTED_MILLIS = 3_000;

    private record Returned(Outgoing outgoing, long at) {}

    private final Desk desk;
    private final Keeper keeper;
    private final Runnable changed;
    private final Map<String, Letter> letters = new LinkedHashMap<>();
    private final DeliveredLetters delivered;
    /** Given back to the input; kept in the outbox until they are kept as a draft. */
    private final Map<String, Returned> returned = new LinkedHashMap<>();

    private @Nullable Outbox outbox;
    private boolean complete;

    /** @param changed runs when a message has become sendable */
    Letterbox(Desk desk, Keeper keeper, Runnable changed) {
        this.desk = desk;
        this.keeper = keeper;
        this.changed = changed;
        this.delivered = new DeliveredLetters(desk.time());
    }

    /** Whether it is known what an earlier run left. */
    boolean isComplete() {
        return complete;
    }

    DeliveredLetters delivered() {
        return delivered;
    }

    /** What has been written so far is stored at once; where it was stored before, as another consumer's, it is forgotten. */
    void open(Outbox port) {
        Outbox former = outbox;
        outbox = port;
        for (Letter letter : letters.values()) {
            String cid = letter.outgoing.cid();
            Runnable saved = () -> {
                if (former != null) {
                    keeper.write(Port.OUTBOX, List.of("former", cid), () -> former.remove(cid));
                }
            };
            if (letter.delivery() == Delivery.SAVING) {
                save(letter, saved);
            } else {
                keeper.write(Port.OUTBOX, List.of("moved", cid), () -> accept(port, letter), saved);
            }
        }
    }

    /** It may have been delivered while the disk failed. */
    private CompletionStage<Void> accept(Outbox port, Letter letter) {
        return holds(letter) ? port.accept(letter.outgoing) : CompletableFuture.completedStage(null);
    }

    /**
     * Takes what an earlier run left, before what was written meanwhile.
     *
     * @param stands whether the message is in the history already
     */
    void restore(List<Outgoing> kept, Predicate<Outgoing> stands) {
        List<Letter> written = new ArrayList<>(letters.values());
        letters.clear();
        for (Outgoing each : kept) {
            boolean isNew =
                    written.stream().noneMatch(letter -> letter.outgoing.cid().equals(each.cid()));
            if (isNew && stands.test(each)) {
                remove(each.cid());
            } else if (isNew) {
                restore(each);
            }
        }
        written.forEach(letter -> letters.put(letter.outgoing.cid(), letter));
        complete = true;
        changed.run();
    }

    /** RELIABILITY.md 1.2: what may have been written to a socket is in doubt, all else can be sent. */
    private void restore(Outgoing kept) {
        Outgoing now = switch (kept.delivery()) {
            case SAVING, QUEUED -> kept.with(Delivery.QUEUED, "");
            case IN_FLIGHT, UNKNOWN, ACKED -> kept.with(Delivery.UNKNOWN, "the connection was lost");
            case FAILED -> kept;
        };
        letters.put(now.cid(), new Letter(now));
        desk.tell(now);
    }

    void add(Letter letter) {
        String cid = letter.outgoing.cid();
        if (letters.containsKey(cid) || delivered.has(cid)) {
            return;
        }
        letters.put(cid, letter);
        if (letter.outgoing.dialogId().isEmpty()) {
            letter.outgoing = Meant.now(desk, letter.outgoing);
        }
        desk.tell(letter.outgoing);
        save(letter);
    }

    /** The person wants it sent again. */
    void retry(String cid) {
        Letter letter = letters.get(cid);
        if (letter != null && (letter.delivery() == Delivery.FAILED || letter.waits == Wait.PERSON)) {
            boolean refused = letter.delivery() == Delivery.FAILED;
            letter.refusals = 0;
            letter.waits = Wait.NOTHING;
            Attempt before = letter.outgoing.attempt();
            Outgoing now = Meant.now(desk, letter.outgoing);
            // A click belongs to the dialog of its card.
            boolean sameDialog = now.dialogId().equals(letter.outgoing.dialogId());
            change(
                    letter,
                    now.clicking(sameDialog ? now.click() : null)
                            .tried(before == null ? null : before.anew(refused))
                            .with(Delivery.QUEUED, ""));
            changed.run();
        }
    }

    /** The person takes it back, which is done when it could not go out any more after a crash. */
    void discard(String cid) {
        Letter letter = letters.get(cid);
        Outbox port = outbox;
        if (letter == null) {
            return;
        }
        if (!letter.canBeTakenBack() || port == null) {
            desk.complain(letter.conversationId(), "It is on its way already.");
            return;
        }
        boolean stays = letter.waits == Wait.PERSON || letter.waits == Wait.OPENING;
        Wait before = stays ? letter.waits : Wait.NOTHING;
        letter.waits = Wait.REMOVAL;
        Outgoing back = letter.outgoing.with(Delivery.FAILED, "taken back before it was sent");
        keeper.once(
                Port.OUTBOX,
                cid,
                () -> port.update(back),
                () -> {
                    if (letters.remove(cid, letter)) {
                        returned.put(cid, new Returned(back, desk.time().millis()));
                        desk.tell(new Update.OutgoingRemoved(desk.key(), cid));
                        changed.run();
                    }
                },
                reason -> {
                    letter.waits = before;
                    desk.complain(letter.conversationId(), "It could not be taken back: " + reason);
                    changed.run();
                });
    }

    /** The text goes back to where it was written. */
    void giveBack(Letter letter, String why) {
        Outgoing failed = letter.outgoing.with(Delivery.FAILED, why);
        returned.put(failed.cid(), new Returned(failed, desk.time().millis()));
        store(failed);
        tellReturned(letter, why);
    }

    /** A draft is stored. */
    void drafted(Place place, String text) {
        returned.values().removeIf(each -> {
            boolean holdsIt = text.contains(each.outgoing().text());
            boolean isLater = desk.time().millis() - each.at() >= DRAFTED_MILLIS;
            boolean done = each.outgoing().place().equals(place) && (holdsIt || isLater);
            if (done) {
                remove(each.outgoing().cid());
            }
            return done;
        });
    }

    private void tellReturned(Letter letter, String why) {
        Outgoing outgoing = letter.outgoing;
        letters.remove(outgoing.cid());
        desk.tell(new Update.TextReturned(desk.key(), outgoing.place(), outgoing.cid(), outgoing.text(), why));
        changed.run();
    }

    void change(Letter letter, Outgoing outgoing) {
        letter.outgoing = outgoing;
        desk.tell(outgoing);
        store(outgoing);
    }

    /**
     * Stores that the message is about to be written to a socket (RELIABILITY.md 1.2.2). As long as that is refused the
     * message stays queued and is tried again.
     *
     * @param marked runs when it would survive a crash, unless the person has taken the message back
     */
    void mark(Letter letter, Outgoing inFlight, Runnable marked) {
        Outbox port = outbox;
        if (port == null) {
            return;
        }
        letter.waits = Wait.MARK;
        keeper.once(
                Port.OUTBOX,
                inFlight.cid(),
                () -> port.update(inFlight),
                () -> {
                    if (holds(letter) && letter.waits == Wait.MARK) {
                        letter.waits = Wait.NOTHING;
                        marked.run();
                    }
                },
                reason -> {
                    if (holds(letter) && letter.waits == Wait.MARK) {
                        letter.waits = Wait.DISK;
                        letter.outgoing = letter.outgoing.with(Delivery.QUEUED, "it waits for the disk: " + reason);
                        desk.tell(letter.outgoing);
                        desk.time().after(AGAIN_MILLIS, this::diskMayWork);
                    }
                });
    }

    /** Writing may work again. */
    void diskMayWork() {
        List<Letter> waiting = letters.values().stream()
                .filter(each -> each.waits == Wait.DISK)
                .toList();
        waiting.forEach(each -> each.waits = Wait.NOTHING);
        if (!waiting.isEmpty()) {
            changed.run();
        }
    }

    void failed(Letter letter, String words) {
        change(letter, letter.outgoing.with(Delivery.FAILED, words));
    }

    /** @param sequence -1 when the service did not say */
    void delivered(Letter letter, String dialogId, long sequence) {
        letters.remove(letter.outgoing.cid());
        remove(letter.outgoing.cid());
        delivered.add(letter.outgoing, dialogId, sequence);
        desk.tell(letter.outgoing.acked(dialogId, sequence));
    }

    /**
     * What was written where no conversation was open has one now: this. Its MAIN dialog bears its id.
     *
     * @param first the message that it was opened for; null for any. Others wait for conversations of their own.
     */
    void move(String conversationId, @Nullable Letter first) {
        Place to = new Place(desk.key(), conversationId);
        for (Letter letter : letters.values()) {
            boolean unopened = letter.outgoing.place().isUnopened();
            if (unopened && letter.waits == Wait.OPENING && letter != first) {
                // The model has moved everything.
                desk.tell(letter.outgoing);
            } else if (unopened) {
                letter.waits = letter.waits == Wait.OPENING ? Wait.NOTHING : letter.waits;
                letter.outgoing = letter.outgoing.in(to).inDialog(conversationId);
                store(letter.outgoing);
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

    private void save(Letter letter) {
        save(letter, () -> {});
    }

    /** @param saved runs when it would survive a crash */
    private void save(Letter letter, Runnable saved) {
        Outbox port = outbox;
        if (port == null) {
            return;
        }
        Outgoing first = letter.outgoing;
        keeper.once(
                Port.OUTBOX,
                first.cid(),
                () -> port.accept(first),
                () -> {
                    saved.run();
                    if (holds(letter) && letter.delivery() == Delivery.SAVING) {
                        letter.outgoing = letter.outgoing.with(Delivery.QUEUED, "");
                        desk.tell(letter.outgoing);
                        changed.run();
                    }
                },
                reason -> {
                    if (holds(letter) && letter.delivery() == Delivery.SAVING) {
                        remove(first.cid());
                        tellReturned(letter, "it could not be saved: " + reason);
                    }
                });
    }

    private void store(Outgoing outgoing) {
        Outbox port = outbox;
        if (port != null) {
            keeper.write(Port.OUTBOX, outgoing.cid(), () -> port.update(outgoing));
        }
    }

    private void remove(String cid) {
        Outbox port = outbox;
        if (port != null) {
            keeper.write(Port.OUTBOX, cid, () -> port.remove(cid));
        }
    }
}
