package dev.parley.pty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** RELIABILITY.md H11: a terminal that takes nothing for a while holds up nobody, and is then shown what is true now. */
@Timeout(300)
class SlowTerminalTest {
    /** What a pty holds that nobody reads. */
    private static final long PTY = 1 << 16;

    @TempDir
    Path home;

    @Test
    @Shows("R16")
    void what_was_missed_is_not_made_up_for_and_the_right_screen_is_there_at_once() throws Exception {
        int redraws = Dose.of(40, 3_000);
        try (Parley parley = Parley.at(home).size(200, 50).start()) {
            parley.online();
            Terminal terminal = parley.terminal();
            long nothing = terminal.screen().bytes();
            terminal.type(Terminal.CTRL_L + "k");
            parley.await("a redraw", screen -> screen.shows("> k"));
            long frame = terminal.screen().bytes() - nothing;
            terminal.fill();
            long before = terminal.screen().bytes();

            for (int i = 0; i < redraws; i++) {
                terminal.type("x" + Terminal.CTRL_L);
                if (Dose.isFull()) {
                    // 30 s, and a redraw for each.
                    Thread.sleep(10);
                }
            }
            terminal.type("\025the newest");
            terminal.readAgain();
            parley.await("the right screen", screen -> screen.shows("> the newest"));
            terminal.type("!");
            parley.await("the next key", screen -> screen.shows("> the newest!"));

            long late = terminal.screen().bytes() - before;
            if (Dose.isFull()) {
                assertThat(late).isLessThan(PTY + 4 * frame);
            }
            Figures.note(
                    "R16",
                    "SlowTerminalTest",
                    redraws + " redraws while nothing was read" + (Dose.isFull() ? " for 30 s" : "") + ": then " + late
                            + " bytes in all, what the tty held included, and the right screen");
        }
    }

    @Test
    @Shows("R16")
    void keys_still_work_where_nothing_can_be_shown() throws Exception {
        try (Parley parley = Parley.at(home).start()) {
            parley.online();
            parley.terminal().fill();

            parley.type("some text" + Terminal.CTRL_C + Terminal.CTRL_C);
            int code = parley.terminal().awaitExit();

            assertThat(code).isZero();
        }
    }
}
