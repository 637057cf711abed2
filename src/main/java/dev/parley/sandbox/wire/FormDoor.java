package dev.parley.sandbox.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.protocol.Codec;
import dev.parley.sandbox.service.Forms;
import dev.parley.sandbox.service.SecureForm;
import dev.parley.sandbox.service.Service;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Stand-in for the tokenizer, to which secure forms go (PROTOCOL.md section 13). All of its shape is inferred: the real one is
 * not public. {@code GET ...?readOtk=} gives the form, as a page or, where JSON is asked for, as
 * {@code {"formId","title","fields":[{"name","label","hidden"}]}}; {@code POST {"writeOtk","fields":{name: value}}}, or the
 * page's own form, submits it and answers {@code {"submissionId"}}. Nothing of what is typed is kept or logged. Event loop.
 */
final class FormDoor {
    private static final int MAX_BODY = 64_000;
    private static final String FIELD = "field.";

    private final Service service;

    FormDoor(Service service) {
        this.service = service;
    }

    void show(HttpServerRequest request) {
        Optional<SecureForm> form = service.forms().read(request.getParam("readOtk", ""));
        if (form.isEmpty()) {
            Answers.error(request, 401, "This token does not hold, or not any more");
            return;
        }
        String writeOtk = request.getParam("writeOtk", "");
        service.afterwards(() -> {
            if (wantsJson(request)) {
                Answers.json(request, 200, json(form.get()));
            } else {
                Answers.page(request, 200, page(form.get(), writeOtk));
            }
        });
    }

    void submit(HttpServerRequest request) {
        boolean fromPage = Optional.ofNullable(request.getHeader("Content-Type"))
                .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                .isPresent();
        if (fromPage) {
            request.setExpectMultipart(true);
            request.endHandler(end -> {
                Map<String, String> values = new HashMap<>();
                request.formAttributes().forEach((name, value) -> {
                    if (name.startsWith(FIELD)) {
                        values.put(name.substring(FIELD.length()), value);
                    }
                });
                submit(request, String.valueOf(request.getFormAttribute("writeOtk")), values);
            });
            return;
        }
        Bodies.whole(request, MAX_BODY, body -> {
            JsonNode json;
            try {
                json = Codec.mapper().readTree(new String(body, StandardCharsets.UTF_8));
            } catch (JsonProcessingException e) {
                Answers.error(request, 400, "Body is not JSON");
                return;
            }
            Map<String, String> values = new HashMap<>();
            json.path("fields")
                    .properties()
                    .forEach(it -> values.put(it.getKey(), it.getValue().asText("")));
            submit(request, json.path("writeOtk").asText(""), values);
        });
    }

    private void submit(HttpServerRequest request, String writeOtk, Map<String, String> values) {
        Forms.Outcome outcome = service.forms().submit(writeOtk, values);
        service.afterwards(() -> {
            if (outcome.status() == 200) {
                Answers.json(request, 200, JsonNodeFactory.instance.objectNode().put("submissionId", outcome.words()));
            } else {
                Answers.error(request, outcome.status(), outcome.words());
            }
        });
    }

    private static boolean wantsJson(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("application/json");
    }

    private static ObjectNode json(SecureForm form) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("formId", form.formId())
                .put("title", form.title());
        ArrayNode fields = json.putArray("fields");
        for (SecureForm.Field field : form.fields()) {
            fields.addObject()
                    .put("name", field.name())
                    .put("label", field.label())
                    .put("hidden", field.hidden());
        }
        return json;
    }

    private static String page(SecureForm form, String writeOtk) {
        StringBuilder page = new StringBuilder("<!doctype html><meta charset=utf-8><title>")
                .append(escaped(form.title()))
                .append("</title><h1>")
                .append(escaped(form.title()))
                .append("</h1><form method=post><input type=hidden name=writeOtk value=\"")
                .append(escaped(writeOtk))
                .append("\">");
        for (SecureForm.Field field : form.fields()) {
            page.append("<p><label>")
                    .append(escaped(field.label()))
                    .append(" <input name=\"" + FIELD)
                    .append(escaped(field.name()))
                    .append(field.hidden() ? "\" type=password" : "\"")
                    .append(" autocomplete=off></label>");
        }
        return page.append("<p><button>Send</button></form>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
