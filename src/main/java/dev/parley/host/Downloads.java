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
        Path reserved = reserve(SafeName.of(name));
        Path beside = folder.resolve("." + Long.toHexString(System.nanoTime()) + ".part");
        try {
            try (OutputStream out = PrivateFiles.create(beside)) {
                copy(content, out, most);
            }
            // Over the empty file that we made: nobody else's.
            return Files.move(beside, reserved, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            Files.deleteIfExists(beside);
            Files.deleteIfExists(reserved);
            throw failed;
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

    private static void copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] piece = new byte[PIECE];
        long copied = 0;
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            copied += read;
            if (copied > most) {
                throw new IOException("the file is longer than " + most + " bytes");
            }
            out.write(piece, 0, read);
        }
    }
}
