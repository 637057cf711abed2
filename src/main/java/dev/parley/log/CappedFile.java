package dev.parley.log;

import dev.parley.host.PrivateFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A private file to which lines are appended; when it has grown to its size it becomes {@code NAME.1}, in place of an older
 * one. Written by one handler, under its lock.
 */
final class CappedFile extends OutputStream {
    private final Path file;
    private final long biggest;
    private OutputStream out;
    private long size;

    /** @param biggest bytes, from which on a new file is begun with the next write */
    CappedFile(Path file, long biggest) throws IOException {
        this.file = file;
        this.biggest = biggest;
        this.out = open();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (size >= biggest) {
            out.close();
            out = open();
        }
        out.write(bytes, from, length);
        size += length;
    }

    private OutputStream open() throws IOException {
        // One that others may read, or that is no plain file, was not made by us: it is not written to.
        if (Files.exists(file) && (Files.size(file) >= biggest || !PrivateFiles.isPrivate(file))) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        FileChannel channel =
                PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        size = channel.size();
        return Channels.newOutputStream(channel);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
