package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.host.Secret;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The token in the first frame, where its header does not arrive. */
class InBandTest extends Flowing {
    @Test
    void a_token_that_was_let_in_and_then_not_known_goes_into_the_first_frame_from_then_on() {
        SignIn signIn = signIn(anonymous(), Optional.of(kept("anon", "E0")));
        Secret shown = signIn.token(HOSTS).result().secret();

        Remedy remedy = signIn.ended(4401, shown, false);

        assertThat(remedy).isEqualTo(Remedy.AT_HAND);
        assertThat(signIn.inBand()).isTrue();
        assertThat(warnings).singleElement().asString().contains("header", "--auth init");
        assertThat(signIn.token(HOSTS).result().secret().reveal()).isEqualTo(jwt("anon", 0));
        assertThat(asked).isEmpty();
    }

    @Test
    void one_that_was_known_for_a_while_did_arrive() {
        SignIn signIn = signIn(anonymous(), Optional.of(kept("anon", "E0")));
        Secret shown = signIn.token(HOSTS).result().secret();

        signIn.ended(4401, shown, true);

        assertThat(signIn.inBand()).isFalse();
    }

    @Test
    void in_band_from_the_start_there_is_no_other_way_left_to_try() {
        inBand = true;
        SignIn signIn = signIn(new Way.SignUp(), Optional.of(Pass.of(Secret.of(jwt("me", 0)))));
        Secret shown = signIn.token(HOSTS).result().secret();

        assertThat(signIn.ended(4401, shown, false)).isEqualTo(Remedy.NONE);
    }
}
