package dev.parley.host;

import dev.parley.text.SafeName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The folder into which files from elsewhere are saved: each as a new file of mode 0600 right inside it, whatever name it
 * came with. Never opened or run by us. Blocking. RELIABILITY.md 3.4.
 */
public final class Downloads {
    private static final int MOST_OF_A_NAME = 1_000;
    private static final int PIECE = 64 * 1_024;

    private final Path folder;

    private Downloads(Path folder) {
        this.folder = folder;
    }

    /** As {@link #in}, made where it is missing: for the person alone then. */
    public static Downloads make(Path folder) throws IOException {
        try {
            PrivateFiles.makeMissing(folder);
        } catch (FileAlreadyExistsException notFolder) {
            throw new IOException("the download folder is no folder", notFolder);
        }
        return in(folder);
    }

    /** @param folder exists; where a link stands, what it leads to */
    public static Downloads in(Path folder) throws IOException {
        return new Downloads(folder.toRealPath());
    }

    /**
     * Saves what {@code content} gives, all or nothing.
     *
     * @param name as it was sent
     * @param most bytes, whatever length was announced
     * @return where it is: its own name, or the next free {@code name (1)}
     * @throws IOException when it cannot be written, or is longer than {@code most}
     */
    public Path save(String name, InputStream content, long most) throws IOException {
        Saving saving = begin(name, most);
        try {
            byte[] piece = new byte[PIECE];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                saving.write(piece, read);
            }
            return saving.finish();
        } finally {
            saving.abandon();
        }
    }

    /** As {@link #save}, of what comes piece by piece. */
    public Saving begin(String name, long most) throws IOException {
        Path reserved = reserve(SafeName.of(name));
        Path beside = folder.resolve("." + Long.toHexString(System.nanoTime()) + ".part");
        try {
            return new Saving(reserved, beside, PrivateFiles.create(beside), most);
        } catch (IOException failed) {
            Files.deleteIfExists(reserved);
            throw failed;
        }
    }

    /** A file on its way: nothing of it is there under its name before {@link #finish}. One thread at a time. */
    public static final class Saving {
        private final Path reserved;
        private final Path beside;
        private final OutputStream out;
        private final long most;
        private long written;
        private boolean finished;

        private Saving(Path reserved, Path beside, OutputStream out, long most) {
            this.reserved = reserved;
            this.beside = beside;
            this.out = out;
            this.most = most;
        }

        /** @throws IOException also when it gets too long */
        public void write(byte[] piece, int length) throws IOException {
            written += length;
            if (written > most) {
                throw new IOException("the file is longer than " + most + " bytes");
            }
            out.write(piece, 0, length);
        }

        public Path finish() throws IOException {
            out.close();
            // Over the empty file that we made: nobody else's.
            Path there = Files.move(beside, reserved, StandardCopyOption.ATOMIC_MOVE);
            finished = true;
            return there;
        }

        /** Takes it away, finished or not. */
        public void undo() throws IOException {
            if (finished) {
                Files.deleteIfExists(reserved);
            } else {
                abandon();
            }
        }

        /** Takes away what there is of it; does nothing once it is finished. */
        public void abandon() throws IOException {
            if (finished) {
                return;
            }
            finished = true;
            try {
                out.close();
            } finally {
                Files.deleteIfExists(beside);
                Files.deleteIfExists(reserved);
            }
        }
    }

    private Path reserve(String name) throws IOException {
        for (int number = 0; number < MOST_OF_A_NAME; number++) {
            Path file = folder.resolve(number == 0 ? name : SafeName.numbered(name, number));
            if (!folder.equals(file.getParent())) {
                throw new IOException("a file name that leads out of the folder");
            }
            try {
                PrivateFiles.create(file).close();
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
            if (!file.toRealPath().startsWith(folder)) {
                throw new IOException("the folder is not what it was");
            }
            return file;
        }
        throw new IOException("there are " + MOST_OF_A_NAME + " files of this name already");
    }
}
