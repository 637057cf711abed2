package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Command;
import dev.parley.conversation.ConsumerKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepUpOptionsTest {
    private static final ConsumerKey ME = new ConsumerKey(1);

    @Test
    void an_id_token_with_a_blank_in_the_files_name() {
        assertThat(StepUpOptions.parse(ME, "--connector 4711 --id-token-file /home/me/my token"))
                .contains(new Command.StepUp(ME, "4711", "/home/me/my token", Optional.empty()));
    }

    @Test
    void a_code_with_its_address_in_any_order() {
        assertThat(StepUpOptions.parse(ME, " --redirect-uri https://x/in --auth-code-file=code --connector 4711 "))
                .contains(new Command.StepUp(ME, "4711", "code", Optional.of("https://x/in")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4711 token",
                "--connector 4711",
                "--connector --id-token-file x",
                "--id-token-file x",
                "--connector 4711 --auth-code-file x",
                "--connector 4711 --id-token-file x --redirect-uri https://x",
                "--connector 4711 --id-token-file x --auth-code-file y --redirect-uri https://x",
                "--connector 4711 --id-token-file x --skill 1",
                "please --connector 4711 --id-token-file x"
            })
    void what_makes_no_sense_is_nothing(String arguments) {
        assertThat(StepUpOptions.parse(ME, arguments)).isEmpty();
    }

    @Test
    void what_makes_no_sense_is_answered_with_how_it_is_written() {
        new AppDriver(120, 24)
                .type("/step-up 4711")
                .press("Enter")
                .shows("It is written /step-up --connector ID --id-token-file FILE");
    }
}
