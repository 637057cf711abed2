package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import com.pty4j.WinSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real JVM on a real pty; waits for what is on it. */
@Timeout(60)
class UnixTtyTest {
    private static final String CTRL_C = "\003";
    private static final String CTRL_Z = "\032";

    private final StringBuilder output = new StringBuilder();
    private PtyProcess shell;

    @AfterEach
    void end() {
        if (shell != null) {
            shell.destroyForcibly();
        }
    }

    @Test
    void ctrl_c_is_a_key_and_the_tty_is_given_back_exactly() throws Exception {
        start("/bin/sh", "-c", "stty -ixany erase ^H intr ^G; stty -g; " + handTry() + "; echo rc=$?; stty -g");
        String before = expect("\n").trim();
        expect("READY");

        type(CTRL_C);
        String after = expect("rc=0\r\n", "\n").trim();

        assertThat(after).isEqualTo(before).contains(":");
        assertThat(output).contains("\033[?1049l");
    }

    @Test
    void where_there_is_no_shell_ctrl_z_does_nothing_and_sigterm_gives_the_tty_back() throws Exception {
        start("/bin/sh", "-c", "stty -g; " + handTry() + "; echo rc=$?; stty -g");
        String before = expect("\n").trim();
        expect("READY");
        type(CTRL_Z);
        expect("suspend false");

        ProcessHandle.of(shell.pid()).orElseThrow().children().forEach(ProcessHandle::destroy);
        String after = expect("rc=143\r\n", "\n").trim();

        assertThat(after).isEqualTo(before);
    }

    @Test
    void ctrl_z_stops_the_whole_job_and_fg_brings_it_back() throws Exception {
        start("/bin/bash", "--norc", "--noprofile", "-i");
        type("PS1='$ '; stty -g; (exec " + handTry() + "); stty -g; exit\r");
        expect("READY");
        type(CTRL_Z);
        expect("Stopped");

        type("fg\r");
        expect("Continued[]");
        type("so\033[A");
        expect("UP");
        type(CTRL_C);

        expect("\033[?1049l");
        assertThat(output.toString().split("\\[\\?1049h", -1)).hasSize(3);
    }

    private static String handTry() {
        String java = System.getProperty("java.home") + "/bin/java";
        return java + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC dev.parley.terminal.HandTry";
    }

    private void start(String... command) throws IOException {
        output.setLength(0);
        shell = new PtyProcessBuilder(command)
                .setEnvironment(Map.of(
                        "PATH", "/usr/bin:/bin", "TERM", "xterm", "CLASSPATH", System.getProperty("java.class.path")))
                .start();
        shell.setWinSize(new WinSize(80, 20));
    }

    private void type(String text) throws IOException {
        shell.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().flush();
    }

    /** Reads on to each sign, one after the other; returns what stood before the last. */
    private String expect(String... signs) throws IOException {
        InputStream in = shell.getInputStream();
        String before = "";
        for (String sign : List.of(signs)) {
            int from = output.length();
            while (output.indexOf(sign, from) < 0) {
                // Not read(): pty4j gives a byte above 127 as a negative number, which looks like the end.
                byte[] one = new byte[1];
                if (in.read(one) < 0) {
                    throw new IOException("ended without " + sign + ": " + output);
                }
                output.append((char) (one[0] & 0xFF));
            }
            before = output.substring(from, output.length() - sign.length());
        }
        return before;
    }
}
