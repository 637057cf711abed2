package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.session.Certificates.Pair;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * RELIABILITY.md 3.5: who cannot show a good certificate is told nothing. The JDK's trust store is replaced by one with our own authority in it, as an administrator would.
 */
@Shows("S7")
class TlsTest {
    private static final String PASSWORD = "changeit";
    private static final String STORE = "javax.net.ssl.trustStore";

    @TempDir
    static Path folder;

    private static final Map<String, Pair> CERTIFICATES = new HashMap<>();

    private static String storeBefore;

    private final AtomicInteger bytes = new AtomicInteger();
    private final AtomicInteger callers = new AtomicInteger();
    private SSLServerSocket door;
    private Dialled dialled;

    @BeforeAll
    static void makeCertificates() throws Exception {
        Pair house = Certificates.authority("house");
        Pair stranger = Certificates.authority("stranger");
        CERTIFICATES.put("good", Certificates.signed(house, "localhost", Duration.ofDays(-1)));
        CERTIFICATES.put("expired", Certificates.signed(house, "localhost", Duration.ofDays(-20)));
        CERTIFICATES.put("future", Certificates.signed(house, "localhost", Duration.ofDays(5)));
        CERTIFICATES.put("elsewhere", Certificates.signed(house, "chat.example.com", Duration.ofDays(-1)));
        CERTIFICATES.put("unknown", Certificates.signed(stranger, "localhost", Duration.ofDays(-1)));
        CERTIFICATES.put("self", Certificates.selfSigned("localhost"));
        // Of the kinds of store only this one is read without its password.
        KeyStore trusted = KeyStore.getInstance("JKS");
        trusted.load(null, null);
        trusted.setCertificateEntry("house", house.certificate());
        Path file = folder.resolve("trusted.jks");
        try (OutputStream out = Files.newOutputStream(file)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        storeBefore = System.getProperty(STORE);
        System.setProperty(STORE, file.toString());
    }

    @AfterAll
    static void restore() {
        if (storeBefore == null) {
            System.clearProperty(STORE);
        } else {
            System.setProperty(STORE, storeBefore);
        }
    }

    @AfterEach
    void close() throws IOException {
        if (dialled != null) {
            dialled.close();
        }
        if (door != null) {
            door.close();
        }
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("self", "its certificate is not signed by anyone this machine trusts"),
                Arguments.of("unknown", "its certificate is not signed by anyone this machine trusts"),
                Arguments.of("expired", "its certificate has expired"),
                Arguments.of("future", "its certificate is not valid yet; is this machine's clock right?"),
                Arguments.of("elsewhere", "its certificate is for another host"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void a_bad_certificate_is_refused_with_its_reason_and_the_socket_is_told_nothing(String name, String why)
            throws Exception {
        serve(name);

        dialSocket();

        assertThat(dialled.next()).isEqualTo("failed LATER localhost cannot be trusted: " + why);
        assertThat(callers.get()).isEqualTo(1);
        assertThat(bytes.get()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void nor_is_the_look_up(String name, String why) throws Exception {
        serve(name);

        dialLookUp();

        assertThat(dialled.next()).isEqualTo("failed LATER localhost cannot be trusted: " + why);
        assertThat(bytes.get()).isZero();
        Figures.note(
                "S7",
                "TlsTest",
                "self-signed, unknown signer, expired, not yet valid, other host: refused with the reason, at the look-up and at"
                        + " the socket, 0 application bytes sent");
    }

    @Test
    void a_good_one_is_spoken_to() throws Exception {
        serve("good");

        dialSocket();

        assertThat(dialled.next()).startsWith("failed SOON this network answers in place of the server");
        assertThat(bytes.get()).isGreaterThan(100);
    }

    @Test
    void what_is_no_tls_at_all_is_not_the_server() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> {
                try (Socket caller = plain.accept()) {
                    caller.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());
                    caller.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException closed) {
                    return;
                }
            });
            server.start();

            dial(plain.getLocalPort());

            assertThat(dialled.next()).startsWith("failed SOON this network answers in place of the server");
        }
    }

    @Test
    void one_that_is_cut_before_it_could_show_anything_is_tried_again_soon() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            dial(plain.getLocalPort());
            try (Socket caller = plain.accept()) {
                caller.getInputStream().read();
            }

            assertThat(dialled.next())
                    .isEqualTo("failed SOON the connection to localhost:" + plain.getLocalPort() + " broke");
        }
    }

    @Test
    void nothing_older_than_tls_1_2_is_offered() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            dial(plain.getLocalPort());
            byte[] hello;
            try (Socket caller = plain.accept()) {
                InputStream in = caller.getInputStream();
                byte[] head = in.readNBytes(5);
                hello = in.readNBytes((head[3] & 0xff) << 8 | head[4] & 0xff);
            }

            assertThat(versions(hello)).containsExactlyInAnyOrder(0x0304, 0x0303);
        }
    }

    @Test
    void nowhere_in_the_sources_is_anybody_trusted_blindly() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContain(
                                "setTrustAll(true)",
                                "TrustAllOptions",
                                "TrustAllTrustManager",
                                "InsecureTrustManager",
                                "X509TrustManager",
                                "HostnameVerifier",
                                "setVerifyHost(false)");
            }
        }
    }

    private void dialSocket() {
        dial(door.getLocalPort());
    }

    private void dial(int port) {
        String host = "localhost:" + port;
        dialled = new Dialled(
                URI.create("https://" + host),
                Optional.of(host),
                Optional.of(host),
                Optional.of(World.jwt("me")),
                options -> options);
    }

    private void dialLookUp() {
        dialled = new Dialled(
                URI.create("https://localhost:" + door.getLocalPort()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(World.jwt("me")),
                options -> options);
    }

    /** Answers 200 to whoever speaks, and counts what it was told. */
    private void serve(String name) throws Exception {
        Pair pair = CERTIFICATES.get(name);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry("server", pair.key(), PASSWORD.toCharArray(), new Certificate[] {pair.certificate()});
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        door = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        Thread server = new Thread(() -> {
            while (!door.isClosed()) {
                try (Socket caller = door.accept()) {
                    callers.incrementAndGet();
                    byte[] buffer = new byte[4_096];
                    int read = caller.getInputStream().read(buffer);
                    bytes.addAndGet(Math.max(0, read));
                    caller.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes());
                } catch (IOException refused) {
                    continue;
                }
            }
        });
        server.setDaemon(true);
        server.start();
    }

    /** What supported_versions of a ClientHello lists (RFC 8446 section 4.2.1). */
    private static List<Integer> versions(byte[] hello) {
        int at = 4 + 2 + 32;
        at += 1 + hello[at];
        at += 2 + word(hello, at);
        at += 1 + hello[at];
        at += 2;
        List<Integer> versions = new ArrayList<>();
        while (at < hello.length) {
            if (word(hello, at) == 43) {
                for (int each = 0; each < hello[at + 4]; each += 2) {
                    versions.add(word(hello, at + 5 + each));
                }
            }
            at += 4 + word(hello, at + 2);
        }
        return versions;
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
