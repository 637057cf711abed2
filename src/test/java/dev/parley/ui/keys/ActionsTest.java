package dev.parley.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.ui.edit.EditActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActionsTest {
    private static final Mode PICKER = new Mode("picker");

    @Test
    void a_key_finds_its_action_and_says_what_ran() {
        List<String> ran = new ArrayList<>();
        Actions<List<String>> actions = Actions.of(
                List.of(Action.<List<String>>of("close", "G", "Close it", (on, with) -> on.add("close " + with))
                        .keys("Alt-W")));

        Lookup<List<String>> lookup = actions.lookup(Mode.CONVERSATION, keys("Alt-W"));
        Optional<String> off = actions.run(found(lookup), ran, "now");

        assertThat(off).isEmpty();
        assertThat(ran).containsExactly("close now");
    }

    @Test
    void an_action_that_is_off_says_why_and_does_nothing() {
        List<String> ran = new ArrayList<>();
        Action<List<String>> retry = Action.<List<String>>of("retry", "G", "Retry", (on, with) -> on.add("ran"))
                .offWhen(on -> Optional.of("Nothing has failed."));

        assertThat(Actions.of(List.of(retry)).run(retry, ran, "")).contains("Nothing has failed.");
        assertThat(ran).isEmpty();
    }

    @Test
    void ctrl_x_letter_does_what_alt_letter_does() {
        Actions<String> actions = Actions.of(List.of(action("unread", "Alt-A"), action("up", "Alt-Up", "F7")));

        assertThat(actions.lookup(Mode.CONVERSATION, keys("Ctrl-X"))).isInstanceOf(Lookup.Begun.class);
        assertThat(found(actions.lookup(Mode.CONVERSATION, keys("Ctrl-X a"))).id())
                .isEqualTo("unread");
        assertThat(actions.keysOf(actions.all().get(1)).toString()).isEqualTo("[Alt-Up, F7, Ctrl-X Up]");
    }

    @Test
    void a_sequence_that_is_bound_by_name_goes_before_one_that_comes_from_alt() {
        Actions<String> actions =
                Actions.of(List.of(action("word-left", "Ctrl-Left", "Alt-B"), action("list", "Ctrl-X b")));

        assertThat(found(actions.lookup(Mode.CONVERSATION, keys("Ctrl-X b"))).id())
                .isEqualTo("list");
        assertThat(found(actions.lookup(Mode.CONVERSATION, keys("Alt-B"))).id()).isEqualTo("word-left");
    }

    @Test
    void two_actions_on_one_key_in_one_mode_are_refused_by_name() {
        assertThatThrownBy(() -> Actions.of(List.of(action("list", "F2", "Alt-B"), action("word-left", "Alt-B"))))
                .isInstanceOf(BadBindings.class)
                .hasMessage("Alt-B is the key of list and of word-left.");
    }

    @Test
    void the_same_key_may_do_different_things_in_different_modes() {
        Actions<String> actions = Actions.of(
                List.of(action("send", "Enter"), action("pick", "Enter").in(PICKER)));

        assertThat(found(actions.lookup(PICKER, keys("Enter"))).id()).isEqualTo("pick");
        assertThat(found(actions.lookup(Mode.CONVERSATION, keys("Enter"))).id()).isEqualTo("send");
    }

    @Test
    void an_action_for_everywhere_meets_those_of_every_mode() {
        Action<String> redraw = action("redraw", "Ctrl-L").in(Mode.EVERYWHERE);

        assertThat(found(Actions.of(List.of(redraw)).lookup(PICKER, keys("Ctrl-L")))
                        .id())
                .isEqualTo("redraw");
        assertThatThrownBy(() ->
                        Actions.of(List.of(redraw, action("filter", "Ctrl-L").in(PICKER))))
                .hasMessageContaining("redraw")
                .hasMessageContaining("filter");
    }

    @Test
    void a_key_that_begins_another_one_is_refused() {
        assertThatThrownBy(() -> Actions.of(List.of(action("cut", "Ctrl-X"), action("quit", "Ctrl-X Ctrl-C"))))
                .hasMessageContaining("cut")
                .hasMessageContaining("quit");
    }

    @Test
    void ids_and_commands_are_given_once() {
        assertThatThrownBy(() -> Actions.of(List.of(action("a"), action("a")))).hasMessageContaining("a");
        assertThatThrownBy(() -> Actions.of(List.of(
                        action("go", "F9").command("/go", "n"),
                        action("goto", "F10").command("/go", "text"))))
                .hasMessage("/go is the command of go and of goto.");
    }

    @Test
    void rebinding_replaces_the_keys_and_with_them_the_ctrl_x_form() {
        Actions<String> actions =
                Actions.of(List.of(action("unread", "Alt-A"))).rebind(Map.of("unread", List.of("Alt-U", "F9")));

        assertThat(actions.lookup(Mode.CONVERSATION, keys("Alt-A"))).isInstanceOf(Lookup.Unbound.class);
        assertThat(actions.keysOf(actions.all().get(0)).toString()).isEqualTo("[Alt-U, F9, Ctrl-X u]");
    }

    @Test
    void rebinding_to_nothing_leaves_no_key() {
        Actions<String> actions = Actions.of(List.of(action("unread", "Alt-A"))).rebind(Map.of("unread", List.of()));

        assertThat(actions.keysOf(actions.all().get(0))).isEmpty();
    }

    @Test
    void an_unknown_action_or_key_in_the_configuration_is_named() {
        Actions<String> actions = Actions.of(List.of(action("unread", "Alt-A")));

        assertThatThrownBy(() -> actions.rebind(Map.of("unraed", List.of("F9"))))
                .hasMessage("There is no action unraed. Did you mean unread?");
        assertThatThrownBy(() -> actions.rebind(Map.of("unread", List.of("Hyper-A"))))
                .hasMessage("For unread: there is no key Hyper-A.");
    }

    @Test
    void rebinding_onto_a_key_that_is_taken_names_both() {
        Actions<String> actions = Actions.of(List.of(action("unread", "Alt-A"), action("last", "Alt-S")));

        assertThatThrownBy(() -> actions.rebind(Map.of("last", List.of("Alt-A"))))
                .hasMessage("Alt-A is the key of unread and of last.");
    }

    @Test
    void an_action_without_a_way_through_every_terminal_is_found() {
        Actions<String> actions = Actions.of(List.of(
                action("only-function", "F3"),
                action("only-taken", "Ctrl-N", "Ctrl-X Ctrl-Q"),
                action("none"),
                action("alt-is-ctrl-x", "Alt-A"),
                action("plain", "Ctrl-G"),
                action("by-command", "F4").command("/it", "")));

        assertThat(actions.unreachable()).extracting(Action::id).containsExactly("only-function", "only-taken", "none");
    }

    @Test
    void the_alt_form_is_no_way_through_where_something_else_has_its_ctrl_x_form() {
        Actions<String> actions = Actions.of(List.of(action("word-left", "Alt-B"), action("list", "Ctrl-X b")));

        assertThat(actions.unreachable()).extracting(Action::id).containsExactly("word-left");
    }

    @Test
    void every_edit_has_a_way_through_every_terminal() {
        Actions<String> actions = Actions.of(EditActions.of(Mode.CONVERSATION, on -> Optional.empty()));

        assertThat(actions.unreachable()).isEmpty();
        assertThat(actions.all()).hasSizeGreaterThan(10);
    }

    @Test
    void an_id_or_a_command_of_the_wrong_form_is_a_mistake_of_ours() {
        assertThatThrownBy(() -> action("Not Kebab")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> action("x").command("go", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> action("x", "Hyper-A")).isInstanceOf(IllegalArgumentException.class);
    }

    static Action<String> action(String id, String... keys) {
        return Action.<String>of(id, "Group", "Do " + id, (on, with) -> {}).keys(keys);
    }

    static KeySequence keys(String names) {
        return KeySequence.parse(names).orElseThrow();
    }

    private static <C> Action<C> found(Lookup<C> lookup) {
        assertThat(lookup).isInstanceOf(Lookup.Found.class);
        return ((Lookup.Found<C>) lookup).action();
    }
}
