package dev.parley.log;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

/** All that anybody logs or prints goes into one file, 0600; the last one is kept beside it. */
public final class LogFile {
    private static final long BIGGEST = 5_000_000;

    private LogFile() {}

    /**
     * Takes over java.util.logging, {@code System.out} and {@code System.err}. Call before anything else logs.
     *
     * @param folder exists
     * @param level a java.util.logging level name or error, warn, info, debug, trace
     * @return the file
     */
    public static Path open(Path folder, String level) throws IOException {
        Path file = folder.resolve("parley.log");
        if (Files.exists(file) && Files.size(file) > BIGGEST) {
            Files.move(file, folder.resolve("parley.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        OutputStream out = Channels.newOutputStream(FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.INFO);
        Logger.getLogger("dev.parley").setLevel(level(level));
        root.addHandler(handler(out));
        System.setOut(stray("stdout"));
        System.setErr(stray("stderr"));
        return file;
    }

    /** @throws IllegalArgumentException for a word that is no level */
    public static Level level(String word) {
        return switch (word.toLowerCase(java.util.Locale.ROOT)) {
            case "error" -> Level.SEVERE;
            case "warn" -> Level.WARNING;
            case "debug" -> Level.FINE;
            case "trace" -> Level.FINER;
            default -> Level.parse(word.toUpperCase(java.util.Locale.ROOT));
        };
    }

    private static Handler handler(OutputStream out) {
        StreamHandler handler = new StreamHandler(out, new OneLine()) {
            @Override
            public synchronized void publish(LogRecord record) {
                super.publish(record);
                flush();
            }
        };
        handler.setLevel(Level.ALL);
        return handler;
    }

    /** What a library prints becomes a log line: the screen belongs to the terminal room alone. */
    private static PrintStream stray(String name) {
        Logger logger = Logger.getLogger("dev.parley." + name);
        return new PrintStream(new LineStream(logger::warning), true, StandardCharsets.UTF_8);
    }
}
