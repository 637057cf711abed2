package dev.parley.session;

import dev.parley.conversation.Command;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Update;
import dev.parley.time.HandTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/** One client through a chain of things that happen to it, and what must be true of it at any time and at the end. */
final class Fate {
    /** What can happen. */
    enum Kind {
        SEND,
        SEND_ANYWHERE,
        NOTIFY,
        STEP,
        RUN,
        WAIT,
        WAIT_LONG,
        TWICE,
        LOSE,
        SWAP,
        CUT,
        RESTART,
        TOKEN_REFUSED,
        RECONNECT,
        DISCARD,
        RETRY,
        CLOSE,
        READ,
        LOAD,
        LOSE_ANSWER,
        LOSE_REQUEST,
        REFUSE,
        RATE,
        ILL,
        DISK_FULL,
        DISK_FREE
    }

    record Act(Kind kind, int number) {
        @Override
        public String toString() {
            return kind + "(" + number + ")";
        }
    }

    private record Message(String cid, String text, boolean inConversation) {}

    private static final List<String> TALKS = List.of("a", "b");

    private final HandTime time = new HandTime();
    private final FakeService service = new FakeService();
    private final Disk disk = new Disk();
    private final Map<String, Message> written = new LinkedHashMap<>();
    /** By the person: sent again, or asked to be taken back. */
    private final Set<String> retried = new HashSet<>();

    private final Set<String> discarded = new HashSet<>();
    private final Set<String> returned = new HashSet<>();
    private final Set<String> accepted = new HashSet<>();
    private World world;
    private int heardOf;

    Fate(Guards guards) {
        TALKS.forEach(service::has);
        world = new World(new World.Outside(time, service, disk, guards, true));
        world.start();
    }

    static List<Act> chain(long seed, int longest) {
        Random random = new Random(seed);
        List<Act> chain = new ArrayList<>();
        Kind[] kinds = Kind.values();
        for (int length = 5 + random.nextInt(longest - 4); chain.size() < length; ) {
            // Every third thing is one that gets on with it, or little would come of the others.
            Kind kind = random.nextInt(3) == 0
                    ? Kind.values()[random.nextInt(Kind.WAIT.ordinal() + 1)]
                    : kinds[random.nextInt(kinds.length)];
            chain.add(new Act(kind, random.nextInt(1_000)));
        }
        return chain;
    }

    /** What is wrong; empty when all is well, at each step and at the end. */
    static Optional<String> wrong(List<Act> chain, Guards guards) {
        Fate fate = new Fate(guards);
        for (int at = 0; at < chain.size(); at++) {
            fate.happens(chain.get(at));
            Optional<String> fault = fate.wrongAnyTime();
            if (fault.isPresent()) {
                return Optional.of("after " + chain.subList(0, at + 1) + ": " + fault.get());
            }
        }
        fate.allIsWellAgain();
        return fate.wrongAnyTime().or(fate::wrongAtTheEnd).map(fault -> "after all of " + chain + ": " + fault);
    }

    private void happens(Act act) {
        String talk = TALKS.get(act.number() % TALKS.size());
        switch (act.kind()) {
            case SEND -> send(talk);
            case SEND_ANYWHERE -> send(null);
            case NOTIFY -> {
                if (service.talks.get(talk).open) {
                    service.says(
                            talk, "answer " + service.talks.get(talk).events.size());
                }
            }
            case STEP -> {
                for (int step = act.number() % 8; step >= 0; step--) {
                    world.step();
                }
            }
            case RUN -> world.run();
            case WAIT -> time.advance(act.number() * 5);
            case WAIT_LONG -> world.advance(30_000 + act.number() * 100);
            case TWICE -> service.twice = !service.twice;
            case LOSE -> service.losing = 1;
            case SWAP -> service.swapping = 1;
            case CUT -> cut();
            case RESTART -> {
                listen();
                heardOf = 0;
                world = world.crash(act.number() % 2 == 0);
                world.session.start();
            }
            case TOKEN_REFUSED -> {
                service.down = new Trouble(Trouble.Hope.NONE, "the service no longer knows this consumer (401)");
                cut();
                world.advance(12_000);
                service.down = null;
            }
            case RECONNECT -> world.session.handle(new Command.Reconnect(World.ME));
            case DISCARD ->
                any(act.number()).ifPresent(cid -> {
                    discarded.add(cid);
                    world.session.handle(new Command.Discard(World.ME, cid));
                });
            case RETRY ->
                any(act.number()).ifPresent(cid -> {
                    retried.add(cid);
                    world.session.handle(new Command.Retry(World.ME, cid));
                });
            case CLOSE -> {
                // The other one stays, so that there is always one to talk in.
                service.talks.get("b").open = false;
                service.changed("b");
            }
            case READ -> world.session.handle(new Command.MarkRead(World.ME, talk, talk, act.number() % 20));
            case LOAD -> world.session.handle(new Command.LoadHistory(World.ME, talk));
            case LOSE_ANSWER -> service.next("ContentEvent", Fault.lostAnswer());
            case LOSE_REQUEST ->
                service.next("ContentEvent", Fault.lostRequest().thenClose(1006));
            case REFUSE -> service.next("ContentEvent", Fault.refuse(400, "not like this"));
            case RATE -> service.next("ContentEvent", Fault.refuse(429, "slow down"));
            case ILL -> service.next("ContentEvent", Fault.refuse(503, "ill"));
            case DISK_FULL -> disk.full = true;
            case DISK_FREE -> disk.full = false;
        }
        listen();
    }

    private void send(String talk) {
        String text = "message " + written.size();
        String cid = world.enter(talk, text);
        written.put(cid, new Message(cid, text, talk != null));
    }

    private Optional<String> any(int number) {
        List<String> cids = List.copyOf(written.keySet());
        return cids.isEmpty() ? Optional.empty() : Optional.of(cids.get(number % cids.size()));
    }

    private void cut() {
        if (service.isOpen()) {
            service.close(1006, "");
        }
    }

    private void listen() {
        for (Update update : world.told.subList(heardOf, world.told.size())) {
            if (update instanceof Update.TextReturned back) {
                returned.add(back.cid());
            } else if (update instanceof Update.OutgoingChanged changed
                    && changed.outgoing().delivery() == Delivery.QUEUED) {
                accepted.add(changed.outgoing().cid());
            }
        }
        heardOf = world.told.size();
    }

    private void allIsWellAgain() {
        service.behave();
        disk.full = false;
        world.command(new Command.Reconnect(World.ME));
        world.advance(20_000);
        // What was lost last of all is not missed before the next connection.
        cut();
        world.advance(200_000);
        service.talks.keySet().forEach(talk -> world.command(new Command.LoadHistory(World.ME, talk)));
        world.advance(20_000);
        listen();
    }

    private Optional<String> wrongAnyTime() {
        for (String talk : service.talks.keySet()) {
            List<String> screen = World.rows(world.screen, talk);
            List<String> session = World.rows(world.inbox, talk);
            if (!screen.equals(session)) {
                return Optional.of("the screen shows " + screen + ", the session knows " + session);
            }
            List<String> said = service.said(talk);
            List<String> shown = screen.stream().filter(said::contains).toList();
            List<String> inOrder = said.stream().filter(shown::contains).toList();
            if (!shown.equals(inOrder)) {
                return Optional.of("shown " + shown + " of what was said " + said);
            }
        }
        return Optional.empty();
    }

    private Optional<String> wrongAtTheEnd() {
        for (String talk : service.talks.keySet()) {
            List<String> shown = World.rows(world.screen, talk).stream()
                    .filter(row -> !row.startsWith("FAILED ") && !row.startsWith("UNKNOWN "))
                    .toList();
            if (!shown.equals(service.said(talk))) {
                return Optional.of("in " + talk + " is shown " + shown + ", was said " + service.said(talk));
            }
        }
        for (Message message : written.values()) {
            Optional<String> fault = wrong(message);
            if (fault.isPresent()) {
                return fault.map(each -> message + ": " + each);
            }
        }
        return wrongOrder();
    }

    private Optional<String> wrong(Message message) {
        long taken = ledger().stream().filter(message.text()::equals).count();
        long waiting =
                own().stream().filter(each -> each.cid().equals(message.cid())).count();
        if (taken > 1) {
            return Optional.of("is with the service " + taken + " times");
        }
        if (taken + waiting > 1) {
            return Optional.of("was taken in, and is shown as if it were not");
        }
        boolean mayBeGone = discarded.contains(message.cid())
                || returned.contains(message.cid())
                || !accepted.contains(message.cid());
        return taken + waiting == 0 && !mayBeGone ? Optional.of("is lost") : Optional.empty();
    }

    private Optional<String> wrongOrder() {
        for (String talk : TALKS) {
            List<String> entered = written.values().stream()
                    .filter(each -> each.inConversation() && !retried.contains(each.cid()))
                    .map(Message::text)
                    .toList();
            List<String> said =
                    service.said(talk).stream().filter(entered::contains).toList();
            List<String> wanted = entered.stream().filter(said::contains).toList();
            if (!said.equals(wanted)) {
                return Optional.of("entered " + wanted + ", said " + said);
            }
        }
        return Optional.empty();
    }

    private List<String> ledger() {
        return service.talks.keySet().stream()
                .flatMap(talk -> service.said(talk).stream())
                .toList();
    }

    private List<Outgoing> own() {
        return world.screen.consumer(World.ME).orElseThrow().outgoing().stream()
                .filter(each -> each.place().isUnopened()
                        || world.screen
                                .conversation(each.place())
                                .map(Conversation::id)
                                .isPresent())
                .toList();
    }

    /** The shortest part of a chain that one finds by leaving out pieces and that still goes wrong. */
    static List<Act> shortest(List<Act> chain, Guards guards) {
        List<Act> best = chain;
        OptionalInt piece = OptionalInt.of(Math.max(1, chain.size() / 2));
        while (piece.isPresent()) {
            int size = piece.getAsInt();
            boolean shorter = false;
            for (int from = 0; from + size <= best.size(); ) {
                List<Act> without = new ArrayList<>(best.subList(0, from));
                without.addAll(best.subList(from + size, best.size()));
                if (wrong(without, guards).isPresent()) {
                    best = without;
                    shorter = true;
                } else {
                    from += size;
                }
            }
            piece = size > 1 ? OptionalInt.of(size / 2) : shorter ? OptionalInt.of(1) : OptionalInt.empty();
        }
        return best;
    }
}
