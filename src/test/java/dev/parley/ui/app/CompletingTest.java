package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The list above a command that is being typed. */
class CompletingTest {
    @Test
    void tab_puts_in_what_is_common_and_then_goes_through_the_rest() {
        AppDriver app = new AppDriver(80, 24).type("/fin").press("Tab");
        assertThat(app.input()).isEqualTo("/find");

        assertThat(app.press("Tab").input()).isEqualTo("/find ");
        app.shows("Tab, arrows choose · Enter do it · Esc back", "/find text", "/findall text");
        assertThat(app.press("Tab").input()).isEqualTo("/findall ");
        assertThat(app.press("Shift-Tab", "Shift-Tab").input()).isEqualTo("/findall ");
    }

    @Test
    void arrows_go_into_the_list_and_escape_comes_back() {
        AppDriver app = new AppDriver(80, 24).type("/re").press("Down", "Down", "Up", "Down");
        assertThat(app.input()).isEqualTo("/release ");

        assertThat(app.press("Esc").input()).isEqualTo("/re");
        app.shows("Enter send");
    }

    @Test
    void every_command_can_be_reached_and_the_chosen_one_is_in_view() {
        AppDriver app = new AppDriver(80, 24).type("/");
        app.shows("more (Tab)");
        int commands = ActionTable.all().commands().size();

        for (int i = 0; i < commands; i++) {
            app.press("Down");
            assertThat(app.screen()).contains("   " + app.input().strip());
        }

        assertThat(app.input()).isEqualTo("/quit ");
        assertThat(app.press("Down").input()).isEqualTo("/pick ");
    }

    @Test
    void enter_does_what_is_chosen() {
        AppDriver app = new AppDriver(80, 24).type("/inf").press("Down", "Enter");

        app.shows("── Info");
        assertThat(app.input()).isEmpty();
    }

    @Test
    void what_may_stand_behind_a_command_is_offered_too() {
        AppDriver app = new AppDriver(80, 24).type("/th").press("Tab");
        app.shows("/theme default", "/theme high-contrast", "/theme light", "/theme mono");

        app.type("l").press("Tab").shows(" > /theme light");

        app.press("Enter");
        assertThat(app.state().look().theme().name()).isEqualTo("light");
    }

    @Test
    void the_ways_of_receipts_are_offered() {
        AppDriver app = new AppDriver(80, 24).type("/receipts ").press("Tab", "Tab");

        assertThat(app.input()).isEqualTo("/receipts on-reply");
    }

    @Test
    void typing_on_leaves_the_list() {
        AppDriver app = new AppDriver(80, 24).type("/go").press("Tab").type("5");

        assertThat(app.input()).isEqualTo("/go 5");
        app.hides("Tab, arrows choose");
    }

    @Test
    void going_through_what_was_sent_is_not_caught_by_the_list() {
        AppDriver app =
                new AppDriver(80, 24).type("first").press("Enter").type("/seq").press("Enter");

        assertThat(app.press("Up").input()).isEqualTo("/seq");
        assertThat(app.press("Up").input()).isEqualTo("first");
        assertThat(app.press("Down").input()).isEqualTo("/seq");
        assertThat(app.press("Down").input()).isEmpty();
    }
}
