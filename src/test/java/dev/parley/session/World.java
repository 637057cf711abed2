package dev.parley.session;

import dev.parley.conversation.Command;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Content;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.Link;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.Ports;
import dev.parley.conversation.TimelineItem;
import dev.parley.conversation.Update;
import dev.parley.host.Secret;
import dev.parley.store.MemoryPorts;
import dev.parley.time.HandTime;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** One session with a fake service, a hand-turned clock and a screen that keeps its own copy of the model. */
final class World {
    static final ConsumerKey ME = new ConsumerKey(1);
    static final String ACCOUNT = "10000001";

    /** What outlives a crash of the client. */
    record Outside(HandTime time, FakeService service, Ports.Factory ports, Guards guards, boolean tokenKept) {}

    final HandTime time;
    final FakeService service;
    /** What the screen was told, and its copy of the model. */
    final List<Update> told = new ArrayList<>();

    final Inbox screen = new Inbox();
    /** Watches over what each test is told: R25. */
    final TrueStatus status;

    /** The session's own model. */
    final Inbox inbox = new Inbox();

    final ConsumerSession session;
    /** Disk and object store. */
    final FakeFreight freight = new FakeFreight();

    /** What the next dial signs in with. */
    Token token;

    private final Outside outside;
    private int sent;
    private boolean alive = true;

    World() {
        this(new MemoryPorts());
    }

    World(Ports.Factory ports) {
        this(new Outside(new HandTime(), new FakeService(), ports, Guards.all(), false));
    }

    /** A client whose consumer has been here before. */
    static World kept(Ports.Factory ports) {
        return new World(new Outside(new HandTime(), new FakeService(), ports, Guards.all(), true));
    }

    World(Ports.Factory ports, Guards guards) {
        this(new Outside(new HandTime(), new FakeService(), ports, guards, false));
    }

    World(Outside outside) {
        this(outside, Optional.empty());
    }

    World(Outside outside, Optional<String> readOnly) {
        this.outside = outside;
        time = outside.time();
        service = outside.service();
        status = new TrueStatus(time::millis);
        service.onByte = status::heard;
        Web noWeb = new Web() {
            @Override
            public Future<Answer> get(Endpoint at, String path) {
                return Future.failedFuture("no web here");
            }

            @Override
            public Future<Answer> post(Endpoint at, String path, Map<String, Secret> headers, String json) {
                return Future.failedFuture("no web here");
            }
        };
        SessionOptions options = new SessionOptions(
                ACCOUNT,
                SessionOptions.LIVEPERSON,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Credentials.forgetful(),
                outside.ports(),
                new MortalTime(time, () -> alive),
                new Random(7),
                readOnly,
                outside.guards());
        Shared shared = new Shared(
                options,
                inbox,
                update -> {
                    told.add(update);
                    status.told(update);
                    screen.apply(update);
                },
                Runnable::run,
                new Names(noWeb, ACCOUNT),
                new AgentVoice(noWeb, Optional.empty()),
                new ServerClock(time),
                freight);
        Endpoint host = new Endpoint("msg.example", 443, true, Optional.empty());
        Hosts hosts = new Hosts(host, host, Optional.empty(), Optional.empty(), Optional.of(host), Optional.of(host));
        token = (Token) Token.read(Secret.of(jwt(FakeService.CONSUMER)), ACCOUNT, time.now());
        Optional<Token> known = outside.tokenKept() ? Optional.of(token) : Optional.empty();
        session = new ConsumerSession(shared, ME, known, tell -> ear -> {
            service.signIn = () -> tell.accept(token, hosts);
            service.dial(ear);
        });
    }

    /** The client is killed, and started again. @param arrives whether what it has written to its socket still does */
    World crash(boolean arrives) {
        alive = false;
        service.abandoned(arrives);
        if (outside.ports() instanceof Disk disk) {
            disk.crash();
        }
        World next = new World(outside);
        next.sent = sent;
        return next;
    }

    static String jwt(String consumerId) {
        return jwt("{\"sub\":\"" + consumerId + "\",\"aud\":\"acc:" + ACCOUNT + "\",\"exp\":4102444800}", "sig");
    }

    static String jwt(String payload, String signature) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(payload.getBytes(StandardCharsets.UTF_8)) + "." + signature;
    }

    World start() {
        session.start();
        run();
        return this;
    }

    /** Online, with all dialogs caught up. */
    World settled() {
        start();
        advance(2_000);
        return this;
    }

    void advance(long millis) {
        for (long done = 0; done < millis; done += 100) {
            time.advance(Math.min(100, millis - done));
            run();
            status.check();
        }
    }

    void command(Command command) {
        session.handle(command);
        run();
    }

    /** Until neither the disk nor the service has anything more to do. */
    void run() {
        while (step()) {}
    }

    boolean step() {
        return outside.ports() instanceof Disk disk && disk.step() || service.step();
    }

    /** The cid. */
    String write(String conversationId, String text) {
        String cid = enter(conversationId, text);
        run();
        return cid;
    }

    /** Without waiting for what follows. */
    String enter(String conversationId, String text) {
        String cid = "cid-" + ++sent;
        Place place = conversationId == null ? Place.unopened(ME) : new Place(ME, conversationId);
        session.handle(new Command.Send(ME, place, cid, text, time.now(), ""));
        return cid;
    }

    Link.State link() {
        return screen.consumer(ME).orElseThrow().link().state();
    }

    Conversation conversation(String id) {
        return screen.consumer(ME).orElseThrow().conversation(id).orElseThrow();
    }

    /** What stands in the conversation, own pending messages with their state. */
    List<String> rows(String id) {
        return rows(screen, id);
    }

    static List<String> rows(Inbox copy, String id) {
        List<String> rows = new ArrayList<>();
        List<TimelineItem> items =
                copy.conversation(new Place(ME, id)).map(Conversation::items).orElse(List.of());
        for (TimelineItem item : items) {
            if (item instanceof TimelineItem.Said said) {
                String text = said.turn().content() instanceof Content.Text words ? words.text() : "unsupported";
                rows.add(text + (said.copy() ? " (copy)" : "") + (said.clashed() ? " (clash)" : ""));
            } else if (item instanceof TimelineItem.Own own) {
                rows.add(own.outgoing().delivery() + " " + own.outgoing().text());
            } else if (item instanceof TimelineItem.Missing missing) {
                rows.add("missing " + missing.from() + ".." + missing.to() + (missing.known() ? " known" : ""));
            } else if (item instanceof TimelineItem.HistoryNote note) {
                rows.add(note.state() + " " + note.words());
            }
        }
        return rows;
    }

    /** The last state that was told of an own message. */
    Outgoing outgoing(String cid) {
        Outgoing last = null;
        for (Outgoing each : told(Update.OutgoingChanged.class).stream()
                .map(Update.OutgoingChanged::outgoing)
                .toList()) {
            last = each.cid().equals(cid) ? each : last;
        }
        if (last == null) {
            throw new AssertionError("nothing was told of " + cid);
        }
        return last;
    }

    Delivery delivery(String cid) {
        return outgoing(cid).delivery();
    }

    <T extends Update> List<T> told(Class<T> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<String> notices() {
        return told(Update.Notice.class).stream().map(Update.Notice::sentence).toList();
    }
}
