package dev.parley.cli;

import dev.parley.conversation.FileKind;
import dev.parley.host.BellCommand;
import dev.parley.host.Fed;
import dev.parley.host.GivenFile;
import dev.parley.host.Opener;
import dev.parley.host.Tmux;
import dev.parley.text.Link;
import dev.parley.text.SafeText;
import dev.parley.ui.Outside;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The machine that the screen runs on: children of ours do what it asks for, each kind on a thread of its own. */
final class ThisMachine implements Outside {
    private static final Logger LOG = Logger.getLogger(ThisMachine.class.getName());

    private static final int MOST_NAMES = 10_000;

    private final Optional<Tmux> tmux;
    private final Optional<Opener> opener;
    private final Optional<BellCommand> bell;
    private final ExecutorService hands = hands("parley-hands");
    private final ExecutorService ringer = hands("parley-bell");
    private final AtomicBoolean ringing = new AtomicBoolean();

    /** Apart from the others: a disk may take its time. */
    private final ExecutorService disk = hands("parley-disk");

    private final Optional<Path> home;
    private final Optional<Path> downloads;

    /** @param downloads where files are saved; empty for nowhere */
    ThisMachine(Map<String, String> environment, String bellCommand, Optional<Path> downloads) {
        this.downloads = downloads;
        home = Optional.of(environment.getOrDefault("HOME", ""))
                .filter(path -> path.startsWith("/"))
                .map(Path::of);
        tmux = Tmux.find(environment, Fed.BY_CHILD);
        opener = Opener.find(environment, System.getProperty("os.name", ""), Opener::start);
        bell = BellCommand.of(bellCommand, Fed.BY_CHILD);
    }

    @FunctionalInterface
    private interface Work {
        boolean done() throws IOException, InterruptedException;
    }

    @Override
    public CompletionStage<Boolean> keep(List<SafeText> lines) {
        if (tmux.isEmpty()) {
            return CompletableFuture.completedStage(false);
        }
        String text = lines.stream().map(SafeText::toString).collect(Collectors.joining("\n"));
        return on(hands, "tmux takes no buffer", () -> tmux.get().load(text));
    }

    @Override
    public Optional<Opening> ask(Link link) {
        return opener.map(found -> found.ask(link))
                .map(question -> () -> on(hands, "a link cannot be opened", () -> {
                    question.yes();
                    return true;
                }));
    }

    @Override
    public Optional<Opening> askPrivately(Link link) {
        return downloads
                .flatMap(folder -> opener.map(found -> found.askPrivately(link, folder)))
                .map(question -> () -> on(hands, "a link cannot be opened", () -> {
                    question.yes();
                    return true;
                }));
    }

    @Override
    public CompletionStage<LookedAt> look(String typed) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        GivenFile file = GivenFile.look(path(typed), FileKind.HEAD);
                        return new LookedAt(file.path().toString(), file.size(), file.head(), "");
                    } catch (InvalidPathException noPath) {
                        return missing("that is no path");
                    } catch (AccessDeniedException closed) {
                        return missing("you may not read it");
                    } catch (IOException failed) {
                        LOG.log(Level.FINE, "a file cannot be looked at", failed);
                        boolean told = failed.getClass() == IOException.class && failed.getMessage() != null;
                        return missing(told ? String.valueOf(failed.getMessage()) : "it cannot be read");
                    }
                },
                disk);
    }

    private static LookedAt missing(String why) {
        return new LookedAt("", 0, new byte[0], why);
    }

    @Override
    public CompletionStage<List<String>> list(String folder) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (Stream<Path> entries = Files.list(path(folder.isEmpty() ? "." : folder))) {
                        return entries.limit(MOST_NAMES)
                                .map(entry -> entry.getFileName() + (Files.isDirectory(entry) ? "/" : ""))
                                .sorted()
                                .toList();
                    } catch (IOException | InvalidPathException | UncheckedIOException unreadable) {
                        return List.of();
                    }
                },
                disk);
    }

    /** As a shell would read it. */
    private Path path(String typed) {
        return typed.equals("~") || typed.startsWith("~/")
                ? home.orElse(Path.of("/")).resolve(typed.substring(Math.min(2, typed.length())))
                : Path.of(typed).toAbsolutePath();
    }

    @Override
    public Optional<String> downloadFolder() {
        return downloads.map(Path::toString);
    }

    @Override
    public boolean hasBellCommand() {
        return bell.isPresent();
    }

    @Override
    public CompletionStage<Boolean> runBellCommand(int unread) {
        if (bell.isEmpty() || !ringing.compareAndSet(false, true)) {
            return CompletableFuture.completedStage(bell.isPresent());
        }
        return on(ringer, "the bell's command cannot be run", () -> {
            try {
                return bell.get().ring(unread);
            } finally {
                ringing.set(false);
            }
        });
    }

    private static CompletionStage<Boolean> on(ExecutorService thread, String trouble, Work work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.done();
                    } catch (IOException failed) {
                        LOG.log(Level.WARNING, trouble, failed);
                        return false;
                    } catch (InterruptedException stop) {
                        Thread.currentThread().interrupt();
                        return false;
                    }
                },
                thread);
    }

    private static ExecutorService hands(String name) {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
