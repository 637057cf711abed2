package dev.parley.ui.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.terminal.Key;
import dev.parley.terminal.Key.Code;
import dev.parley.ui.keys.Chord.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChordTest {
    private final Actions<String> actions =
            Actions.of(List.of(ActionsTest.action("unread", "Alt-A"), ActionsTest.action("quit", "Ctrl-X Ctrl-C")));
    private final Chord<String> chord = new Chord<>();

    @Test
    void a_single_key_runs_at_once() {
        assertThat(ran(press(Key.alt("a")))).isEqualTo("unread");
    }

    @Test
    void the_first_key_of_two_waits_and_can_be_shown() {
        assertThat(press(Key.ctrl('x'))).isInstanceOf(Outcome.Waiting.class);
        assertThat(chord.sofar()).map(KeySequence::toString).contains("Ctrl-X");

        assertThat(ran(press(Key.ctrl('c')))).isEqualTo("quit");
        assertThat(chord.sofar()).isEmpty();
    }

    @Test
    void a_key_that_nothing_is_bound_to_is_handed_back_to_be_typed() {
        assertThat(press(Key.text("a"))).isEqualTo(new Outcome.Unbound<>(Key.text("a")));
    }

    @Test
    void a_sequence_that_leads_nowhere_ends_and_types_nothing() {
        press(Key.ctrl('x'));

        assertThat(press(Key.text("z"))).isInstanceOf(Outcome.Nowhere.class);
        assertThat(press(Key.text("z"))).isInstanceOf(Outcome.Unbound.class);
    }

    @Test
    void esc_ends_what_was_begun() {
        press(Key.ctrl('x'));

        assertThat(press(Key.of(Code.ESCAPE))).isInstanceOf(Outcome.Nowhere.class);
        assertThat(chord.sofar()).isEmpty();
    }

    @Test
    void something_in_between_makes_it_forget() {
        press(Key.ctrl('x'));
        chord.forget();

        assertThat(press(Key.text("a"))).isInstanceOf(Outcome.Unbound.class);
    }

    @Test
    void a_capital_with_ctrl_is_the_same_key() {
        press(Key.text("X").withCtrl());

        assertThat(ran(press(Key.text("C").withCtrl().withShift()))).isEqualTo("quit");
    }

    private Outcome<String> press(Key key) {
        return chord.press(actions, Mode.CONVERSATION, key);
    }

    private static String ran(Outcome<String> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Run.class);
        return ((Outcome.Run<String>) outcome).action().id();
    }
}
