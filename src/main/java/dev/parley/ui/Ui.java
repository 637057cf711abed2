package dev.parley.ui;

import dev.parley.bus.Bus;
import dev.parley.conversation.SentTexts;
import dev.parley.conversation.Update;
import dev.parley.terminal.Tty;
import dev.parley.ui.app.Loop;
import dev.parley.ui.state.UiClock;
import dev.parley.ui.theme.Themes;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The screen. Made and run on the thread that becomes the UI thread; the first frame is drawn before anything else of the
 * program need exist, Vert.x included: what is said to the bus until then waits there.
 */
public final class Ui {
    private final Tty tty;
    private final Loop loop;
    private final CountDownLatch left = new CountDownLatch(1);

    /**
     * @throws dev.parley.ui.keys.BadBindings where {@link UiOptions#keys} contradicts itself: its sentences are for the
     *     person, and the terminal has not been touched yet
     */
    public Ui(UiOptions options, Themes themes, Tty tty, Bus bus, UiClock clock, Preferences preferences) {
        this(tty, bus, new Loop(options, themes, tty, bus::send, bus::taken, clock, preferences));
    }

    /**
     * With what was sent in earlier runs, asked for after the first frame and told what is sent from now on, and with the
     * machine around it.
     */
    public Ui(
            UiOptions options,
            Themes themes,
            Tty tty,
            Bus bus,
            UiClock clock,
            Preferences preferences,
            SentTexts sentTexts,
            Outside outside) {
        this(tty, bus, new Loop(options, themes, tty, bus::send, bus::taken, clock, preferences, sentTexts, outside));
    }

    private Ui(Tty tty, Bus bus, Loop loop) {
        this.tty = tty;
        this.loop = loop;
        bus.onUpdate(loop::post);
    }

    /**
     * Takes the terminal and returns when the person has left: every draft has been said to the bus, and the terminal is
     * given back. The exit code.
     *
     * @throws IOException where the terminal cannot be taken
     */
    public int run() throws IOException, InterruptedException {
        try {
            return loop.run();
        } finally {
            tty.restore();
            left.countDown();
        }
    }

    /** Any thread. */
    public void post(Update update) {
        loop.post(update);
    }

    /** Leaves without asking, as on a signal. Any thread; {@link #awaitLeft} tells when it is done. */
    public void quit(int code) {
        loop.leave(code);
    }

    /** Waits until drafts have been said to the bus and the terminal is given back; false after {@code most}. Not the UI thread. */
    public boolean awaitLeft(Duration most) throws InterruptedException {
        return left.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }
}
