package dev.parley.sandbox.service;

import dev.parley.host.NotPrivate;
import dev.parley.host.PrivateFiles;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Files in a folder of their own, 0700, each 0600 and whole or not there. The disk is another thread's. */
public final class FolderVault implements Vault {
    private final Path folder;
    private final Executor disk;
    private final Executor loop;

    /**
     * @param disk runs one task at a time
     * @param loop the event loop
     */
    public FolderVault(Path folder, Executor disk, Executor loop) {
        this.folder = folder;
        this.disk = disk;
        this.loop = loop;
    }

    /** Removes what a process wrote that was killed before it could say so. Touches nothing that is not named as ours. */
    public static void sweep(Path folder, Set<String> keptPaths) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Set<String> kept = keptPaths.stream()
                .flatMap(path -> FilePaths.name(path).stream())
                .collect(Collectors.toSet());
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                String whole = name.endsWith(".new") ? name.substring(0, name.length() - 4) : name;
                if (FilePaths.isName(whole) && !(whole.equals(name) && kept.contains(name))) {
                    Files.delete(entry);
                }
            }
        }
    }

    @Override
    public void put(String path, byte[] bytes, Consumer<Optional<IOException>> then) {
        disk.execute(() -> {
            Optional<IOException> failed = Optional.empty();
            try {
                PrivateFiles.makeFolder(folder);
                PrivateFiles.replace(place(path), bytes);
            } catch (NotPrivate shared) {
                failed = Optional.of(new IOException(shared.sentence()));
            } catch (IOException e) {
                failed = Optional.of(e);
            }
            Optional<IOException> outcome = failed;
            loop.execute(() -> then.accept(outcome));
        });
    }

    @Override
    public void get(String path, Consumer<Read> then) {
        disk.execute(() -> {
            Read read;
            try (InputStream in = Channels.newInputStream(PrivateFiles.open(place(path), StandardOpenOption.READ))) {
                read = new Read(Optional.of(in.readNBytes(MOST_BYTES)), Optional.empty());
            } catch (IOException e) {
                read = new Read(Optional.empty(), Optional.of(e));
            }
            Read outcome = read;
            loop.execute(() -> then.accept(outcome));
        });
    }

    private Path place(String path) throws IOException {
        return folder.resolve(FilePaths.name(path).orElseThrow(() -> new FileNotFoundException("not a path of ours")));
    }
}
