package dev.parley.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.protocol.Codec;
import dev.parley.sandbox.service.PersonAsAgent;
import dev.parley.sandbox.service.Refusal;
import dev.parley.sandbox.service.Service;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;

/** {@code POST /parley/agent/say {"conversationId","text"}}: the person speaks as the agent. Ours, not LivePerson's. */
final class ControlDoor {
    private static final int MAX_BODY = 128_000;

    private final Service service;
    private final PersonAsAgent person;

    ControlDoor(Service service, PersonAsAgent person) {
        this.service = service;
        this.person = person;
    }

    void say(HttpServerRequest request) {
        Buffer body = Buffer.buffer();
        request.handler(piece -> {
            if (body.length() <= MAX_BODY) {
                body.appendBuffer(piece);
            }
        });
        request.endHandler(end -> {
            if (body.length() > MAX_BODY) {
                Answers.error(request, 413, "Body is too long");
            } else {
                say(request, body);
            }
        });
    }

    private void say(HttpServerRequest request, Buffer body) {
        try {
            JsonNode json = Codec.mapper().readTree(body.getBytes());
            long sequence = person.say(
                    json.path("conversationId").asText(), json.path("text").asText());
            service.afterwards(() -> Answers.json(
                    request, 200, JsonNodeFactory.instance.objectNode().put("sequence", sequence)));
        } catch (IOException e) {
            Answers.error(request, 400, "Body is not JSON");
        } catch (Refusal e) {
            Answers.error(request, e.code(), e.words());
        }
    }
}
