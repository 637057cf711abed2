package dev.parley.referee;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tokens: the ones given out are good until they are revoked, whatever they say. Owned by the event loop. */
final class Passes {
    private static final long FAR_AWAY = 4_102_444_800L;

    private final Map<String, String> holders = new HashMap<>();
    private int given;

    /** A token for a consumer that nobody was before. */
    String give() {
        return give(UUID.nameUUIDFromBytes(new byte[] {3, (byte) given, (byte) (given >> 8)})
                .toString());
    }

    /** PROTOCOL.md 2.2. Two tokens for one consumer differ. */
    String give(String consumerId) {
        given++;
        String token = part("{\"kid\":\"%d\",\"typ\":\"JWT\",\"alg\":\"RS256\"}".formatted(given))
                + "."
                + part("{\"sub\":\"%s\",\"aud\":\"acc:%s\",\"iss\":\"https://idp.example.com\",\"iat\":%d,\"exp\":%d}"
                        .formatted(consumerId, Referee.ACCOUNT, 1_700_000_000L, FAR_AWAY))
                + "."
                + part("signature " + given);
        holders.put(token, consumerId);
        return token;
    }

    void revoke(String token) {
        holders.remove(token);
    }

    Optional<String> holder(String token) {
        return Optional.ofNullable(holders.get(token));
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
