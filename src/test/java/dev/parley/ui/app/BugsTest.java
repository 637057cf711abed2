package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.terminal.Input;
import dev.parley.terminal.Surface;
import dev.parley.ui.state.Cursor;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.Overlay;
import org.junit.jupiter.api.Test;

/** A bug in one thing must not take the rest with it. */
class BugsTest {
    @Test
    void an_overlay_that_cannot_be_drawn_leaves_the_panes() {
        AppDriver app = new AppDriver(80, 24).type("kept");
        app.state().overlays().open(new Broken());

        app.resize(90, 24).shows("SANDBOX", " > kept");

        assertThat(app.failures()).containsExactly("the overlay could not be drawn (#1)");
    }

    @Test
    void a_key_that_fails_is_said_and_the_next_one_works() {
        AppDriver app = new AppDriver(80, 24);
        app.state().overlays().open(new Broken());

        app.press("x").shows("Something went wrong inside Parley; the log has it (#1).");

        app.press("Ctrl-C").type("still here").shows(" > still here");
    }

    private static final class Broken implements Overlay {
        @Override
        public Cursor draw(Surface screen, Look look) {
            throw new IllegalStateException("a bug");
        }

        @Override
        public Answer take(Input input) {
            throw new IllegalStateException("a bug");
        }
    }
}
