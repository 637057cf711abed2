package dev.parley.conversation;

import static dev.parley.conversation.Sample.C;
import static dev.parley.conversation.Sample.HERE;
import static dev.parley.conversation.Sample.ONE;
import static dev.parley.conversation.Sample.SURVEY;
import static dev.parley.conversation.Sample.UNOPENED;

import dev.parley.conversation.TimelineEvent.Receipt;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.conversation.TimelineEvent.Silent;
import dev.parley.conversation.TimelineEvent.Turn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A conversation that took place, and one way in which its updates may reach us: pages of history from anywhere, live
 * events, echoes before and after answers, tries that fail and are repeated, anything twice, some of it never.
 */
final class Chain {
    private static final Who[] OTHERS = {Sample.AGENT, Sample.BOT, new Who("looker", Role.MANAGER, false)};

    private final Random random;
    private final List<TimelineEvent> main;
    private final List<TimelineEvent> survey;
    /** Updates that must keep their order among themselves; the lanes are woven into each other at random. */
    private final List<Deque<Update>> lanes = new ArrayList<>();

    private final boolean faulty;
    private int messages;

    /** {@code faulty}: events may be lost, copies of one event may differ. */
    Chain(long seed, boolean faulty) {
        this(seed, faulty, 5);
    }

    /** {@code least}: events of the main dialog. */
    Chain(long seed, boolean faulty, int least) {
        random = new Random(seed);
        this.faulty = faulty;
        main = dialog(C, least + random.nextInt(35));
        survey = dialog(SURVEY, random.nextInt(8));
        for (int i = random.nextInt(3); i > 0; i--) {
            neverArrives();
        }
        reach(C, main);
        reach(SURVEY, survey);
    }

    /** The own messages that can be known by their id when their turn comes, or never get one. */
    Set<String> cidsKnownAgain() {
        Set<String> cids = new HashSet<>();
        for (int message = 0; message < messages; message++) {
            cids.add("cid-" + message);
        }
        Stream.concat(main.stream(), survey.stream())
                .filter(event -> event instanceof Turn turn && turn.externalId().isEmpty())
                .map(event -> ((Turn) event).content())
                .forEach(content -> cids.remove(((Content.Text) content).text().replace("text of ", "")));
        return cids;
    }

    /** All that is stored, each dialog in order, in one update each. */
    List<Update> stored() {
        return List.of(new Update.Events(ONE, C, C, main), new Update.Events(ONE, C, SURVEY, survey));
    }

    private List<TimelineEvent> dialog(String dialogId, int length) {
        List<TimelineEvent> events = new ArrayList<>();
        for (int sequence = 0; sequence < length; sequence++) {
            events.add(
                    switch (random.nextInt(8)) {
                        case 0, 1, 2 -> Sample.turn(sequence, other(), "answer " + sequence);
                        case 3, 4 -> sent(dialogId, sequence);
                        case 5 -> receipt(sequence, Sample.SELF);
                        case 6 -> receipt(sequence, other());
                        default -> new Silent(sequence);
                    });
        }
        return events;
    }

    private Who other() {
        return OTHERS[random.nextInt(OTHERS.length)];
    }

    private Receipt receipt(long sequence, Who who) {
        List<Long> listed = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            listed.add((long) random.nextInt((int) sequence + 1));
        }
        ReceiptStatus status = ReceiptStatus.values()[random.nextInt(ReceiptStatus.values().length)];
        return new Receipt(sequence, who, status, listed);
    }

    /** An own turn, with the life of the message that became it. Its id may be lost on the way. */
    private Turn sent(String dialogId, int sequence) {
        String cid = "cid-" + messages++;
        boolean idKept = random.nextInt(3) > 0;
        boolean fromElsewhere = random.nextInt(4) == 0;
        if (!fromElsewhere) {
            Deque<Update> life = life(cid);
            Outgoing acked = message(cid).acked(dialogId, sequence);
            if (!idKept || random.nextBoolean()) {
                life.add(Sample.changed(acked));
            }
            lanes.add(life);
        }
        return new Turn(
                sequence,
                Sample.SELF,
                Sample.at(sequence),
                Content.Text.of("text of " + cid),
                idKept ? Optional.of(cid) : Optional.empty());
    }

    private Deque<Update> life(String cid) {
        Deque<Update> life = new ArrayDeque<>();
        if (random.nextInt(4) == 0) {
            life.add(Sample.changed(message(cid).in(UNOPENED)));
            life.add(new Update.PlaceOpened(ONE, C));
        }
        life.add(Sample.changed(message(cid).with(Delivery.QUEUED, "")));
        for (int tries = random.nextInt(3); tries >= 0; tries--) {
            life.add(Sample.changed(message(cid).with(Delivery.IN_FLIGHT, "")));
            if (tries > 0) {
                life.add(Sample.changed(
                        message(cid).with(random.nextBoolean() ? Delivery.UNKNOWN : Delivery.FAILED, "x")));
            }
        }
        return life;
    }

    private static Outgoing message(String cid) {
        return Outgoing.saving(cid, HERE, "text of " + cid, Sample.at(1_000));
    }

    private void neverArrives() {
        String cid = "cid-" + messages++;
        Deque<Update> life = life(cid);
        if (random.nextBoolean()) {
            life.add(new Update.OutgoingRemoved(ONE, cid));
        }
        lanes.add(life);
    }

    /** Splits what there is into live events and overlapping pages; some may be lost, and known to be. */
    private void reach(String dialogId, List<TimelineEvent> events) {
        int lost = !faulty || events.isEmpty() || random.nextBoolean() ? -1 : random.nextInt(events.size());
        for (TimelineEvent event : events) {
            if (event.sequence() != lost && random.nextInt(3) == 0) {
                lanes.add(new ArrayDeque<>(List.of(Sample.eventsIn(dialogId, altered(event)))));
            }
        }
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(12));
            List<TimelineEvent> page = new ArrayList<>(events.subList(Math.max(0, from - random.nextInt(3)), to));
            page.removeIf(event -> event.sequence() == lost);
            if (random.nextBoolean()) {
                Collections.shuffle(page, random);
            }
            lanes.add(new ArrayDeque<>(List.of(new Update.Events(ONE, C, dialogId, page))));
            from = to;
        }
        if (lost >= 0 && random.nextBoolean()) {
            lanes.add(
                    new ArrayDeque<>(List.of(new Update.HoleKnown(ONE, C, dialogId, Math.max(0, lost - 1), lost + 1))));
        }
    }

    /** The copy that comes live may have lost its id, or (from a faulty peer) say something else. */
    private TimelineEvent altered(TimelineEvent event) {
        if (faulty && event instanceof Turn turn && random.nextInt(4) == 0) {
            Content content = random.nextBoolean() ? Content.Text.of("forged") : turn.content();
            return new Turn(turn.sequence(), turn.who(), turn.at(), content, Optional.empty());
        }
        return event;
    }

    /** One way of weaving, with repetitions. */
    List<Update> woven() {
        List<Update> updates = new ArrayList<>();
        List<Deque<Update>> left = new ArrayList<>();
        lanes.forEach(lane -> left.add(new ArrayDeque<>(lane)));
        while (!left.isEmpty()) {
            Deque<Update> lane = left.get(random.nextInt(left.size()));
            updates.add(lane.remove());
            if (lane.isEmpty()) {
                left.remove(lane);
            }
            if (random.nextInt(5) == 0) {
                updates.add(updates.get(random.nextInt(updates.size())));
            }
        }
        return updates;
    }
}
