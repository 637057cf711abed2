package dev.parley.referee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes a plain frame into what the script's quirks make of it. Owned by the referee's event loop. */
final class Oddities {
    private static final Set<String> IDS = Set.of("reqId", "convId", "conversationId", "dialogId", "subscriptionId");
    private static final Set<String> NUMBERS =
            Set.of("sequence", "serverTimestamp", "metaDataLastUpdateTs", "startTs", "endTs", "effectiveTTR", "code");
    private static final Set<String> ARRAYS =
            Set.of("changes", "dialogs", "participants", "participantsDetails", "sequenceList", "metadata");
    private static final Map<String, String> OLD_TYPES = Map.of(
            "StringResponse", ".ReqBody$StringResp", "GenericSubscribeResponse", ".ams.GenericSubscribeResponse");

    private final Script script;
    private int frames;

    Oddities(Script script) {
        this.script = script;
    }

    /** What goes out for one frame, in order. */
    List<String> of(ObjectNode plain) {
        ObjectNode frame = plain.deepCopy();
        frames++;
        if (frame.path("kind").asText().equals("resp")) {
            answer(frame);
        }
        walk(frame, frames % 2 == 0);
        List<String> out = new ArrayList<>();
        if (script.has(Quirk.BROKEN_FRAMES)) {
            out.add("{\"kind\":\"notification\",\"type\":");
        }
        if (script.has(Quirk.UNKNOWN_FRAMES)) {
            out.add("{\"kind\":\"gossip\",\"body\":{\"x\":1}}");
            out.add("{\"kind\":\"notification\",\"type\":\"xyz.NoveltyNotification\",\"body\":[1,2]}");
            out.add(
                    "{\"kind\":\"resp\",\"reqId\":\"nobody\",\"code\":200,\"type\":\"xyz.NoveltyResponse\",\"body\":{}}");
        }
        out.add(frame.toString());
        if (script.has(Quirk.EVERYTHING_TWICE)) {
            out.addAll(List.copyOf(out));
        }
        return out;
    }

    private void answer(ObjectNode frame) {
        boolean error = frame.path("code").asInt() >= 400;
        String type = frame.path("type").asText();
        if (error && script.has(Quirk.WORDLESS_ERRORS)) {
            frame.remove("body");
        } else if (error && script.has(Quirk.OBJECT_ERRORS)) {
            String words = frame.path("body").asText();
            frame.put("type", ".ReqBody$ErrorResp");
            frame.putObject("body")
                    .put("title", words)
                    .put("details", "as the referee decided")
                    .put("errorCode", frame.path("code").asInt() * 100 + 1);
        } else if (script.has(Quirk.OLD_ANSWER_TYPES) && OLD_TYPES.containsKey(type)) {
            frame.put("type", OLD_TYPES.get(type));
            if (type.equals("GenericSubscribeResponse")) {
                frame.remove("body");
            }
        }
        if (!error && script.has(Quirk.NO_CODE)) {
            frame.remove("code");
        }
    }

    private void walk(JsonNode node, boolean other) {
        node.forEach(child -> walk(child, other));
        if (!(node instanceof ObjectNode object)) {
            return;
        }
        for (String name : new ArrayList<>(names(object))) {
            JsonNode value = object.path(name);
            if (other && script.has(Quirk.NUMERIC_IDS) && IDS.contains(name) && isDigits(value)) {
                object.set(name, LongNode.valueOf(Long.parseLong(value.textValue())));
            } else if (other && script.has(Quirk.NUMBERS_AS_STRINGS) && NUMBERS.contains(name) && value.isNumber()) {
                object.set(name, TextNode.valueOf(value.asText()));
            } else if (script.has(Quirk.PARTICIPANTS_BY_ROLE) && name.equals("participants")) {
                byRole(object, value);
            } else if (script.has(Quirk.BARE_ELEMENTS) && ARRAYS.contains(name) && value.size() == 1) {
                object.set(name, value.path(0));
            }
        }
        if (script.has(Quirk.UNKNOWN_FIELDS)) {
            object.put("xNovelty", "unheard of").putObject("xNovelties").put("type", "NOVELTY");
        }
    }

    private static void byRole(ObjectNode details, JsonNode participants) {
        ObjectNode map = Frames.object();
        for (JsonNode participant : participants) {
            map.withArray(participant.path("role").asText())
                    .add(participant.path("id").asText());
        }
        details.remove("participants");
        details.set("participantsPId", map);
    }

    private static List<String> names(ObjectNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static boolean isDigits(JsonNode value) {
        return value.isTextual() && value.textValue().matches("[1-9][0-9]{0,17}");
    }
}
