package dev.parley.cli;

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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./run.sh picture}: the README's picture, drawn by the program itself from a fixed scene and a fixed clock. */
@Command(name = "picture", hidden = true, description = "the README's picture, as SVG")
final class PictureCommand implements Callable<Integer> {
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

    /** All on this thread: the scene is told before the first frame, the rest is done from one frame to the next. */
    static String svg(int columns, int rows, String theme) throws IOException, InterruptedException {
        Sitting sitting = new Sitting(columns, rows);
        UiOptions options = new UiOptions(false, false, theme, true, ZoneOffset.UTC, Map.of(), 1);
        Loop loop = new Loop(
                options,
                new Themes(List.of()),
                sitting.paper,
                asked -> {},
                taken -> {},
                standing(),
                Preferences.inMemory());
        Scene.updates().forEach(loop::post);
        sitting.leave = () -> loop.leave(0);
        loop.run();
        return SvgPicture.of(sitting.paper.cells(), "Parley: the conversation list, the history and the input line");
    }

    /** Types when the scene is on the screen, leaves when that is. */
    private static final class Sitting {
        private final PaperTty paper;
        private Runnable leave = () -> {};
        private int frames;

        Sitting(int columns, int rows) {
            paper = new PaperTty(columns, rows, cells -> next());
        }

        private void next() {
            frames++;
            if (frames == 2) {
                TYPED.chars().forEach(letter -> paper.feed(Key.text(String.valueOf((char) letter))));
            } else if (frames == 3) {
                leave.run();
            }
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
