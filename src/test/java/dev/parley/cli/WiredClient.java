package dev.parley.cli;

import dev.parley.bus.Bus;
import dev.parley.config.Flags;
import dev.parley.config.Folders;
import dev.parley.config.Refusal;
import dev.parley.config.Settings;
import dev.parley.config.StateFolder;
import dev.parley.terminal.Tty;
import dev.parley.time.Time;
import dev.parley.ui.Ui;
import dev.parley.ui.state.UiClock;
import dev.parley.ui.theme.Themes;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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

    public WiredClient(
            Flags flags, Map<String, String> environment, Function<Vertx, Time> time, UiClock clock, double pace) {
        this.flags = flags;
        this.environment = environment;
        this.time = time;
        this.clock = clock;
        this.pace = pace;
    }

    /** Until the person leaves; the exit code. */
    public int run(Tty tty) throws Refusal, IOException, InterruptedException {
        Folders folders = Folders.of(environment);
        Settings settings = Settings.settle(flags, environment, folders);
        String where = settings.sandbox()
                ? "embedded"
                : settings.server().getHost() + "_" + settings.server().getPort();
        try (StateFolder state = StateFolder.hold(folders.client(settings.profile(), settings.account(), where))) {
            Bus bus = new Bus();
            Backend backend = new Backend(bus, settings, folders, state.path(), time, pace);
            Ui ui = new Ui(
                    new ScreenOptions(settings, environment).ui(),
                    new Themes(List.of(folders.themes())),
                    tty,
                    bus,
                    clock,
                    new SavedPreferences(state.path().resolve("preferences.properties")));
            backend.start();
            try {
                return ui.run();
            } finally {
                backend.close();
            }
        }
    }
}
