package dev.parley.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong goes wrong as it is called. */
class FaultProxyTest {
    private static final String HEAD = "GET / HTTP/1.1\r\nUpgrade: websocket\r\nSec-WebSocket-Key: k\r\n\r\n";

    /** Says each message back, in two copies of the bytes of a text frame: first as it came, then in capitals. */
    private final RawPeer server = RawPeer.start(guest -> {
        guest.upgrade();
        while (true) {
            String text = guest.text();
            guest.write(RawFrames.text(text));
            guest.write(RawFrames.text(text.toUpperCase(Locale.ROOT)));
        }
    });

    private final FaultProxy proxy = FaultProxy.before(server.port());
    private Socket client;

    @BeforeEach
    void connect() throws IOException {
        client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        client.setSoTimeout(30_000);
        client.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) client.getInputStream().read());
        }
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        proxy.close();
        server.close();
    }

    private void say(String text) throws IOException {
        client.getOutputStream().write(RawFrames.text(text));
    }

    /** The next so many bytes, without the two of the header of each frame. */
    private String hear(int bytes) throws IOException {
        return new String(client.getInputStream().readNBytes(bytes), StandardCharsets.ISO_8859_1)
                .replaceAll("\u0081[\u0000-\u007d]", " ")
                .strip();
    }

    @Test
    void without_a_fault_all_comes_through() throws IOException {
        say("abc");

        assertThat(hear(10)).isEqualTo("abc ABC");
        assertThat(proxy.accepted()).isEqualTo(1);
    }

    @Test
    void limited_data_end_in_a_cut() throws IOException {
        proxy.toClient(Fault.limitData(7));
        say("abc");

        assertThat(hear(100)).isEqualTo("abc").hasSize(3);
    }

    @Test
    void a_cut_at_a_byte_is_at_that_byte_and_only_once() throws IOException {
        proxy.cutAtByte(proxy.passed() + 5 + 4);
        say("abc");
        assertThat(client.getInputStream().readNBytes(100)).hasSize(4);

        connect();
        say("def");

        assertThat(hear(10)).isEqualTo("def DEF");
    }

    @Test
    void what_is_held_neither_comes_nor_ends_and_after_it_all_goes_on() throws IOException {
        proxy.hold();
        say("abc");
        client.setSoTimeout(50);
        assertThatThrownBy(() -> hear(1)).isInstanceOf(SocketTimeoutException.class);

        proxy.heal();
        client.setSoTimeout(30_000);
        say("def");

        assertThat(hear(10)).isEqualTo("def DEF");
    }

    @Test
    void a_reset_is_no_polite_end() {
        proxy.toClient(Fault.resetPeer());

        assertThatThrownBy(() -> {
                    say("abc");
                    hear(1);
                })
                .isInstanceOf(SocketException.class);
    }

    @Test
    void one_bit_is_turned_and_no_other() throws IOException {
        proxy.toClient(Fault.flipBit(2, 0));
        say("abc");

        assertThat(hear(10)).isEqualTo("`bc ABC");
    }

    @Test
    void late_slow_sliced_and_closed_late_is_the_same_in_the_end() throws IOException {
        proxy.toClient(Fault.latency(1, 3, new Random(1))
                .then(Fault.bandwidth(1 << 20))
                .then(Fault.slicer(1))
                .then(Fault.slowClose(1)));
        say("abc");
        assertThat(hear(10)).isEqualTo("abc ABC");

        server.guests().get(0).close();

        assertThat(client.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void frames_come_twice_or_in_another_order() throws IOException {
        byte[] head = "HTTP/1.1 101 x\r\nUpgrade: websocket\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

        assertThat(through(FrameFault.duplicate(1), head)).isEqualTo("a b b c");
        assertThat(through(FrameFault.reorder(0), head)).isEqualTo("b a c");
        assertThat(through(FrameFault.reorder(1).then(Fault.slicer(1)), head)).isEqualTo("a c b");
    }

    private static String through(Fault.Kind kind, byte[] head) throws IOException {
        StringBuilder heard = new StringBuilder();
        Fault.Out out = new Fault.Out() {
            @Override
            public void write(byte[] bytes) {
                heard.append(new String(bytes, StandardCharsets.ISO_8859_1));
            }

            @Override
            public void close() {}

            @Override
            public void cut() {}

            @Override
            public void reset() {}
        };
        byte[] all = RawFrames.together(List.of(head, RawFrames.text("a"), RawFrames.text("b"), RawFrames.text("c")));
        Fault fault = kind.begin();
        for (byte each : all) {
            fault.pass(new byte[] {each}, out);
        }
        return heard.substring(head.length).replaceAll("\u0081\u0001", " ").strip();
    }

    @Test
    void who_is_refused_is_sent_away_at_once() throws IOException {
        proxy.refuse();
        try (Socket refused = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            assertThat(refused.getInputStream().read()).isEqualTo(-1);
        }
    }
}
