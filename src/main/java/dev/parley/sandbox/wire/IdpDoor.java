package dev.parley.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.protocol.Codec;
import dev.parley.sandbox.service.Logins;
import dev.parley.sandbox.service.Refusal;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.util.Set;
import java.util.function.Function;

/** The identity service's doors, PROTOCOL.md 2.1. Event loop. */
final class IdpDoor {
    private static final int MAX_BODY = 64_000;
    private static final Set<String> VERSIONS = Set.of("2", "2.0", "3", "3.0");

    private final Logins logins;

    IdpDoor(Logins logins) {
        this.logins = logins;
    }

    void signUp(HttpServerRequest request) {
        Answers.json(request, 200, JsonNodeFactory.instance.objectNode().put("jwt", logins.signUp()));
    }

    void authorize(HttpServerRequest request) {
        answer(request, "token", logins::authorize);
    }

    void oldForm(HttpServerRequest request) {
        answer(request, "jwt", logins::oldForm);
    }

    void authenticate(HttpServerRequest request, String connector) {
        if (VERSIONS.contains(String.valueOf(request.getParam("v")))) {
            answer(request, "token", body -> logins.authenticate(connector, body));
        } else {
            refuse(request, new Answer(400, "The version v=3.0 is missing"));
        }
    }

    private record Answer(int status, String words) {}

    private static void answer(HttpServerRequest request, String member, Function<JsonNode, String> login) {
        Bodies.whole(request, MAX_BODY, bytes -> {
            try {
                JsonNode body = Codec.mapper().readTree(bytes);
                if (!(body instanceof ObjectNode)) {
                    refuse(request, new Answer(400, "The body is no JSON object"));
                } else {
                    ObjectNode token = JsonNodeFactory.instance.objectNode().put(member, login.apply(body));
                    Answers.json(request, 200, token);
                }
            } catch (IOException notJson) {
                refuse(request, new Answer(400, "The body is no JSON object"));
            } catch (Refusal refused) {
                refuse(request, new Answer(refused.code(), refused.words()));
            }
        });
    }

    private static void refuse(HttpServerRequest request, Answer answer) {
        Answers.json(
                request,
                answer.status(),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("internalErrorCode", answer.status() + "01")
                        .put("error", answer.words()));
    }
}
