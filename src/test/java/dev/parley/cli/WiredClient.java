package dev.parley.cli;

import dev.parley.bus.Bus;
import dev.parley.config.DownloadFolder;
import dev.parley.config.Flags;
import dev.parley.config.Folders;
import dev.parley.config.Refusal;
import dev.parley.config.Settings;
import dev.parley.terminal.Tty;
import dev.parley.time.Time;
import dev.parley.ui.Ui;
import dev.parley.ui.state.UiClock;
import dev.parley.ui.theme.Themes;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The client as {@link ClientCommand} puts it together, from the settings on; the terminal, the clocks and the pace of the
 * embedded sandbox's agent are handed in.
 */
public final class WiredClient {
    private final Flags flags;
    private final Map<String, String> environment;
    private final Function<Vertx, Time> time;
    private final UiClock clock;
    private final double pace;
    private final boolean readOnly;

    public WiredClient(
            Flags flags, Map<String, String> environment, Function<Vertx, Time> time, UiClock clock, double pace) {
        this(flags, environment, time, clock, pace, false);
    }

    public WiredClient(
            Flags flags,
            Map<String, String> environment,
            Function<Vertx, Time> time,
            UiClock clock,
            double pace,
            boolean readOnly) {
        this.flags = flags;
        this.environment = environment;
        this.time = time;
        this.clock = clock;
        this.pace = pace;
        this.readOnly = readOnly;
    }

    /** Until the person leaves; the exit code. */
    public int run(Tty tty) throws Refusal, IOException, InterruptedException {
        Optional<Folders> folders = Folders.find(environment);
        Settings settings = Settings.settle(flags, environment, folders.map(Folders::configFile));
        String where = settings.sandbox()
                ? "embedded"
                : settings.server().getHost() + "_" + settings.server().getPort();
        Optional<Path> state = folders.map(found -> found.client(settings.profile(), settings.account(), where));
        try (Footing footing = Footing.of(state, readOnly);
                Kept kept = Kept.on(footing)) {
            Bus bus = new Bus();
            Optional<Path> sandbox = folders.map(found -> found.sandbox("embedded"));
            Backend backend = new Backend(bus, settings, sandbox, footing, kept, time, pace);
            Ui ui = new Ui(
                    new ScreenOptions(settings, environment).ui(),
                    new Themes(folders.map(Folders::themes).stream().toList()),
                    tty,
                    bus,
                    clock,
                    SavedPreferences.of(footing),
                    kept.sentTexts(),
                    new ThisMachine(
                            environment,
                            settings.bellCommand(),
                            DownloadFolder.of(settings.downloadFolder(), environment)));
            backend.start();
            try {
                return ui.run();
            } finally {
                backend.close();
            }
        }
    }
}
