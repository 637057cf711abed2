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
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A person's terminal: a pty with a program on it and an {@link Emulator} that shows what the program writes. The test's
 * thread waits until something is to be seen, never for time to pass.
 */
final class Terminal implements AutoCloseable {
    static final String CTRL_C = "\003";
    static final String CTRL_Z = "\032";

    private static final byte[] END = {};

    private final UnixPtyProcess process;
    private final Emulator emulator;
    private final BlockingQueue<byte[]> reads = new LinkedBlockingQueue<>();
    private byte[] rest = {};
    private boolean ended;

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

    void resize(int columns, int rows) {
        process.setWinSize(new WinSize(columns, rows));
        emulator.resize(columns, rows);
    }

    /** Waits until {@code text} is on the screen. */
    void awaitText(String text) throws InterruptedException {
        await("\"" + text + "\"", screen -> screen.shows(text));
    }

    /** Waits until the screen is as it should be. */
    void await(String what, Predicate<Emulator> there) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Program.PATIENCE_SECONDS);
        while (!there.test(emulator)) {
            byte[] read = ended ? END : reads.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (read == null || read == END) {
                throw new AssertionError(
                        (read == null ? "not seen in time: " : "ended without: ") + what + "\n" + emulator.screen());
            }
            take(read);
        }
    }

    /** Waits until the program has ended and all that it wrote is on the screen; its exit code. */
    int awaitEnd() throws InterruptedException {
        while (!ended) {
            byte[] read = reads.poll(Program.PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (read == null) {
                throw new AssertionError("still there:\n" + emulator.screen());
            }
            take(read);
        }
        return exitCode();
    }

    /** Pulls the line, as when ssh dies; what the program does then nobody sees. The exit code. */
    int hangUp() throws IOException, InterruptedException {
        process.getPty().close();
        return exitCode();
    }

    long pid() {
        return process.pid();
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

    private void take(byte[] read) {
        ended |= read == END;
        byte[] all = Arrays.copyOf(rest, rest.length + read.length);
        System.arraycopy(read, 0, all, rest.length, read.length);
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
                reads.add(Arrays.copyOf(buffer, count));
            }
        } catch (IOException hungUp) {
            // The end, as well.
        }
        reads.add(END);
    }
}
