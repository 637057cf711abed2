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

    /** As LivePerson's EXT tokens of flow B live. */
    public static final Duration EXTERNAL_LIFE = Duration.ofMinutes(10);

    /** How long after its issue an EXT token can be exchanged for a newer one of the same consumer. */
    public static final Duration REFRESH = Duration.ofHours(730);

    /**
     * Whose token it is, and from when to when it holds; whole seconds.
     *
     * @param former who this consumer was before the step-up that gave the token
     */
    public record Bearer(String consumerId, Instant issued, Instant expires, Optional<String> former) {}

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
        return issue(consumerId, "acc:" + account, life, now, Optional.empty());
    }

    /** The same after a step-up: the token itself says who the consumer was. */
    public String issue(String consumerId, String former, Instant now) {
        return issue(consumerId, "acc:" + account, life, now, Optional.of(former));
    }

    /** Flow B's EXT: good at the identity service only, never on a socket. */
    public String issueExternal(String consumerId, Instant now) {
        return issue(consumerId, "ext:" + account, EXTERNAL_LIFE, now, Optional.empty());
    }

    private String issue(String consumerId, String audience, Duration holds, Instant now, Optional<String> former) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode header = json.objectNode().put("kid", kid).put("typ", "JWT").put("alg", "RS256");
        ObjectNode claims = json.objectNode()
                .put("sub", consumerId)
                .put("aud", audience)
                .put("iss", "https://idp.parley.invalid")
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(holds).getEpochSecond());
        former.ifPresent(id -> claims.put("parley.former", id));
        String signed = part(header) + "." + part(claims);
        return signed + "." + ENCODER.encodeToString(key.sign(ascii(signed)));
    }

    /** The consumer this token was issued to; empty when it is not ours, for another account, or expired. */
    public Optional<String> consumerOf(String token, Instant now) {
        return bearer(token, now).map(Bearer::consumerId);
    }

    /** What this token says; empty when it is not ours, for another account, or expired. */
    public Optional<Bearer> bearer(String token, Instant now) {
        return signed(token, "acc:" + account).filter(it -> isAfter(it.expires(), now));
    }

    /** Whose EXT token it is; empty when it is none of ours, or too old even to be refreshed. */
    public Optional<Bearer> external(String token, Instant now) {
        return signed(token, "ext:" + account).filter(it -> isAfter(it.issued().plus(REFRESH), now));
    }

    private static boolean isAfter(Instant end, Instant now) {
        return end.getEpochSecond() > now.getEpochSecond();
    }

    private Optional<Bearer> signed(String token, String audience) {
        String[] parts = token.split("\\.", -1);
        if (token.length() > MAX_LENGTH || parts.length != 3) {
            return Optional.empty();
        }
        try {
            if (!key.signed(ascii(parts[0] + "." + parts[1]), DECODER.decode(parts[2]))) {
                return Optional.empty();
            }
            JsonNode claims = Codec.mapper().readTree(DECODER.decode(parts[1]));
            return claims.path("aud").asText().equals(audience)
                    ? Optional.of(new Bearer(
                            claims.path("sub").asText(),
                            Instant.ofEpochSecond(claims.path("iat").asLong()),
                            Instant.ofEpochSecond(claims.path("exp").asLong()),
                            Optional.ofNullable(claims.path("parley.former").textValue())))
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
