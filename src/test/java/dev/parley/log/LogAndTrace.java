package dev.parley.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A log of everything and a trace, as the program writes them but with a redaction handed in, while this is open. */
public final class LogAndTrace implements AutoCloseable {
    private final Logger parley = Logger.getLogger("dev.parley");
    private final Logger wire = Logger.getLogger(WireTrace.LOGGER);
    private final Level wireBefore = wire.getLevel();
    private final Handler handler;

    public LogAndTrace(Path log, Path trace, Redaction redaction) throws IOException {
        handler = new LineHandler(new CappedFile(log, Long.MAX_VALUE), new OneLine(redaction));
        parley.addHandler(handler);
        parley.setUseParentHandlers(false);
        parley.setLevel(Level.ALL);
        WireTrace.open(trace, redaction);
    }

    @Override
    public void close() {
        parley.removeHandler(handler);
        parley.setUseParentHandlers(true);
        parley.setLevel(null);
        handler.close();
        for (Handler tracing : List.of(wire.getHandlers())) {
            wire.removeHandler(tracing);
            tracing.close();
        }
        wire.setLevel(wireBefore);
        wire.setUseParentHandlers(true);
    }
}
