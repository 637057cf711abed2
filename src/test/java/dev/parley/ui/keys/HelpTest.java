package dev.parley.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read out of the table: help, the README's key table, the palette. */
class HelpTest {
    private final Actions<String> actions = Actions.of(List.of(
            action("send", "Messages", "Send the message", "Enter"),
            action("close", "Conversations", "Close the conversation", "Alt-W").command("/close", ""),
            action("retry", "Messages", "Send the last failed message again", "Alt-R")
                    .command("/retry", ""),
            action("go", "Conversations", "Go to a conversation", "Ctrl-G").command("/go", "n|text")));

    @Test
    void help_lists_every_action_under_its_heading() {
        List<HelpGroup> help = HelpGroup.of(actions);

        assertThat(help).extracting(HelpGroup::heading).containsExactly("Messages", "Conversations");
        assertThat(help.get(0).rows()).extracting(HelpGroup.Row::id).containsExactly("send", "retry");
        assertThat(help.get(1).rows().get(0).keys()).containsExactly("Alt-W", "Ctrl-X w");
        assertThat(help.get(1).rows().get(1).commands()).containsExactly("/go n|text");
    }

    @Test
    void the_key_table_is_markdown() {
        assertThat(KeyTable.markdown(actions)).isEqualTo("""
                ### Messages

                | Action | Keys | Command | Id |
                |---|---|---|---|
                | Send the message | `Enter` |  | `send` |
                | Send the last failed message again | `Alt-R`, `Ctrl-X r` | `/retry` | `retry` |

                ### Conversations

                | Action | Keys | Command | Id |
                |---|---|---|---|
                | Close the conversation | `Alt-W`, `Ctrl-X w` | `/close` | `close` |
                | Go to a conversation | `Ctrl-G` | `/go n\\|text` | `go` |
                """);
    }

    @Test
    void the_palette_shows_all_before_anything_is_typed() {
        assertThat(found(" ")).containsExactly("send", "close", "retry", "go");
    }

    @Test
    void the_palette_ranks_a_whole_name_before_the_beginning_of_a_word_before_its_middle() {
        assertThat(found("send")).containsExactly("send", "retry");
        assertThat(found("go")).startsWith("go");
        assertThat(found("conv")).containsExactly("close", "go");
        assertThat(found("essage")).containsExactly("send", "retry");
    }

    @Test
    void the_palette_finds_by_key_and_by_command() {
        assertThat(found("ctrl-x w")).containsExactly("close");
        assertThat(found("/ret")).containsExactly("retry");
    }

    @Test
    void the_palette_wants_every_word_and_takes_scattered_letters_last() {
        assertThat(found("send again")).containsExactly("retry");
        assertThat(found("clcv")).containsExactly("close");
        assertThat(found("send xyzzy")).isEmpty();
    }

    private List<String> found(String query) {
        return Palette.filter(actions, query).stream().map(Action::id).toList();
    }

    private static Action<String> action(String id, String group, String description, String key) {
        return Action.<String>of(id, group, description, (on, with) -> {}).keys(key);
    }
}
