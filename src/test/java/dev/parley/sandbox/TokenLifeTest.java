package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.service.Rig;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A token that runs out in mid-session. */
class TokenLifeTest {
    @RegisterExtension
    final Sandboxes sandboxes = new Sandboxes();

    @Test
    void a_socket_is_closed_with_4401_when_its_token_runs_out_and_the_token_is_refused_then() {
        Sandbox sandbox = sandboxes.start(
                SandboxOptions.inMemory().withAgent(Optional.empty()).withTokenLife(Duration.ofSeconds(2)));
        String jwt = Talk.signUp(sandbox.port());
        RawPeer peer = sandboxes.keep(RawPeer.as(jwt, sandbox.port()));
        peer.open();

        RawPeer.Seen last = peer.next();

        assertThat(last.closeCode()).isEqualTo(4401);
        assertThat(last.closeReason()).isEqualTo("Identity token has expired");
        RawPeer again = RawPeer.saying(sandbox.port(), RawPeer.upgrade(sandbox.port(), RawPeer.bearing(jwt)));
        assertThat(sandboxes.keep(again).status()).isEqualTo(401);
        String fresh = Sandboxes.await(sandbox.token(RequestFaultsTest.sub(jwt)));
        assertThat(sandboxes.keep(RawPeer.as(fresh, sandbox.port())).untilClock())
                .isEmpty();
    }

    @Test
    void a_new_token_given_in_band_keeps_the_socket_open() {
        Rig rig = new Rig(Duration.ofMinutes(10));
        Rig.Socket socket = rig.stranger();
        initialise(socket, rig.service.tokenFor(Rig.CONSUMER));
        rig.time.advance(Duration.ofMinutes(9).toMillis());

        initialise(socket, rig.service.tokenFor(Rig.CONSUMER));
        rig.time.advance(Duration.ofMinutes(9).toMillis());
        assertThat(socket.closeCode).isZero();

        rig.time.advance(Duration.ofMinutes(1).toMillis());
        assertThat(socket.closeCode).isEqualTo(4401);
    }

    @Test
    void a_socket_does_not_become_somebody_elses() {
        Rig rig = new Rig();
        Rig.Socket socket = rig.socket();

        assertThat(initialise(socket, rig.service.signUp())).isEqualTo(401);
        assertThat(socket.closeCode).isEqualTo(4401);
    }

    private static int initialise(Rig.Socket socket, String jwt) {
        return socket.ask(
                        "InitConnection",
                        "{}",
                        ",\"headers\":[{\"type\":\".ams.headers.ConsumerAuthentication\",\"jwt\":\"" + jwt + "\"}]")
                .path("code")
                .asInt();
    }
}
