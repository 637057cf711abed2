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
    void a_socket_is_closed_with_4401_when_its_token_runs_out() {
        Duration life = Duration.ofHours(2);
        HeldTimers expiry =
                new HeldTimers(delay -> delay > life.minusMinutes(10).toMillis() && delay <= life.toMillis());
        Sandbox sandbox = sandboxes.start(SandboxOptions.inMemory()
                .withAgent(Optional.empty())
                .withTokenLife(life)
                .withTime(expiry.time()));
        RawPeer peer = sandboxes.keep(RawPeer.as(Talk.signUp(sandbox.port()), sandbox.port()));

        expiry.fire();

        RawPeer.Seen last = peer.next();
        assertThat(last.closeCode()).isEqualTo(4401);
        assertThat(last.closeReason()).isEqualTo("Identity token has expired");
    }

    @Test
    void a_token_that_has_run_out_is_refused_and_another_for_the_same_consumer_is_not() {
        Rig rig = new Rig(Duration.ofMinutes(10));
        String jwt = rig.service.logins().tokenFor(Rig.CONSUMER);

        rig.time.advance(Duration.ofMinutes(10).toMillis());

        assertThat(rig.service.bearer(jwt)).isEmpty();
        assertThat(rig.service
                        .bearer(rig.service.logins().tokenFor(Rig.CONSUMER))
                        .orElseThrow()
                        .consumerId())
                .isEqualTo(Rig.CONSUMER);
    }

    @Test
    void ended_tokens_are_refused_and_one_issued_in_the_same_second_is_not() {
        Rig rig = new Rig();
        String jwt = rig.service.logins().tokenFor(Rig.CONSUMER);

        rig.service.logins().endTokens(Rig.CONSUMER);

        assertThat(rig.service.bearer(jwt)).isEmpty();
        assertThat(rig.service.bearer(rig.service.logins().tokenFor(Rig.CONSUMER)))
                .isPresent();
    }

    @Test
    void a_new_token_given_in_band_keeps_the_socket_open() {
        Rig rig = new Rig(Duration.ofMinutes(10));
        Rig.Socket socket = rig.stranger();
        initialise(socket, rig.service.logins().tokenFor(Rig.CONSUMER));
        rig.time.advance(Duration.ofMinutes(9).toMillis());

        initialise(socket, rig.service.logins().tokenFor(Rig.CONSUMER));
        rig.time.advance(Duration.ofMinutes(9).toMillis());
        assertThat(socket.closeCode).isZero();

        rig.time.advance(Duration.ofMinutes(1).toMillis());
        assertThat(socket.closeCode).isEqualTo(4401);
    }

    @Test
    void a_socket_does_not_become_somebody_elses() {
        Rig rig = new Rig();
        Rig.Socket socket = rig.socket();

        assertThat(initialise(socket, rig.service.logins().signUp())).isEqualTo(401);
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
