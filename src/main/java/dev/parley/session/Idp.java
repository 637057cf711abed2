package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.host.Secret;
import dev.parley.session.Trouble.Hope;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * LivePerson's identity service: the requests of PROTOCOL.md 2.1, each of which gives a token or fails with {@link Trouble}.
 * No answer is ever quoted, as it may repeat what was sent. Event loop.
 */
final class Idp {
    /** Flow B's connector, known by what it would call in a browser. */
    private static final String ANONYMOUS = "lpTag.taglets.unAuthMessaging.lpUnauthFunction";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern ERROR_CODE = Pattern.compile("[A-Za-z0-9._-]{1,32}");

    private final Web web;
    private final String account;
    private final Map<String, Secret> headers;

    /** @param embeddedKey what the embedded sandbox asks for */
    Idp(Web web, String account, Optional<Secret> embeddedKey) {
        this.web = web;
        this.account = account;
        this.headers = embeddedKey.map(key -> Map.of("X-Parley-Key", key)).orElse(Map.of());
    }

    /** Flow A. */
    Future<Secret> signUp(Endpoint idp) {
        return post(idp, "signup", "", "jwt", "sign up a new consumer", "signing up");
    }

    /** Flow B, first call. @param before the EXT of a consumer who is to stay the same; empty for somebody new */
    Future<Secret> anonymous(Endpoint idp, Optional<Secret> before) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        before.ifPresent(ext -> body.put("id_token", ext.reveal()));
        return post(
                idp,
                "anonymous/authorize",
                body.toString(),
                "token",
                before.isPresent() ? "refresh this consumer" : "let a new consumer in",
                "signing in");
    }

    /** Flow B, second call. */
    Future<Secret> exchange(Endpoint idp, String connector, Secret ext) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("id_token", ext.reveal());
        return authenticate(idp, connector, body);
    }

    /** Flow C. */
    Future<Secret> oldForm(Endpoint idp, Secret authCode) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("authCode", authCode.reveal());
        return post(idp, "authenticate", body.toString(), "jwt", "take the code of this consumer", "signing in");
    }

    /** Flow D. @param instead flow E: the token of who is signed in now, and will be this one from then on */
    Future<Secret> brand(Endpoint idp, Way.Brand way, Secret proof, Optional<Secret> instead) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        way.redirectUri()
                .ifPresentOrElse(
                        uri -> body.put("code", proof.reveal()).put("redirect_uri", uri),
                        () -> body.put("id_token", proof.reveal()));
        instead.ifPresent(jwt -> body.put("lp_jwt", jwt.reveal()));
        return authenticate(idp, way.connector(), body);
    }

    private Future<Secret> authenticate(Endpoint idp, String connector, ObjectNode body) {
        if (!ID.matcher(connector).matches()) {
            return Future.failedFuture(new Trouble(Hope.NONE, "a connector's id has letters and digits only"));
        }
        return post(
                idp,
                "app/" + connector + "/authenticate?v=3.0",
                body.toString(),
                "token",
                "take this consumer at connector " + connector,
                "signing in");
    }

    /** The connector that the account publishes for flow B. */
    Future<String> connector(Hosts hosts) {
        if (hosts.profiles().isEmpty()) {
            return Future.failedFuture(
                    new Trouble(
                            Hope.NONE,
                            "the account's connectors cannot be looked up (no acCdnDomain is known): name one with --connector ID"));
        }
        Endpoint at = hosts.profiles().get();
        return web.get(at, "/api/account/" + account + "/configuration/le-connectors/all-connectors")
                .compose(answer -> {
                    if (!answer.isOk() || answer.body().isEmpty()) {
                        return Future.failedFuture(failed(answer, at, "list its connectors", "looking up connectors"));
                    }
                    for (JsonNode each : answer.body().get()) {
                        String id = each.path("id").asText();
                        if (each.at("/configuration/jsMethodName").asText().equals(ANONYMOUS)
                                && ID.matcher(id).matches()) {
                            return Future.succeededFuture(id);
                        }
                    }
                    return Future.failedFuture(new Trouble(
                            Hope.NONE,
                            "the account publishes no connector for consumers without a login: name one with"
                                    + " --connector ID, or leave it out to sign up"));
                });
    }

    /**
     * @param member of the answer, which is the token
     * @param what the service does not do, for the sentence of a refusal
     * @param doing the same for one that says that the service has failed
     */
    private Future<Secret> post(Endpoint idp, String path, String json, String member, String what, String doing) {
        return web.post(idp, "/api/account/" + account + "/" + path, headers, json)
                .compose(answer -> answer.body()
                        .filter(body -> answer.isOk())
                        .map(body -> body.path(member))
                        .filter(JsonNode::isTextual)
                        .map(token -> Future.succeededFuture(Secret.of(token.asText())))
                        .orElseGet(() -> Future.failedFuture(failed(answer, idp, what, doing))));
    }

    private static Trouble failed(Web.Answer answer, Endpoint at, String what, String doing) {
        int status = answer.status();
        if (status == 428) {
            return new Trouble(
                    Hope.NONE,
                    "this account lets nobody in without a login (428): its unauthenticated messaging is switched off");
        }
        if (status == 429) {
            return new Trouble(Hope.LATER, "the service takes no more sign-ups now (429)");
        }
        if (status >= 400 && status < 500) {
            return Trouble.refusedSignIn("the service refuses to " + what + " (" + status + internal(answer) + ")");
        }
        return Trouble.isServersOwn(status)
                ? new Trouble(Hope.RESTED, doing + " fails at " + at.name() + " (" + status + internal(answer) + ")")
                : Trouble.intruder(at);
    }

    /** What LivePerson's own people would ask for. */
    private static String internal(Web.Answer answer) {
        return answer.body()
                .map(body -> body.path("internalErrorCode").asText())
                .filter(code -> ERROR_CODE.matcher(code).matches())
                .map(code -> ", internal code " + code)
                .orElse("");
    }
}
