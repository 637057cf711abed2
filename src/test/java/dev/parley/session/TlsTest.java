package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
 * RELIABILITY.md 3.5: who cannot show a good certificate is told nothing. The certificates are made by the JDK's keytool; the
 * JDK's trust store is replaced by one with our own authority in it, as an administrator would.
 */
@Shows("S7")
class TlsTest {
    private static final String PASSWORD = "changeit";
    private static final String STORE = "javax.net.ssl.trustStore";

    @TempDir
    static Path folder;

    private static String storeBefore;

    private final AtomicInteger bytes = new AtomicInteger();
    private final AtomicInteger callers = new AtomicInteger();
    private SSLServerSocket door;
    private Dialled dialled;

    @BeforeAll
    static void makeCertificates() throws Exception {
        authority("house", "trusted.p12");
        authority("stranger", "untrusted.p12");
        certificate("good", "house", "dns:localhost", "-1d", 10);
        certificate("expired", "house", "dns:localhost", "-20d", 10);
        certificate("future", "house", "dns:localhost", "+5d", 10);
        certificate("elsewhere", "house", "dns:chat.example.com", "-1d", 10);
        certificate("unknown", "stranger", "dns:localhost", "-1d", 10);
        keytool("-genkeypair", "-alias", "self", "-keystore", "self.p12", "-dname", "CN=localhost", "-ext", "san=dns:localhost");
        storeBefore = System.getProperty(STORE);
        System.setProperty(STORE, folder.resolve("trusted.p12").toString());
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
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
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
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
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

    private static void authority(String name, String trustStore) throws Exception {
        keytool("-genkeypair", "-alias", name, "-keystore", name + ".ca", "-dname", "CN=" + name, "-ext", "bc:c");
        keytool("-exportcert", "-alias", name, "-keystore", name + ".ca", "-file", name + ".crt");
        keytool("-importcert", "-noprompt", "-alias", name, "-keystore", trustStore, "-file", name + ".crt");
    }

    private static void certificate(String name, String authority, String host, String start, int days) throws Exception {
        String store = name + ".p12";
        keytool("-genkeypair", "-alias", name, "-keystore", store, "-dname", "CN=" + name);
        keytool("-certreq", "-alias", name, "-keystore", store, "-file", name + ".csr");
        keytool(
                "-gencert",
                "-alias",
                authority,
                "-keystore",
                authority + ".ca",
                "-infile",
                name + ".csr",
                "-outfile",
                name + ".crt",
                "-startdate",
                start,
                "-validity",
                "" + days,
                "-ext",
                "san=" + host);
        keytool("-importcert", "-noprompt", "-alias", "ca", "-keystore", store, "-file", authority + ".crt");
        keytool("-importcert", "-alias", name, "-keystore", store, "-file", name + ".crt");
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        if (arguments[0].equals("-genkeypair")) {
            command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "30"));
        }
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }
}
