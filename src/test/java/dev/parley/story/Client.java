package dev.parley.story;

import dev.parley.cli.WiredClient;
import dev.parley.config.Flags;
import dev.parley.config.SignInFlags;
import dev.parley.sandbox.Sandbox;
import dev.parley.terminal.Input;
import dev.parley.terminal.TestTty;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The whole client and the person in front of it. Every {@code sees…} waits until the screen shows it, and fails with the
 * screen in its message. One test's thread.
 */
final class Client implements AutoCloseable {
    /** Only against hanging for ever: nothing is measured by it. */
    static final int GUARD_SECONDS = 20;

    private record Look(Predicate<Page> wanted, CompletableFuture<Void> found) {}

    private final TestTty tty;
    private final Page page;
    private final StoryTime time;
    private final Queue<Look> looks = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> drawn = new CompletableFuture<>();
    private final CompletableFuture<Integer> left = new CompletableFuture<>();
    /** Everything that went to the terminal, controls made visible. UI thread. */
    private final StringBuilder sent = new StringBuilder();

    private int writes;

    private Client(Setup setup) {
        tty = new TestTty(setup.columns, setup.rows).onFlush(this::flushed);
        page = new Page(tty.emulator());
        time = setup.time;
        WiredClient wired = new WiredClient(setup.flags(), setup.environment(), time::of, time.screen(), 0);
        Thread screen = new Thread(
                () -> {
                    try {
                        left.complete(wired.run(tty));
                    } catch (Throwable failure) {
                        left.completeExceptionally(failure);
                    }
                },
                "story-screen");
        screen.setDaemon(true);
        screen.start();
        get(CompletableFuture.anyOf(drawn, left), "the first frame");
    }

    /** How it shall start. */
    static final class Setup {
        private final Path home;
        private Optional<URI> server = Optional.empty();
        private Optional<Path> tokenFile = Optional.empty();
        private OptionalInt consumers = OptionalInt.empty();
        private SignInFlags signIn = SignInFlags.NONE;
        private StoryTime time = new StoryTime();
        private int columns = 120;
        private int rows = 40;

        private Setup(Path home) {
            this.home = home;
        }

        Setup server(URI address) {
            server = Optional.of(address);
            return this;
        }

        Setup tokenFile(Path file) {
            tokenFile = Optional.of(file);
            return this;
        }

        Setup signIn(SignInFlags flags) {
            signIn = flags;
            return this;
        }

        Setup consumers(int count) {
            consumers = OptionalInt.of(count);
            return this;
        }

        Setup size(int columns, int rows) {
            this.columns = columns;
            this.rows = rows;
            return this;
        }

        Setup later(Duration ahead) {
            time = new StoryTime(ahead);
            return this;
        }

        Client start() {
            return new Client(this);
        }

        private Flags flags() {
            Flags said = new Flags(
                    Optional.empty(),
                    server.map(URI::toString),
                    Optional.empty(),
                    tokenFile,
                    consumers,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            return said.withSignIn(signIn);
        }

        private Map<String, String> environment() {
            return Map.of("HOME", home.toString(), "TERM", "xterm-256color");
        }
    }

    /** With nothing set up: on the embedded sandbox. {@code home} is where the state lives. */
    static Setup at(Path home) {
        return new Setup(home);
    }

    static Setup on(Sandbox sandbox, Path home) {
        return at(home).server(URI.create(sandbox.url()));
    }

    // What the person does.

    /** Keys by their names in the key table, e.g. {@code Alt-N}. */
    Client press(String... names) {
        for (String name : names) {
            tty.type(Keystrokes.of(name));
        }
        return this;
    }

    Client type(String text) {
        tty.type(text);
        return this;
    }

    Client paste(String text) {
        tty.paste(text);
        return this;
    }

    Client say(String text) {
        return type(text).press("Enter");
    }

    Client resize(int columns, int rows) {
        tty.resize(columns, rows);
        return this;
    }

    /** Time passes, for the screen, the sessions and an embedded sandbox. */
    Client leap(Duration by) {
        time.leap(by);
        wake();
        return this;
    }

    // What the person sees.

    Client sees(String what, Predicate<Page> wanted) {
        Look look = new Look(wanted, new CompletableFuture<>());
        looks.add(look);
        wake();
        get(
                CompletableFuture.anyOf(look.found(), left.handle((code, failure) -> {
                    throw new IllegalStateException("the client has left", failure);
                })),
                what);
        return this;
    }

    Client sees(String words) {
        return sees("\"" + words + "\" on the screen", shown -> shown.shows(words));
    }

    Client seesInHistory(String... texts) {
        return sees("in the history, in order: " + String.join(" | ", texts), shown -> shown.inOrder(texts));
    }

    Client seesOnce(String... texts) {
        return sees(
                "in the history, once each and in order: " + String.join(" | ", texts),
                shown -> shown.onceInOrder(texts));
    }

    Client seesOnline() {
        return sees("online", Page::isOnline);
    }

    Client seesNotOnline() {
        return sees("not online", shown -> !shown.isOnline());
    }

    /** The selected row of the list. */
    Client selected(String words) {
        return sees("selected: " + words, shown -> shown.selected().contains(words));
    }

    Client seesInput(String text) {
        return sees("input: " + text, shown -> shown.input().equals(text));
    }

    /** Looks at the screen as it is now. */
    <T> T look(Function<Page, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        sees("a look", shown -> answer.complete(question.apply(shown)));
        return answer.join();
    }

    String screen() {
        return tty.screen().text();
    }

    /** Everything that went to the terminal so far, controls as {@code ^[}. */
    String sent() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        sees("a look", shown -> answer.complete(sent.toString()));
        return answer.join();
    }

    /** What was copied last. */
    String clipboard() {
        return look(shown -> tty.emulator().clipboard());
    }

    int wallHits() {
        return tty.wallHits();
    }

    boolean gaveTheTerminalBack() {
        return tty.isRestored();
    }

    /** Waits for something else than the screen. */
    <T> T get(CompletableFuture<T> future, String what) {
        try {
            return future.get(GUARD_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException | InterruptedException failure) {
            throw new AssertionError("waited in vain for " + what + "; the screen:\n" + framed(), failure);
        }
    }

    // How it ends.

    /** Ctrl-C twice; the exit code. */
    int quit() {
        press("Ctrl-C", "Ctrl-C");
        return left();
    }

    /** The exit code, once the client has left. */
    int left() {
        return get(left, "the end");
    }

    /** Leaves in any way, if it has not left. */
    @Override
    public void close() {
        if (!left.isDone()) {
            // The terminal goes away: drafts are said, nothing is asked.
            tty.feed(new Input.Ended());
            get(left, "the end");
        }
    }

    private void wake() {
        if (!left.isDone()) {
            tty.feed(new Input.Resized(tty.columns(), tty.rows()));
        }
    }

    /** UI thread. */
    private void flushed() {
        if (tty.emulator().writes() != writes) {
            writes = tty.emulator().writes();
            sent.append(tty.emulator().lastWrite());
        }
        looks.removeIf(look -> {
            try {
                return look.wanted().test(page) && look.found().complete(null);
            } catch (RuntimeException | AssertionError failure) {
                return look.found().completeExceptionally(failure);
            }
        });
        drawn.complete(null);
    }

    private String framed() {
        return screen().lines().map(line -> "  |" + line).reduce("", (all, line) -> all + line + "\n");
    }
}
