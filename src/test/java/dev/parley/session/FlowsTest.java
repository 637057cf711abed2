package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.ConsumerKey;
import dev.parley.host.Secret;
import dev.parley.scorecard.Shows;
import dev.parley.store.MemoryPorts;
import dev.parley.time.HandTime;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each flow of PROTOCOL.md 2.1 against an identity service that is scripted answer by answer. */
class FlowsTest {
    private static final Endpoint IDP = new Endpoint("idp.example", 443, true, Optional.empty());
    private static final Endpoint CDN = new Endpoint("cdn.example", 443, true, Optional.empty());
    private static final Hosts HOSTS = new Hosts(IDP, IDP, Optional.of(CDN), Optional.empty());
    private static final String API = "/api/account/10000001/";
    private static final String CONNECTORS = "[{\"id\":7,\"configuration\":{\"jsMethodName\":\"other\"}},"
            + "{\"id\":4711,\"configuration\":{\"jsMethodName\":\"lpTag.taglets.unAuthMessaging.lpUnauthFunction\"}}]";

    private final ObjectMapper json = new ObjectMapper();
    private final List<String> asked = new ArrayList<>();
    private final Deque<Web.Answer> answers = new ArrayDeque<>();
    /** What the next answers wait for. */
    private final Deque<Future<Void>> slowly = new ArrayDeque<>();

    private final List<String> kept = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> renewed = new ArrayList<>();
    private final HandTime time = new HandTime();
    private final ServerClock clock = new ServerClock(time);
    private String brands = "brand-1";
    private boolean inBand;

    private final Web web = new Web() {
        @Override
        public Future<Answer> get(Endpoint at, String path) {
            asked.add("GET " + at.host() + path);
            return Future.succeededFuture(answers.remove());
        }

        @Override
        public Future<Answer> post(Endpoint at, String path, Map<String, Secret> headers, String body) {
            asked.add(path.substring(API.length()) + " " + body);
            Optional<Future<Void>> slow = Optional.ofNullable(slowly.poll());
            return slow.orElseGet(Future::succeededFuture).map(none -> answers.remove());
        }
    };

    private final Proof proof = new Proof() {
        @Override
        public CompletionStage<Secret> read() {
            return CompletableFuture.completedStage(Secret.of(brands));
        }

        @Override
        public String place() {
            return "/home/me/proof";
        }
    };

    private final Credentials credentials = new Credentials() {
        @Override
        public CompletionStage<SortedMap<Integer, Pass>> all() {
            return CompletableFuture.completedFuture(new TreeMap<>());
        }

        @Override
        public CompletionStage<Void> keep(int slot, Pass pass) {
            kept.add(slot + " " + sub(pass) + ext(pass));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> renew(Secret former, Pass pass) {
            kept.add("again " + sub(pass) + ext(pass));
            return CompletableFuture.completedFuture(null);
        }
    };

    private static String sub(Pass pass) {
        return ((Token) Token.read(pass.token(), World.ACCOUNT, java.time.Instant.EPOCH)).consumerId();
    }

    private static String ext(Pass pass) {
        return pass.external()
                .map(ext -> " " + ext.token().reveal() + "@" + ext.connector())
                .orElse("");
    }

    private final Persons persons = new Persons();
    private int consumers;

    /** Each is another consumer of one client. */
    private SignIn signIn(Way way, Optional<Pass> mine) {
        SessionOptions options = new SessionOptions(
                World.ACCOUNT,
                SessionOptions.LIVEPERSON,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                credentials,
                new MemoryPorts(),
                time,
                new Random(1),
                Optional.empty(),
                Guards.all(),
                new Signing(way, inBand, Signing.UP.files()));
        Flow flow = new Flow(new Idp(web, World.ACCOUNT, Optional.empty()), way, Runnable::run);
        ConsumerKey key = new ConsumerKey(++consumers);
        SignIn signIn =
                new SignIn(flow, options, 3, mine, warnings::add, clock, consumerId -> persons.claim(key, consumerId));
        signIn.onRenewed(token -> renewed.add(token.consumerId()));
        return signIn;
    }

    private static Way anonymous() {
        return new Way.Anonymous(Optional.of("4711"));
    }

    private Way idToken() {
        return new Way.Brand("55", proof, Optional.empty());
    }

    private void answer(int status, String body) {
        try {
            JsonNode node = json.readTree(body);
            answers.add(new Web.Answer(status, Optional.of(node)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void gives(String member, String token) {
        answer(200, "{\"" + member + "\":\"" + token + "\"}");
    }

    private void givesBoth(String ext, String token) {
        gives("token", ext);
        gives("token", token);
    }

    private static String jwt(String sub, int number) {
        return World.jwt("{\"sub\":\"" + sub + "\",\"exp\":4102444800}", "s" + number);
    }

    private Pass kept(String sub, String ext) {
        return new Pass(Secret.of(jwt(sub, 0)), Optional.of(new Pass.External(Secret.of(ext), "4711")));
    }

    private void serverSays(long seconds) {
        clock.answered(json.createObjectNode().put("currentTime", seconds * 1_000), 0);
    }

    private static Trouble trouble(Future<Token> failed) {
        return (Trouble) failed.cause();
    }

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
        gives("token", jwt("brand", 0));
        signIn(idToken(), Optional.empty()).token(HOSTS);
        SignIn second = signIn(anonymous(), Optional.of(kept("anon", "E0")));
        second.token(HOSTS);
        gives("token", jwt("brand", 1));

        Future<Token> stepped = second.stepUp(new Way.Brand("55", proof, Optional.empty()));

        assertThat(trouble(stepped).sentence()).isEqualTo("consumer 1 here is the same person already");
        assertThat(second.token(HOSTS).result().consumerId()).isEqualTo("anon");
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
