package dev.parley.sandbox.service;

import dev.parley.host.FolderLock;
import dev.parley.host.Held;
import dev.parley.host.Holder;
import dev.parley.host.NotPrivate;
import dev.parley.host.PrivateFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;

/**
 * One sandbox's folder: {@code ledger}, {@code key}, {@code files} and the lock. The folder is 0700, files are 0600. Blocking: not for the
 * event loop.
 */
public final class StateFolder implements Closeable {
    private final Path folder;
    private final FolderLock lock;

    private StateFolder(Path folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * @param fresh removes what an earlier sandbox left, its signing key included
     * @throws StateRefused when another sandbox holds it or strangers could write into it
     */
    public static StateFolder open(Path folder, boolean fresh) throws IOException, StateRefused {
        FolderLock lock = take(folder);
        try {
            StateFolder state = new StateFolder(folder, lock);
            if (fresh) {
                for (Path old : List.of(state.ledger(), state.keyFile())) {
                    Files.deleteIfExists(old);
                }
                FolderVault.sweep(state.files(), Set.of());
            }
            return state;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static FolderLock take(Path folder) throws IOException, StateRefused {
        try {
            PrivateFiles.makeFolder(folder);
            return FolderLock.take(folder);
        } catch (NotPrivate shared) {
            throw new StateRefused(shared.sentence());
        } catch (Held held) {
            String who = held.holder().map(Holder::pid).map(String::valueOf).orElse("unknown");
            throw new StateRefused("Another sandbox is using " + folder + " (process " + who + ")", true);
        }
    }

    public Path ledger() {
        return folder.resolve("ledger");
    }

    /** Where the bytes of files are; a folder that may not be there yet. */
    public Path files() {
        return folder.resolve("files");
    }

    private Path keyFile() {
        return folder.resolve("key");
    }

    /** The signing key, made on first use and kept. */
    public SigningKey key(SecureRandom random) throws IOException, StateRefused {
        try {
            return SigningKey.read(Files.readAllBytes(keyFile()));
        } catch (NoSuchFileException e) {
            return makeKey(random);
        } catch (GeneralSecurityException e) {
            throw new StateRefused("The sandbox's signing key is damaged. Remove " + keyFile()
                    + " and a new one is made; consumers who signed up with the old one are refused then");
        }
    }

    private SigningKey makeKey(SecureRandom random) throws IOException {
        SigningKey key = SigningKey.make(random);
        PrivateFiles.replace(keyFile(), key.encoded());
        return key;
    }

    @Override
    public void close() {
        lock.close();
    }
}
