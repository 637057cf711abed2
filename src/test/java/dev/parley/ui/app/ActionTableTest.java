package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.ui.UiOptions;
import dev.parley.ui.keys.BadBindings;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ActionTableTest {
    @Test
    void every_action_has_a_way_without_alt_function_keys_and_control_n_p_q() {
        assertThat(ActionTable.all().unreachable()).isEmpty();
    }

    @Test
    void every_command_of_the_manual_is_there() {
        assertThat(ActionTable.all().commands())
                .extracting(command -> command.name())
                .contains(
                        "/prev",
                        "/next",
                        "/go",
                        "/unread",
                        "/last",
                        "/new",
                        "/close",
                        "/top",
                        "/bottom",
                        "/firstunread",
                        "/pick",
                        "/cast",
                        "/retry",
                        "/info",
                        "/whoami",
                        "/seq",
                        "/list",
                        "/board",
                        "/urgent",
                        "/normal",
                        "/rate",
                        "/profile",
                        "/bare",
                        "/reconnect",
                        "/as-agent",
                        "/step-up",
                        "/help",
                        "/redraw",
                        "/quit",
                        "/theme",
                        "/receipts");
    }

    @Test
    void a_key_can_be_bound_anew() {
        UiOptions options =
                new UiOptions(false, false, "mono", true, ZoneOffset.UTC, Map.of("help", List.of("F12")), 1);

        new AppDriver(80, 24, options).press("F1").hides("── Help").press("F12").shows("── Help");
    }

    @Test
    void a_key_for_two_is_refused_before_the_terminal_is_touched() {
        UiOptions options =
                new UiOptions(false, false, "mono", true, ZoneOffset.UTC, Map.of("help", List.of("Ctrl-A")), 1);

        assertThatThrownBy(() -> new AppDriver(80, 24, options))
                .isInstanceOf(BadBindings.class)
                .hasMessageContaining("help")
                .hasMessageContaining("line-start");
    }
}
