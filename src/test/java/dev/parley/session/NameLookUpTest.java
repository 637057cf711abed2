package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scorecard.Shows;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.dns.AddressResolverOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** RELIABILITY.md L9: a host that cannot be found now is looked up anew each time. */
class NameLookUpTest {
    @Test
    @Shows("R8")
    void a_host_that_is_not_found_is_called_so_and_found_as_soon_as_it_is_there() throws Exception {
        try (NameServer names = new NameServer()) {
            String host = "chat.parley.example:" + portOfNobody();
            try (Dialled dialled = new Dialled(
                    URI.create("https://" + host),
                    Optional.of(host),
                    Optional.of(host),
                    Optional.of(World.jwt("me")),
                    options -> options.setAddressResolverOptions(new AddressResolverOptions()
                            .addServer("127.0.0.1:" + names.port())
                            .setSearchDomains(List.of())
                            .setHostsValue(Buffer.buffer("127.0.0.1 localhost"))))) {
                assertThat(dialled.next()).isEqualTo("failed SOON cannot find host chat.parley.example");
                int asked = names.asked();
                dialled.again();
                assertThat(dialled.next()).isEqualTo("failed SOON cannot find host chat.parley.example");
                assertThat(names.asked()).isGreaterThan(asked);
                names.known = true;

                dialled.again();

                assertThat(dialled.next()).isEqualTo("failed SOON nothing answers at " + host);
            }
        }
    }

    @Test
    void neither_vertx_nor_the_jdk_keep_a_failure_for_the_life_of_the_process() {
        assertThat(new AddressResolverOptions().getCacheNegativeTimeToLive()).isZero();
        String jdk = Security.getProperty("networkaddress.cache.negative.ttl");
        assertThat(Integer.parseInt(jdk)).isBetween(0, 60);
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return nobody.getLocalPort();
        }
    }

    /** Says NXDOMAIN until the name is known, then 127.0.0.1 (RFC 1035 section 4). */
    private static final class NameServer implements AutoCloseable {
        private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        private final AtomicInteger asked = new AtomicInteger();
        private volatile boolean known;

        NameServer() throws IOException {
            Thread thread = new Thread(this::serve, "name-server");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        int asked() {
            return asked.get();
        }

        private void serve() {
            try {
                while (true) {
                    DatagramPacket packet = new DatagramPacket(new byte[512], 512);
                    socket.receive(packet);
                    asked.incrementAndGet();
                    byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()));
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException closed) {
                socket.close();
            }
        }

        private byte[] answer(byte[] question) {
            int end = 12;
            while (question[end] != 0) {
                end += 1 + question[end];
            }
            boolean isForV4 = question[end + 2] == 1;
            boolean found = known && isForV4;
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            answer.write(question, 0, 2);
            answer.writeBytes(
                    new byte[] {(byte) 0x81, (byte) (known ? 0x80 : 0x83), 0, 1, 0, (byte) (found ? 1 : 0), 0, 0, 0, 0
                    });
            answer.write(question, 12, end + 5 - 12);
            if (found) {
                answer.writeBytes(new byte[] {(byte) 0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 127, 0, 0, 1});
            }
            return answer.toByteArray();
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
