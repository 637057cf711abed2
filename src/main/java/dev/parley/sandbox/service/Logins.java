package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.protocol.Codec;
import dev.parley.time.Time;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Who is who: all flows of PROTOCOL.md 2.1, and which tokens hold. The brand is not played: any JWT with a {@code sub} that has
 * not expired is an id token, whoever signed it; a code is {@code NAME:ANYTHING} and good once. Owned by the event loop.
 */
public final class Logins {
    /** Takes what {@link #authorize} gives. */
    public static final String ANONYMOUS_CONNECTOR = "1001";

    /** Takes what the brand gives. */
    public static final String BRAND_CONNECTOR = "1002";

    private static final int LONGEST = 8_192;
    private static final int CODES_REMEMBERED = 10_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Tokens tokens;
    private final Time time;
    private final Supplier<String> ids;

    /** Consumers whose tokens issued up to a moment are refused. */
    private final Map<String, Instant> endedUpTo = new HashMap<>();

    /** Codes that were used; the oldest go first. */
    private final Set<String> used = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > CODES_REMEMBERED;
        }
    });

    Logins(Tokens tokens, Time time, Supplier<String> ids) {
        this.tokens = tokens;
        this.time = time;
        this.ids = ids;
    }

    /** A token for a consumer nobody has seen before (PROTOCOL.md 2.1, A). The token is all there is to keep. */
    public String signUp() {
        return tokens.issue(ids.get(), time.now());
    }

    /** Another token for a consumer, as a brand's own system would get it; holds even where older ones were ended. */
    public String tokenFor(String consumerId) {
        return tokens.issue(consumerId, issuedAt(consumerId));
    }

    private Instant issuedAt(String consumerId) {
        Instant ended = endedUpTo.getOrDefault(consumerId, Instant.MIN);
        Instant now = time.now();
        return ended.isBefore(now.truncatedTo(ChronoUnit.SECONDS)) ? now : ended.plusSeconds(1);
    }

    /** What a token says; empty when it is not ours, for another account, expired or ended. */
    public Optional<Tokens.Bearer> bearer(String token) {
        return tokens.bearer(token, time.now())
                .filter(it -> it.issued().isAfter(endedUpTo.getOrDefault(it.consumerId(), Instant.MIN)));
    }

    /** Every token of this consumer so far counts as expired from now on, until this process ends. */
    public void endTokens(String consumerId) {
        endedUpTo.put(consumerId, time.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** The public configuration of both. */
    public ArrayNode connectors() {
        ArrayNode all = JSON.arrayNode();
        all.addObject()
                .put("id", Long.parseLong(BRAND_CONNECTOR))
                .put("name", "The brand's login")
                .putObject("configuration")
                .put("jsMethodName", "brandGetToken");
        all.addObject()
                .put("id", Long.parseLong(ANONYMOUS_CONNECTOR))
                .put("name", "Nobody's login")
                .putObject("configuration")
                .put("jsMethodName", "lpTag.taglets.unAuthMessaging.lpUnauthFunction");
        return all;
    }

    /** Flow B, first call: an EXT of somebody new, or of who has that older one. */
    public String authorize(JsonNode body) {
        if (!body.has("id_token")) {
            return tokens.issueExternal(ids.get(), time.now());
        }
        String consumer = tokens.external(body.path("id_token").asText(), time.now())
                .map(Tokens.Bearer::consumerId)
                .orElseThrow(() -> new Refusal(401, "The token cannot be refreshed"));
        return tokens.issueExternal(consumer, time.now());
    }

    /** Flow B, second call, and flows D and E. */
    public String authenticate(String connector, JsonNode body) {
        if (connector.equals(ANONYMOUS_CONNECTOR)) {
            return tokens.external(body.path("id_token").asText(), time.now())
                    .filter(it -> it.expires().isAfter(time.now()))
                    .map(it -> tokenFor(it.consumerId()))
                    .orElseThrow(() -> new Refusal(401, "The token is not valid"));
        }
        if (!connector.equals(BRAND_CONNECTOR)) {
            throw new Refusal(404, "Unknown connector");
        }
        String consumer;
        if (body.path("id_token").isTextual()) {
            consumer = known(byIdToken(body.path("id_token").asText()));
        } else if (body.path("redirect_uri").asText("").isBlank()) {
            throw new Refusal(400, "An id token is missing, or a code with its redirect_uri");
        } else {
            consumer = known(byCode(body.path("code").asText()));
        }
        if (!body.has("lp_jwt")) {
            return tokenFor(consumer);
        }
        String former = bearer(body.path("lp_jwt").asText())
                .map(Tokens.Bearer::consumerId)
                .orElseThrow(() -> new Refusal(401, "The token to step up from is not valid"));
        return tokens.issue(consumer, former, issuedAt(consumer));
    }

    /** Flow C. */
    public String oldForm(JsonNode body) {
        String code = body.path("authCode").asText();
        return tokenFor(known(code.indexOf('.') > 0 ? byIdToken(code) : byCode(code)));
    }

    private String byIdToken(String token) {
        String[] parts = token.split("\\.", -1);
        try {
            if (token.length() <= LONGEST && parts.length == 3) {
                JsonNode claims = Codec.mapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
                boolean over = claims.has("exp")
                        && claims.path("exp").asLong() <= time.now().getEpochSecond();
                if (!over && !claims.path("sub").asText("").isBlank()) {
                    return claims.path("sub").asText();
                }
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new Refusal(401, "The brand's token is not valid");
        }
        throw new Refusal(401, "The brand's token is not valid");
    }

    private String byCode(String code) {
        int end = code.indexOf(':');
        if (end < 1 || code.length() > LONGEST || !used.add(code)) {
            throw new Refusal(401, "The brand's code is not valid, or was used before");
        }
        return code.substring(0, end);
    }

    /** PROTOCOL.md 2.2: consumers with a login have 64 hex digits; nobody becomes one that has signed up. */
    private static String known(String brandsName) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(brandsName.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
