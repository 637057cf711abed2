package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.conversation.ConsumerKey;
import dev.parley.host.Secret;
import dev.parley.store.MemoryPorts;
import dev.parley.time.HandTime;
import io.vertx.core.Future;
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

/** A sign-in with a service that gives the answers it is told to, and notes what it is asked; nothing of it goes out. */
abstract class Flowing {
    static final Endpoint IDP = new Endpoint("idp.example", 443, true, Optional.empty());
    static final Endpoint CDN = new Endpoint("cdn.example", 443, true, Optional.empty());
    static final Hosts HOSTS = new Hosts(IDP, IDP, Optional.of(CDN), Optional.empty());
    static final String API = "/api/account/10000001/";
    static final String CONNECTORS = "[{\"id\":7,\"configuration\":{\"jsMethodName\":\"other\"}},"
            + "{\"id\":4711,\"configuration\":{\"jsMethodName\":\"lpTag.taglets.unAuthMessaging.lpUnauthFunction\"}}]";

    final ObjectMapper json = new ObjectMapper();
    final List<String> asked = new ArrayList<>();
    final Deque<Web.Answer> answers = new ArrayDeque<>();
    /** What the next answers wait for. */
    final Deque<Future<Void>> slowly = new ArrayDeque<>();

    final List<String> kept = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    final List<String> renewed = new ArrayList<>();
    final HandTime time = new HandTime();
    final ServerClock clock = new ServerClock(time);
    final Persons persons = new Persons();
    String brands = "brand-1";
    int consumers;
    boolean inBand;

    final Web web = new Web() {
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

    final Proof proof = new Proof() {
        @Override
        public CompletionStage<Secret> read() {
            return CompletableFuture.completedStage(Secret.of(brands));
        }

        @Override
        public String place() {
            return "/home/me/proof";
        }
    };

    final Credentials credentials = new Credentials() {
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

    static String sub(Pass pass) {
        return ((Token) Token.read(pass.token(), World.ACCOUNT, java.time.Instant.EPOCH)).consumerId();
    }

    static String ext(Pass pass) {
        return pass.external()
                .map(ext -> " " + ext.token().reveal() + "@" + ext.connector())
                .orElse("");
    }

    /** Each is another consumer of one client. */
    SignIn signIn(Way way, Optional<Pass> mine) {
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

    static Way anonymous() {
        return new Way.Anonymous(Optional.of("4711"));
    }

    Way idToken() {
        return new Way.Brand("55", proof, Optional.empty());
    }

    void answer(int status, String body) {
        try {
            JsonNode node = json.readTree(body);
            answers.add(new Web.Answer(status, Optional.of(node)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    void gives(String member, String token) {
        answer(200, "{\"" + member + "\":\"" + token + "\"}");
    }

    void givesBoth(String ext, String token) {
        gives("token", ext);
        gives("token", token);
    }

    static String jwt(String sub, int number) {
        return World.jwt("{\"sub\":\"" + sub + "\",\"exp\":4102444800}", "s" + number);
    }

    Pass kept(String sub, String ext) {
        return new Pass(Secret.of(jwt(sub, 0)), Optional.of(new Pass.External(Secret.of(ext), "4711")));
    }

    void serverSays(long seconds) {
        clock.answered(json.createObjectNode().put("currentTime", seconds * 1_000), 0);
    }

    static Trouble trouble(Future<Token> failed) {
        return (Trouble) failed.cause();
    }
}
