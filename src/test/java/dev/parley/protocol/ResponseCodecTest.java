package dev.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseCodecTest {
    @Test
    void an_answer_keeps_the_id_the_code_and_its_body() throws MalformedFrame {
        Frame.Response response = Examples.response("publish-text-response");

        assertThat(response.reqId()).isEqualTo("4");
        assertThat(response.code()).isEqualTo(200);
        assertThat(response.isError()).isFalse();
        assertThat(response.type()).isEqualTo("ms.PublishEventResponse");
        assertThat(response.body()).isEqualTo(Examples.json("{\"sequence\":3}"));
    }

    @Test
    void the_clock_is_in_the_body() throws MalformedFrame {
        Frame.Response response = Examples.response("clock-response");

        assertThat(response.body()).isEqualTo(Examples.json("{\"currentTime\":1700000000123}"));
    }

    @Test
    void an_error_speaks_in_a_string_or_an_object() throws MalformedFrame {
        assertThat(Examples.response("error-string").isError()).isTrue();
        assertThat(Examples.response("error-string").words()).isEqualTo("<text>");
        assertThat(Examples.response("error-object").code()).isEqualTo(502);
        assertThat(Examples.response("error-object").words())
                .isEqualTo("Unable to access resource: Failed to connect to AC for setting delay");
    }

    @Test
    void an_error_without_words_says_its_code() throws MalformedFrame {
        assertThat(response("\"reqId\":\"9\",\"code\":429").words()).isEqualTo("error 429");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"reqId\":9", "\"reqId\":\"9\"", "\"reqId\":9,\"code\":null", "\"reqId\":9,\"code\":\"200\""})
    void a_missing_code_is_success_and_a_numeric_id_is_text(String members) throws MalformedFrame {
        assertThat(response(members)).isEqualTo(new Frame.Response("9", 200, "", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"code\":200",
                "\"reqId\":[9],\"code\":200",
                "\"reqId\":\"\",\"code\":200",
                "\"reqId\":\"9\",\"code\":\"fine\"",
                "\"reqId\":\"9\",\"code\":{}",
                "\"reqId\":\"9\",\"code\":99999999999"
            })
    void an_answer_to_nobody_or_with_a_senseless_code_answers_nothing(String members) throws MalformedFrame {
        assertThat(Codec.decode("{\"kind\":\"resp\"," + members + "}")).isInstanceOf(Frame.Unknown.class);
    }

    private static Frame.Response response(String members) throws MalformedFrame {
        return (Frame.Response) Codec.decode("{\"kind\":\"resp\"," + members + "}");
    }
}
