package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In mid-conversation the consumer becomes the one whom the brand knows (PROTOCOL.md 2.1, flow E). */
class StepUpFlowTest extends Flowing {
    /** Somebody without a login, where another consumer is whom the brand will name. */
    private SignIn besideTheBrands() {
        gives("token", jwt("brand", 0));
        signIn(idToken(), Optional.empty()).token(HOSTS);
        SignIn second = signIn(anonymous(), Optional.of(kept("anon", "E0")));
        second.token(HOSTS);
        gives("token", jwt("brand", 1));
        return second;
    }

    @Test
    void flow_e_shows_who_one_was_and_is_the_brands_consumer_from_then_on() {
        SignIn signIn = signIn(anonymous(), Optional.of(kept("anon", "E0")));
        signIn.token(HOSTS);
        gives("token", jwt("brand", 1));

        Future<Token> stepped = signIn.stepUp(new Way.Brand("55", proof, Optional.empty()));

        assertThat(stepped.result().consumerId()).isEqualTo("brand");
        assertThat(asked)
                .containsExactly(
                        "app/55/authenticate?v=3.0 {\"id_token\":\"brand-1\",\"lp_jwt\":\"" + jwt("anon", 0) + "\"}");
        assertThat(signIn.token(HOSTS).result().consumerId()).isEqualTo("brand");
        assertThat(kept).isEmpty();
    }

    @Test
    void nobody_steps_up_to_who_another_consumer_here_is_already() {
        SignIn second = besideTheBrands();

        Future<Token> stepped = second.stepUp(new Way.Brand("55", proof, Optional.empty()));

        assertThat(trouble(stepped).sentence()).isEqualTo("consumer 1 here is the same person already");
        assertThat(second.token(HOSTS).result().consumerId()).isEqualTo("anon");
    }

    @Test
    void who_could_not_step_up_is_renewed_and_kept_as_before() {
        SignIn second = besideTheBrands();
        second.stepUp(new Way.Brand("55", proof, Optional.empty()));

        second.refused(401);
        givesBoth("E1", jwt("anon", 1));
        Future<Token> fresh = second.token(HOSTS);

        assertThat(fresh.result().consumerId()).isEqualTo("anon");
        assertThat(kept).containsExactly("again anon E1@4711");
    }

    @Test
    void a_person_whom_a_consumer_has_ceased_to_be_is_free() {
        SignIn first = signIn(anonymous(), Optional.of(kept("anon", "E0")));
        first.token(HOSTS);
        gives("token", jwt("brand", 1));
        first.stepUp(new Way.Brand("55", proof, Optional.empty()));

        Future<Token> second =
                signIn(anonymous(), Optional.of(kept("anon", "E0"))).token(HOSTS);

        assertThat(second.result().consumerId()).isEqualTo("anon");
    }

    @Test
    void a_step_up_that_is_refused_leaves_everything_as_it_was() {
        SignIn signIn = signIn(anonymous(), Optional.of(kept("anon", "E0")));
        signIn.token(HOSTS);
        answer(403, "{}");

        Future<Token> refused = signIn.stepUp(new Way.Brand("55", proof, Optional.empty()));

        assertThat(trouble(refused).sentence()).contains("(403)");
        assertThat(signIn.token(HOSTS).result().consumerId()).isEqualTo("anon");
    }
}
