package dev.parley.sandbox.service;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Addresses that hold for a while: {@code temp_url_sig} is an HMAC over method, expiry and path, as object stores do it
 * (PROTOCOL.md section 13). The key comes from the sandbox's kept one, so an address outlives the process. Immutable.
 */
public final class UrlSigner {
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec key;

    public UrlSigner(SigningKey from) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("parley sandbox file addresses".getBytes(StandardCharsets.US_ASCII));
            key = new SecretKeySpec(digest.digest(from.encoded()), HMAC);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** In hex; {@code expires} in epoch seconds. */
    String sign(String method, String path, long expires) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            byte[] text = (method + "\n" + expires + "\n" + path).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }

    boolean admits(String method, String path, String signature, String expires, long now) {
        if (!expires.matches("[0-9]{1,12}") || Long.parseLong(expires) <= now) {
            return false;
        }
        byte[] right = sign(method, path, Long.parseLong(expires)).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8));
    }
}
