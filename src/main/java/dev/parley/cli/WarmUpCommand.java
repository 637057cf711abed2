package dev.parley.cli;

import dev.parley.bus.Bus;
import dev.parley.config.Flags;
import dev.parley.config.Folders;
import dev.parley.config.Settings;
import dev.parley.log.LogFile;
import dev.parley.terminal.CellGrid;
import dev.parley.terminal.ColorMode;
import dev.parley.terminal.Key;
import dev.parley.terminal.PaperTty;
import dev.parley.terminal.UnixTty;
import dev.parley.ui.Preferences;
import dev.parley.ui.Ui;
import dev.parley.ui.UiOptions;
import dev.parley.ui.state.UiClock;
import dev.parley.ui.theme.Themes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Has a short conversation with the embedded sandbox on paper, so that run.sh can keep the classes that a start loads in
 * an archive. Touches no state but a temporary folder.
 */
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {
    private static final long LONGEST_SECONDS = 20;

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("parley");
        try {
            converse(folder);
        } finally {
            remove(folder);
        }
        return 0;
    }

    private static void converse(Path folder) throws Exception {
        Flags nothing = new ClientOptions().flags();
        Folders folders = new Folders(folder, folder);
        Settings settings = Settings.settle(nothing, Map.of(), folders);
        LogFile.open(folder, settings.logLevel());
        new UnixTty(Map.of(), ColorMode.NONE).restore();
        CountDownLatch online = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        PaperTty paper = new PaperTty(100, 30, cells -> {
            count(cells, "online", online);
            count(cells, "Ada", answered);
        });
        Bus bus = new Bus();
        UiOptions options = new UiOptions(false, false, "", true, ZoneId.systemDefault(), Map.of(), 1);
        Ui ui = new Ui(options, new Themes(List.of()), paper, bus, UiClock.system(), Preferences.inMemory());
        Footing footing =
                Footing.of(Optional.of(folders.client(settings.profile(), settings.account(), "embedded")), false);
        Kept kept = Kept.on(footing);
        Backend backend = new Backend(bus, settings, Optional.of(folders.sandbox("embedded")), footing, kept);
        Thread person = new Thread(
                () -> {
                    try {
                        online.await(LONGEST_SECONDS, TimeUnit.SECONDS);
                        "hello".chars().forEach(letter -> paper.feed(Key.text(String.valueOf((char) letter))));
                        paper.feed(Key.of(Key.Code.ENTER));
                        answered.await(LONGEST_SECONDS, TimeUnit.SECONDS);
                    } catch (InterruptedException stop) {
                        Thread.currentThread().interrupt();
                    }
                    ui.quit(0);
                },
                "parley-warm-up");
        person.setDaemon(true);
        person.start();
        PosixSignals.on("USR2", () -> {});
        backend.start();
        ui.run();
        backend.close();
        kept.close();
        footing.close();
    }

    private static void count(CellGrid cells, String word, CountDownLatch latch) {
        for (int row = 0; row < cells.rows() && latch.getCount() > 0; row++) {
            if (cells.line(row).contains(word)) {
                latch.countDown();
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
