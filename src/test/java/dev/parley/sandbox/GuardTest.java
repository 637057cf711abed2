package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Scorecard S9: other users of this machine and web pages in its browsers get nothing out of a sandbox. */
class GuardTest {
    /** Every door there is, as method and path. */
    private static final List<String> DOORS = List.of(
            "GET /ws_api/account/10000001/messaging/consumer?v=3",
            "GET /api/account/10000001/service/baseURI.json",
            "GET /csdr/account/10000001/service/baseURI.json",
            "GET /api/account/10000001/service/idp/baseURI.json",
            "GET /api/account/10000001/configuration/le-users/users/nobody",
            "GET /api/account/10000001/configuration/le-connectors/all-connectors",
            "POST /api/account/10000001/signup",
            "POST /api/account/10000001/anonymous/authorize",
            "POST /api/account/10000001/authenticate",
            "POST /api/account/10000001/app/1002/authenticate?v=3.0",
            "POST /parley/agent/say",
            "POST /parley/agent/act",
            "POST /parley/agent/burst",
            "POST /parley/faults",
            "GET /parley/faults",
            "DELETE /parley/faults",
            "POST /parley/quirks",
            "GET /parley/quirks",
            "DELETE /parley/quirks",
            "PUT /v1/AUTH_async-images/10000001/x.PNG",
            "GET /v1/AUTH_async-images/10000001/x.PNG",
            "GET /api/account/10000001/secure-form",
            "POST /api/account/10000001/secure-form",
            "GET /",
            "OPTIONS /parley/faults");

    private static final List<String> KEYED = DOORS.subList(6, 19);

    @RegisterExtension
    final Sandboxes sandboxes = new Sandboxes();

    @TempDir
    Path temp;

    private Sandbox embedded() {
        return sandboxes.start(
                SandboxOptions.embedded(Optional.of(temp.resolve("state"))).withAgent(Optional.empty()));
    }

    private static String upgrading(String host, String more) {
        return "Host: " + host + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nContent-Length: 0\r\n" + more + "\r\n";
    }

    @Test
    @Shows("S9")
    void it_listens_on_127_0_0_1_and_nowhere_else() throws IOException {
        int port = embedded().port();
        String hex = String.format(":%04X", port);

        List<String> listening = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            assumeTrue(Files.exists(Path.of(table)));
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] columns = line.strip().split("\\s+");
                if (columns[1].endsWith(hex) && columns[3].equals("0A")) {
                    listening.add(columns[1].substring(0, columns[1].length() - 5));
                }
            }
        }

        assertThat(listening).singleElement().asString().isIn("0100007F", "0000000000000000FFFF00000100007F");
    }

    @Test
    @Shows("S9")
    void a_foreign_host_or_origin_is_refused_at_every_door_whatever_key_and_token_it_has() {
        Sandbox sandbox = embedded();
        String own = "127.0.0.1:" + sandbox.port();
        String key = sandbox.key().orElseThrow();
        String jwt = Talk.signUp(sandbox.port(), "X-Parley-Key", key);
        String secrets = "X-Parley-Key: " + key + "\r\n" + RawPeer.bearing(jwt);
        List<String> foreign = new ArrayList<>();
        for (String host : List.of(
                "evil.example",
                "evil.example:" + sandbox.port(),
                "127.0.0.1.evil.example:" + sandbox.port(),
                "127.0.0.1",
                "127.0.0.1:" + (sandbox.port() == 65_535 ? 1 : sandbox.port() + 1),
                "127.0.0.2:" + sandbox.port(),
                "[::1]:" + sandbox.port(),
                "0:" + sandbox.port())) {
            foreign.add(upgrading(host, secrets));
        }
        for (String origin : List.of(
                "http://evil.example",
                "https://" + own,
                "http://127.0.0.1",
                "null",
                "file://",
                "http://" + own + "/")) {
            foreign.add(upgrading(own, secrets + "Origin: " + origin + "\r\n"));
        }

        int refused = 0;
        for (String door : DOORS) {
            for (String headers : foreign) {
                assertThat(RawHttp.status(sandbox.port(), door + " HTTP/1.1\r\n" + headers))
                        .as(door + " " + headers)
                        .isIn(400, 403);
                refused++;
            }
        }

        assertThat(Sandboxes.await(sandbox.faults().seen())).doesNotContainKeys("upgrade", "domains", "socket");
        Figures.note(
                "S9",
                "GuardTest",
                refused + " requests with a foreign Host or Origin at " + DOORS.size()
                        + " doors refused, one listening socket on 127.0.0.1");
    }

    @Test
    @Shows("S9")
    void without_the_key_nothing_that_acts_is_open() {
        Sandbox sandbox = embedded();
        String key = sandbox.key().orElseThrow();
        String other = (key.startsWith("0") ? "1" : "0") + key.substring(1);

        for (String door : KEYED) {
            for (String shown : List.of(
                    "",
                    "X-Parley-Key: \r\n",
                    "X-Parley-Key: " + other + "\r\n",
                    "X-Parley-Key: " + key + "0\r\n",
                    "X-Parley-Key: " + key.substring(1) + "\r\n")) {
                assertThat(ask(sandbox, door, shown)).as(door + " " + shown).isEqualTo(403);
            }
            assertThat(ask(sandbox, door, "X-Parley-Key: " + key + "\r\n"))
                    .as(door)
                    .isNotEqualTo(403);
        }
        assertThat(key).matches("[0-9a-f]{64}");
    }

    private static int ask(Sandbox sandbox, String door, String more) {
        return RawHttp.status(
                sandbox.port(),
                door + " HTTP/1.1\r\nHost: 127.0.0.1:" + sandbox.port() + "\r\nContent-Length: 0\r\n" + more + "\r\n");
    }

    @Test
    @Shows("S9")
    void a_token_that_is_not_its_own_is_refused_before_the_upgrade() {
        Sandbox sandbox = embedded();
        Sandbox stranger = sandboxes.start(SandboxOptions.inMemory());
        String foreign = Talk.signUp(stranger.port());

        for (String token : List.of(foreign, "", "x", "a.b.c", foreign.substring(0, foreign.lastIndexOf('.') + 1))) {
            RawPeer peer = RawPeer.saying(sandbox.port(), RawPeer.upgrade(sandbox.port(), RawPeer.bearing(token)));
            assertThat(sandboxes.keep(peer).status()).as(token).isEqualTo(401);
        }
    }

    @Test
    @Shows("S9")
    void a_connection_that_has_not_asked_within_ten_seconds_is_cut_however_it_dawdles() {
        HeldTimers deadlines = new HeldTimers(10_000);
        Sandbox sandbox = sandboxes.start(SandboxOptions.inMemory().withTime(deadlines.time()));
        String host = " HTTP/1.1\r\nHost: 127.0.0.1:" + sandbox.port() + "\r\n";

        for (String begun : List.of(
                "G",
                "GET /parley/faults" + host + "X-Slow: ",
                "POST /parley/faults" + host + "Content-Length: 100\r\n\r\n{",
                "POST /api/account/10000001/signup" + host + "Transfer-Encoding: chunked\r\n\r\n")) {
            RawPeer dawdler = sandboxes.keep(RawPeer.saying(sandbox.port(), begun));
            deadlines.fire();

            assertThat(dawdler.end()).as(begun).isNotNull();
        }
    }

    @Test
    @Shows("S9")
    void there_are_only_so_many_connections_that_have_not_asked() {
        Sandbox sandbox = sandboxes.start(SandboxOptions.inMemory());
        for (int i = 0; i < 512; i++) {
            sandboxes.keep(RawPeer.saying(sandbox.port(), ""));
        }

        RawPeer last = sandboxes.keep(RawPeer.saying(sandbox.port(), ""));

        assertThat(last.end()).isEqualTo(RawPeer.End.FIN);
    }

    @Test
    @Shows("S9")
    void sockets_without_a_token_cannot_take_the_places_of_those_with_one() {
        Sandbox sandbox = sandboxes.start(SandboxOptions.inMemory());
        String jwt = Talk.signUp(sandbox.port());
        for (int i = 0; i < 64; i++) {
            RawPeer stranger = RawPeer.saying(sandbox.port(), RawPeer.upgrade(sandbox.port()));
            assertThat(sandboxes.keep(stranger).status()).isEqualTo(101);
        }

        RawPeer refused = sandboxes.keep(RawPeer.saying(sandbox.port(), RawPeer.upgrade(sandbox.port())));

        assertThat(refused.status()).isEqualTo(503);
        assertThat(sandboxes.keep(RawPeer.as(jwt, sandbox.port())).open()).isNotEmpty();
    }

    @Test
    @Shows("S9")
    void what_is_too_long_or_too_deep_is_refused_and_the_rest_goes_on() {
        Sandbox sandbox = sandboxes.start(SandboxOptions.inMemory());
        int port = sandbox.port();
        String host = " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n";
        String deep = "[".repeat(100_000);

        int line = RawHttp.status(port, "GET /" + "x".repeat(5_000) + host + "\r\n");
        int header = RawHttp.status(port, "GET /parley/faults" + host + "X-Long: " + "x".repeat(9_000) + "\r\n\r\n");
        int body = RawHttp.status(
                port, "POST /parley/faults" + host + "Content-Length: 200000\r\n\r\n" + "x".repeat(200_000));
        int depth = RawHttp.status(port, "POST /parley/agent/say" + host + "Content-Length: 100000\r\n\r\n" + deep);
        RawPeer peer = sandboxes.keep(RawPeer.as(Talk.signUp(port), port));
        peer.send("[".repeat(60_000));

        assertThat(List.of(line, header, body, depth)).containsExactly(414, 431, 413, 400);
        assertThat(peer.next().closeCode()).isEqualTo(1007);
        assertThat(sandboxes.keep(RawPeer.as(Talk.signUp(port), port)).open()).isNotEmpty();
    }

    @Test
    @Shows("S9")
    void its_files_are_for_its_owner_alone() throws IOException {
        Sandbox sandbox = embedded();
        RawPeer.as(Talk.signUp(sandbox.port(), "X-Parley-Key", sandbox.key().orElseThrow()), sandbox.port())
                .close();

        assertThat(modes(temp.resolve("state")))
                .containsEntry("state", "rwx------")
                .containsEntry("key", "rw-------")
                .containsEntry("ledger", "rw-------")
                .containsEntry("lock", "rw-------")
                .hasSize(4);
    }

    private static Map<String, String> modes(Path folder) throws IOException {
        Map<String, String> modes = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                modes.put(
                        path.getFileName().toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
            }
        }
        return modes;
    }

    /** With a process that asks for files open to everybody, and with another user who tries to read them. */
    @Test
    @Shows("S9")
    void under_umask_000_another_user_reads_none_of_its_files() throws Exception {
        assumeTrue(Dose.isFull() && "root".equals(System.getProperty("user.name")), "a long one, for root");
        Path home = Files.createDirectories(temp.resolve("home"));
        for (Path open = home; open.startsWith(temp); open = open.getParent()) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.writeString(home.resolve("open"), "for all");
        ProcessBuilder start = new ProcessBuilder(
                "sh",
                "-c",
                "umask 000; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.parley.cli.Main",
                "sandbox");
        start.environment().put("XDG_STATE_HOME", home.toString());
        Process sandbox = start.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(sandbox.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).startsWith("parley sandbox ready");

            Path folder = home.resolve("parley/sandbox/any");
            assertThat(modes(folder)).containsEntry("any", "rwx------").containsEntry("key", "rw-------");
            assertThat(readableByNobody(home.resolve("open"))).isTrue();
            for (String file : List.of("key", "ledger", "lock")) {
                assertThat(readableByNobody(folder.resolve(file))).as(file).isFalse();
            }
            Figures.note("S9", "GuardTest.otherUser", "3 files under umask 000, 0 readable by another user");
        } finally {
            sandbox.destroy();
            sandbox.waitFor();
        }
    }

    private static boolean readableByNobody(Path file) throws IOException, InterruptedException {
        return new ProcessBuilder("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "cat", file.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
