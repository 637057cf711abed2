package dev.parley.terminal;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.terminal.ansi.UnixTerminal;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lanterna's terminal on the tty of this process, with the tty set by one fork in place of six, and the size from stty in
 * place of a cursor report. Keys are not read through it: its input is empty.
 *
 * <p>Output is for one thread at a time (the writer's).
 */
final class ParleyTerminal extends UnixTerminal {
    private final TerminalKind kind;

    // Set by the constructor of a super class, through saveTerminalSettings: no initializers here, they would run after
    // it.
    @SuppressWarnings("NullAway.Init")
    private volatile Stty.Taken taken;

    @SuppressWarnings("NullAway.Init")
    private volatile TerminalSize size;

    private @Nullable Thread writer;

    /** Makes the tty raw. */
    ParleyTerminal(TerminalKind kind) throws IOException {
        super(
                InputStream.nullInputStream(),
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                StandardCharsets.UTF_8,
                CtrlCBehaviour.TRAP);
        this.kind = kind;
    }

    /** One write(2). */
    void send(byte[] bytes) throws IOException {
        writeToTerminal(bytes);
        flush();
    }

    /** Makes the tty raw; what it was, the shell's, is what it is given back as. */
    void take() throws IOException {
        Stty.Taken now = Stty.take();
        size = now.size();
        taken = now;
    }

    /** Makes the tty raw once more, where somebody changed it while it was ours. */
    void takeAgain() throws IOException {
        size = Stty.take().size();
    }

    /** Makes the tty exactly what it was. */
    void release() throws IOException {
        Stty.restore(taken.saved());
    }

    /**
     * Has the screen given back by a child, where the terminal takes nothing now: it waits in our place, until the terminal
     * takes output again or is gone. What stands before it may be half a sequence, which CAN ends.
     */
    void leaveLater() throws IOException {
        Process leaver = Children.start(
                "trap '' HUP; echo ready; exec >/dev/tty; printf '%s' \"$1\"",
                "\030" + kind.leave() + "\033[m\033[?25h\033[?1049l");
        // Before it is deaf to the hang-up that may follow our end, it would go with us.
        leaver.getInputStream().read();
    }

    /** Asks the tty for its size; {@link #getTerminalSize} tells it to listeners from then on. */
    void measure() throws IOException {
        size = Stty.size();
        announceSize();
    }

    /** Tells the size to listeners, where it is another one than they know. */
    void announceSize() throws IOException {
        getTerminalSize();
    }

    @Override
    protected TerminalSize findTerminalSize() {
        return size;
    }

    /** Any thread. */
    TerminalSize size() {
        return size;
    }

    @Override
    public void enterPrivateMode() throws IOException {
        writer = Thread.currentThread();
        super.enterPrivateMode();
        writeToTerminal(kind.enter().getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void exitPrivateMode() throws IOException {
        if (Thread.currentThread() != writer) {
            // Lanterna's shutdown hook, on a thread of its own: it would write into a frame.
            return;
        }
        writeToTerminal(kind.leave().getBytes(StandardCharsets.US_ASCII));
        super.exitPrivateMode();
    }

    @Override
    protected void saveTerminalSettings() throws IOException {
        take();
    }

    @Override
    protected void canonicalMode(boolean enabled) {
        // Done by saveTerminalSettings, with all the rest.
    }

    @Override
    protected void keyEchoEnabled(boolean enabled) {
        // Likewise.
    }

    @Override
    protected void keyStrokeSignalsEnabled(boolean enabled) {
        // Likewise; Lanterna would force "intr ^C" onto a tty that had another.
    }

    @Override
    protected void restoreTerminalSettings() {
        // Lanterna's shutdown hook calls this from a thread of its own; who gives the tty back is UnixTty alone.
    }

    @Override
    protected void registerTerminalResizeListener(Runnable onResize) {
        // UnixTty listens: a storm of signals must not become a storm of forks.
    }
}
