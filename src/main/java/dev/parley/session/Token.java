package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.host.Secret;
import dev.parley.protocol.Codec;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A consumer's JWT, decoded but not verified: that is the service's business (PROTOCOL.md 2.2). Immutable; any thread.
 */
public final class Token implements TokenReading {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*");
    private static final int LONGEST = 16_384;

    /** More than any time zone taken for another one, and a day on top. */
    private static final Duration DOUBT = Duration.ofDays(2);

    private final Secret secret;
    private final String consumerId;
    private final Optional<Instant> issued;
    private final Optional<Instant> expires;

    private Token(Secret secret, String consumerId, Optional<Instant> issued, Optional<Instant> expires) {
        this.secret = secret;
        this.consumerId = consumerId;
        this.issued = issued;
        this.expires = expires;
    }

    /**
     * Reads a token for {@code account}; blanks around it are forgiven, and an {@code aud} that is missing.
     *
     * @param now this machine's clock. It may be wrong by a day: what expired only lately is taken, and judged by the
     *     service or, once its clock is known, by {@link #expiredAt}
     */
    public static TokenReading read(Secret raw, String account, Instant now) {
        String text = raw.reveal().strip();
        if (text.length() > LONGEST || !SHAPE.matcher(text).matches()) {
            return malformed("it does not have the three parts of a JWT");
        }
        JsonNode claims;
        try {
            claims = Codec.mapper().readTree(Base64.getUrlDecoder().decode(text.split("\\.", -1)[1]));
        } catch (IOException | IllegalArgumentException unreadable) {
            return malformed("its middle part is not base64url of JSON");
        }
        if (claims == null
                || !claims.path("sub").isTextual()
                || claims.path("sub").asText().isBlank()) {
            return malformed("it names no consumer (sub)");
        }
        if (!isFor(account, claims.path("aud"))) {
            return new TokenProblem(
                    TokenProblem.Kind.OTHER_ACCOUNT, "The token is for another account, not for " + account + ".");
        }
        Token token = new Token(
                Secret.of(text), claims.path("sub").asText(), instant(claims.path("iat")), instant(claims.path("exp")));
        boolean surely = token.expiredAt(now.minus(DOUBT)).isPresent();
        return surely
                ? token.expiredAt(now).<TokenReading>map(problem -> problem).orElse(token)
                : token;
    }

    /** Whether it is past its {@code exp} at this time, which should be the service's. */
    public Optional<TokenProblem> expiredAt(Instant now) {
        return expires.filter(end -> !end.isAfter(now))
                .map(end -> new TokenProblem(
                        TokenProblem.Kind.EXPIRED,
                        "The token expired " + Spoken.duration(Duration.between(end, now))
                                + " ago: sign in again with a new one."));
    }

    /** The token's {@code sub}: the {@code originatorId} of everything this consumer publishes. */
    public String consumerId() {
        return consumerId;
    }

    /** {@code iat}. */
    Optional<Instant> issued() {
        return issued;
    }

    public Optional<Instant> expires() {
        return expires;
    }

    Secret secret() {
        return secret;
    }

    @Override
    public String toString() {
        return "Token[consumer " + consumerId + "]";
    }

    private static TokenProblem malformed(String why) {
        return new TokenProblem(TokenProblem.Kind.MALFORMED, "The token is malformed: " + why + ".");
    }

    private static boolean isFor(String account, JsonNode audience) {
        if (audience.isTextual()) {
            return audience.asText().equals("acc:" + account)
                    || audience.asText().equals(account);
        }
        if (audience.isArray()) {
            for (JsonNode one : audience) {
                if (isFor(account, one)) {
                    return true;
                }
            }
            return false;
        }
        return true;
    }

    private static Optional<Instant> instant(JsonNode seconds) {
        if (!seconds.isNumber() || !seconds.canConvertToLong()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.ofEpochSecond(seconds.asLong()));
        } catch (DateTimeException farAway) {
            return Optional.empty();
        }
    }
}
