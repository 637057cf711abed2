package dev.parley.pty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RELIABILITY.md 3.5 with the real program: clear text to another machine ends it before a packet. */
@Shows("S8")
class ClearTextProgramTest {
    private static final int USAGE = 2;

    @TempDir
    Path home;

    @Test
    void it_ends_with_2_and_nobody_was_spoken_to() throws Exception {
        Optional<InetAddress> outside = outside();
        Assumptions.assumeTrue(outside.isPresent(), "this machine has no address but loopback");
        try (ServerSocket server = new ServerSocket(0, 5, outside.get())) {
            String address = outside.get().getHostAddress() + ":" + server.getLocalPort();
            List<String> refused = new ArrayList<>(List.of("http://" + address));
            if (Dose.isFull()) {
                refused.addAll(
                        List.of("ws://" + address, "http://192.0.2.1", "ws://[2001:db8::1]", "http://0.0.0.0:80"));
            }
            int connects = 0;
            for (String url : refused) {
                Path trace = home.resolve("trace");
                List<String> command = new ArrayList<>();
                if (Dose.isFull()) {
                    command.addAll(List.of("strace", "-f", "-e", "trace=connect,sendto", "-o", trace.toString()));
                }
                command.addAll(Program.command("--server", url, "--account", "10000001"));

                Program.Ended ended = Program.run(Program.environment(home), command);

                assertThat(ended.code()).as(url + ": " + ended.said()).isEqualTo(USAGE);
                connects += Files.exists(trace) ? outward(trace) : 0;
            }
            server.setSoTimeout(1);
            assertThat(accepted(server)).isFalse();
            assertThat(connects).isZero();
            Figures.note(
                    "S8",
                    "ClearTextProgramTest",
                    refused.size() + " times http or ws to other machines: exit 2, 0 connections"
                            + (Dose.isFull() ? ", 0 packets by strace" : ""));
        }
    }

    private static boolean accepted(ServerSocket server) throws IOException {
        try {
            server.accept().close();
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }

    /** How often an address of the internet was connected to or sent to. */
    private static int outward(Path trace) throws IOException {
        return (int) Files.readAllLines(trace).stream()
                .filter(line -> line.contains("AF_INET"))
                .count();
    }

    private static Optional<InetAddress> outside() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
    }
}
