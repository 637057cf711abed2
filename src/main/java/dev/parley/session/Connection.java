package dev.parley.session;

import dev.parley.conversation.Link;
import dev.parley.time.Time;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One consumer's link: dials, listens whether the service is still there, and dials again. DESIGN.md section 4 gives the
 * times. Event loop.
 */
final class Connection {
    private static final Logger LOG = Logger.getLogger(Connection.class.getName());
    /** Frames, for whoever asked for a trace: off otherwise, and then not even put into words. */
    private static final Logger WIRE = Logger.getLogger("dev.parley.wire");

    private static final long TICK_MILLIS = 500;
    private static final long BEAT_MILLIS = 10_000;
    private static final int REFUSED = 4401;

    /** Who uses the link. */
    interface Owner {
        /** A socket is open: subscribe anew. */
        void up();

        void frame(String text);

        /** A message came that is no text. */
        void odd();

        /** Ask something that is answered at once, and call {@link Connection#beatAnswered}. */
        void beat();

        /** What came cannot be taken: {@link #down} follows. */
        void broken();

        /** @param code why, as a close code */
        void down(int code);

        /** Whether somebody waits for something to be sent. */
        boolean sendWaits();

        void show(Link link);
    }

    private enum State {
        STOPPED,
        DIALING,
        WAITING,
        UP
    }

    /** For the log. */
    private final String whose;

    private final Time time;
    private final Dialer dialer;
    private final Retreat retreat;
    private final Owner owner;
    private final RoundTrip roundTrip = new RoundTrip();
    private final Silence silence;

    private State state = State.STOPPED;
    /** Counts dials: what an earlier socket says is not heard any more. */
    private int epoch;

    private Dialer.@Nullable Wire wire;
    private Time.@Nullable Timer timer;
    private long openedAt;
    /** The service has answered on this socket as it answers only who is signed in. */
    private boolean trusted;

    private long beatAt;
    private boolean answered;
    private Link shown = Link.CLOSED;

    /** @param whose names the consumer in the log */
    Connection(String whose, Time time, Dialer dialer, Retreat retreat, Owner owner) {
        this.whose = whose;
        this.time = time;
        this.dialer = dialer;
        this.retreat = retreat;
        this.owner = owner;
        this.silence = new Silence(time);
    }

    /** Connects now, whatever stood before. */
    void connect() {
        retreat.forgive();
        leave(CloseCode.CUT);
        dial(shown.reason());
    }

    /** Leaves for good. */
    void close() {
        leave(1000);
        state = State.STOPPED;
        show(Link.CLOSED);
    }

    /** The service cannot be relied upon any more: begin anew. */
    void drop(String why) {
        if (state == State.UP) {
            long upMillis = time.millis() - openedAt;
            leave(CloseCode.CUT);
            follow(retreat.afterDrop(upMillis, why));
        }
    }

    /** The service will not have us: nothing more happens before the person acts. */
    void stop(String why) {
        LOG.info(() -> whose + ": " + why + "; no further attempt before the person asks for one");
        leave(CloseCode.CUT);
        state = State.STOPPED;
        show(new Link(Link.State.OFFLINE, -1, why));
    }

    /** The service has answered as it answers only who is signed in. */
    void proven() {
        trusted = true;
        dialer.proven();
    }

    /** The service does not know us on this socket (401), or not there (403): as if it had closed it. */
    void refused(int code, String why) {
        if (state == State.UP) {
            Remedy remedy = code == 401 ? dialer.ended(REFUSED, trusted) : Remedy.NONE;
            if (remedy == Remedy.NONE) {
                stop(why);
            } else {
                long upMillis = time.millis() - openedAt;
                leave(CloseCode.CUT);
                follow(retreat.afterClose(REFUSED, why, upMillis, remedy));
            }
        }
    }

    void write(String frame) {
        Dialer.Wire open = wire;
        if (open != null) {
            WIRE.finest(() -> whose + " > " + frame);
            open.write(frame);
        }
    }

    void pause() {
        Dialer.Wire open = wire;
        if (open != null && !silence.isPaused()) {
            silence.pause();
            open.pause();
        }
    }

    void resume() {
        Dialer.Wire open = wire;
        if (open != null && silence.isPaused()) {
            silence.resume();
            open.resume();
        }
    }

    void beatAnswered(long tookMillis) {
        if (state == State.UP) {
            answered = true;
            roundTrip.beat(tookMillis);
            online();
        }
    }

    private void dial(String before) {
        state = State.DIALING;
        epoch++;
        show(new Link(Link.State.CONNECTING, -1, before));
        dialer.dial(new OneSocket(epoch));
    }

    private void opened(Dialer.Wire open) {
        LOG.info(() -> whose + ": connected");
        wire = open;
        state = State.UP;
        answered = false;
        trusted = false;
        openedAt = time.millis();
        silence.begin();
        roundTrip.forget();
        timer = time.every(TICK_MILLIS, this::tick);
        owner.up();
        beat();
    }

    private void tick() {
        if (silence.slept(owner.sendWaits())) {
            drop("this machine's clock jumped, as after sleep");
        } else if (silence.isDead()) {
            drop("nothing was heard for " + silence.millis() / 1_000 + " s");
        } else if (silence.isQuiet()) {
            String why = silence.isPaused() ? "the screen is behind with what came" : "nothing was heard for 12 s";
            show(new Link(Link.State.NOT_HEARD, roundTrip.shown(), why));
        }
        boolean mayBeHeard = state == State.UP && (silence.isPaused() || !silence.isQuiet());
        if (mayBeHeard && time.millis() - beatAt >= BEAT_MILLIS) {
            beat();
        }
    }

    private void beat() {
        beatAt = time.millis();
        owner.beat();
    }

    private void heard() {
        silence.heard();
        if (shown.state() == Link.State.NOT_HEARD) {
            online();
        }
    }

    private void online() {
        if (answered) {
            show(new Link(Link.State.ONLINE, roundTrip.shown(), ""));
        }
    }

    private void leave(int code) {
        epoch++;
        Time.Timer running = timer;
        if (running != null) {
            running.cancel();
            timer = null;
        }
        Dialer.Wire open = wire;
        wire = null;
        boolean wasUp = state == State.UP;
        state = State.WAITING;
        if (wasUp) {
            owner.down(code);
        }
        if (open != null) {
            open.close();
        }
    }

    private void follow(Retreat.Decision decision) {
        if (decision.delayMillis().isEmpty()) {
            stop(decision.sentence());
            return;
        }
        long delay = decision.delayMillis().get();
        LOG.info(() -> whose + ": " + decision.sentence() + "; next attempt in " + (delay + 999) / 1_000 + " s");
        state = State.WAITING;
        show(new Link(Link.State.CONNECTING, -1, decision.sentence()));
        timer = time.after(delay, () -> {
            timer = null;
            dial(decision.sentence());
        });
    }

    private void show(Link link) {
        if (!link.equals(shown)) {
            shown = link;
            owner.show(link);
        }
    }

    /** What one dial and its socket say, as long as they are the current ones. */
    private final class OneSocket implements Dialer.Ear {
        private final int mine;

        OneSocket(int mine) {
            this.mine = mine;
        }

        private boolean isCurrent() {
            return mine == epoch;
        }

        @Override
        public boolean isWanted() {
            return isCurrent() && state == State.DIALING;
        }

        @Override
        public void opened(Dialer.Wire open) {
            if (isCurrent()) {
                Connection.this.opened(open);
            } else {
                open.close();
            }
        }

        @Override
        public void failed(Trouble trouble) {
            if (isCurrent()) {
                follow(retreat.afterFailedDial(trouble));
            }
        }

        @Override
        public void overheard(String line) {
            WIRE.finest(() -> whose + " " + line);
        }

        @Override
        public void heard() {
            if (isCurrent() && state == State.UP) {
                Connection.this.heard();
            }
        }

        @Override
        public void text(String frame) {
            if (isCurrent() && state == State.UP) {
                WIRE.finest(() -> whose + " < " + frame);
                Connection.this.heard();
                owner.frame(frame);
            }
        }

        @Override
        public void odd() {
            if (isCurrent() && state == State.UP) {
                owner.odd();
            }
        }

        @Override
        public void broken(String why) {
            if (isCurrent() && state == State.UP) {
                owner.broken();
                drop(why);
            }
        }

        @Override
        public void closed(int code, String reason) {
            if (isCurrent() && state == State.UP) {
                long upMillis = time.millis() - openedAt;
                LOG.info(() -> whose + ": lost after " + upMillis / 1_000 + " s (" + code + ") " + reason);
                Remedy remedy = dialer.ended(code, trusted);
                leave(code);
                follow(retreat.afterClose(code, reason, upMillis, remedy));
            }
        }
    }
}
