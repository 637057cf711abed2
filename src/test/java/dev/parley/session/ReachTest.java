package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is fetched from inside the network that this machine stands in (RELIABILITY.md 3.4). */
class ReachTest {
    private static final Endpoint STORE = new Endpoint("store.example", 443, true, Optional.empty());

    private static Endpoint pin(String address, boolean emulator) throws Exception {
        InetAddress[] found = {InetAddress.getByName("198.51.100.7"), InetAddress.getByName(address)};
        return Reach.pin(STORE, emulator, host -> found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::"
            })
    void an_address_inside_is_refused_even_beside_one_outside(String address) {
        assertThatThrownBy(() -> pin(address, false))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("store.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.9", "2001:db8::1"})
    void one_outside_is_pinned(String address) throws Exception {
        assertThat(pin(address, false).pinned()).contains(InetAddress.getByName("198.51.100.7"));
    }

    @Test
    void beside_an_emulator_this_machine_may_be_reached_and_nothing_else_inside() throws Exception {
        assertThat(pin("127.0.0.1", true).pinned()).isPresent();
        assertThatThrownBy(() -> pin("10.1.2.3", true)).isInstanceOf(Trouble.class);
    }

    @Test
    void clear_text_is_for_an_emulator_only() throws Exception {
        Endpoint clear = new Endpoint("localhost", 80, false, Optional.empty());
        InetAddress[] here = {InetAddress.getByName("127.0.0.1")};

        assertThat(Reach.pin(clear, true, host -> here).pinned()).contains(here[0]);
        assertThatThrownBy(() -> Reach.pin(clear, false, host -> here)).isInstanceOf(Trouble.class);
    }
}
