package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.host.Secret;
import java.util.Map;
import java.util.Optional;

/** In the sandbox, and only there: lets the person be the agent. Event loop. */
final class AgentVoice {
    private final Web web;
    private final Optional<Secret> embeddedKey;

    AgentVoice(Web web, Optional<Secret> embeddedKey) {
        this.web = web;
        this.embeddedKey = embeddedKey;
    }

    void say(Desk desk, Optional<Endpoint> sandbox, String conversationId, String text) {
        Optional<String> place = Optional.of(conversationId);
        if (sandbox.isEmpty()) {
            desk.complain(place, "Only in the sandbox can you speak as the agent.");
            return;
        }
        Map<String, Secret> headers =
                embeddedKey.map(key -> Map.of("X-Parley-Key", key)).orElse(Map.of());
        String json = JsonNodeFactory.instance
                .objectNode()
                .put("conversationId", conversationId)
                .put("text", text)
                .toString();
        web.post(sandbox.get(), "/parley/agent/say", headers, json)
                .onSuccess(answer -> {
                    if (!answer.isOk()) {
                        desk.complain(place, "The agent could not say it: " + words(answer));
                    }
                })
                .onFailure(failure -> desk.complain(
                        place,
                        "The agent could not say it: "
                                + Trouble.of(failure, sandbox.get()).sentence()));
    }

    private static String words(Web.Answer answer) {
        JsonNode body = answer.body().orElse(JsonNodeFactory.instance.missingNode());
        String words = body.isTextual() ? body.asText() : body.path("error").asText("");
        return words.isEmpty() ? "error " + answer.status() : words;
    }
}
