package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.fault.RawFrames;
import dev.parley.fault.RawPeer;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that breaks RFC 6455 or what Vert.x makes of it (STACK.md section 6), against the dialer as the sessions use it. */
class BadStreamTest {
    private static final byte[] HELLO = RawFrames.text("hello");

    private RawPeer peer;
    private Dialled dialled;

    @AfterEach
    void close() {
        peer.close();
        dialled.close();
    }

    private Dialled dial(RawPeer.Script script) {
        peer = RawPeer.start(script);
        dialled = new Dialled(peer.port());
        return dialled;
    }

    static Stream<Arguments> streams() {
        byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);
        return Stream.of(
                Arguments.of("a length of 2^62", RawFrames.frame(RawFrames.LAST | RawFrames.TEXT, abc, 1L << 62)),
                Arguments.of("a negative length", RawFrames.frame(RawFrames.LAST | RawFrames.TEXT, abc, -1L)),
                Arguments.of("a frame of 5 MB", RawFrames.text("x".repeat(5 << 20))),
                Arguments.of("RSV1, as with compression", RawFrames.frame(0xC1, abc)),
                Arguments.of("RSV3", RawFrames.frame(0x91, abc)),
                Arguments.of("a reserved opcode", RawFrames.frame(0x83, abc)),
                Arguments.of("a continuation of nothing", RawFrames.frame(0x80, abc)),
                Arguments.of("a control frame in fragments", RawFrames.frame(RawFrames.PING, abc)),
                Arguments.of("a control frame of 200 bytes", RawFrames.frame(0x89, new byte[200])),
                Arguments.of(
                        "5 MB in fragments", RawFrames.together(RawFrames.fragments("x".repeat(5 << 20), 1 << 16))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("streams")
    @Shows({"R5", "S12"})
    void what_breaks_the_stream_ends_the_link(String what, byte[] bytes) throws Exception {
        dial(guest -> {
            guest.upgrade(HELLO);
            guest.write(bytes);
            guest.awaitEnd();
        });

        assertThat(dialled.next()).isEqualTo("opened");
        assertThat(dialled.next()).isEqualTo("text hello");
        assertThat(dialled.next()).isIn("broken", "closed 1002", "closed 1006", "closed 1007", "closed 1009");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9, 100})
    @Shows("R5")
    void a_frame_that_is_cut_short_is_a_cut(int after) throws Exception {
        byte[] frame = RawFrames.text("x".repeat(200));
        dial(guest -> {
            guest.upgrade();
            guest.write(Arrays.copyOf(frame, after));
            guest.close();
        });

        assertThat(dialled.next()).isEqualTo("opened");
        assertThat(dialled.nextButBroken()).isEqualTo("closed 1006");
    }

    @Test
    void what_comes_together_with_the_upgrades_answer_is_not_lost() throws Exception {
        byte[][] many = Stream.generate(() -> HELLO).limit(100).toArray(byte[][]::new);
        dial(guest -> guest.upgrade(many));

        assertThat(dialled.next()).isEqualTo("opened");
        for (byte[] each : many) {
            assertThat(dialled.next()).isEqualTo("text hello").hasSize(each.length + 3);
        }
    }

    @Test
    void a_binary_message_is_counted_and_the_link_goes_on() throws Exception {
        dial(guest -> guest.upgrade(RawFrames.binary((byte) 1, (byte) 2), HELLO));

        assertThat(dialled.next()).isEqualTo("opened");
        assertThat(dialled.next()).isEqualTo("odd");
        assertThat(dialled.next()).isEqualTo("text hello");
    }

    @Test
    void text_that_is_no_utf_8_is_taken_with_replacement_characters() throws Exception {
        dial(guest -> guest.upgrade(
                RawFrames.frame(RawFrames.LAST | RawFrames.TEXT, new byte[] {'a', (byte) 0xff, 'b'}), HELLO));

        assertThat(dialled.next()).isEqualTo("opened");
        assertThat(dialled.next()).isEqualTo("text a\uFFFDb");
        assertThat(dialled.next()).isEqualTo("text hello");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_close_without_a_code_is_no_word_of_goodbye(boolean together) throws Exception {
        closing(RawFrames.close(0, ""), together);

        assertThat(dialled.next()).isEqualTo("opened");
        String closed = dialled.next();
        assertThat(closed).isIn("closed 1000", "closed 1005");
        assertThat(CloseCode.of(Integer.parseInt(closed.substring(7)))).isEqualTo(CloseCode.USUAL);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_close_with_code_and_words_is_told_raw(boolean together) throws Exception {
        closing(RawFrames.close(4401, "Identity token is invalid"), together);

        assertThat(dialled.next()).isEqualTo("opened");
        assertThat(dialled.next()).isEqualTo("closed 4401 Identity token is invalid");
    }

    /** The service says goodbye, with the upgrade's answer or after it was asked something, and leaves the rest to us. */
    private void closing(byte[] close, boolean together) {
        dial(guest -> {
            if (together) {
                guest.upgrade(close);
            } else {
                guest.upgrade();
                guest.text();
                guest.write(close);
            }
            guest.awaitEnd();
        });
        if (!together) {
            dialled.write("anything");
        }
    }

    @Test
    @Shows("S12")
    void compression_is_neither_offered_nor_taken() throws Exception {
        dial(guest -> {
            guest.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Extensions: permessage-deflate\r\nSec-WebSocket-Accept: " + guest.acceptKey()
                    + "\r\n\r\n");
            // Deflated "hello", with RSV1.
            guest.write(RawFrames.frame(
                    0xC1, new byte[] {(byte) 0xca, 0x48, (byte) 0xcd, (byte) 0xc9, (byte) 0xc9, 0x07, 0x00}));
            guest.awaitEnd();
        });

        String first = dialled.next();
        String end = first.equals("opened") ? dialled.next() : first;
        assertThat(end).isNotEqualTo("text hello").matches("failed .*|broken|closed .*");
        assertThat(peer.guests().get(0).head().toLowerCase(Locale.ROOT)).doesNotContain("extensions", "deflate");
        Figures.note("S12", "BadStreamTest", "10 broken streams each end the link; a deflate offer is not taken");
    }

    @Test
    void an_upgrade_that_is_never_answered_ends_after_ten_seconds() throws Exception {
        dial(guest -> guest.awaitEnd());
        dialled.untilGuest(peer);

        dialled.advance(9_900);
        assertThat(dialled.said()).isEmpty();
        dialled.advance(200);

        assertThat(dialled.next()).isEqualTo("failed SOON 127.0.0.1:" + peer.port() + " does not answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>",
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:%d/login\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 511 Network Authentication Required\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n",
                "Welcome to the hotel! Enter your room number.\r\n\r\n",
                "220 mail.example ESMTP\r\n\r\n"
            })
    void what_answers_in_place_of_the_server_is_called_that_and_gets_the_token_once(String answer) throws Exception {
        dial(guest -> {
            guest.write(answer.formatted(peer.port()));
            guest.awaitEnd();
        });
        for (int each = 0; each < 3; each++) {
            assertThat(dialled.next()).startsWith("failed SOON this network answers in place of the server");
            dialled.again();
        }
        dialled.next();

        List<String> heads = peer.guests().stream().map(RawPeer.Guest::head).toList();
        assertThat(heads).allMatch(head -> head.startsWith("GET /ws_api/")).hasSize(4);
        assertThat(heads).filteredOn(head -> head.contains("Authorization")).hasSize(1);
        assertThat(heads.get(0)).contains("Authorization");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>",
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:%d/login\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 511 Network Authentication Required\r\nContent-Length: 0\r\n\r\n",
                "Welcome to the hotel! Enter your room number.\r\n\r\n"
            })
    void at_the_look_up_and_at_the_sign_up_it_is_called_that_too(String answer) throws Exception {
        peer = RawPeer.start(guest -> {
            guest.write(answer.formatted(peer.port()));
            guest.awaitEnd();
        });
        String here = "127.0.0.1:" + peer.port();
        for (Optional<String> host : List.of(Optional.<String>empty(), Optional.of(here))) {
            Optional<String> token = host.isEmpty() ? Optional.of(World.jwt("me")) : Optional.empty();
            dialled = new Dialled(URI.create("http://" + here), host, host, token, options -> options);

            assertThat(dialled.next()).startsWith("failed SOON this network answers in place of the server 127.0.0.1");

            dialled.close();
        }
        assertThat(peer.guests())
                .extracting(guest -> guest.head().lines().findFirst().orElse("").split(" ")[0])
                .containsExactly("GET", "POST");
        assertThat(peer.guests()).noneMatch(guest -> guest.head().contains("Authorization"));
    }

    @Test
    void when_the_service_is_back_it_shows_itself_first_and_then_gets_the_token() throws Exception {
        dial(guest -> {
            if (peer.guests().size() == 1) {
                guest.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            } else {
                guest.upgrade();
            }
            guest.awaitEnd();
        });
        assertThat(dialled.next()).startsWith("failed");

        dialled.again();

        assertThat(dialled.next()).isEqualTo("opened");
        assertThat(peer.guests())
                .extracting(guest -> guest.head().contains("Authorization"))
                .containsExactly(true, false, true);
    }

    @Test
    void the_upgrade_asks_for_version_3_and_shows_token_and_properties() throws Exception {
        dial(guest -> {
            guest.upgrade();
            guest.awaitEnd();
        });

        assertThat(dialled.next()).isEqualTo("opened");

        assertThat(peer.guests().get(0).head().lines())
                .contains("GET /ws_api/account/10000001/messaging/consumer?v=3 HTTP/1.1")
                .anyMatch(line -> line.equalsIgnoreCase("Authorization: jwt " + World.jwt("me")))
                .anyMatch(line -> line.equalsIgnoreCase("Client-Properties: " + ClientProperties.header()));
    }

    @Test
    void it_is_dialled_as_it_should_be() throws IOException {
        dial(guest -> guest.upgrade());

        assertThat(SocketDialer.options().getConnectTimeout()).isEqualTo(10_000);
        assertThat(SocketDialer.options().isTcpKeepAlive()).isTrue();
        assertThat(SocketDialer.options().getMaxFrameSize()).isEqualTo(4 << 20);
        assertThat(SocketDialer.options().getMaxMessageSize()).isEqualTo(4 << 20);
        assertThat(SocketDialer.options().isVerifyHost()).isTrue();
        assertThat(SocketDialer.options().isTrustAll()).isFalse();
    }
}
