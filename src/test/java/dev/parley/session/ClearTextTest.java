package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.scorecard.Shows;
import io.vertx.core.http.RequestOptions;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Shows("S8")
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1@192.0.2.1",
                "http://localhost:80@192.0.2.1",
                "http://localhost\\@192.0.2.1",
                "http://192.0.2.1#localhost",
                "http://192.0.2.1?localhost",
                "http://0",
                "http://[::]",
                "http://[fe80::1]",
                "http://[::ffff:192.0.2.1]",
                "ws://[64:ff9b::7f00:1]",
                "ws://192.0.2.1",
                "http://3221225985",
                "http://0x7f.1"
            })
    void no_way_of_writing_it_makes_another_machine_this_one(String server) {
        Optional<String> problem;
        try {
            problem = ClearText.problem(URI.create(server));
        } catch (IllegalArgumentException unreadable) {
            problem = Optional.of("no address at all");
        }

        assertThat(problem).isPresent();
    }

    @Test
    void a_name_is_what_it_resolves_to_every_one_of_its_addresses() throws Exception {
        Endpoint named = Endpoint.of(URI.create("http://box.example:80"));
        InetAddress here = InetAddress.getByAddress(new byte[] {127, 3, 2, 1});
        InetAddress there = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});

        assertThat(ClearText.pin(named, host -> new InetAddress[] {here}).pinned())
                .contains(here);
        for (InetAddress[] addresses : new InetAddress[][] {{there}, {here, there}, {there, here}}) {
            assertThatThrownBy(() -> ClearText.pin(named, host -> addresses)).hasMessageContaining("this machine only");
        }
    }

    @Test
    void it_is_resolved_once_and_the_connection_goes_to_what_was_found() throws Exception {
        List<String> asked = new ArrayList<>();
        Endpoint pinned = ClearText.pin(Endpoint.of(URI.create("http://box.example:80")), host -> {
            asked.add(host);
            return new InetAddress[] {InetAddress.getByAddress(new byte[] {127, 0, 0, 1})};
        });

        RequestOptions options = pinned.aim(new RequestOptions(), "/");

        assertThat(options.getServer().toString()).startsWith("127.0.0.1:");
        assertThat(asked).containsExactly("box.example");
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
