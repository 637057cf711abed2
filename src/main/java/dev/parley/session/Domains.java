package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.session.Trouble.Hope;
import dev.parley.time.Time;
import io.vertx.core.Future;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks up an account's hosts and remembers them for ten minutes (PROTOCOL.md section 1). Event loop. */
final class Domains {
    private static final Logger LOG = Logger.getLogger(Domains.class.getName());
    private static final String MESSAGING = "asyncMessagingEnt";
    private static final String IDP = "idp";
    private static final String PROFILES = "acCdnDomain";
    private static final String SANDBOX = "parleySandbox";
    private static final String SWIFT = "swift";
    private static final String TOKENIZER = "tokenizer";
    private static final List<String> WANTED = List.of(MESSAGING, IDP, PROFILES, SANDBOX, SWIFT, TOKENIZER);
    private static final long KEEP_MILLIS = 10 * 60_000L;
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Web web;
    private final Time time;
    private final String account;
    private final URI server;
    private final Map<String, String> given = new HashMap<>();

    /** Shared by all consumers of the account. */
    private @Nullable Future<Hosts> found;

    private long foundAt;

    Domains(Web web, Time time, String account, URI server, Optional<String> messaging, Optional<String> idp) {
        this.web = web;
        this.time = time;
        this.account = account;
        this.server = server;
        messaging.ifPresent(host -> given.put(MESSAGING, host));
        idp.ifPresent(host -> given.put(IDP, host));
    }

    /** Fails with {@link Trouble}; a failure is not remembered. */
    Future<Hosts> find() {
        Future<Hosts> known = found;
        if (known != null && !known.failed() && time.millis() - foundAt < KEEP_MILLIS) {
            return known;
        }
        foundAt = time.millis();
        Future<Hosts> asked = lookUp().onFailure(failure -> LOG.info(
                () -> "looking up account " + account + " at " + server.getHost() + ": " + failure.getMessage()));
        found = asked;
        return asked;
    }

    /** The next {@link #find} asks anew: what was found led nowhere. */
    void forget() {
        Future<Hosts> known = found;
        if (known != null && known.isComplete()) {
            found = null;
        }
    }

    private Future<Hosts> lookUp() {
        try {
            Endpoint at = Endpoint.of(server);
            if (given.size() == 2) {
                return Future.succeededFuture(hosts(given, at.tls()));
            }
            if (!ACCOUNT.matcher(account).matches()) {
                throw new Trouble(Hope.NONE, "an account id has letters and digits only");
            }
            return web.get(at, path("")).compose(answer -> named(answer, at)).compose(names -> {
                names.putAll(given);
                try {
                    return Future.succeededFuture(hosts(names, at.tls()));
                } catch (Trouble trouble) {
                    return Future.failedFuture(trouble);
                }
            });
        } catch (Trouble trouble) {
            return Future.failedFuture(trouble);
        }
    }

    private Future<Map<String, String>> named(Web.Answer answer, Endpoint at) {
        if (answer.status() == 404) {
            return oneByOne(at);
        }
        Optional<JsonNode> list = answer.body().filter(body -> answer.isOk()).map(body -> body.path("baseURIs"));
        if (list.isEmpty() || list.get().isMissingNode()) {
            return Future.failedFuture(unexpected(answer, at));
        }
        Map<String, String> names = new HashMap<>();
        if (list.get().isArray()) {
            list.get().forEach(entry -> put(names, entry));
        } else {
            put(names, list.get());
        }
        return Future.succeededFuture(names);
    }

    private Future<Map<String, String>> oneByOne(Endpoint at) {
        Future<Map<String, String>> names = Future.succeededFuture(new HashMap<>());
        for (String service : WANTED) {
            names = names.compose(soFar -> web.get(at, path(service + "/")).compose(answer -> {
                if (answer.isOk() && answer.body().isPresent()) {
                    put(soFar, answer.body().get());
                } else if (answer.status() != 404) {
                    return Future.failedFuture(unexpected(answer, at));
                }
                return Future.succeededFuture(soFar);
            }));
        }
        return names;
    }

    private Hosts hosts(Map<String, String> names, boolean tls) throws Trouble {
        if (!names.containsKey(MESSAGING) && !names.containsKey(IDP)) {
            throw new Trouble(Hope.NONE, "account " + account + " is not known at " + server.getHost());
        }
        for (String service : List.of(MESSAGING, IDP)) {
            if (!names.containsKey(service)) {
                throw new Trouble(Hope.LATER, "account " + account + " has no service " + service);
            }
        }
        return new Hosts(
                Endpoint.of(names.getOrDefault(MESSAGING, ""), tls),
                Endpoint.of(names.getOrDefault(IDP, ""), tls),
                optional(names.get(PROFILES), tls),
                optional(names.get(SANDBOX), tls),
                optional(names.get(SWIFT), tls),
                optional(names.get(TOKENIZER), tls));
    }

    private static Optional<Endpoint> optional(@Nullable String name, boolean tls) {
        if (name == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Endpoint.of(name, tls));
        } catch (Trouble unusable) {
            return Optional.empty();
        }
    }

    private Trouble unexpected(Web.Answer answer, Endpoint at) {
        if (answer.status() == 400 || answer.status() == 401 || answer.status() == 403) {
            return new Trouble(Hope.NONE, at.name() + " refuses account " + account + " (" + answer.status() + ")");
        }
        return Trouble.isServersOwn(answer.status())
                ? new Trouble(
                        Hope.RESTED, "looking up the account fails at " + at.name() + " (" + answer.status() + ")")
                : Trouble.intruder(at);
    }

    private String path(String service) {
        return "/api/account/" + account + "/service/" + service + "baseURI.json?version=1.0";
    }

    private static void put(Map<String, String> names, JsonNode entry) {
        String base = entry.path("baseURI").asText("");
        if (!base.isEmpty()) {
            names.put(entry.path("service").asText(""), base);
        }
    }
}
