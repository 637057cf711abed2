package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.terminal.Key.Code;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDecoderTest {
    private static final String ESC = "\033";

    private final List<Input> inputs = new ArrayList<>();
    private final AtomicInteger synchronizedOutput = new AtomicInteger();
    private final KeyDecoder decoder = new KeyDecoder(inputs::add, synchronizedOutput::incrementAndGet);

    @Test
    void a_lone_escape_is_the_key_after_the_time_out() {
        read(ESC);
        assertThat(inputs).isEmpty();
        assertThat(decoder.isWaiting()).isTrue();

        decoder.timeout();

        assertThat(inputs).containsExactly(Key.of(Code.ESCAPE));
        assertThat(decoder.isWaiting()).isFalse();
    }

    @Test
    void escape_typed_twice_is_two_of_them() {
        read(ESC + ESC);

        decoder.timeout();

        assertThat(inputs).containsExactly(Key.of(Code.ESCAPE), Key.of(Code.ESCAPE));
    }

    @Test
    void a_csi_that_the_network_cut_is_never_typed_however_long_it_takes() {
        read(ESC + "[");
        decoder.timeout();
        read("1;5");
        decoder.timeout();
        read("C");

        assertThat(inputs).containsExactly(Key.of(Code.RIGHT).withCtrl());
    }

    @ParameterizedTest
    @ValueSource(strings = {"O", "]", "P", "_", "^", "X"})
    void what_could_introduce_a_sequence_is_an_alt_key_when_nothing_follows(String letter) {
        read(ESC + letter);

        decoder.timeout();

        assertThat(inputs).containsExactly(Key.alt(letter));
    }

    @Test
    void a_control_string_without_an_end_does_not_swallow_enter() {
        read(ESC + "]11;rgb");

        read("\r");

        assertThat(inputs).containsExactly(Key.of(Code.ENTER));
    }

    @Test
    void keys_that_arrive_together_are_keys() {
        read("ok\r");

        assertThat(inputs).containsExactly(Key.text("o"), Key.text("k"), Key.of(Code.ENTER));
    }

    @Test
    void a_line_end_with_text_behind_it_in_the_same_read_is_a_paste() {
        read("one\rtwo\r");

        decoder.timeout();

        assertThat(inputs).containsExactly(new Input.Paste("one\ntwo\n"));
    }

    @Test
    void a_paste_without_brackets_goes_on_in_the_next_read_and_ends_with_the_time_out() {
        read("one\rtw");
        assertThat(decoder.isWaiting()).isTrue();
        read("o\r");
        decoder.timeout();
        read("\r");

        assertThat(inputs).containsExactly(new Input.Paste("one\ntwo\n"), Key.of(Code.ENTER));
    }

    @Test
    void enter_and_then_an_arrow_is_no_paste() {
        read("a\r" + ESC + "[A");

        assertThat(inputs).containsExactly(Key.text("a"), Key.of(Code.ENTER), Key.of(Code.UP));
    }

    @Test
    void three_arrows_in_one_read_are_a_wheel() {
        read((ESC + "[A").repeat(3) + (ESC + "OB").repeat(4) + (ESC + "[A").repeat(2) + "x");

        assertThat(inputs)
                .containsExactly(
                        new Input.Burst(-3), new Input.Burst(4), Key.of(Code.UP), Key.of(Code.UP), Key.text("x"));
    }

    @Test
    void arrows_of_several_reads_are_keys() {
        read(ESC + "[A");
        read(ESC + "[A");
        read(ESC + "[A");

        assertThat(inputs).hasSize(3).containsOnly(Key.of(Code.UP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"👨‍👩‍👧", "👍🏽", "🏳️‍🌈", "🇩🇪", "e\u0301", "1\uFE0F\u20E3", "❤️"})
    void a_cluster_that_arrives_together_is_one_key(String cluster) {
        read("a" + cluster + "b");

        assertThat(inputs).containsExactly(Key.text("a"), Key.text(cluster), Key.text("b"));
    }

    @Test
    void wrong_utf8_becomes_the_replacement_character_and_the_rest_is_read() {
        bytes(0x61, 0xC3, 0x62, 0xFF, 0xE2, 0x82, 0xED, 0xA0, 0x80, 0x63);

        assertThat(text()).startsWith("a\uFFFDb\uFFFD\uFFFD").endsWith("c").doesNotContain("\uD800");
    }

    @Test
    void c1_controls_are_not_typed() {
        read("a\u009b31mb");

        assertThat(text()).isEqualTo("a31mb");
    }

    @Test
    void the_answer_about_synchronized_output_is_heard() {
        read(ESC + "[?2026;2$y");

        assertThat(synchronizedOutput).hasValue(1);
        assertThat(inputs).isEmpty();
    }

    @Test
    void a_lone_ctrl_c_ends_a_paste_whose_end_got_lost() {
        read(ESC + "[200~half");
        read("\003");

        assertThat(inputs).containsExactly(new Input.Paste("half"), Key.ctrl('c'));
    }

    @Test
    void a_paste_of_ten_megabytes_comes_whole_over_many_reads() {
        byte[] read = "0123456789abcdef".repeat(256).getBytes(StandardCharsets.US_ASCII);
        read(ESC + "[200~");
        for (int i = 0; i < 2560; i++) {
            decoder.read(read, 0, read.length);
        }
        read(ESC + "[201~");

        assertThat(inputs).hasSize(1);
        assertThat(((Input.Paste) inputs.get(0)).text()).hasSize(10 << 20);
    }

    @Test
    void no_bytes_make_it_throw_and_afterwards_it_still_works() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String likely = "\033[O]P;$~?<M\r\n\0200122345uABCR\u00e9\007\\";
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte)
                        (random.nextBoolean() ? random.nextInt(256) : likely.charAt(random.nextInt(likely.length())));
            }
            decoder.read(bytes, 0, bytes.length);
            if (random.nextBoolean()) {
                decoder.timeout();
            }
        }
        read("\003");
        read("\030\030");
        decoder.timeout();
        inputs.clear();

        read("z");

        assertThat(inputs).as("seed " + seed).containsExactly(Key.text("z"));
    }

    private void read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        decoder.read(bytes, 0, bytes.length);
    }

    private void bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        decoder.read(bytes, 0, bytes.length);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        inputs.forEach(input -> text.append(((Key) input).text()));
        return text.toString();
    }
}
