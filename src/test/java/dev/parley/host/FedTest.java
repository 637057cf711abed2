package dev.parley.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.scorecard.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Children that are told something: on their standard input, and nowhere else. */
class FedTest {
    private record Run(List<String> command, Set<String> inherited, String input) {}

    private final List<Run> runs = new ArrayList<>();
    private final Fed fed = (command, inherited, input, seconds) -> runs.add(new Run(command, inherited, input));

    @TempDir
    Path folder;

    @Test
    void a_child_reads_what_it_is_told_and_how_it_ended_is_known() throws Exception {
        Path out = folder.resolve("out");

        boolean well = Fed.BY_CHILD.run(
                List.of("/bin/sh", "-c", "cat >\"$1\"", "sh", out.toString()), Set.of(), "t\u00e4glich\n", 30);

        assertThat(well).isTrue();
        assertThat(Files.readString(out)).isEqualTo("t\u00e4glich\n");
        assertThat(Fed.BY_CHILD.run(List.of("/bin/sh", "-c", "exit 3"), Set.of(), "", 30))
                .isFalse();
    }

    @Test
    void one_that_does_not_listen_is_no_trouble() throws Exception {
        assertThat(Fed.BY_CHILD.run(List.of("/bin/sh", "-c", "exec <&-"), Set.of(), "x".repeat(100_000), 30))
                .isTrue();
    }

    @Test
    void one_that_does_not_end_is_ended() throws Exception {
        assertThat(Fed.BY_CHILD.run(List.of("/bin/sh", "-c", "exec sleep 600"), Set.of(), "", 0))
                .isFalse();
    }

    @Test
    void one_that_is_not_there_is_an_error() {
        assertThatThrownBy(() -> Fed.BY_CHILD.run(List.of("no-such-program-here"), Set.of(), "", 30))
                .isInstanceOf(IOException.class);
    }

    @Test
    @Shows("S6")
    void tmux_gets_a_copy_on_its_input_and_of_the_environment_only_what_finds_it() throws Exception {
        Tmux tmux = Tmux.find(Map.of("TMUX", "/tmp/tmux-1/default,1,0"), fed).orElseThrow();

        assertThat(tmux.load("what was said")).isTrue();

        assertThat(runs)
                .containsExactly(new Run(
                        List.of("tmux", "load-buffer", "-w", "-"),
                        Set.of("TMUX", "TMUX_PANE", "TERM", "LANG"),
                        "what was said"));
    }

    @Test
    void outside_of_tmux_there_is_none_and_a_huge_text_is_not_for_it() throws Exception {
        assertThat(Tmux.find(Map.of(), fed)).isEmpty();
        assertThat(Tmux.find(Map.of("TMUX", ""), fed)).isEmpty();
        assertThat(Tmux.find(Map.of("TMUX", "x"), fed).orElseThrow().load("x".repeat(1_000_001)))
                .isFalse();
        assertThat(runs).isEmpty();
    }

    @Test
    @Shows("S6")
    void the_bell_s_command_is_told_a_count_and_its_arguments_are_the_person_s_own() throws Exception {
        BellCommand bell = BellCommand.of("  notify-send  parley $(id) ", fed).orElseThrow();

        bell.ring(3);

        assertThat(runs.get(0).command()).containsExactly("notify-send", "parley", "$(id)");
        assertThat(runs.get(0).input()).isEqualTo("parley: 3 unread\n");
        assertThat(runs.get(0).inherited()).contains("DISPLAY", "TMUX").doesNotContain("LP_JWT");
        assertThat(BellCommand.of(" ", fed)).isEmpty();
    }
}
