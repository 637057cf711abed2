package dev.parley.pty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.terminal.Attack;
import dev.parley.terminal.AttackedPage;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same pages in a real terminal, where there is tmux: what it says of itself is as before. That it drops C1 controls
 * without a word is why the bytes are looked at elsewhere.
 */
@Timeout(600)
class TmuxAttacksTest {
    private static final String STATE = "#{cursor_x},#{cursor_y} alternate #{alternate_on} title #{pane_title}"
            + " mouse #{mouse_any_flag} keypad #{keypad_flag} bell #{window_bell_flag}";
    private static final String CLIPBOARD = "untouched";

    @TempDir
    Path home;

    @Test
    @Shows("S2")
    void no_attack_changes_anything_of_tmux_but_cells() throws Exception {
        assumeTrue(Dose.isFull() && Files.isExecutable(Path.of("/usr/bin/tmux")));
        Tmux tmux = new Tmux(home.resolve("socket"), Program.environment(home));
        Path pipe = home.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        try {
            tmux.run(
                    "-f",
                    "/dev/null",
                    "new-session",
                    "-d",
                    "-x",
                    "80",
                    "-y",
                    "" + (AttackedPage.ROWS + 1),
                    "sh",
                    "-c",
                    "stty raw -echo; cat '" + pipe + "'");
            tmux.run("set-buffer", CLIPBOARD);
            int attacks = 0;
            try (OutputStream out = Files.newOutputStream(pipe)) {
                for (Attack attack : Attack.all()) {
                    AttackedPage page = AttackedPage.guarded();
                    assertThat(page.faults(attack.text())).isEmpty();
                    String mark = "mark " + ++attacks + ".";
                    send(out, "\033[?1049h\033[?7l" + page.sent() + marked(mark));
                    tmux.awaitText(mark);

                    assertThat(tmux.run("display-message", "-p", STATE).strip())
                            .as(attack.name())
                            .isEqualTo("23," + (AttackedPage.ROWS - 2) + " alternate 1 title " + AttackedPage.TITLE
                                    + " mouse 0 keypad 0 bell 0");
                    assertThat(tmux.run("show-buffer")).as(attack.name()).isEqualTo(CLIPBOARD);
                    List<String> lines = tmux.screen().lines().toList();
                    assertThat(lines.get(AttackedPage.RULE)).as(attack.name()).isEqualTo("─".repeat(80));
                    assertThat(lines.get(AttackedPage.ROWS - 2))
                            .as(attack.name())
                            .startsWith(" > typed by the person");
                }
                // tmux would have said so.
                send(out, "\007\033[?1000h\033]2;other\007" + marked("the end"));
                tmux.awaitText("the end");
                assertThat(tmux.run("display-message", "-p", STATE)).contains("title other", "mouse 1");
            }
            Figures.note(
                    "S2",
                    "TmuxAttacksTest",
                    attacks + " attacks in " + AttackedPage.FIELDS
                            + " fields in tmux: cursor, title, modes, mouse, bell, paste buffer and frame as before");
        } finally {
            tmux.run("kill-server");
        }
    }

    /** Below the page; the cursor goes back to where the page has it. */
    private static String marked(String mark) {
        return "\033[" + (AttackedPage.ROWS + 1) + ";1H\033[K" + mark + "\033[" + (AttackedPage.ROWS - 1) + ";24H";
    }

    private static void send(OutputStream out, String text) throws Exception {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
