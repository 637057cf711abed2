package dev.parley.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** Certificates made on the spot (RFC 5280 section 4.1, in DER), since the JDK can read them but not make them. */
final class Certificates {
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int INTEGER = 0x02;
    private static final int BITS = 0x03;
    private static final int OCTETS = 0x04;
    private static final int OID = 0x06;
    private static final int UTF8 = 0x0c;
    private static final int TIME = 0x18;

    private static final byte[] ECDSA_WITH_SHA256 = der(SEQUENCE, oid("2a8648ce3d040302"));
    private static final byte[] IS_AUTHORITY = extension("551d13", der(SEQUENCE, der(0x01, new byte[] {-1})));
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private Certificates() {}

    /** A certificate with the key that belongs to it. */
    record Pair(String name, Certificate certificate, PrivateKey key) {}

    static Pair authority(String name) throws GeneralSecurityException {
        KeyPair keys = keys();
        return pair(name, keys, name, keys.getPrivate(), Duration.ofDays(-1), IS_AUTHORITY);
    }

    /** For this host, signed by nobody but itself. */
    static Pair selfSigned(String host) throws GeneralSecurityException {
        KeyPair keys = keys();
        return pair(host, keys, host, keys.getPrivate(), Duration.ofDays(-1), isFor(host));
    }

    /** @param begins when, from now; good for ten days */
    static Pair signed(Pair authority, String host, Duration begins) throws GeneralSecurityException {
        return pair("server", keys(), authority.name(), authority.key(), begins, isFor(host));
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static Pair pair(
            String subject, KeyPair keys, String issuer, PrivateKey issuersKey, Duration begins, byte[] extension)
            throws GeneralSecurityException {
        Instant from = Instant.now().plus(begins);
        byte[] body = der(
                SEQUENCE,
                der(0xa0, der(INTEGER, new byte[] {2})),
                der(INTEGER, BigInteger.valueOf(System.nanoTime()).toByteArray()),
                ECDSA_WITH_SHA256,
                name(issuer),
                der(SEQUENCE, time(from), time(from.plus(Duration.ofDays(10)))),
                name(subject),
                keys.getPublic().getEncoded(),
                der(0xa3, der(SEQUENCE, extension)));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(issuersKey);
        signature.update(body);
        byte[] whole = der(SEQUENCE, body, ECDSA_WITH_SHA256, der(BITS, new byte[] {0}, signature.sign()));
        Certificate certificate =
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
        return new Pair(subject, certificate, keys.getPrivate());
    }

    private static byte[] isFor(String host) {
        return extension("551d11", der(SEQUENCE, der(0x82, host.getBytes(StandardCharsets.US_ASCII))));
    }

    private static byte[] extension(String id, byte[] value) {
        return der(SEQUENCE, oid(id), der(OCTETS, value));
    }

    private static byte[] name(String commonName) {
        byte[] value = der(UTF8, commonName.getBytes(StandardCharsets.UTF_8));
        return der(SEQUENCE, der(SET, der(SEQUENCE, oid("550403"), value)));
    }

    private static byte[] time(Instant instant) {
        return der(TIME, FORMAT.format(instant).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] oid(String hex) {
        return der(OID, HexFormat.of().parseHex(hex));
    }

    private static byte[] der(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        int length = content.size();
        if (length > 0xff) {
            whole.write(0x82);
            whole.write(length >> 8);
        } else if (length > 0x7f) {
            whole.write(0x81);
        }
        whole.write(length);
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }
}
