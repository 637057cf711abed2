package dev.parley.sandbox;

import dev.parley.sandbox.service.FileLedger;
import dev.parley.sandbox.service.FolderVault;
import dev.parley.sandbox.service.Ledger;
import dev.parley.sandbox.service.LedgerFile;
import dev.parley.sandbox.service.SigningKey;
import dev.parley.sandbox.service.State;
import dev.parley.sandbox.service.StateFolder;
import dev.parley.sandbox.service.StateRefused;
import dev.parley.sandbox.service.Vault;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What a sandbox keeps: state, ledger and signing key, in a folder or in memory. Opened off the event loop, used on it. */
final class Keeping {
    private record OnDisk(StateFolder folder, LedgerFile file, ExecutorService disk) {}

    private final State state;
    private final SigningKey signingKey;
    private final Optional<OnDisk> onDisk;
    private final Optional<String> keepsNothing;
    private Ledger ledger = Ledger.inMemory();
    private Vault vault = Vault.inMemory();

    private Keeping(State state, SigningKey signingKey, Optional<OnDisk> onDisk, Optional<String> keepsNothing) {
        this.state = state;
        this.signingKey = signingKey;
        this.onDisk = onDisk;
        this.keepsNothing = keepsNothing;
    }

    private static Keeping inMemory(String why) {
        return new Keeping(new State(), ProcessKey.ONE, Optional.empty(), Optional.of(why));
    }

    /** Of all sandboxes that keep nothing: it is gone with the process, as they are, and takes long to make. */
    private static final class ProcessKey {
        static final SigningKey ONE = SigningKey.make(new SecureRandom());
    }

    /** Blocking. */
    static Keeping open(SandboxOptions options, Instant now) throws SandboxRefused {
        SecureRandom random = new SecureRandom();
        if (options.folder().isEmpty()) {
            return inMemory("The sandbox was given no folder: what is said is gone when it ends");
        }
        Path path = options.folder().get();
        try {
            return open(StateFolder.open(path, options.fresh()), random, now);
        } catch (StateRefused e) {
            SandboxRefused.Why why = e.inUse() ? SandboxRefused.Why.IN_USE : SandboxRefused.Why.FOLDER;
            throw new SandboxRefused(why, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            if (options.embedded()) {
                // Better a talk that is not kept than none: the person is told.
                return inMemory("The sandbox cannot use its folder " + path + " (" + e.getMessage()
                        + "): what is said is gone when it ends");
            }
            throw new SandboxRefused(
                    SandboxRefused.Why.FOLDER, "The sandbox cannot use its folder " + path + ": " + e.getMessage(), e);
        }
    }

    private static Keeping open(StateFolder folder, SecureRandom random, Instant now) throws IOException, StateRefused {
        try {
            State state = new State();
            SigningKey key = folder.key(random);
            String aside = "ledger.damaged-" + now.toEpochMilli();
            LedgerFile file = LedgerFile.open(folder.ledger(), aside, state::apply);
            FolderVault.sweep(folder.files(), state.filePaths());
            ExecutorService disk = Executors.newSingleThreadExecutor(task -> {
                Thread thread = new Thread(task, "parley-sandbox-ledger");
                thread.setDaemon(true);
                return thread;
            });
            return new Keeping(state, key, Optional.of(new OnDisk(folder, file, disk)), Optional.empty());
        } catch (IOException | StateRefused | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** From now on the ledger can be written; on the event loop. */
    void start(Executor loop, FileLedger.Trouble trouble) {
        onDisk.ifPresent(it -> {
            ledger = new FileLedger(it.file(), it.disk(), loop, trouble);
            vault = new FolderVault(it.folder().files(), it.disk(), loop);
        });
    }

    State state() {
        return state;
    }

    Ledger ledger() {
        return ledger;
    }

    Vault vault() {
        return vault;
    }

    SigningKey signingKey() {
        return signingKey;
    }

    /** Why nothing outlives the process; empty when it is kept. */
    Optional<String> keepsNothing() {
        return keepsNothing;
    }

    Optional<Path> setAside() {
        return onDisk.flatMap(it -> it.file().setAside());
    }

    /** Waits for what is on its way to disk, then frees the folder. */
    Future<Void> close() {
        Promise<Void> closed = Promise.promise();
        ledger.close(() -> {
            onDisk.ifPresent(it -> {
                it.disk().shutdown();
                it.folder().close();
            });
            closed.complete();
        });
        return closed.future();
    }
}
