package dev.parley.bench;

import dev.parley.pty.SandboxProcess;
import dev.parley.pty.Typist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A person in front of the program, and the service that it talks to. */
final class Scene implements AutoCloseable {
    /** Letters that nothing else is written with, one column each on every terminal. */
    private static final String LETTERS = "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփք";

    private static final String CTRL_U = "\025";

    private final SplittableRandom random = new SplittableRandom(15);
    private final Path home;
    private final SandboxProcess sandbox;
    private final List<Runnable> undoing = new ArrayList<>();
    /** A terminal with nothing behind it, for what the machine alone takes at that moment. */
    private final Typist bare = Typist.echoing();

    private Typist typist;
    private int typed;

    private Scene(Path home, SandboxProcess sandbox, Typist typist) throws IOException {
        this.home = home;
        this.sandbox = sandbox;
        this.typist = typist;
    }

    /**
     * The program is online, and its consumer has said something.
     *
     * @param before see {@link Typist#start}
     */
    static Scene open(Path home, List<String> before, String... arguments) throws IOException, InterruptedException {
        SandboxProcess sandbox = SandboxProcess.start(home.resolve("service"), "--agent", "none", "--pace", "0");
        String[] all = new String[arguments.length + 2];
        all[0] = "--server";
        all[1] = sandbox.url();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        Typist typist = Typist.start(home, before, all);
        Scene scene = new Scene(home, sandbox, typist);
        typist.awaitText("online");
        typist.type("first\r");
        typist.await(
                "accepted", screen -> screen.lines().stream().anyMatch(line -> line.matches(".*│[^│]*first[^│]*✓.*")));
        return scene;
    }

    SandboxProcess sandbox() {
        return sandbox;
    }

    Typist typist() {
        return typist;
    }

    /** A conversation's first dialog bears its id. */
    String conversation() throws IOException {
        return sandbox.ledger().taken().get(0).dialog();
    }

    Path home() {
        return home;
    }

    /** Undone when the scene closes. */
    void atTheEnd(Runnable undo) {
        undoing.add(undo);
    }

    /** The person leaves, and the program has ended. */
    void leave() throws IOException, InterruptedException {
        typist.type("\003\003");
        typist.awaitGone();
    }

    /** The program has ended and is started again; returns before it shows anything. */
    void startAgain() throws IOException {
        typist = Typist.start(home, List.of(), "--server", sandbox.url());
    }

    /** What it kept of the service's is lost, while it does not run. */
    void loseHistory() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve(".local"))) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("history.db"))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    /**
     * Types at a person's pace, so that keys come at any moment of what else goes on.
     *
     * @param between what happens between two keys
     */
    Echoes type(int keys, Between between) throws IOException, InterruptedException {
        Echoes echoes = new Echoes(keys);
        for (int i = 0; i < keys; i++) {
            // Never the letter that stood there before: a cell that does not change is not written.
            String letter = LETTERS.substring(typed % LETTERS.length(), typed % LETTERS.length() + 1);
            if (typed++ % (LETTERS.length() - 5) == 0) {
                typist.type(CTRL_U);
                bare.type("\r");
            }
            pause(15 + random.nextInt(40));
            between.happens(i);
            echoes.add(typist.echo(letter), bare.echo(letter));
        }
        typist.type(CTRL_U);
        return echoes;
    }

    /** What a terminal with nothing behind it takes for it; nanoseconds. */
    long bare(String letter) throws IOException, InterruptedException {
        bare.type("\r");
        return bare.echo(letter);
    }

    interface Between {
        void happens(int key) throws IOException, InterruptedException;
    }

    @Override
    public void close() {
        undoing.forEach(Runnable::run);
        typist.close();
        bare.close();
        sandbox.close();
    }

    /** A person's pace, not a wait for anything. */
    private static void pause(long millis) {
        LockSupport.parkNanos(millis * 1_000_000);
    }
}
