package dev.parley.sandbox.service;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;

/** The RSA key that tokens are signed with: RS256 of RFC 7518, as LivePerson's are. Immutable; any thread. */
public final class SigningKey {
    private static final int BITS = 2_048;
    private static final String RS256 = "SHA256withRSA";

    private final PrivateKey secret;
    private final PublicKey open;

    private SigningKey(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.open = open;
    }

    /** Takes a tenth of a second or more: not for the event loop. */
    public static SigningKey make(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS, random);
            return read(generator.generateKeyPair().getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /** @throws GeneralSecurityException when these bytes are not such a key */
    static SigningKey read(byte[] pkcs8) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("RSA");
        PrivateKey secret = factory.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        if (!(secret instanceof RSAPrivateCrtKey parts)) {
            throw new GeneralSecurityException("not a whole RSA key");
        }
        PublicKey open = factory.generatePublic(new RSAPublicKeySpec(parts.getModulus(), parts.getPublicExponent()));
        return new SigningKey(secret, open);
    }

    /** PKCS #8: the secret itself. */
    byte[] encoded() {
        return secret.getEncoded();
    }

    byte[] publicEncoded() {
        return open.getEncoded();
    }

    byte[] sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance(RS256);
            signature.initSign(secret);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that was read can sign", e);
        }
    }

    boolean signed(byte[] text, byte[] signatureOfIt) {
        try {
            Signature signature = Signature.getInstance(RS256);
            signature.initVerify(open);
            signature.update(text);
            return signature.verify(signatureOfIt);
        } catch (GeneralSecurityException e) {
            // A signature of the wrong length or shape is no signature.
            return false;
        }
    }
}
