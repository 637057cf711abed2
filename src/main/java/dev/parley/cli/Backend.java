package dev.parley.cli;

import dev.parley.bus.Bus;
import dev.parley.config.Settings;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Link;
import dev.parley.conversation.Update;
import dev.parley.host.Secret;
import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.SandboxOptions;
import dev.parley.sandbox.SandboxRefused;
import dev.parley.session.Credentials;
import dev.parley.session.Guards;
import dev.parley.session.SessionOptions;
import dev.parley.session.Sessions;
import dev.parley.session.TokenFile;
import dev.parley.time.Time;
import dev.parley.time.VertxTime;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Everything behind the bus: Vert.x, the embedded sandbox where nothing else is set up, and the sessions. Comes up on a
 * thread of its own, after the first frame; what the screen asks before waits in the bus.
 */
final class Backend {
    private static final Logger LOG = Logger.getLogger(Backend.class.getName());
    private static final long CLOSE_SECONDS = 1;

    private final Bus bus;
    private final Settings settings;
    private final Optional<Path> sandboxFolder;
    private final Footing footing;
    private final Kept kept;
    private final Function<Vertx, Time> time;
    private final double pace;

    /** Done when everything is up; its value closes it again. */
    private final CompletableFuture<Runnable> up = new CompletableFuture<>();

    /** @param sandboxFolder the embedded sandbox's; empty: it keeps nothing */
    Backend(Bus bus, Settings settings, Optional<Path> sandboxFolder, Footing footing, Kept kept) {
        this(bus, settings, sandboxFolder, footing, kept, VertxTime::new, 1);
    }

    /**
     * @param time clock and scheduler, for the sandbox and for the sessions, each with its own Vert.x
     * @param pace of the embedded sandbox's agent, 0 (at once) to 1
     */
    Backend(
            Bus bus,
            Settings settings,
            Optional<Path> sandboxFolder,
            Footing footing,
            Kept kept,
            Function<Vertx, Time> time,
            double pace) {
        this.bus = bus;
        this.settings = settings;
        this.sandboxFolder = footing.writes() ? sandboxFolder : Optional.empty();
        this.footing = footing;
        this.kept = kept;
        this.time = time;
        this.pace = pace;
    }

    void start() {
        Thread thread = new Thread(this::comeUp, "parley-start");
        thread.setDaemon(true);
        // So is what it starts, the event loops among them: where much comes in, keys still come first. See run.sh.
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    /** Closes what is up. Waits a second for each part, no longer: nothing here is worth holding up the person's prompt. */
    void close() {
        try {
            up.get(CLOSE_SECONDS, TimeUnit.SECONDS).run();
        } catch (ExecutionException | TimeoutException notUp) {
            LOG.log(Level.FINE, "nothing to close", notUp);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void comeUp() {
        try {
            Vertx vertx = Vertx.vertx(new VertxOptions()
                    .setEventLoopPoolSize(1)
                    .setWorkerPoolSize(4)
                    .setInternalBlockingPoolSize(2)
                    .setUseDaemonThread(true)
                    .setFileSystemOptions(new FileSystemOptions()
                            .setClassPathResolvingEnabled(false)
                            .setFileCachingEnabled(false)));
            Context loop = vertx.getOrCreateContext();
            // First of all, so that the screen hears of it when the rest fails.
            on(loop, () -> bus.attach(vertx));
            Optional<Sandbox> running = settings.sandbox() && !isLooking() ? Optional.of(sandbox()) : Optional.empty();
            CompletableFuture<Sessions> started = new CompletableFuture<>();
            on(loop, () -> {
                Sessions fresh = new Sessions(vertx, bus, sessionOptions(vertx, running));
                fresh.start().onSuccess(done -> started.complete(fresh)).onFailure(started::completeExceptionally);
            });
            Sessions sessions = started.get();
            kept.warnings().get().thenAccept(sentences -> loop.runOnContext(turn -> sentences.forEach(this::warn)));
            List<String> troubles = running.map(this::troubles).orElse(List.of());
            loop.runOnContext(turn -> troubles.forEach(this::warn));
            up.complete(() -> {
                await(sessions.close());
                bus.close();
                running.ifPresent(stand -> await(stand.close()));
                await(vertx.close());
            });
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            LOG.log(Level.WARNING, "could not come up", failed);
            tell(String.valueOf(cause == null ? failed.getMessage() : cause.getMessage()));
            up.completeExceptionally(failed);
        } catch (InterruptedException stop) {
            up.completeExceptionally(stop);
        } catch (RuntimeException bug) {
            LOG.log(Level.SEVERE, "could not come up", bug);
            tell("Parley could not come up (" + bug + "); the log has the rest.");
            up.completeExceptionally(bug);
        }
    }

    /** What a person would want to know who finds less tomorrow than they see today. */
    private List<String> troubles(Sandbox sandbox) {
        Optional<String> keepsNothing = sandbox.keepsNothing().filter(why -> sandboxFolder.isPresent());
        Optional<String> damaged = sandbox.setAside()
                .map(file -> "The end of the sandbox's ledger was damaged; what could not be read is in " + file + ".");
        return Stream.concat(keepsNothing.stream(), damaged.stream()).toList();
    }

    private static void on(Context loop, Runnable step) throws ExecutionException, InterruptedException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.runOnContext(turn -> {
            try {
                step.run();
                done.complete(null);
            } catch (RuntimeException bug) {
                done.completeExceptionally(bug);
            }
        });
        done.get();
    }

    private void tell(String sentence) {
        ConsumerKey first = new ConsumerKey(1);
        bus.publish(new Update.LinkChanged(first, new Link(Link.State.OFFLINE, -1, sentence)));
        warn(sentence);
    }

    private void warn(String sentence) {
        bus.publish(new Update.Notice(new ConsumerKey(1), Optional.empty(), true, sentence));
    }

    /** On a full disk it keeps nothing, but answers. */
    private Sandbox sandbox() throws ExecutionException, InterruptedException {
        try {
            return start(sandboxFolder);
        } catch (ExecutionException refused) {
            boolean unwritable = refused.getCause() instanceof SandboxRefused why
                    && why.why() == SandboxRefused.Why.FOLDER
                    && why.getCause() instanceof IOException;
            if (sandboxFolder.isEmpty() || !unwritable) {
                throw refused;
            }
            LOG.log(Level.WARNING, "the sandbox keeps nothing", refused);
            return start(Optional.empty());
        }
    }

    private Sandbox start(Optional<Path> folder) throws ExecutionException, InterruptedException {
        SandboxOptions embedded = SandboxOptions.embedded(folder)
                .withPace(pace)
                .withAccount(settings.account())
                .withTime(time);
        return Sandbox.start(embedded).toCompletionStage().toCompletableFuture().get();
    }

    private SessionOptions sessionOptions(Vertx vertx, Optional<Sandbox> sandbox) {
        return new SessionOptions(
                settings.account(),
                sandbox.map(stand -> URI.create(stand.url())).orElse(settings.server()),
                settings.messagingHost(),
                settings.idpHost(),
                settings.token(),
                settings.consumers(),
                sandbox.flatMap(Sandbox::key).map(Secret::of),
                credentials(vertx),
                kept.ports(),
                time.apply(vertx),
                new SplittableRandom(),
                isLooking() ? Optional.of(footing.why()) : Optional.empty(),
                Guards.all(),
                Brands.signing(settings.signIn(), vertx));
    }

    private boolean isLooking() {
        return footing.kind() == Footing.Kind.LOOKED_AT;
    }

    private Credentials credentials(Vertx vertx) {
        Optional<Path> file = footing.folder().map(folder -> folder.resolve("consumers.json"));
        // A consumer given by its token, or by the brand, is nobody's to keep.
        boolean given = settings.token().isPresent()
                || settings.signIn().idToken().isPresent()
                || settings.signIn().code().isPresent();
        if (given || file.isEmpty()) {
            return Credentials.forgetful();
        }
        if (footing.writes()) {
            return new TokenFile(vertx, file.get());
        }
        // A sandbox in memory knows nobody of before.
        boolean known = isLooking() || !settings.sandbox();
        return known && Files.isReadable(file.get())
                ? new LookedAtTokens(new TokenFile(vertx, file.get()))
                : Credentials.forgetful();
    }

    private static void await(io.vertx.core.Future<?> closing) {
        try {
            closing.toCompletionStage().toCompletableFuture().get(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException late) {
            LOG.log(Level.FINE, "a part did not close in time", late);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
