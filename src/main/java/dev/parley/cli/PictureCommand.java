package dev.parley.cli;

import dev.parley.terminal.CellGrid;
import dev.parley.terminal.Key;
import dev.parley.terminal.PaperTty;
import dev.parley.terminal.SvgPicture;
import dev.parley.ui.Preferences;
import dev.parley.ui.UiOptions;
import dev.parley.ui.app.Loop;
import dev.parley.ui.state.UiClock;
import dev.parley.ui.theme.Themes;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./run.sh picture}: the README's picture, drawn by the program itself from a fixed scene and a fixed clock. */
@Command(name = "picture", hidden = true, description = "the README's picture, as SVG")
final class PictureCommand implements Callable<Integer> {
    private static final long LONGEST_SECONDS = 20;
    private static final String TYPED = "thanks! could you also";

    @Option(names = "--columns")
    int columns = 120;

    @Option(names = "--rows")
    int rows = 24;

    @Option(names = "--theme")
    String theme = "default";

    @Override
    public Integer call() throws Exception {
        System.out.print(svg(columns, rows, theme));
        return 0;
    }

    static String svg(int columns, int rows, String theme) throws Exception {
        CompletableFuture<CellGrid> wanted = new CompletableFuture<>();
        PaperTty paper = new PaperTty(columns, rows, cells -> {
            if (cells.line(rows - 2).contains(TYPED)) {
                wanted.complete(cells);
            }
        });
        UiOptions options = new UiOptions(false, false, theme, true, ZoneOffset.UTC, Map.of(), 1);
        Loop loop = new Loop(
                options, new Themes(List.of()), paper, asked -> {}, taken -> {}, standing(), Preferences.inMemory());
        Scene.updates().forEach(loop::post);
        Thread screen = new Thread(() -> run(loop, wanted), "parley-picture");
        screen.setDaemon(true);
        screen.start();
        CompletableFuture<Void> typed = CompletableFuture.runAsync(() ->
                TYPED.chars().forEach(letter -> paper.feed(Key.text(String.valueOf((char) letter)))));
        typed.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        CellGrid cells = wanted.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        loop.leave(0);
        screen.join();
        return SvgPicture.of(cells, "Parley: the conversation list, the history and the input line");
    }

    private static void run(Loop loop, CompletableFuture<CellGrid> wanted) {
        try {
            loop.run();
        } catch (IOException | RuntimeException failed) {
            wanted.completeExceptionally(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Time stands still at the scene's moment. */
    private static UiClock standing() {
        return new UiClock() {
            @Override
            public Instant now() {
                return Scene.NOW;
            }

            @Override
            public long millis() {
                return 0;
            }
        };
    }
}
