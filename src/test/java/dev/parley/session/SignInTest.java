package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.Logged;
import dev.parley.host.Secret;
import dev.parley.scorecard.Shows;
import dev.parley.store.MemoryPorts;
import dev.parley.time.HandTime;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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

class SignInTest {
    private static final Endpoint IDP = new Endpoint("idp.example", 443, true, Optional.empty());

    private static final Hosts HOSTS = new Hosts(IDP, IDP, Optional.empty(), Optional.empty());

    private final List<String> posted = new ArrayList<>();
    private final List<Promise<Web.Answer>> answers = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final HandTime time = new HandTime();
    private final ServerClock clock = new ServerClock(time);
    private final List<String> warnings = new ArrayList<>();
    private boolean keeps = true;

    private final Web web = new Web() {
        @Override
        public Future<Answer> get(Endpoint at, String path) {
            return Future.failedFuture("not asked for");
        }

        @Override
        public Future<Answer> post(Endpoint at, String path, Map<String, Secret> headers, String json) {
            posted.add(path + " "
                    + Optional.ofNullable(headers.get("X-Parley-Key"))
                            .map(Secret::reveal)
                            .orElse("without key"));
            Promise<Answer> answer = Promise.promise();
            answers.add(answer);
            return answer.future();
        }
    };

    private final Credentials credentials = new Credentials() {
        @Override
        public CompletionStage<SortedMap<Integer, Pass>> all() {
            return CompletableFuture.completedFuture(new TreeMap<>());
        }

        @Override
        public Optional<Path> file() {
            return Optional.of(Path.of("consumers.json"));
        }

        @Override
        public CompletionStage<Void> renew(Secret former, Pass pass) {
            kept.add("for " + former.reveal() + " " + pass.token().reveal());
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> keep(int slot, Pass pass) {
            kept.add(slot + " " + pass.token().reveal());
            return keeps
                    ? CompletableFuture.completedFuture(null)
                    : CompletableFuture.failedFuture(new IOException("disk full"));
        }
    };

    private SignIn signIn(Optional<Secret> mine, Optional<Secret> embeddedKey) {
        SessionOptions options = new SessionOptions(
                World.ACCOUNT,
                SessionOptions.LIVEPERSON,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                embeddedKey,
                credentials,
                new MemoryPorts(),
                time,
                new Random(1),
                Optional.empty(),
                Guards.all());
        Flow flow = new Flow(new Idp(web, World.ACCOUNT, embeddedKey), new Way.SignUp(), Runnable::run);
        return new SignIn(flow, options, 3, mine.map(Pass::of), warnings::add, clock, consumerId -> Optional.empty());
    }

    private void answer(int status, String json) throws IOException {
        answers.get(answers.size() - 1)
                .complete(new Web.Answer(status, Optional.of(new ObjectMapper().readTree(json))));
    }

    @Test
    void a_token_of_ones_own_needs_no_request() {
        Future<Token> token = signIn(Optional.of(Secret.of(World.jwt("me"))), Optional.empty())
                .token(HOSTS);

        assertThat(token.result().consumerId()).isEqualTo("me");
        assertThat(posted).isEmpty();
        assertThat(kept).isEmpty();
    }

    @Test
    void signing_up_happens_once_however_often_it_is_asked_for_and_the_token_is_kept() throws Exception {
        SignIn signIn = signIn(Optional.empty(), Optional.empty());

        Future<Token> first = signIn.token(HOSTS);
        Future<Token> second = signIn.token(HOSTS);
        answer(200, "{\"jwt\":\"" + World.jwt("new") + "\"}");
        Future<Token> third = signIn.token(HOSTS);

        assertThat(List.of(first, second, third))
                .allSatisfy(each -> assertThat(each.result().consumerId()).isEqualTo("new"));
        assertThat(posted).containsExactly("/api/account/10000001/signup without key");
        assertThat(kept).containsExactly("3 " + World.jwt("new"));
    }

    @Test
    void a_sign_up_is_logged_without_the_token() throws Exception {
        try (Logged log = new Logged(SignIn.class)) {
            signIn(Optional.empty(), Optional.empty()).token(HOSTS);
            answer(200, "{\"jwt\":\"" + World.jwt("new") + "\"}");

            assertThat(log.lines()).containsExactly("INFO signed up a new consumer: new");
        }
    }

    @Test
    void a_consumer_that_the_embedded_sandbox_has_forgotten_signs_up_anew() throws Exception {
        SignIn signIn = signIn(Optional.of(Secret.of(World.jwt("me"))), Optional.of(Secret.of("k")));

        Trouble refused = signIn.refused(401);
        Future<Token> token = signIn.token(HOSTS);
        answer(200, "{\"jwt\":\"" + World.jwt("new") + "\"}");

        assertThat(refused.hope()).isEqualTo(Trouble.Hope.SOON);
        assertThat(token.result().consumerId()).isEqualTo("new");
        assertThat(kept).containsExactly("3 " + World.jwt("new"));
        assertThat(warnings).hasSize(1);
    }

    @Test
    void the_embedded_sandbox_gets_its_key() {
        signIn(Optional.empty(), Optional.of(Secret.of("k"))).token(HOSTS);

        assertThat(posted).containsExactly("/api/account/10000001/signup k");
    }

    @ParameterizedTest
    @CsvSource({"403, NONE", "429, LATER", "500, RESTED", "200, SOON", "302, SOON"})
    void a_sign_up_without_a_token_says_why_and_whether_to_try_again(int status, Trouble.Hope hope) throws Exception {
        Future<Token> token = signIn(Optional.empty(), Optional.empty()).token(HOSTS);

        answer(status, "{\"error\":\"x\"}");

        assertThat(((Trouble) token.cause()).hope()).isEqualTo(hope);
        assertThat(((Trouble) token.cause()).sentence()).isNotBlank();
    }

    @Test
    void a_kept_token_that_is_damaged_is_said_to_be_with_where_it_is_and_what_to_do() {
        Future<Token> token =
                signIn(Optional.of(Secret.of("a.b")), Optional.empty()).token(HOSTS);

        assertThat(((Trouble) token.cause()).hope()).isEqualTo(Trouble.Hope.NONE);
        assertThat(((Trouble) token.cause()).sentence())
                .startsWith("The token is malformed: ")
                .contains("kept in consumers.json", "/new --consumer new");
    }

    @Test
    void an_expired_token_is_never_replaced_behind_the_persons_back() {
        String expired = World.jwt("{\"sub\":\"me\",\"exp\":1}", "s");

        Future<Token> token =
                signIn(Optional.of(Secret.of(expired)), Optional.empty()).token(HOSTS);

        assertThat(((Trouble) token.cause()).hope()).isEqualTo(Trouble.Hope.NONE);
        assertThat(((Trouble) token.cause()).sentence()).contains("expired").doesNotContain("eyJ");
        assertThat(posted).isEmpty();
    }

    private void serverSays(long seconds) {
        clock.answered(new ObjectMapper().createObjectNode().put("currentTime", seconds * 1_000), 0);
    }

    @Test
    @Shows({"R10", "R24"})
    void a_token_that_ran_out_by_the_services_clock_is_not_shown_to_it_again() {
        long exp = time.now().getEpochSecond() + 3_600;
        String claims = "{\"sub\":\"me\",\"iat\":" + (exp - 3_600) + ",\"exp\":" + exp + "}";
        SignIn signIn = signIn(Optional.of(Secret.of(World.jwt(claims, "s"))), Optional.empty());
        assertThat(signIn.token(HOSTS).succeeded()).isTrue();

        serverSays(exp - 1);
        assertThat(signIn.token(HOSTS).succeeded()).isTrue();
        assertThat(warnings).singleElement().asString().contains("expires in 1 s", "/new --consumer new");
        serverSays(exp + 60);
        Future<Token> over = signIn.token(HOSTS);

        assertThat(((Trouble) over.cause()).hope()).isEqualTo(Trouble.Hope.NONE);
        assertThat(((Trouble) over.cause()).sentence()).contains("expired 1 min ago");
        assertThat(posted).isEmpty();
    }

    @Test
    @Shows("R24")
    void a_wall_clock_a_day_ahead_does_not_end_a_token() {
        long exp = time.now().getEpochSecond() + 60;
        String jwt = World.jwt("{\"sub\":\"me\",\"exp\":" + exp + "}", "s");
        SignIn signIn = signIn(Optional.of(Secret.of(jwt)), Optional.empty());
        serverSays(exp - 60);

        time.jumpWall(26 * 3_600_000);

        assertThat(signIn.token(HOSTS).succeeded()).isTrue();
    }

    @Test
    void where_the_sandbox_is_ours_a_token_that_ran_out_gives_way_to_a_new_consumer() throws Exception {
        String jwt = World.jwt("{\"sub\":\"me\",\"exp\":" + time.now().getEpochSecond() + "}", "s");
        SignIn signIn = signIn(Optional.of(Secret.of(jwt)), Optional.of(Secret.of("k")));
        serverSays(time.now().getEpochSecond());

        Future<Token> token = signIn.token(HOSTS);
        answer(200, "{\"jwt\":\"" + World.jwt("new") + "\"}");

        assertThat(token.result().consumerId()).isEqualTo("new");
    }

    @Test
    void a_token_that_cannot_be_kept_is_used_and_said() throws Exception {
        keeps = false;
        try (Logged log = new Logged(SignIn.class)) {
            Future<Token> token = signIn(Optional.empty(), Optional.empty()).token(HOSTS);

            answer(200, "{\"jwt\":\"" + World.jwt("new") + "\"}");

            assertThat(token.succeeded()).isTrue();
            assertThat(warnings).singleElement().asString().contains("could not be kept");
            assertThat(log.lines()).contains("WARNING a token could not be kept");
        }
    }
}
