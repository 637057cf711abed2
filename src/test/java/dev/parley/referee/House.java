package dev.parley.referee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The conversations, the ledger, and who is to be told of what. Owned by the referee's event loop. */
final class House {
    /** A frame for a socket. */
    record Delivery(Line line, ObjectNode frame) {}

    final Script script;
    final List<Line> lines = new ArrayList<>();
    final Map<String, Talk> talks = new LinkedHashMap<>();
    final Seen<Committed> ledger = new Seen<>();
    final Seen<ObjectNode> requests = new Seen<>();
    /** Upgrades with a token that is not taken. */
    int refusedUpgrades;

    final List<String> fouls = new ArrayList<>();
    private final Map<String, ObjectNode> formerResults = new HashMap<>();
    private long clock = 1700000600000L;

    House(Script script) {
        this.script = script;
    }

    /** Every look at the clock is a second later than the one before. */
    long now() {
        clock += 1000;
        return clock;
    }

    Talk open(String consumerId) {
        int number = talks.size() + 1;
        String id = script.has(Quirk.NUMERIC_IDS)
                ? String.valueOf(7_000_000L + number)
                : UUID.nameUUIDFromBytes(new byte[] {7, (byte) number, (byte) (number >> 8)})
                        .toString();
        Talk talk = new Talk(id, consumerId, "a9e0b3d4-agent-" + number, now());
        talks.put(id, talk);
        return talk;
    }

    Optional<Talk> openTalkOf(String consumerId) {
        return talks.values().stream()
                .filter(talk -> talk.open && talk.consumerId.equals(consumerId))
                .findFirst();
    }

    /** Commits the event; the answer's sequence is the committed one, or 0. */
    int publish(
            Talk talk, String originator, String role, JsonNode event, JsonNode metadata, List<Delivery> deliveries) {
        ObjectNode change = talk.published(originator, role, event, metadata, now());
        int sequence = change.path("sequence").asInt();
        if (change.has("sequence")) {
            Optional<String> externalId = externalId(metadata);
            externalId.ifPresent(id -> {
                if (ledger.all().stream().anyMatch(entry -> entry.externalId().equals(externalId))) {
                    fouls.add("published twice: " + id);
                }
            });
            ledger.add(new Committed(talk.id, sequence, originator, role, externalId, event));
        }
        for (Line line : linesOf(talk)) {
            if (line.dialogs.contains(talk.id)) {
                deliveries.add(new Delivery(line, Frames.events(List.of(change))));
            }
        }
        if (script.has(Quirk.UPSERT_ON_MESSAGE) && change.has("sequence")) {
            talk.touched(now());
            changed(talk, deliveries);
        }
        return sequence;
    }

    private static Optional<String> externalId(JsonNode metadata) {
        for (JsonNode entry : metadata) {
            if (entry.path("type").asText().equals("ExternalId")) {
                return Optional.of(entry.path("id").asText());
            }
        }
        return Optional.empty();
    }

    /** Tells every subscription that the conversation came, changed or no longer matches. */
    void changed(Talk talk, List<Delivery> deliveries) {
        ObjectNode result = talk.result();
        for (Line line : linesOf(talk)) {
            line.wishes.forEach((subscription, wish) -> {
                if (wish.matches(talk)) {
                    wish.told().add(talk.id);
                    deliveries.add(conversation(line, subscription, "UPSERT", result));
                    if (script.has(Quirk.STALE_UPSERTS) && formerResults.containsKey(talk.id)) {
                        deliveries.add(conversation(line, subscription, "UPSERT", formerResults.get(talk.id)));
                    }
                } else if (wish.told().remove(talk.id)) {
                    deliveries.add(conversation(line, subscription, "DELETE", result));
                }
            });
        }
        formerResults.put(talk.id, result);
    }

    private static Delivery conversation(Line line, String subscription, String type, ObjectNode result) {
        return new Delivery(line, Frames.conversations(subscription, List.of(Frames.change(type, result))));
    }

    /** All that match now, in one notification, or in an empty one. */
    ObjectNode snapshot(Line line, String subscription, Line.Wish wish) {
        List<ObjectNode> changes = new ArrayList<>();
        for (Talk talk : talks.values()) {
            if (line.consumerId.filter(talk.consumerId::equals).isPresent() && wish.matches(talk)) {
                wish.told().add(talk.id);
                changes.add(Frames.change("UPSERT", talk.result()));
            }
        }
        return Frames.conversations(subscription, changes);
    }

    /** At least one notification. */
    List<ObjectNode> history(Talk talk, int fromSeq) {
        List<ObjectNode> changes = new ArrayList<>();
        for (ObjectNode change : talk.history.subList(Math.min(fromSeq, talk.history.size()), talk.history.size())) {
            ObjectNode copy = change.deepCopy();
            if (script.has(Quirk.NO_CONVERSATION_ID_IN_HISTORY)) {
                copy.remove("conversationId");
                copy.putNull("metadata");
                copy.setAll(only(change, "metadata"));
            }
            changes.add(script.has(Quirk.REVERSED_HISTORY) ? 0 : changes.size(), copy);
        }
        if (!script.has(Quirk.CHUNKED_HISTORY) || changes.isEmpty()) {
            return List.of(Frames.events(changes));
        }
        return changes.stream().map(change -> Frames.events(List.of(change))).toList();
    }

    private static ObjectNode only(ObjectNode object, String name) {
        ObjectNode part = Frames.object();
        if (object.has(name)) {
            part.set(name, object.path(name));
        }
        return part;
    }

    private List<Line> linesOf(Talk talk) {
        return lines.stream()
                .filter(line -> line.consumerId.filter(talk.consumerId::equals).isPresent())
                .toList();
    }

    static void deliver(List<Delivery> deliveries) {
        deliveries.forEach(delivery -> delivery.line().send(delivery.frame()));
    }
}
