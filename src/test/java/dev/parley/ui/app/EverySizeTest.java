package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** No size and no content may break the screen, or cost what was typed. */
class EverySizeTest {
    private static final String[] OVERLAYS = {"", "F1", "Alt-I", "Ctrl-G", "Alt-N", "Alt-W"};

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
