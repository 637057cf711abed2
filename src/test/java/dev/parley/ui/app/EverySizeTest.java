package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No size and no content may break the screen, or cost what was typed. */
class EverySizeTest {
    private static final String[] OVERLAYS = {"", "F1", "Alt-I", "Ctrl-G", "Alt-N", "Alt-W", "F3"};

    @Test
    void no_size_throws_and_the_input_survives() {
        for (String overlay : OVERLAYS) {
            AppDriver app = ScreensTest.busy(new AppDriver(120, 40)).type("kept");
            if (!overlay.isEmpty()) {
                app.press(overlay);
            }
            for (int columns = 1; columns < 130; columns += columns < 30 ? 1 : 7) {
                for (int rows = 1; rows < 30; rows += rows < 14 ? 1 : 5) {
                    app.resize(columns, rows);
                }
            }

            assertThat(app.press("Esc").resize(120, 40).input()).isEqualTo("kept");
            app.shows(" > kept");
            assertThat(app.failures()).isEmpty();
        }
    }

    @Test
    @Shows("R20")
    void random_sizes_from_nothing_to_a_wall_with_anything_open() {
        long seed = Long.getLong("parley.seed", 20_261_122L);
        Random random = new Random(seed);
        int sizes = Dose.of(140, 1_000);
        int widest = Dose.of(150, 500);
        int tallest = Dose.of(50, 200);
        List<String> open = List.of(
                "",
                "F1",
                "Alt-I",
                "Ctrl-G",
                "Alt-N",
                "Alt-W",
                "Ctrl-X Ctrl-X",
                "Ctrl-R",
                "Alt-/",
                "Alt-G",
                "Tab",
                "F2",
                "F3",
                "F3 F6",
                "Alt-L",
                "Ctrl-X");
        for (String keys : open) {
            AppDriver app = ScreensTest.busy(new AppDriver(120, 40)).type("kept");
            if (!keys.isEmpty()) {
                app.press(keys.split(" "));
            }
            for (int i = 0; i < Math.max(1, sizes / open.size()); i++) {
                int columns = i == 0 ? 0 : i == 1 && keys.isEmpty() ? 500 : random.nextInt(widest + 1);
                int rows = i == 0 ? 0 : i == 1 && keys.isEmpty() ? 200 : random.nextInt(tallest + 1);
                app.resize(columns, rows);
                assertThat(app.failures())
                        .as("seed %d, %s, %dx%d", seed, keys, columns, rows)
                        .isEmpty();
            }

            app.resize(120, 40).press("Esc", "Esc");
            assertThat(app.input()).as("seed %d, %s", seed, keys).isEqualTo("kept");
            assertThat(app.tty().wallHits()).isZero();
        }
        Figures.note(
                "R20",
                "EverySizeTest",
                sizes + " random sizes from 0x0 to 500x200 over " + open.size()
                        + " states of the screen: 0 exceptions, the input unchanged");
    }

    @Test
    void wide_clusters_fit_every_width() {
        Story ada = Story.ada();
        AppDriver app = new AppDriver(120, 30)
                .tell(
                        ada.open(),
                        ada.name("艾达👩‍🚀"),
                        ada.says("12:01", "漢字かな 👨‍👩‍👧 e\u0301 नमस्ते"),
                        ada.own("12:02", "日本語"))
                .paste("漢字👍🏽");
        for (int columns = 20; columns < 120; columns++) {
            app.resize(columns, 20);
        }

        assertThat(app.resize(120, 30).input()).isEqualTo("漢字👍🏽");
        app.shows("漢字かな");
        assertThat(app.failures()).isEmpty();
        assertThat(app.tty().wallHits()).isZero();
    }
}
