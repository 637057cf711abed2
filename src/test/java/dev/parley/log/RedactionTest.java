package dev.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String CANARY = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJl";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: jwt " + CANARY,
                "{\"jwt\":\"" + CANARY + "\"}",
                "token=" + CANARY + "&x=1",
                "failed with " + CANARY,
                "cut short: eyJzdWIiOiJjYW5hcnkifQ",
                "LP_JWT=" + CANARY,
                "{\"body\":\"{\\\"jwt\\\":\\\"" + CANARY + "\\\"}\"}",
                "wss://h/?v=3 headers=authorization=jwt " + CANARY
            })
    void a_token_never_reaches_the_log(String line) {
        assertThat(Redaction.FULL.of(line)).contains("[redacted]").doesNotContain("eyJ");
    }

    @Test
    void a_card_number_is_taken_out_and_an_order_number_is_not() {
        String line = Redaction.FULL.of("card 4111 1111 1111 1111, order 4711 0000 1234 5678");

        assertThat(line).isEqualTo("card [card number], order 4711 0000 1234 5678");
    }

    @Test
    void a_secret_by_name_is_taken_out() {
        assertThat(Redaction.FULL.of("X-Parley-Key: 00ff00ff")).isEqualTo("X-Parley-Key: [redacted]");
        assertThat(Redaction.FULL.of("password=hunter22")).isEqualTo("password=[redacted]");
        assertThat(Redaction.FULL.of("{\\\"token\\\":\\\"hunter22\\\"}")).doesNotContain("hunter22");
        assertThat(Redaction.FULL.of("Authorization: Bearer hunter22")).doesNotContain("hunter22");
        assertThat(Redaction.FULL.of("said bearer hunter22hunter22hunter22")).doesNotContain("hunter22");
        assertThat(Redaction.FULL.of("{\"token\":{\"readOtk\":\"hunter22\",\"writeOtk\":\"hunter22\"}}"))
                .doesNotContain("hunter22");
        assertThat(Redaction.FULL.of("/secure-form?readOtk=hunter22&writeOtk=hunter22"))
                .doesNotContain("hunter22");
        assertThat(Redaction.FULL.of("{\"temp_url_sig\":\"hunter22\"}")).doesNotContain("hunter22");
        assertThat(Redaction.FULL.of("Set-Cookie: sid=hunter22")).doesNotContain("hunter22");
        assertThat(Redaction.FULL.of("the token expired")).isEqualTo("the token expired");
    }

    @Test
    void an_invisible_character_hides_nothing() {
        LogRecord record = new LogRecord(Level.INFO, "4111\u200b1111\u200b1111\u200b1111 ey\u200bJhbGciOi");

        assertThat(new OneLine(Redaction.FULL).format(record)).contains("[card number] [redacted]");
    }

    @Test
    void whatever_is_logged_is_one_line_that_cannot_touch_a_terminal() {
        LogRecord record = new LogRecord(Level.WARNING, "first\nINFO forged \u001b[2J\u009b31m");
        record.setThrown(new IllegalStateException("second\r\nthird"));

        String line = new OneLine(Redaction.FULL).format(record);

        assertThat(line).endsWith("\n");
        assertThat(line.substring(0, line.length() - 1)).doesNotContain("\n", "\r", "\u001b", "\u009b");
    }
}
