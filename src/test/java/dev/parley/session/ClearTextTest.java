package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClearTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1", "ws://localhost", "http://[::1]:9", "https://anywhere.example"})
    void to_this_machine_or_encrypted_is_fine(String server) {
        assertThat(ClearText.problem(URI.create(server))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.1", "ws://192.0.2.1:80", "http://0.0.0.0:80", "http://[2001:db8::1]"})
    void to_elsewhere_it_is_refused(String server) {
        assertThat(ClearText.problem(URI.create(server))).get().asString().contains("this machine only");
    }

    @Test
    void to_a_host_that_cannot_be_found_it_is_refused_too() {
        // A label too long for any name server to be asked.
        URI nowhere = URI.create("http://" + "a".repeat(64) + ".invalid");

        assertThat(ClearText.problem(nowhere)).get().asString().contains("this machine only", "cannot be found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://127.0.0.1", "http:nothing", "https://user@h.example"})
    void what_is_no_address_of_a_service_is_refused(String server) {
        assertThat(ClearText.problem(URI.create(server))).isPresent();
    }

    @Test
    void nothing_is_aimed_at_a_clear_host_that_was_not_checked() {
        Endpoint unchecked = new Endpoint("127.0.0.1", 80, false, Optional.empty());

        assertThatThrownBy(() -> unchecked.aim(new RequestOptions(), "/")).isInstanceOf(IllegalStateException.class);
    }
}
