package dev.parley.sandbox.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final SigningKey KEY = SigningKey.make(new SecureRandom());

    private final Tokens tokens = new Tokens(KEY, "10000001");

    @Test
    void a_token_says_what_the_protocol_says_it_says() throws Exception {
        String payload = tokens.issue("c-1", NOW).split("\\.")[1];

        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(payload));

        assertThat(new String(
                        Base64.getUrlDecoder().decode(tokens.issue("c-1", NOW).split("\\.")[0]), UTF_8))
                .contains("\"alg\":\"RS256\"", "\"typ\":\"JWT\"");
        assertThat(claims.path("sub").asText()).isEqualTo("c-1");
        assertThat(claims.path("aud").asText()).isEqualTo("acc:10000001");
        assertThat(claims.path("iat").asLong()).isEqualTo(NOW.getEpochSecond());
        assertThat(Duration.ofSeconds(claims.path("exp").asLong() - NOW.getEpochSecond())
                        .toDays())
                .isBetween(13 * 365L, 13 * 366L);
    }

    @Test
    void a_token_is_known_again() {
        assertThat(tokens.consumerOf(tokens.issue("c-1", NOW), NOW)).contains("c-1");
    }

    @Test
    void a_token_of_another_key_account_or_time_is_not() {
        SigningKey otherKey = SigningKey.make(new SecureRandom());
        String token = tokens.issue("c-1", NOW);

        assertThat(new Tokens(otherKey, "10000001").consumerOf(token, NOW)).isEmpty();
        assertThat(new Tokens(KEY, "2").consumerOf(token, NOW)).isEmpty();
        assertThat(tokens.consumerOf(token, NOW.plus(Duration.ofDays(14 * 366))))
                .isEmpty();
    }

    @Test
    void a_token_changed_anywhere_is_refused() {
        String token = tokens.issue("c-1", NOW);
        // The last character carries bits that base64 does not use.
        for (int at = 0; at < token.length() - 1; at++) {
            char other = token.charAt(at) == 'A' ? 'B' : 'A';
            String bent = token.substring(0, at) + other + token.substring(at + 1);

            assertThat(tokens.consumerOf(bent, NOW)).as("at %d", at).isEmpty();
        }
    }

    @Test
    void nonsense_is_refused() {
        assertThat(tokens.consumerOf("", NOW)).isEmpty();
        assertThat(tokens.consumerOf("..", NOW)).isEmpty();
        assertThat(tokens.consumerOf("a.b.c.d", NOW)).isEmpty();
        assertThat(tokens.consumerOf("%.%.%", NOW)).isEmpty();
        assertThat(tokens.consumerOf("x".repeat(5_000), NOW)).isEmpty();
    }
}
