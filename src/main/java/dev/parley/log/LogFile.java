package dev.parley.log;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** All that anybody logs or prints goes into one file, 0600; the last one is kept beside it. */
public final class LogFile {
    private static final long BIGGEST = 5_000_000;

    private LogFile() {}

    /** As {@link #open(Path, Level, Redaction)}, with all that is to be taken out. */
    public static Path open(Path folder, String level) throws IOException {
        return open(folder, level(level), Redaction.FULL);
    }

    /**
     * Takes over java.util.logging, {@code System.out} and {@code System.err}. Call before anything else logs.
     *
     * @param folder exists
     * @return the file
     */
    public static Path open(Path folder, Level level, Redaction redaction) throws IOException {
        Path file = folder.resolve("parley.log");
        OutputStream out = new CappedFile(file, BIGGEST);
        takeOver(level, Optional.of(new LineHandler(out, new OneLine(redaction))));
        return file;
    }

    /** Takes over as {@link #open(Path, Level, Redaction)} does, where there is no place for a file: all of it is gone. */
    public static void nowhere() {
        takeOver(Level.OFF, Optional.empty());
    }

    /**
     * @param word a java.util.logging level name or error, warn, info, debug, trace
     * @throws IllegalArgumentException for a word that is no level
     */
    public static Level level(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "error" -> Level.SEVERE;
            case "warn" -> Level.WARNING;
            case "debug" -> Level.FINE;
            case "trace" -> Level.FINER;
            default -> Level.parse(word.toUpperCase(Locale.ROOT));
        };
    }

    private static void takeOver(Level level, Optional<Handler> handler) {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(level == Level.OFF ? Level.OFF : Level.INFO);
        Logger.getLogger("dev.parley").setLevel(level);
        WireTrace.off();
        handler.ifPresent(root::addHandler);
        System.setOut(stray("stdout"));
        System.setErr(stray("stderr"));
    }

    /** What a library prints becomes a log line: the screen belongs to the terminal room alone. */
    private static PrintStream stray(String name) {
        Logger logger = Logger.getLogger("dev.parley." + name);
        return new PrintStream(new LineStream(logger::warning), true, StandardCharsets.UTF_8);
    }
}
