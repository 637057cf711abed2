package dev.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The envelope, and what is refused. */
class CodecTest {
    static Stream<String> examples() {
        return Examples.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void what_was_read_and_written_again_reads_the_same(String example) throws MalformedFrame {
        Frame frame = Examples.frame(example);

        assertThat(Codec.decode(Codec.encode(frame))).isEqualTo(frame);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_is_of_the_kind_it_says(String example) throws MalformedFrame {
        Class<?> expected =
                switch (Examples.json(Examples.text(example)).path("kind").asText()) {
                    case "req" -> Frame.Request.class;
                    case "resp" -> Frame.Response.class;
                    default -> Frame.Notification.class;
                };

        assertThat(Examples.frame(example)).isInstanceOf(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init-request",
                "init-response",
                "clock-request",
                "clock-response",
                "error-object",
                "conversation-request",
                "subscribe-conversations-request",
                "unsubscribe-request",
                "subscribe-events-request",
                "subscribe-events-response",
                "publish-text-request",
                "publish-accept-request",
                "publish-typing-request",
                "close-stage-request",
                "csat-request",
                "ttr-request",
                "set-profile-request",
                "profile-request"
            })
    void what_is_written_is_the_example_itself(String example) throws MalformedFrame {
        assertThat(Examples.json(Codec.encode(Examples.frame(example))))
                .isEqualTo(Examples.json(Examples.text(example)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kind\":null}",
                "{\"kind\":[\"resp\"],\"reqId\":\"1\"}",
                "{\"kind\":\"CLOSE\",\"x\":1}",
                "{\"kind\":\"req\",\"type\":\"GetClock\"}",
                "{\"kind\":\"req\",\"id\":\"1\"}"
            })
    void an_object_of_an_unknown_kind_is_kept(String text) throws MalformedFrame {
        assertThat(Codec.decode(text)).isEqualTo(new Frame.Unknown(Examples.json(text)));
    }

    @Test
    void a_notification_without_type_is_unknown() throws MalformedFrame {
        assertThat(Codec.decode("{\"kind\":\"notification\"}"))
                .isEqualTo(new Frame.Notification(new NotificationBody.Unknown("", null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "7",
                "\"secret\"",
                "{",
                "{\"secret\":",
                "{\"secret\":secret}",
                "{}secret",
                "{} {}",
                "{'secret':1}",
                "{\"a\":1,}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "\u0000{}",
                "{\"a\":\"\u0007\"}"
            })
    void what_is_no_json_object_is_refused_without_quoting_it(String text) {
        assertThatThrownBy(() -> Codec.decode(text))
                .isInstanceOf(MalformedFrame.class)
                .hasNoCause()
                .message()
                .doesNotContain("secret");
    }

    static Stream<String> beyond() {
        return Stream.of(
                "{\"a\":" + "[".repeat(64) + "]".repeat(64) + "}",
                "{\"a\":\"" + "s".repeat((2 << 20) + 1) + "\"}",
                "{\"a\":" + "9".repeat(65) + "}",
                "{\"" + "n".repeat(1025) + "\":1}",
                "{\"a\":[" + "1,".repeat(1 << 20) + "1]}",
                "{\"a\":1" + " ".repeat(4 << 20) + "}");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("beyond")
    void what_is_too_deep_too_long_or_too_much_is_refused(String text) {
        assertThatThrownBy(() -> Codec.decode(text)).isInstanceOf(MalformedFrame.class);
    }

    static Stream<String> within() {
        return Stream.of(
                "{\"a\":" + "[".repeat(63) + "]".repeat(63) + "}",
                "{\"a\":\"" + "s".repeat(2 << 20) + "\"}",
                "{\"a\":" + "9".repeat(64) + "}",
                "{\"" + "n".repeat(1024) + "\":1}",
                "{\"a\":1e999999999}",
                "{\"a\":\"\\ud800 \u001f\"}".replace("\u001f", "\\u001f"),
                " {\"a\":1} \n");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("within")
    void what_is_just_within_the_limits_is_read_and_can_be_written(String text) throws MalformedFrame {
        Frame frame = Codec.decode(text);

        assertThat(Codec.decode(Codec.encode(frame))).isInstanceOf(Frame.Unknown.class);
    }

    /** JSON has no word for what is beyond a double, so it must not become a word. */
    @Test
    void a_number_that_is_too_large_stays_a_number() throws MalformedFrame {
        Frame frame = Codec.decode("{\"a\":35e400,\"b\":-1e999999999}");

        assertThat(Codec.encode(frame)).isEqualTo("{\"a\":1.7976931348623157E308,\"b\":-1.7976931348623157E308}");
    }
}
