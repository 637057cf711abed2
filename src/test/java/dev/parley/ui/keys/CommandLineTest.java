package dev.parley.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ui.keys.Action.Command;
import dev.parley.ui.keys.CommandLine.Parsed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    private final Action<String> go = ActionsTest.action("go").command("/go", "n | text");
    private final Actions<String> actions = Actions.of(List.of(
            go,
            ActionsTest.action("close").command("/close", ""),
            ActionsTest.action("info").command("/info", "").command("/whoami", ""),
            ActionsTest.action("reconnect").command("/reconnect", ""),
            ActionsTest.action("retry").command("/retry", "")));

    @Test
    void a_command_is_told_from_its_arguments() {
        assertThat(typed("/go  3 ")).isEqualTo(new Parsed.Run<>(go, "3"));
        assertThat(typed("/go")).isEqualTo(new Parsed.Run<>(go, ""));
        assertThat(typed("/go two words")).isEqualTo(new Parsed.Run<>(go, "two words"));
        assertThat(typed("/whoami")).isInstanceOf(Parsed.Run.class);
    }

    @Test
    void what_does_not_begin_with_a_slash_is_text() {
        assertThat(typed("hello /go 3")).isEqualTo(new Parsed.Text<>("hello /go 3"));
        assertThat(typed(" /go 3")).isEqualTo(new Parsed.Text<>(" /go 3"));
        assertThat(typed("")).isEqualTo(new Parsed.Text<>(""));
    }

    @Test
    void two_slashes_send_one() {
        assertThat(typed("//go 3")).isEqualTo(new Parsed.Text<>("/go 3"));
        assertThat(typed("///")).isEqualTo(new Parsed.Text<>("//"));
    }

    @Test
    void an_unknown_command_keeps_its_text_and_names_the_nearest() {
        assertThat(typed("/colse now")).isEqualTo(new Parsed.Unknown<>("/colse", Optional.of("/close"), "/colse now"));
        assertThat(typed("/start")).isEqualTo(new Parsed.Unknown<>("/start", Optional.empty(), "/start"));
        assertThat(typed("/")).isEqualTo(new Parsed.Unknown<>("/", Optional.empty(), "/"));
        assertThat(typed("/home/me/x")).isInstanceOf(Parsed.Unknown.class);
    }

    @Test
    void pasted_text_and_text_of_several_lines_is_never_a_command() {
        assertThat(CommandLine.parse(actions, "/close", true)).isEqualTo(new Parsed.Text<>("/close"));
        assertThat(CommandLine.parse(actions, "//close", true)).isEqualTo(new Parsed.Text<>("//close"));
        assertThat(typed("/close\nme")).isEqualTo(new Parsed.Text<>("/close\nme"));
    }

    @Test
    void tab_completes_as_far_as_all_candidates_agree() {
        assertThat(CommandLine.completions(actions, "/re"))
                .extracting(Command::name)
                .containsExactly("/reconnect", "/retry");
        assertThat(CommandLine.completed(List.of("/reconnect ", "/retry "), "/r"))
                .isEqualTo("/re");
        assertThat(CommandLine.completed(List.of("/retry "), "/ret")).isEqualTo("/retry ");
        assertThat(CommandLine.completed(List.of(), "/zzz")).isEqualTo("/zzz");
    }

    @Test
    void a_slash_alone_offers_every_command_and_a_finished_name_none() {
        assertThat(CommandLine.completions(actions, "/")).hasSize(6);
        assertThat(CommandLine.completions(actions, "/go ")).isEmpty();
        assertThat(CommandLine.completions(actions, "go")).isEmpty();
    }

    private Parsed<String> typed(String input) {
        return CommandLine.parse(actions, input, false);
    }
}
