package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.host.Secret;
import dev.parley.scorecard.Shows;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static TokenReading read(String token) {
        return Token.read(Secret.of(token), "10000001", NOW);
    }

    @Test
    void a_token_tells_consumer_and_expiry_and_shows_neither_itself_nor_its_parts() {
        String jwt = World.jwt("{\"sub\":\"c0a51e77\",\"aud\":\"acc:10000001\",\"exp\":1800000000}", "s-_1");

        Token token = (Token) read("  " + jwt + "\n");

        assertThat(token.consumerId()).isEqualTo("c0a51e77");
        assertThat(token.expires()).contains(Instant.ofEpochSecond(1_800_000_000));
        assertThat(token.secret().reveal()).isEqualTo(jwt);
        assertThat(token + " " + token.secret()).doesNotContain("eyJ", "s-_1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sub\":\"c\"}",
                "{\"sub\":\"c\",\"aud\":[\"x\",\"acc:10000001\"]}",
                "{\"sub\":\"c\",\"exp\":\"soon\"}",
                "{\"sub\":\"c\",\"exp\":1e300}"
            })
    void what_is_missing_or_odd_besides_the_consumer_is_forgiven(String claims) {
        assertThat(read(World.jwt(claims, "s"))).isInstanceOf(Token.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "eyJ",
                "a.b",
                "a.b.c.d",
                "a.%%.c",
                "a.bm90IGpzb24.c",
                "a.e30.c",
                "a b.e30.c",
                "a.e30.c\u001b[2J",
                "a.b.c\r\nX-Evil: 1"
            })
    void a_malformed_one_is_one_sentence_that_does_not_quote_it(String token) {
        TokenProblem problem = (TokenProblem) read(token);

        assertThat(problem.kind()).isEqualTo(TokenProblem.Kind.MALFORMED);
        assertThat(problem.sentence()).startsWith("The token is malformed").doesNotContain("\n", "%%", "Evil", "bm90");
    }

    @Test
    void an_expired_one_says_how_long_ago() {
        long exp = NOW.minusSeconds(3 * 86_400 + 60).getEpochSecond();

        TokenProblem problem = (TokenProblem) read(World.jwt("{\"sub\":\"c\",\"exp\":" + exp + "}", "s"));

        assertThat(problem.sentence()).isEqualTo("The token expired 3 d ago: sign in again with a new one.");
    }

    @Test
    @Shows("R24")
    void one_that_expired_lately_by_this_machines_clock_is_judged_by_the_services() {
        long exp = NOW.minusSeconds(26 * 3_600).getEpochSecond();

        Token token = (Token) read(World.jwt("{\"sub\":\"c\",\"exp\":" + exp + "}", "s"));

        assertThat(token.expiredAt(Instant.ofEpochSecond(exp - 1))).isEmpty();
        assertThat(token.expiredAt(Instant.ofEpochSecond(exp)).orElseThrow().sentence())
                .isEqualTo("The token expired 0 s ago: sign in again with a new one.");
    }

    @Test
    void one_for_another_account_says_so() {
        TokenProblem problem = (TokenProblem) read(World.jwt("{\"sub\":\"c\",\"aud\":\"acc:999\"}", "s"));

        assertThat(problem.kind()).isEqualTo(TokenProblem.Kind.OTHER_ACCOUNT);
    }
}
