package dev.parley.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.faults.Occasion;
import dev.parley.sandbox.faults.RuleBook;
import java.util.Iterator;
import java.util.UUID;
import java.util.function.Predicate;

/** What can be done to a frame's JSON before it goes out. */
final class Bending {
    private static final String UNKNOWN = "parley.UnheardOf";

    /** Takes those changes out. */
    static void leaveOut(ObjectNode frame, Predicate<Occasion.Item> which) {
        Iterator<JsonNode> changes = frame.path("body").path("changes").elements();
        while (changes.hasNext()) {
            if (which.test(Occasions.item(changes.next()))) {
                changes.remove();
            }
        }
    }

    /** Takes out what is told to nobody any more. */
    static void leaveOutWithheld(ObjectNode frame, RuleBook book) {
        leaveOut(
                frame,
                item -> item.sequence().isPresent()
                        && book.isWithheld(item.conversation(), item.sequence().getAsLong()));
    }

    /** Turns several changes round; false when there are none to turn. */
    static boolean turnRound(ObjectNode frame) {
        if (!(frame.path("body").path("changes") instanceof ArrayNode changes) || changes.size() < 2) {
            return false;
        }
        for (int from = 0, to = changes.size() - 1; from < to; from++, to--) {
            JsonNode first = changes.get(from);
            changes.set(from, changes.get(to));
            changes.set(to, first);
        }
        return true;
    }

    static void unknownType(ObjectNode frame, Predicate<Occasion.Item> which) {
        boolean bent = false;
        for (JsonNode change : frame.path("body").path("changes")) {
            if (change.path("event") instanceof ObjectNode event && which.test(Occasions.item(change))) {
                event.put("type", UNKNOWN);
                bent = true;
            }
        }
        if (!bent) {
            frame.put("type", UNKNOWN);
        }
    }

    static void extraFields(ObjectNode frame) {
        add(frame);
        add(frame.path("body"));
        for (JsonNode change : frame.path("body").path("changes")) {
            add(change);
            add(change.path("event"));
            add(change.path("result"));
        }
    }

    private static void add(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.putObject("parleyUnheardOf")
                    .put("text", "x")
                    .putNull("nothing")
                    .putArray("list")
                    .add(1)
                    .add("two");
        }
    }

    static void wrongReqId(ObjectNode frame) {
        frame.put("reqId", UUID.randomUUID().toString());
    }

    static void pad(ObjectNode frame, int chars) {
        frame.put("parleyPadding", "x".repeat(chars));
    }

    static void errorCode(ObjectNode frame, int code) {
        frame.put("code", code).put("type", "StringResponse").put("body", "On purpose");
    }

    private Bending() {}
}
