package dev.parley.pty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.referee.Committed;
import dev.parley.referee.Referee;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real program with a token in its environment: neither other users, nor its children, nor any file gets to see it. */
@Timeout(120)
class SecretSearchTest {
    @TempDir
    Path home;

    @Shows("S6")
    @Test
    void a_token_of_the_environment_is_in_no_argument_no_childs_environment_and_no_file() throws Exception {
        try (Referee referee = Referee.start()) {
            String token = referee.token();
            Map<String, String> environment = Program.environment(home);
            environment.put("LP_JWT", token);
            environment.put("PATH", spyOnStty() + ":" + environment.get("PATH"));
            String trace = home.resolve("trace").toString();
            try (Terminal terminal = Terminal.open(
                    160,
                    40,
                    home,
                    environment,
                    Program.command(
                            "--server", referee.lookup().toString(), "--log-level", "finest", "--trace", trace))) {
                terminal.awaitText("online");
                terminal.type("hello\r");
                Committed hello = referee.committed(entry -> entry.text().equals("hello"))
                        .get(Program.PATIENCE_SECONDS, TimeUnit.SECONDS);
                referee.sendRaw(
                        referee.connected().get(0),
                        "{\"kind\":\"notification\",\"type\":\"x.Debug\",\"body\":{\"jwt\":\"" + token + "\"}}");
                referee.agentSays(hello.conversationId(), "good morning");
                terminal.awaitText("good morning");
                assertThat(Files.readString(Path.of("/proc/" + terminal.pid() + "/cmdline")))
                        .contains("--server")
                        .doesNotContain(token);
                assertThat(terminal.screen().screen()).doesNotContain(token.substring(token.lastIndexOf('.') + 1));
                terminal.type(Terminal.CTRL_C + Terminal.CTRL_C);
                terminal.awaitEnd();
            }

            assertThat(home.resolve("spied")).content().contains("PATH=").doesNotContain("LP_JWT");
            assertThat(home.resolve("trace")).content().contains("x.Debug", "[redacted]");
            search(token);
        }
    }

    @Shows("S6")
    @Test
    void a_token_by_descriptor_is_read_and_one_on_the_command_line_refused_without_an_echo() throws Exception {
        Path file = Files.writeString(home.resolve("token"), "eyJ.not");
        List<String> command = Program.command("--account", "12345678", "--token-fd", "3");
        List<String> shell = new java.util.ArrayList<>(List.of("/bin/sh", "-c", "exec \"$@\" 3<" + file, "sh"));
        shell.addAll(command);

        Program.Ended byDescriptor = Program.run(Program.environment(home), shell);
        Program.Ended onTheLine =
                Program.run(Program.environment(home), Program.command("--account", "1", "--token", "hunter22"));

        assertThat(byDescriptor.said()).containsIgnoringCase("the token is malformed");
        assertThat(byDescriptor.code()).isEqualTo(3);
        assertThat(onTheLine.said()).contains("never goes on the command line").doesNotContain("hunter22");
        assertThat(onTheLine.code()).isEqualTo(2);
    }

    /** Returns the folder of a stty that writes down what environment it gets. */
    private Path spyOnStty() throws Exception {
        Path folder = Files.createDirectory(home.resolve("bin"));
        Path spy = Files.writeString(
                folder.resolve("stty"), "#!/bin/sh\nenv >>'" + home.resolve("spied") + "'\nexec /bin/stty \"$@\"\n");
        Files.setPosixFilePermissions(spy, PosixFilePermissions.fromString("rwx------"));
        return folder;
    }

    private void search(String token) throws Exception {
        int files = 0;
        try (Stream<Path> paths = Files.walk(home)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(path, StandardCharsets.ISO_8859_1);
                for (String part : token.split("\\.")) {
                    assertThat(content.indexOf(part))
                            .as("a part of the token in " + path)
                            .isNegative();
                }
                files++;
            }
        }
        Figures.note(
                "S6",
                "SecretSearchTest",
                "0 hits in argv, in the environment of every child and in " + files
                        + " files of a real run with a trace.");
    }
}
