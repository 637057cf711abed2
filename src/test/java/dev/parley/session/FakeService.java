package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The service as one consumer sees it, without sockets: frames wait in queues until {@link #run}. Written from
 * PROTOCOL.md; each request can be told to go wrong once.
 */
final class FakeService implements Dialer {
    static final String CONSUMER = "c0a51e77";
    static final String AGENT = "a9e0b3d4";

    final Map<String, FakeTalks.Talk> talks = new LinkedHashMap<>();
    final FakeTalks said = new FakeTalks(talks, this::tellOf, this::notifyEvents, this::live);
    final List<JsonNode> received = new ArrayList<>();
    private final Map<String, Deque<Fault>> faults = new HashMap<>();
    private final FakeQueue queue = new FakeQueue();
    private final Deque<JsonNode> tooLate = new ArrayDeque<>();
    private final Deque<ObjectNode> held = new ArrayDeque<>();
    private Ear ear;
    private boolean open;
    int dials;
    /** Fails dials while set. */
    Trouble down;
    /** Told at each dial. */
    Runnable signIn = () -> {};

    /** What was said under these sequences is never given, in whatever dialog. */
    final Set<Long> neverGiven = new HashSet<>();

    /** Told when the client gets something. */
    Runnable onByte = () -> {};

    private boolean paused;
    private final Deque<Runnable> unread = new ArrayDeque<>();

    boolean notificationsFirst;
    boolean twice;
    boolean deaf;
    /** So many live notifications are lost. */
    int losing;
    /** So many live notifications come after the one behind them. */
    int swapping;
    /** A frame with this in it cannot be taken by the client; empty for none. */
    String tooLarge = "";

    void next(String kind, Fault fault) {
        faults.computeIfAbsent(kind, key -> new ArrayDeque<>()).add(fault);
    }

    void behave() {
        faults.clear();
        down = null;
        twice = false;
        losing = 0;
        swapping = 0;
    }

    boolean isOpen() {
        return open;
    }

    @Override
    public void dial(Ear caller) {
        dials++;
        if (down != null) {
            Trouble trouble = down;
            later(() -> caller.failed(trouble));
            return;
        }
        signIn.run();
        later(() -> {
            ear = caller;
            open = true;
            paused = false;
            unread.clear();
            said.forget();
            held.clear();
            onByte.run();
            caller.opened(new OneWire(caller));
        });
    }

    private final class OneWire implements Wire {
        private final Ear caller;

        OneWire(Ear caller) {
            this.caller = caller;
        }

        @Override
        public void write(String frame) {
            if (!deaf) {
                queue.request(() -> request(caller, frame));
            }
        }

        @Override
        public void close() {
            if (ear == caller) {
                open = false;
            }
        }

        @Override
        public void pause() {
            paused = true;
        }

        @Override
        public void resume() {
            paused = false;
            unread.forEach(FakeService.this::later);
            unread.clear();
        }
    }

    private void later(Runnable run) {
        queue.add(run);
    }

    /** One more thing happens. False when nobody has anything more to say. */
    boolean step() {
        return queue.step();
    }

    /** Until nobody has anything more to say. */
    void run() {
        while (step()) {}
    }

    /** The client is no more. @param arrives whether what it has written still does */
    void abandoned(boolean arrives) {
        queue.abandon(arrives);
        open = false;
    }

    void close(int code, String reason) {
        if (open) {
            open = false;
            ear.closed(code, reason);
        }
        run();
    }

    FakeTalks.Talk has(String id) {
        return said.has(id);
    }

    void agentSays(String id, String text) {
        says(id, text);
        run();
    }

    /** Without waiting for what follows. */
    void says(String id, String text) {
        tell(id, said.store(said.dialog(id), AGENT, "ASSIGNED_AGENT", content(text), null));
    }

    void event(String id, String originator, String role, ObjectNode event, boolean tell) {
        ObjectNode stored = said.store(said.dialog(id), originator, role, event, null);
        if (tell) {
            tell(id, stored);
        }
        run();
    }

    private void tell(String id, ObjectNode stored) {
        if (open && said.isFollowed(id)) {
            later(() -> live(stored));
        }
    }

    ObjectNode content(String text) {
        return FakeFrames.content(text);
    }

    void typing(String id, String originator, String state) {
        notifyEvents(List.of(FakeFrames.typing(id, originator, state)));
        run();
    }

    void close(String id) {
        talks.get(id).open = false;
        changed(id);
        run();
    }

    /** Its facts have changed. */
    void changed(String id) {
        talks.get(id).updated++;
        if (open) {
            later(() -> upsert(talks.get(id)));
        }
    }

    void raw(String frame) {
        later(() -> {
            onByte.run();
            ear.text(frame);
        });
        run();
    }

    /** What was said in it, in order. */
    List<String> said(String id) {
        return talks.get(id).events.stream()
                .filter(each -> each.at("/event/type").asText().equals("ContentEvent"))
                .map(each -> each.at("/event/message").asText())
                .toList();
    }

    List<JsonNode> requests(String kind) {
        return received.stream()
                .filter(each -> FakeFrames.kind(each).equals(kind))
                .toList();
    }

    private void request(Ear from, String frame) {
        if (from != ear || !open) {
            return;
        }
        JsonNode request = FakeFrames.read(frame);
        received.add(request);
        Fault fault = Optional.ofNullable(faults.get(FakeFrames.kind(request)))
                .map(Deque::poll)
                .orElse(null);
        Deque<Runnable> news = new ArrayDeque<>();
        int code = 200;
        JsonNode body;
        if (fault != null && !fault.commit()) {
            code = fault.error();
            body = fault.body();
        } else {
            body = said.commit(request, news);
            code = body.isTextual() && body.asText().startsWith("no ") ? 400 : 200;
        }
        if (fault != null && fault.late()) {
            tooLate.add(request);
        }
        ObjectNode response = FakeFrames.response(request, code, body);
        Runnable answer = () -> say(from, response);
        if (fault == null || fault.answer()) {
            if (notificationsFirst) {
                news.addLast(answer);
            } else {
                news.addFirst(answer);
            }
        }
        news.forEach(this::later);
        if (fault != null && fault.close() != 0) {
            int close = fault.close();
            later(() -> {
                if (from == ear && open) {
                    open = false;
                    from.closed(close, "");
                }
            });
        }
    }

    /** Takes in what nobody counted on any more. */
    void commitLate() {
        while (!tooLate.isEmpty()) {
            Deque<Runnable> news = new ArrayDeque<>();
            said.commit(tooLate.remove(), news);
            news.forEach(this::later);
        }
        run();
    }

    private void live(ObjectNode change) {
        if (losing > 0) {
            losing--;
        } else if (swapping > 0) {
            swapping--;
            held.add(change);
        } else {
            notifyEvents(List.of(change));
            while (!held.isEmpty()) {
                notifyEvents(List.of(held.remove()));
            }
        }
    }

    void notifyEvents(List<ObjectNode> changes) {
        say(
                ear,
                FakeFrames.events(changes.stream()
                        .filter(change ->
                                !neverGiven.contains(change.path("sequence").asLong()))
                        .toList()));
    }

    void upsert(FakeTalks.Talk talk) {
        tellOf(List.of(talk));
    }

    private void tellOf(Collection<FakeTalks.Talk> changed) {
        say(ear, FakeFrames.list(changed));
    }

    /** The service no longer lists it. */
    void delete(String id) {
        FakeTalks.Talk talk = talks.remove(id);
        say(ear, FakeFrames.delete(talk));
        run();
    }

    private void say(Ear to, ObjectNode frame) {
        if (to != ear || !open) {
            return;
        }
        if (paused) {
            unread.add(() -> say(to, frame));
            return;
        }
        onByte.run();
        if (!tooLarge.isEmpty() && frame.toString().contains(tooLarge)) {
            open = false;
            to.broken("the connection broke");
            return;
        }
        to.heard();
        to.text(frame.toString());
        if (twice && open) {
            to.text(frame.toString());
        }
    }
}
