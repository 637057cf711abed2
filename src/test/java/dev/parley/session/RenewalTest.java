package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.host.Secret;
import dev.parley.scorecard.Shows;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A token that ends is followed by another of the same consumer, where there is a way to it (PROTOCOL.md 2.1). */
class RenewalTest extends Flowing {
    @Test
    @Shows("R10")
    void a_refused_token_is_refreshed_once_and_the_second_refusal_is_the_persons() {
        SignIn signIn = signIn(new Way.SignUp(), Optional.of(kept("anon", "E0")));
        signIn.token(HOSTS);

        Trouble first = signIn.refused(401);
        givesBoth("E1", jwt("anon", 1));
        Future<Token> fresh = signIn.token(HOSTS);
        Trouble second = signIn.refused(401);

        assertThat(first.hope()).isEqualTo(Trouble.Hope.SOON);
        assertThat(fresh.result().secret().reveal()).isEqualTo(jwt("anon", 1));
        assertThat(asked)
                .containsExactly(
                        "anonymous/authorize {\"id_token\":\"E0\"}",
                        "app/4711/authenticate?v=3.0 {\"id_token\":\"E1\"}");
        assertThat(kept).containsExactly("again anon E1@4711");
        assertThat(second.hope()).isEqualTo(Trouble.Hope.NONE);
        assertThat(second.sentence()).contains("even a new token", "/reconnect");
    }

    @Test
    void after_the_persons_word_one_more_is_asked_for() {
        SignIn signIn = signIn(new Way.SignUp(), Optional.of(kept("anon", "E0")));
        signIn.refused(401);
        givesBoth("E1", jwt("anon", 1));
        signIn.token(HOSTS);
        signIn.refused(401);
        givesBoth("E2", jwt("anon", 2));

        signIn.token(HOSTS);

        assertThat(asked).hasSize(4);
        assertThat(asked.get(2)).isEqualTo("anonymous/authorize {\"id_token\":\"E1\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {4401, 4407})
    void a_close_that_means_the_token_asks_for_another_once(int code) {
        SignIn signIn = signIn(anonymous(), Optional.of(kept("anon", "E0")));
        Secret shown = signIn.token(HOSTS).result().secret();
        signIn.proven();

        Remedy first = signIn.ended(code, shown, true);
        givesBoth("E1", jwt("anon", 1));
        Secret next = signIn.token(HOSTS).result().secret();
        Remedy second = signIn.ended(code, next, true);

        assertThat(first).isEqualTo(Remedy.ASKS);
        assertThat(second).isEqualTo(Remedy.PERSON);
    }

    @ParameterizedTest
    @CsvSource({"1008, 2", "1011, 2", "1006, 0", "1001, 0", "4000, 0"})
    void a_close_that_may_mean_the_token_asks_for_another_but_not_again_and_again(int code, int requests) {
        SignIn signIn = signIn(anonymous(), Optional.of(kept("anon", "E0")));
        Secret shown = signIn.token(HOSTS).result().secret();
        for (int each = 0; each < 5; each++) {
            signIn.proven();
            assertThat(signIn.ended(code, shown, true)).isEqualTo(Remedy.NONE);
            if (each == 0 && requests > 0) {
                givesBoth("E1", jwt("anon", 1));
            }
            shown = signIn.token(HOSTS).result().secret();
        }

        assertThat(asked).hasSize(requests);
    }

    @Test
    @Shows("R10")
    void at_four_fifths_of_its_life_a_token_is_renewed_while_the_old_one_is_still_in_use() {
        long begin = time.now().getEpochSecond();
        String old = World.jwt("{\"sub\":\"anon\",\"iat\":" + begin + ",\"exp\":" + (begin + 1_000) + "}", "s");
        Pass pass = new Pass(Secret.of(old), kept("anon", "E0").external());
        SignIn signIn = signIn(anonymous(), Optional.of(pass));
        Secret shown = signIn.token(HOSTS).result().secret();
        givesBoth("E1", jwt("anon", 1));

        serverSays(begin + 799);
        assertThat(asked).isEmpty();
        serverSays(begin + 801);
        serverSays(begin + 900);

        assertThat(asked).hasSize(2);
        assertThat(renewed).containsExactly("anon");
        assertThat(warnings).isEmpty();
        assertThat(signIn.ended(4401, shown, true)).isEqualTo(Remedy.AT_HAND);
        assertThat(signIn.token(HOSTS).result().secret().reveal()).isEqualTo(jwt("anon", 1));
        assertThat(asked).hasSize(2);
    }

    @Test
    void a_renewal_ahead_that_fails_is_said_once_and_tried_again_when_the_token_has_ended() {
        long begin = time.now().getEpochSecond();
        String old = World.jwt("{\"sub\":\"anon\",\"iat\":" + begin + ",\"exp\":" + (begin + 1_000) + "}", "s");
        SignIn signIn = signIn(
                anonymous(),
                Optional.of(new Pass(Secret.of(old), kept("anon", "E0").external())));
        Secret shown = signIn.token(HOSTS).result().secret();
        answer(503, "{}");
        serverSays(begin + 801);
        serverSays(begin + 1_001);

        assertThat(signIn.ended(4401, shown, true)).isEqualTo(Remedy.AT_HAND);
        givesBoth("E1", jwt("anon", 1));
        Future<Token> fresh = signIn.token(HOSTS);

        assertThat(fresh.succeeded()).isTrue();
        assertThat(warnings).singleElement().asString().contains("about to expire", "(503)");
    }

    @Test
    void a_kept_token_that_ran_out_is_refreshed_before_the_service_sees_it() {
        Pass old = new Pass(
                Secret.of(World.jwt("{\"sub\":\"anon\",\"exp\":1}", "s")),
                kept("anon", "E0").external());
        givesBoth("E1", jwt("anon", 1));

        Future<Token> token = signIn(new Way.SignUp(), Optional.of(old)).token(HOSTS);

        assertThat(token.result().consumerId()).isEqualTo("anon");
    }

    @Test
    void a_refresh_that_is_refused_is_a_question_and_makes_nobody_new() {
        SignIn signIn = signIn(anonymous(), Optional.of(kept("anon", "E0")));
        signIn.refused(401);
        answer(401, "{\"internalErrorCode\":\"40101\"}");

        Trouble trouble = trouble(signIn.token(HOSTS));

        assertThat(trouble.hope()).isEqualTo(Trouble.Hope.NONE);
        assertThat(trouble.sentence()).contains("refuses to refresh this consumer", "40101", "/new --consumer new");
        assertThat(asked).hasSize(1);
    }

    @Test
    void another_consumers_token_is_never_taken_for_a_newer_one() {
        SignIn signIn = signIn(anonymous(), Optional.of(kept("anon", "E0")));
        signIn.refused(401);
        givesBoth("E1", jwt("somebody", 1));

        Trouble trouble = trouble(signIn.token(HOSTS));

        assertThat(trouble.hope()).isEqualTo(Trouble.Hope.NONE);
        assertThat(trouble.sentence()).contains("another consumer's");
        assertThat(kept).isEmpty();
    }

    @Test
    void a_renewal_that_a_step_up_overtakes_makes_nobody_the_former_consumer_again() {
        long begin = time.now().getEpochSecond();
        String old = World.jwt("{\"sub\":\"anon\",\"iat\":" + begin + ",\"exp\":" + (begin + 1_000) + "}", "s");
        SignIn signIn = signIn(
                anonymous(),
                Optional.of(new Pass(Secret.of(old), kept("anon", "E0").external())));
        signIn.token(HOSTS);
        Promise<Void> stepUp = Promise.promise();
        Promise<Void> renewal = Promise.promise();
        slowly.addAll(List.of(stepUp.future(), renewal.future()));
        Future<Token> stepped = signIn.stepUp(new Way.Brand("55", proof, Optional.empty()));
        serverSays(begin + 801);
        gives("token", jwt("brand", 1));
        stepUp.complete();
        givesBoth("E1", jwt("anon", 2));

        renewal.complete();

        assertThat(asked).hasSize(3);
        assertThat(stepped.result().consumerId()).isEqualTo("brand");
        assertThat(signIn.token(HOSTS).result().consumerId()).isEqualTo("brand");
        assertThat(renewed).as("the socket is told of no other consumer").isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void what_the_service_has_just_given_is_good_however_wrong_this_machines_clock_is() {
        long theirs = time.now().getEpochSecond() - 5 * 86_400;
        String token = World.jwt("{\"sub\":\"anon\",\"iat\":" + theirs + ",\"exp\":" + (theirs + 600) + "}", "s");
        SignIn signIn = signIn(anonymous(), Optional.empty());
        givesBoth("E1", token);

        Future<Token> first = signIn.token(HOSTS);
        serverSays(theirs + 1);
        Future<Token> again = signIn.token(HOSTS);

        assertThat(first.succeeded()).isTrue();
        assertThat(again.result().secret().reveal()).isEqualTo(token);
        assertThat(asked).hasSize(2);
    }
}
