package dev.parley.pty;

import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import com.pty4j.unix.UnixPtyProcess;
import dev.parley.terminal.Emulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Somebody who types into the real program, started by run.sh, and looks when each key is echoed: by the clock of the thread
 * that reads the pty, before anything else is done with what was read. One thread's.
 */
public final class Typist implements AutoCloseable {
    private record Read(byte[] bytes, long nanos) {}

    private static final Read END = new Read(new byte[0], 0);

    private final UnixPtyProcess process;
    private final Emulator emulator;
    private final BlockingQueue<Read> reads = new LinkedBlockingQueue<>();
    private byte[] rest = {};

    private Typist(UnixPtyProcess process, int columns, int rows) {
        this.process = process;
        this.emulator = new Emulator(columns, rows);
        Thread reader = new Thread(this::read, "typist-read");
        reader.setDaemon(true);
        reader.setPriority(Thread.MAX_PRIORITY);
        reader.start();
    }

    /**
     * On 120x40.
     *
     * @param home where its state is; run.sh is put there too
     * @param before what it is started by, e.g. {@code unshare -rm}; may be empty
     */
    public static Typist start(Path home, List<String> before, String... arguments) throws IOException {
        Path house = home.resolve("house");
        if (!Files.exists(house)) {
            House.in(house);
        }
        Map<String, String> environment = Program.environment(home);
        environment.remove("CLASSPATH");
        List<String> command = new ArrayList<>(before);
        command.add(house.resolve("run.sh").toString());
        command.addAll(List.of(arguments));
        return open(home, environment, command);
    }

    /** No Parley at all, but something that gives back what it gets: how long the machine takes for that alone. */
    public static Typist echoing() throws IOException {
        return open(Path.of("/"), Program.environment(Path.of("/")), List.of("sh", "-c", "stty raw -echo; exec cat"));
    }

    private static Typist open(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        UnixPtyProcess process = (UnixPtyProcess) new PtyProcessBuilder(command.toArray(String[]::new))
                .setEnvironment(environment)
                .setDirectory(folder.toString())
                .setInitialColumns(120)
                .setInitialRows(40)
                .start();
        return new Typist(process, 120, 40);
    }

    public void type(String raw) throws IOException {
        process.getOutputStream().write(raw.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /**
     * Types it and waits for it.
     *
     * @param letter one that nothing else on the screen is written with
     * @return nanoseconds between the two
     */
    public long echo(String letter) throws IOException, InterruptedException {
        drain();
        byte[] wanted = letter.getBytes(StandardCharsets.UTF_8);
        byte[] before = {};
        long sent = System.nanoTime();
        type(letter);
        while (true) {
            Read read = next(letter);
            byte[] both = joined(before, read.bytes());
            if (indexOf(both, wanted) >= 0) {
                return read.nanos() - sent;
            }
            before = Arrays.copyOfRange(both, Math.max(0, both.length - wanted.length + 1), both.length);
        }
    }

    public void await(String what, Predicate<Emulator> there) throws InterruptedException {
        while (!there.test(emulator)) {
            next(what);
        }
    }

    /**
     * Types it and waits for whatever comes next.
     *
     * @return nanoseconds between the two
     */
    public long answer(String raw) throws IOException, InterruptedException {
        drain();
        long sent = System.nanoTime();
        type(raw);
        return next("an answer").nanos() - sent;
    }

    /** Does nothing for so long but look. */
    public void look(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            Read read = reads.poll(left, TimeUnit.NANOSECONDS);
            if (read == END) {
                throw new AssertionError("ended\n" + emulator.screen());
            }
            if (read != null) {
                take(read);
            }
        }
    }

    public void awaitText(String text) throws InterruptedException {
        await("\"" + text + "\"", screen -> screen.shows(text));
    }

    /** Waits until the program has ended. */
    public void awaitGone() throws InterruptedException {
        if (!process.waitFor(Program.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still runs:\n" + emulator.screen());
        }
    }

    /** What is to be seen now. */
    public Emulator screen() {
        drain();
        return emulator;
    }

    public void resize(int columns, int rows) {
        drain();
        process.setWinSize(new WinSize(columns, rows));
        emulator.resize(columns, rows);
    }

    /** The program itself, below run.sh. */
    public ProcessHandle program() {
        return ProcessHandle.of(process.pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("does not run:\n" + emulator.screen()));
    }

    @Override
    public void close() {
        ProcessHandle.of(process.pid())
                .ifPresent(program -> program.descendants().forEach(ProcessHandle::destroyForcibly));
        process.destroyForcibly();
    }

    private Read next(String awaited) throws InterruptedException {
        Read read = reads.poll(Program.PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (read == null || read == END) {
            throw new AssertionError(
                    (read == null ? "not seen in time: " : "ended without: ") + awaited + "\n" + emulator.screen());
        }
        take(read);
        return read;
    }

    private void drain() {
        for (Read read = reads.poll(); read != null && read != END; read = reads.poll()) {
            take(read);
        }
    }

    private void take(Read read) {
        byte[] all = joined(rest, read.bytes());
        int whole = Whole.prefix(all);
        rest = Arrays.copyOfRange(all, whole, all.length);
        if (whole > 0) {
            emulator.write(Arrays.copyOf(all, whole));
        }
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int at = 0; at + wanted.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    private void read() {
        byte[] buffer = new byte[1 << 16];
        InputStream in = process.getInputStream();
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                reads.add(new Read(Arrays.copyOf(buffer, count), System.nanoTime()));
            }
        } catch (IOException hungUp) {
            // The end, as well.
        }
        reads.add(END);
    }
}
