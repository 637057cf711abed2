package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scorecard.Shows;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CrashTextTest {
    private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJl";

    @Shows({"S5", "S6"})
    @Test
    void what_is_said_of_a_crash_holds_neither_a_secret_nor_a_control() {
        String said = Sentences.safe("stopped by a fault of its own ("
                + new IllegalStateException("Authorization: jwt " + JWT + " \u001b[2J\n4111\u200b1111 1111 1111")
                + ")");

        assertThat(said).contains("[redacted]", "[card number]").doesNotContain("eyJ", "4111", "\u001b", "\n");
    }

    @Shows("S6")
    @Test
    void an_argument_that_is_a_token_is_not_repeated_by_any_command() {
        for (String[] arguments : new String[][] {
            {"--account", JWT},
            {"sandbox", "--agent", JWT},
            {"export", "--conversation", JWT},
            {"--jwt=hunter22"},
            {JWT}
        }) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

            int code = Main.run(arguments, out, out);

            assertThat(code).isEqualTo(2);
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .contains("--token-file")
                    .doesNotContain("eyJ", "hunter22");
        }
    }
}
