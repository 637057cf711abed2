package dev.parley.referee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.referee.House.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes requests: blows the whistle on malformed ones, applies the script's faults, answers. Owned by the event loop. */
final class Desk {
    private final House house;
    private final Rules rules;

    /** What a request comes to. */
    record Verdict(int code, String type, @Nullable JsonNode body, List<Delivery> deliveries) {
        static Verdict words(String words) {
            return new Verdict(200, "StringResponse", TextNode.valueOf(words), List.of());
        }

        static Verdict refusal(int code, String words) {
            return new Verdict(code, "StringResponse", TextNode.valueOf(words), List.of());
        }
    }

    Desk(House house, Rules rules) {
        this.house = house;
        this.rules = rules;
    }

    void received(Line line, String text) {
        if (house.script.stalled) {
            line.unread.add(text);
            return;
        }
        Optional<ObjectNode> parsed = Frames.parse(text);
        if (parsed.isEmpty()) {
            foul("not a JSON object");
            return;
        }
        ObjectNode request = parsed.get();
        checkEnvelope(line, request);
        house.requests.add(request);
        String type = request.path("type").asText();
        String event = request.path("body").path("event").path("type").asText();
        Optional<Fault> fault = house.script.next(type).or(() -> house.script.next(type + " " + event));
        Optional<Fault.Refusal> refusal = fault.flatMap(Fault::refusal);
        if (refusal.isPresent()) {
            send(
                    line,
                    request,
                    Verdict.refusal(refusal.get().code(), refusal.get().words()),
                    fault);
        } else if (fault.isPresent() && !fault.get().committed()) {
            fault.get().close().ifPresent(code -> line.close(code, "as the test asked"));
        } else {
            send(line, request, rules.apply(line, request), fault);
        }
    }

    private void send(Line line, ObjectNode request, Verdict verdict, Optional<Fault> fault) {
        List<Delivery> deliveries = new ArrayList<>(verdict.deliveries());
        if (fault.isPresent() && !fault.get().told()) {
            deliveries.removeIf(delivery -> delivery.line() == line);
        }
        List<Delivery> inOrder = new ArrayList<>();
        if (fault.isEmpty() || fault.get().answered()) {
            String reqId = request.path("id").asText();
            inOrder.add(new Delivery(line, Frames.response(reqId, verdict.code(), verdict.type(), verdict.body())));
        }
        inOrder.addAll(house.script.has(Quirk.ANSWER_AFTER_NOTIFICATION) ? 0 : inOrder.size(), deliveries);
        House.deliver(inOrder);
        fault.ifPresent(any -> any.close().ifPresent(code -> line.close(code, "as the test asked")));
    }

    /** PROTOCOL.md 4.1. */
    private void checkEnvelope(Line line, ObjectNode request) {
        String type = request.path("type").asText();
        if (!request.path("kind").asText().equals("req")) {
            foul("kind is not req: " + type);
        }
        JsonNode id = request.path("id");
        if (!id.isTextual() || id.textValue().isEmpty() || id.textValue().length() > 64) {
            foul("id is no string of 1 to 64: " + type);
        }
        if (!line.requestIds.add(id.asText())) {
            foul("id used twice on a socket: " + type);
        }
        if (request.has("metadata") && !request.path("metadata").isArray()) {
            foul("metadata is no array: " + type);
        }
    }

    private void foul(String what) {
        house.fouls.add(what);
    }
}
