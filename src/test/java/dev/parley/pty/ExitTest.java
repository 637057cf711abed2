package dev.parley.pty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What scripts rely on: exit codes, and one sentence that says why. */
@Timeout(120)
class ExitTest {
    @TempDir
    Path home;

    private Map<String, String> environment;

    @BeforeEach
    void clean() {
        environment = Program.environment(home);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "xterm | false | | the dashboard needs a terminal, and standard input and output are not one",
                "'' | true | | the dashboard needs a terminal, and TERM does not say which one this is",
                "dumb | true | | the dashboard needs a terminal, and TERM=dumb cannot show it",
                "xterm | true | --colour 256 | there is no option \"--colour\", did you mean --color;",
                "xterm | true | --server http://192.0.2.1 | clear text (http, ws) goes to this machine only",
                "xterm | true | --server ws://192.0.2.1:80/x | clear text (http, ws) goes to this machine only",
            })
    void wrong_use_is_2_and_one_sentence(String term, String tty, String arguments, String sentence) throws Exception {
        environment.put("TERM", term);
        List<String> command = Program.command(arguments == null ? new String[0] : arguments.split(" "));
        command.replaceAll(part -> part.startsWith("-Dparley.tty") ? "-Dparley.tty=" + tty : part);

        Program.Ended ended = Program.run(environment, command);

        assertRefused(ended, 2, sentence);
    }

    static Stream<Arguments> tokens() {
        Instant later = Instant.now().plus(Duration.ofDays(1));
        return Stream.of(
                Arguments.of("eyJ.not", "rw-------", "the token is malformed"),
                Arguments.of(jwt("acc:12345678", Instant.EPOCH), "rw-------", "the token expired"),
                Arguments.of(
                        jwt("acc:12345678", Instant.now().minus(Duration.ofHours(1))),
                        "rw-------",
                        "the token expired"),
                Arguments.of(jwt("acc:87654321", later), "rw-------", "the token is for another account"),
                Arguments.of(jwt("acc:12345678", later), "rw-r--r--", "others on this host can read the token"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("tokens")
    void a_token_that_will_not_do_is_3_before_the_screen_comes_up(String jwt, String mode, String sentence)
            throws Exception {
        Path file = Files.writeString(home.resolve("token"), jwt);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

        Program.Ended ended =
                Program.run(environment, Program.command("--account", "12345678", "--token-file", file.toString()));

        assertRefused(ended, 3, sentence);
        assertThat(ended.said()).doesNotContain(jwt);
    }

    @Test
    void a_second_client_on_the_same_state_is_75_and_names_the_first() throws Exception {
        try (Terminal terminal = Terminal.open(80, 24, home, environment, Program.command())) {
            terminal.awaitText("Type a message and press Enter");

            Program.Ended ended = Program.run(environment, Program.command());

            assertRefused(ended, 75, "is in use by process " + terminal.pid());
        }
    }

    @Test
    void the_sandbox_says_where_it_is_and_a_second_on_its_port_is_1() throws Exception {
        Process first = Program.start(environment, Program.command("sandbox"));
        try (BufferedReader out = first.inputReader(StandardCharsets.UTF_8)) {
            String ready = out.readLine();
            assertThat(ready).matches("parley sandbox ready http://127\\.0\\.0\\.1:[0-9]+ account 10000001");
            String port = ready.replaceAll(".*:([0-9]+) .*", "$1");

            Program.Ended second = Program.run(environment, Program.command("sandbox", "--port", port));

            assertRefused(second, 1, "port " + port);
            // Not Process.destroy, which closes what is still to be read.
            first.toHandle().destroy();
            assertThat(first.waitFor(Program.PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .isTrue();
            assertThat(first.exitValue()).isZero();
            assertThat(out.readLine()).isNull();
        } finally {
            first.destroyForcibly();
        }
    }

    private static void assertRefused(Program.Ended ended, int code, String sentence) {
        assertThat(ended.said()).startsWith("parley: ").containsIgnoringCase(sentence);
        assertThat(ended.said().lines()).hasSize(1);
        assertThat(ended.said()).doesNotContain("\033");
        assertThat(ended.code()).isEqualTo(code);
    }

    private static String jwt(String audience, Instant expires) {
        String claims = "{\"sub\":\"somebody\",\"aud\":\"" + audience + "\",\"exp\":" + expires.getEpochSecond() + "}";
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return String.join(
                ".",
                Stream.of("{\"alg\":\"RS256\"}", claims, "signature")
                        .map(part -> base64.encodeToString(part.getBytes(StandardCharsets.UTF_8)))
                        .toList());
    }
}
