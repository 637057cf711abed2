package dev.parley.pty;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import com.pty4j.unix.UnixPtyProcess;
import dev.parley.terminal.Emulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A person's terminal: a pty with a program on it and an {@link Emulator} that shows what the program writes. The test's
 * thread waits until something is to be seen, never for time to pass.
 */
final class Terminal implements AutoCloseable {
    /** What came in one read, and when (System.nanoTime) it was there. */
    private record Read(byte[] bytes, long nanos) {
        boolean isEnd() {
            return bytes.length == 0;
        }
    }

    static final String CTRL_L = "\014";
    static final String CTRL_C = "\003";
    static final String CTRL_Z = "\032";

    private final UnixPtyProcess process;
    private final Emulator emulator;
    private final BlockingQueue<Read> reads = new LinkedBlockingQueue<>();
    /** Taken while the terminal takes nothing. */
    private final Semaphore mayRead = new Semaphore(1);

    // The test's thread alone.
    private byte[] rest = {};
    private boolean ended;
    private long seenNanos;

    private Terminal(UnixPtyProcess process, Emulator emulator) {
        this.process = process;
        this.emulator = emulator;
        Thread reader = new Thread(this::read, "pty-read");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts {@code command} as what the terminal was opened for: nobody to return to but its end. */
    static Terminal open(int columns, int rows, Path folder, Map<String, String> environment, List<String> command)
            throws IOException {
        PtyProcess process = new PtyProcessBuilder(command.toArray(String[]::new))
                .setEnvironment(environment)
                .setDirectory(folder.toString())
                .setInitialColumns(columns)
                .setInitialRows(rows)
                .start();
        return new Terminal((UnixPtyProcess) process, new Emulator(columns, rows));
    }

    /** What is to be seen now; this thread alone. */
    Emulator screen() {
        return emulator;
    }

    void type(String raw) throws IOException {
        process.getOutputStream().write(raw.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /**
     * A paste that ends when {@code reader} does. A thread of its own writes it: who writes to a tty that nobody reads waits for
     * ever.
     */
    void pasteWhile(ProcessHandle reader) {
        Thread pasting = new Thread(
                () -> {
                    try {
                        type("\033[200~");
                        String line = "x".repeat(1 << 12);
                        while (reader.isAlive()) {
                            type(line);
                        }
                    } catch (IOException gone) {
                        // It is the reader's to say so.
                    }
                },
                "pty-paste");
        pasting.setDaemon(true);
        pasting.start();
    }

    /** A size that no window has (0, 65535) is told to the program all the same. */
    void resize(int columns, int rows) {
        process.setWinSize(new WinSize(columns, rows));
        emulator.resize(columns == 0 ? 80 : Math.min(columns, 1_000), rows == 0 ? 24 : Math.min(rows, 500));
    }

    /** After at most one read more the terminal takes nothing: what is written piles up in the tty, and then blocks. */
    void stopReading() throws InterruptedException {
        mayRead.acquire();
    }

    /** As {@link #stopReading}, and has the program draw until it is blocked in a write. */
    void fill() throws IOException, InterruptedException {
        stopReading();
        Blocked blocked = new Blocked(all());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Program.PATIENCE_SECONDS);
        while (!blocked.isInWrite()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("it can still write");
            }
            type(CTRL_L);
        }
    }

    void readAgain() {
        mayRead.release();
    }

    /** When (System.nanoTime) that came in for which the last {@code await} waited: the end of a key's way to the screen. */
    long seenNanos() {
        return seenNanos;
    }

    /** Waits until {@code text} is on the screen. */
    void awaitText(String text) throws InterruptedException {
        await("\"" + text + "\"", screen -> screen.shows(text));
    }

    /** Waits until the screen is as it should be. */
    void await(String what, Predicate<Emulator> there) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Program.PATIENCE_SECONDS);
        while (!there.test(emulator)) {
            Read read = ended ? null : reads.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (read == null || read.isEnd()) {
                throw new AssertionError((read == null && !ended ? "not seen in time: " : "ended without: ") + what
                        + "\n" + emulator.screen());
            }
            take(read);
        }
    }

    /** Takes what is there without waiting for more. */
    void look() {
        for (Read read = reads.poll(); read != null; read = reads.poll()) {
            take(read);
        }
    }

    /** Waits until the program has ended and all that it wrote is on the screen; its exit code. */
    int awaitEnd() throws InterruptedException {
        while (!ended) {
            Read read = reads.poll(Program.PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (read == null) {
                throw new AssertionError("still there:\n" + emulator.screen());
            }
            take(read);
        }
        return exitCode();
    }

    /** Pulls the line, as when ssh dies; what the program does then nobody sees. */
    void cut() throws IOException {
        process.getPty().close();
    }

    /** Waits for the program's end, whether what it wrote can be read or not; its exit code. */
    int awaitExit() throws InterruptedException {
        return exitCode();
    }

    long pid() {
        return process.pid();
    }

    /** Sends a signal, named without SIG, to a process of this terminal. */
    static void signal(String name, ProcessHandle to) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(to.pid())).start().waitFor();
    }

    /** The program itself. */
    ProcessHandle program() {
        return ProcessHandle.of(process.pid()).orElseThrow(() -> new AssertionError("it has ended"));
    }

    /** Waits until the program has started another one, which is that of this name by now. */
    ProcessHandle awaitChild(String name) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Program.PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            for (ProcessHandle child : childrenNow()) {
                if (child.info().command().orElse("").endsWith("/" + name)) {
                    return child;
                }
            }
            lookFor(1);
        }
        throw new AssertionError("no " + name + ":\n" + emulator.screen());
    }

    /** What it has started and waits for, if anything. */
    List<ProcessHandle> childrenNow() {
        return ProcessHandle.of(process.pid())
                .map(program -> program.children().toList())
                .orElse(List.of());
    }

    /** Takes what comes for a while, or until there is nothing more to come. */
    void lookFor(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!ended) {
            Read read = reads.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (read == null) {
                return;
            }
            take(read);
        }
    }

    /** All that the program started and that still runs, itself included. */
    List<ProcessHandle> all() {
        return ProcessHandle.of(process.pid())
                .map(self -> Stream.concat(Stream.of(self), self.descendants()).toList())
                .orElse(List.of());
    }

    /** The one child of the program on this terminal, e.g. the JVM that a shell waits for. */
    ProcessHandle child() {
        return ProcessHandle.of(process.pid())
                .flatMap(program -> program.children().findFirst())
                .orElseThrow(() -> new AssertionError("no child:\n" + emulator.screen()));
    }

    @Override
    public void close() {
        ProcessHandle.of(process.pid())
                .ifPresent(program -> program.descendants().forEach(ProcessHandle::destroyForcibly));
        process.destroyForcibly();
    }

    private int exitCode() throws InterruptedException {
        if (!process.waitFor(Program.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still runs:\n" + emulator.screen());
        }
        return process.exitValue();
    }

    private void take(Read read) {
        ended |= read.isEnd();
        seenNanos = read.nanos();
        byte[] all = Arrays.copyOf(rest, rest.length + read.bytes().length);
        System.arraycopy(read.bytes(), 0, all, rest.length, read.bytes().length);
        int whole = Whole.prefix(all);
        rest = Arrays.copyOfRange(all, whole, all.length);
        if (whole > 0) {
            emulator.write(Arrays.copyOf(all, whole));
        }
    }

    private void read() {
        byte[] buffer = new byte[1 << 16];
        InputStream in = process.getInputStream();
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                reads.add(new Read(Arrays.copyOf(buffer, count), System.nanoTime()));
                mayRead.acquire();
                mayRead.release();
            }
        } catch (IOException hungUp) {
            // The end, as well.
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        reads.add(new Read(new byte[0], System.nanoTime()));
    }
}
