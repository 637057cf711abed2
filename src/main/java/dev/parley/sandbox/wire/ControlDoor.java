package dev.parley.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.protocol.Codec;
import dev.parley.sandbox.agents.Puppeteer;
import dev.parley.sandbox.faults.FaultRefused;
import dev.parley.sandbox.faults.FaultScript;
import dev.parley.sandbox.faults.Quirk;
import dev.parley.sandbox.faults.Quirks;
import dev.parley.sandbox.faults.RuleBook;
import dev.parley.sandbox.service.Burst;
import dev.parley.sandbox.service.PersonAsAgent;
import dev.parley.sandbox.service.Refusal;
import dev.parley.sandbox.service.Service;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The doors that are ours, not LivePerson's, under {@code /parley}; all of them take the key where there is one:
 *
 * <ul>
 *   <li>{@code POST /parley/agent/say {"conversationId","text"}}: the person speaks as the agent
 *   <li>{@code POST /parley/agent/act {"conversationId","act"}}: the agent does this, in the words of {@code Act}; with
 *       {@code "file"} in base64 where the act is to send one
 *   <li>{@code POST /parley/agent/burst {"conversationId","count","perSecond"}}: the agent says very much very fast
 *   <li>{@code POST /parley/faults}, lines of a fault script: these rules come into force too
 *   <li>{@code GET /parley/faults}: the rules in force with how often each has struck, and what was seen of each type
 *   <li>{@code DELETE /parley/faults}: no rules any more
 *   <li>{@code POST /parley/quirks}, lines {@code NAME=VALUE}: the service goes that way from now on
 *   <li>{@code GET /parley/quirks}: every quirk with its value, its choices and what it means
 *   <li>{@code DELETE /parley/quirks}: all as usual
 * </ul>
 */
final class ControlDoor {
    private static final int MAX_BODY = 128_000;

    /** A string of JSON ends at 2 MB, so a file given here has at most 1.5. */
    private static final int MAX_ACT = 2_200_000;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Something that answers a body that has come in whole. */
    private interface Reader {
        void read(byte[] body) throws IOException, FaultRefused;
    }

    private final Service service;
    private final PersonAsAgent person;
    private final Puppeteer puppeteer;
    private final Burst burst;
    private final Faults faults;

    ControlDoor(Service service, PersonAsAgent person, Puppeteer puppeteer, Burst burst, Faults faults) {
        this.service = service;
        this.person = person;
        this.puppeteer = puppeteer;
        this.burst = burst;
        this.faults = faults;
    }

    void say(HttpServerRequest request) {
        read(request, body -> {
            JsonNode json = Codec.mapper().readTree(body);
            long sequence = person.say(
                    json.path("conversationId").asText(), json.path("text").asText());
            service.afterwards(
                    () -> Answers.json(request, 200, JSON.objectNode().put("sequence", sequence)));
        });
    }

    void act(HttpServerRequest request) {
        read(request, MAX_ACT, body -> {
            JsonNode json = Codec.mapper().readTree(body);
            byte[] file = json.path("file").binaryValue();
            puppeteer.act(
                    json.path("conversationId").asText(),
                    json.path("act"),
                    file == null ? new byte[0] : file,
                    refused -> service.afterwards(() -> refused.ifPresentOrElse(
                            no -> Answers.error(request, no.code(), no.words()),
                            () -> Answers.json(request, 200, JSON.objectNode().put("done", true)))));
        });
    }

    void burst(HttpServerRequest request) {
        read(request, body -> {
            JsonNode json = Codec.mapper().readTree(body);
            int count = json.path("count").asInt();
            burst.start(
                    json.path("conversationId").asText(),
                    count,
                    json.path("perSecond").asInt(5_000));
            Answers.json(request, 202, JSON.objectNode().put("count", count));
        });
    }

    void addFaults(HttpServerRequest request) {
        read(request, body -> {
            faults.inForce(FaultScript.read("", new String(body, StandardCharsets.UTF_8)));
            tellFaults(request);
        });
    }

    void clearFaults(HttpServerRequest request) {
        faults.book().clear();
        tellFaults(request);
    }

    void tellFaults(HttpServerRequest request) {
        ObjectNode answer = JSON.objectNode();
        ArrayNode rules = answer.putArray("rules");
        for (RuleBook.Account account : faults.book().accounts()) {
            rules.addObject()
                    .put("rule", account.rule())
                    .put("seen", account.seen())
                    .put("struck", account.struck());
        }
        ObjectNode seen = answer.putObject("seen");
        faults.seenSoFar().forEach(seen::put);
        Answers.json(request, 200, answer);
    }

    void setQuirks(HttpServerRequest request) {
        read(request, body -> {
            service.quirks().set(Quirks.read(new String(body, StandardCharsets.UTF_8)));
            tellQuirks(request);
        });
    }

    void clearQuirks(HttpServerRequest request) {
        service.quirks().clear();
        tellQuirks(request);
    }

    void tellQuirks(HttpServerRequest request) {
        ObjectNode answer = JSON.objectNode();
        ArrayNode quirks = answer.putArray("quirks");
        for (Quirk quirk : Quirk.values()) {
            quirks.addObject()
                    .put("name", quirk.word())
                    .put("value", service.quirks().of(quirk))
                    .put("choices", quirk.choices())
                    .put("meaning", quirk.meaning());
        }
        Answers.json(request, 200, answer);
    }

    private static void read(HttpServerRequest request, Reader reader) {
        read(request, MAX_BODY, reader);
    }

    private static void read(HttpServerRequest request, int most, Reader reader) {
        Bodies.whole(request, most, body -> {
            try {
                reader.read(body);
            } catch (FaultRefused e) {
                Answers.error(request, 400, String.valueOf(e.getMessage()));
            } catch (IOException e) {
                Answers.error(request, 400, "Body is not JSON");
            } catch (Refusal e) {
                Answers.error(request, e.code(), e.words());
            }
        });
    }
}
