package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.protocol.Codec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The tokens of PROTOCOL.md 2.2, signed (RS256) with the sandbox's kept key, so that they outlive the process. Immutable;
 * any thread.
 */
public final class Tokens {
    /** As long as LivePerson's sample sign-up tokens live. */
    public static final Duration LIFE = Duration.ofDays(13 * 365 + 3);

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final int MAX_LENGTH = 2_048;

    /** Whose token it is, and from when to when it holds; whole seconds. */
    public record Bearer(String consumerId, Instant issued, Instant expires) {}

    private final SigningKey key;
    private final String account;
    private final Duration life;
    private final String kid;

    public Tokens(SigningKey key, String account) {
        this(key, account, LIFE);
    }

    /** @param life of a token, from a second up */
    public Tokens(SigningKey key, String account, Duration life) {
        this.key = key;
        this.account = account;
        this.life = life;
        this.kid = fingerprint(key);
    }

    /** A JWT for this consumer, valid from {@code now} for its life. */
    public String issue(String consumerId, Instant now) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode header = json.objectNode().put("kid", kid).put("typ", "JWT").put("alg", "RS256");
        ObjectNode claims = json.objectNode()
                .put("sub", consumerId)
                .put("aud", "acc:" + account)
                .put("iss", "https://idp.parley.invalid")
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(life).getEpochSecond());
        String signed = part(header) + "." + part(claims);
        return signed + "." + ENCODER.encodeToString(key.sign(ascii(signed)));
    }

    /** The consumer this token was issued to; empty when it is not ours, for another account, or expired. */
    public Optional<String> consumerOf(String token, Instant now) {
        return bearer(token, now).map(Bearer::consumerId);
    }

    /** What this token says; empty when it is not ours, for another account, or expired. */
    public Optional<Bearer> bearer(String token, Instant now) {
        String[] parts = token.split("\\.", -1);
        if (token.length() > MAX_LENGTH || parts.length != 3) {
            return Optional.empty();
        }
        try {
            if (!key.signed(ascii(parts[0] + "." + parts[1]), DECODER.decode(parts[2]))) {
                return Optional.empty();
            }
            JsonNode claims = Codec.mapper().readTree(DECODER.decode(parts[1]));
            boolean good = claims.path("aud").asText().equals("acc:" + account)
                    && claims.path("exp").asLong() > now.getEpochSecond();
            return good
                    ? Optional.of(new Bearer(
                            claims.path("sub").asText(),
                            Instant.ofEpochSecond(claims.path("iat").asLong()),
                            Instant.ofEpochSecond(claims.path("exp").asLong())))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String part(ObjectNode json) {
        return ENCODER.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String fingerprint(SigningKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.publicEncoded());
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
