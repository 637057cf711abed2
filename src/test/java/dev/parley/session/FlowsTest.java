package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.host.Secret;
import io.vertx.core.Future;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Each flow of PROTOCOL.md 2.1 against an identity service that is scripted answer by answer. */
class FlowsTest extends Flowing {
    @Test
    void flow_b_finds_the_connector_makes_both_calls_and_keeps_both_tokens() {
        answer(200, CONNECTORS);
        givesBoth("E1", jwt("anon", 1));

        Future<Token> token =
                signIn(new Way.Anonymous(Optional.empty()), Optional.empty()).token(HOSTS);

        assertThat(token.result().consumerId()).isEqualTo("anon");
        assertThat(asked)
                .containsExactly(
                        "GET cdn.example/api/account/10000001/configuration/le-connectors/all-connectors",
                        "anonymous/authorize {}",
                        "app/4711/authenticate?v=3.0 {\"id_token\":\"E1\"}");
        assertThat(kept).containsExactly("3 anon E1@4711");
    }

    @Test
    void a_connector_that_was_named_is_not_looked_up() {
        givesBoth("E1", jwt("anon", 1));

        signIn(anonymous(), Optional.empty()).token(HOSTS);

        assertThat(asked).first().isEqualTo("anonymous/authorize {}");
    }

    @Test
    void an_account_without_unauthenticated_messaging_is_told_in_one_sentence() {
        answer(428, "{}");

        Trouble trouble = trouble(signIn(anonymous(), Optional.empty()).token(HOSTS));

        assertThat(trouble.hope()).isEqualTo(Trouble.Hope.NONE);
        assertThat(trouble.sentence())
                .isEqualTo("this account lets nobody in without a login (428): its unauthenticated messaging is"
                        + " switched off");
    }

    @Test
    void an_account_that_publishes_no_connector_is_told_what_to_do() {
        answer(200, "[]");

        Trouble trouble = trouble(
                signIn(new Way.Anonymous(Optional.empty()), Optional.empty()).token(HOSTS));

        assertThat(trouble.sentence()).contains("--connector ID");
        assertThat(asked).hasSize(1);
    }

    @Test
    void hosts_that_were_given_leave_no_place_to_look_for_a_connector() {
        Hosts bare = new Hosts(IDP, IDP, Optional.empty(), Optional.empty());

        Trouble trouble = trouble(
                signIn(new Way.Anonymous(Optional.empty()), Optional.empty()).token(bare));

        assertThat(trouble.sentence()).contains("--connector ID");
    }

    @Test
    void when_the_second_call_fails_the_next_try_is_the_same_consumer() {
        SignIn signIn = signIn(anonymous(), Optional.empty());
        gives("token", "E1");
        answer(503, "{}");
        Trouble first = trouble(signIn.token(HOSTS));
        givesBoth("E2", jwt("anon", 1));

        Future<Token> second = signIn.token(HOSTS);

        assertThat(first.hope()).isEqualTo(Trouble.Hope.RESTED);
        assertThat(second.succeeded()).isTrue();
        assertThat(asked.get(2)).isEqualTo("anonymous/authorize {\"id_token\":\"E1\"}");
    }

    @Test
    void flow_c_sends_the_code_in_the_old_form_and_keeps_nothing() {
        gives("jwt", jwt("brand", 1));

        Future<Token> token = signIn(new Way.OldForm(proof), Optional.empty()).token(HOSTS);

        assertThat(token.result().consumerId()).isEqualTo("brand");
        assertThat(asked).containsExactly("authenticate {\"authCode\":\"brand-1\"}");
        assertThat(kept).isEmpty();
    }

    @Test
    void flow_d_sends_an_id_token() {
        gives("token", jwt("brand", 1));

        signIn(idToken(), Optional.empty()).token(HOSTS);

        assertThat(asked).containsExactly("app/55/authenticate?v=3.0 {\"id_token\":\"brand-1\"}");
        assertThat(kept).isEmpty();
    }

    @Test
    void flow_d_sends_a_code_with_its_address() {
        gives("token", jwt("brand", 1));

        signIn(new Way.Brand("55", proof, Optional.of("https://shop.example/in")), Optional.empty())
                .token(HOSTS);

        assertThat(asked)
                .containsExactly(
                        "app/55/authenticate?v=3.0 {\"code\":\"brand-1\",\"redirect_uri\":\"https://shop.example/in\"}");
    }

    @Test
    void the_next_id_token_is_found_where_the_first_one_was() {
        SignIn signIn = signIn(idToken(), Optional.empty());
        gives("token", jwt("brand", 1));
        signIn.token(HOSTS);
        signIn.proven();
        signIn.refused(401);
        brands = "brand-2";
        gives("token", jwt("brand", 2));

        Future<Token> next = signIn.token(HOSTS);

        assertThat(next.result().secret().reveal()).isEqualTo(jwt("brand", 2));
        assertThat(asked.get(1)).isEqualTo("app/55/authenticate?v=3.0 {\"id_token\":\"brand-2\"}");
    }

    @Test
    void a_code_is_not_shown_twice_but_the_person_is_told_where_to_put_the_next() {
        SignIn signIn = signIn(new Way.OldForm(proof), Optional.empty());
        gives("jwt", jwt("brand", 1));
        signIn.token(HOSTS);
        signIn.proven();
        signIn.refused(401);

        Trouble spent = trouble(signIn.token(HOSTS));
        brands = "brand-2";
        gives("jwt", jwt("brand", 2));
        Future<Token> next = signIn.token(HOSTS);

        assertThat(spent.hope()).isEqualTo(Trouble.Hope.NONE);
        assertThat(spent.sentence()).contains("has been used", "/home/me/proof", "/reconnect");
        assertThat(next.succeeded()).isTrue();
        assertThat(asked).hasSize(2);
    }

    @Test
    void what_the_service_refuses_of_the_brands_is_said_without_quoting_it() {
        answer(401, "{\"internalErrorCode\":\"brand-1 is wrong\",\"message\":\"brand-1\"}");

        Trouble trouble = trouble(signIn(idToken(), Optional.empty()).token(HOSTS));

        assertThat(trouble.hope()).isEqualTo(Trouble.Hope.NONE);
        assertThat(trouble.sentence())
                .isEqualTo("the service refuses to take this consumer at connector 55 (401): put a new one into"
                        + " /home/me/proof, then /reconnect");
    }

    @Test
    void a_proof_that_cannot_be_read_says_so() {
        Proof missing = new Proof() {
            @Override
            public CompletionStage<Secret> read() {
                return CompletableFuture.failedStage(new IOException("there is no file /x"));
            }

            @Override
            public String place() {
                return "/x";
            }
        };

        Trouble trouble =
                trouble(signIn(new Way.OldForm(missing), Optional.empty()).token(HOSTS));

        assertThat(trouble.sentence()).isEqualTo("there is no file /x");
    }
}
