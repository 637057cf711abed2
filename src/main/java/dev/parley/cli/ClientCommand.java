package dev.parley.cli;

import dev.parley.bus.Bus;
import dev.parley.config.DownloadFolder;
import dev.parley.config.Folders;
import dev.parley.config.Refusal;
import dev.parley.config.Settings;
import dev.parley.config.StateFolder;
import dev.parley.host.NotPrivate;
import dev.parley.host.PrivateFiles;
import dev.parley.log.LogFile;
import dev.parley.log.Redaction;
import dev.parley.log.WireTrace;
import dev.parley.session.ClearText;
import dev.parley.session.Token;
import dev.parley.session.TokenProblem;
import dev.parley.session.TokenReading;
import dev.parley.terminal.UnixTty;
import dev.parley.text.Pii;
import dev.parley.ui.Ui;
import dev.parley.ui.keys.BadBindings;
import dev.parley.ui.state.UiClock;
import dev.parley.ui.theme.BadTheme;
import dev.parley.ui.theme.Themes;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./run.sh}: the dashboard. */
@Command(
        name = "parley",
        description = "LivePerson's messaging window for a terminal.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisHeading = "",
        customSynopsis = {
            "./run.sh [OPTIONS]            the dashboard; with nothing set up, on the embedded sandbox",
            "./run.sh COMMAND [OPTIONS]"
        })
final class ClientCommand implements Callable<Integer> {
    private static final Logger LOG = Logger.getLogger(ClientCommand.class.getName());

    /** The person's, before the log takes everything over that is printed. */
    private final PrintStream err = System.err;

    @Mixin
    ClientOptions options = new ClientOptions();

    @Override
    public Integer call() throws Refusal, InterruptedException {
        Map<String, String> environment = System.getenv();
        Optional<Folders> folders = Folders.find(environment);
        Settings settings = Settings.settle(options.flags(), environment, folders.map(Folders::configFile));
        ScreenOptions screen = new ScreenOptions(settings, environment);
        screen.check();
        check(settings);
        Themes themes = new Themes(themeFolders(folders));
        if (settings.theme().isPresent()) {
            check(themes, settings.theme().get());
        }
        Optional<Path> state =
                folders.map(found -> found.client(settings.profile(), settings.account(), where(settings)));
        try (Footing footing = Footing.of(state, options.readOnly);
                Kept kept = Kept.on(footing)) {
            log(folders, settings, redaction(settings));
            trace(redaction(settings));
            return run(settings, folders, screen, themes, footing, kept);
        } finally {
            if (options.trace != null) {
                WireTrace.close();
            }
        }
    }

    private int run(
            Settings settings,
            Optional<Folders> folders,
            ScreenOptions screen,
            Themes themes,
            Footing footing,
            Kept kept)
            throws Refusal, InterruptedException {
        Leaving leaving = new Leaving(
                Runtime.getRuntime()::halt,
                bug -> err.println("parley: " + Sentences.safe(fault(bug, folders))),
                Leaving.PROPERLY,
                Leaving.AT_ALL);
        UnixTty tty = new UnixTty(System.getenv(), screen.colors(), screen.repertoire(), leaving);
        Bus bus = new Bus();
        Backend backend = new Backend(bus, settings, folders.map(found -> found.sandbox("embedded")), footing, kept);
        Ui ui;
        try {
            ui = new Ui(
                    screen.ui(),
                    themes,
                    tty,
                    bus,
                    UiClock.system(),
                    SavedPreferences.of(footing),
                    kept.sentTexts(),
                    new ThisMachine(
                            System.getenv(),
                            settings.bellCommand(),
                            DownloadFolder.of(settings.downloadFolder(), System.getenv())));
        } catch (BadBindings bad) {
            throw new Refusal(Refusal.USAGE, "the key configuration: " + String.join("; ", bad.problems()));
        }
        leaving.attach(program(ui, tty));
        leaveOnSignals(leaving, tty);
        leaveWithParent(leaving);
        backend.start();
        try {
            int code = leaving.code(ui.run());
            if (leaving.bug().isPresent()) {
                throw new Refusal(Refusal.FAILED, fault(leaving.bug().get(), folders));
            }
            return code;
        } catch (IOException gone) {
            if (leaving.hasBegun()) {
                return leaving.code(Refusal.USAGE);
            }
            throw new Refusal(Refusal.USAGE, "there is no terminal to draw on (" + gone.getMessage() + ").");
        } catch (RuntimeException | Error bug) {
            // The one handler of bugs: the terminal is back by now, so that the sentence can be read.
            LOG.log(Level.SEVERE, "stopped by a fault of its own", bug);
            throw new Refusal(Refusal.FAILED, fault(bug, folders));
        } finally {
            backend.close();
        }
    }

    private static String fault(Throwable bug, Optional<Folders> folders) {
        return "stopped by a fault of its own (" + bug + ")"
                + folders.map(found -> "; " + found.log() + " has the rest.").orElse(".");
    }

    private static Leaving.Program program(Ui ui, UnixTty tty) {
        return new Leaving.Program() {
            @Override
            public void leave(int code) {
                tty.leave();
                ui.quit(code);
            }

            @Override
            public boolean hasLeft(Duration most) throws InterruptedException {
                return ui.awaitLeft(most);
            }

            @Override
            public void restore() {
                tty.restore();
            }
        };
    }

    private static void leaveOnSignals(Leaving leaving, UnixTty tty) {
        Map.of("TERM", 143, "INT", 130, "HUP", 129)
                .forEach((signal, code) -> PosixSignals.on(signal, () -> leaving.begin(code)));
        // For whoever else ends the process.
        Runtime.getRuntime().addShutdownHook(new Thread(tty::restore, "parley-restore"));
    }

    /** Once somebody has killed run.sh, the shell has the terminal back, and nobody would wait for us any more. */
    private static void leaveWithParent(Leaving leaving) {
        Optional.ofNullable(Long.getLong("parley.parent"))
                .flatMap(ProcessHandle::of)
                .ifPresent(parent -> parent.onExit().thenRun(leaving::gone));
    }

    /** What would be refused later is refused before the screen comes up. */
    private static void check(Settings settings) throws Refusal {
        if (settings.token().isPresent()) {
            TokenReading reading = Token.read(settings.token().get(), settings.account(), Instant.now());
            if (reading instanceof TokenProblem problem) {
                throw new Refusal(Refusal.TOKEN, problem.sentence());
            }
            // Later the service's clock decides; before the screen there is none but ours.
            Optional<TokenProblem> expired = ((Token) reading).expiredAt(Instant.now());
            if (expired.isPresent()) {
                throw new Refusal(Refusal.TOKEN, expired.get().sentence());
            }
        }
        if (!settings.sandbox() && "http".equals(settings.server().getScheme())) {
            Optional<String> problem = ClearText.problem(settings.server());
            if (problem.isPresent()) {
                throw new Refusal(Refusal.USAGE, problem.get());
            }
        }
    }

    private static void check(Themes themes, String name) throws Refusal {
        try {
            themes.load(name);
        } catch (BadTheme bad) {
            throw new Refusal(Refusal.USAGE, bad.sentence());
        }
    }

    private static List<Path> themeFolders(Optional<Folders> folders) {
        List<Path> paths = new ArrayList<>();
        folders.map(Folders::themes).ifPresent(paths::add);
        String house = System.getProperty("parley.house", "");
        if (!house.isEmpty()) {
            paths.add(Path.of(house, "themes"));
        }
        return paths;
    }

    /** Where no log can be written the program runs without one: RELIABILITY.md H4. */
    private static void log(Optional<Folders> folders, Settings settings, Redaction redaction) throws Refusal {
        try {
            Level level = LogFile.level(settings.logLevel());
            if (folders.isEmpty()) {
                LogFile.nowhere();
                return;
            }
            try {
                PrivateFiles.makeFolder(folders.get().log());
                LogFile.open(folders.get().log(), level, redaction);
            } catch (IOException unwritable) {
                LogFile.nowhere();
            }
        } catch (NotPrivate shared) {
            throw StateFolder.refusal(shared);
        } catch (IllegalArgumentException noLevel) {
            throw new Refusal(Refusal.USAGE, "--log-level takes error, warn, info, debug or trace.");
        }
    }

    private static Redaction redaction(Settings settings) {
        return settings.maskMail() ? Redaction.masking(Pii.ALL) : Redaction.FULL;
    }

    private void trace(Redaction redaction) throws Refusal {
        Path file = options.trace;
        if (file == null) {
            return;
        }
        try {
            WireTrace.open(file, redaction);
        } catch (FileAlreadyExistsException there) {
            throw new Refusal(Refusal.USAGE, "there is a file " + file + " already: --trace takes a new one.");
        } catch (IOException failed) {
            throw new Refusal(
                    Refusal.USAGE,
                    "cannot write the trace " + file + " (" + failed.getClass().getSimpleName() + ").");
        }
    }

    static String where(Settings settings) {
        if (settings.sandbox()) {
            return "embedded";
        }
        int port = settings.server().getPort();
        return settings.server().getHost() + (port < 0 ? "" : "_" + port);
    }
}
