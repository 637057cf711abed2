package dev.parley.referee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.referee.Desk.Verdict;
import dev.parley.referee.House.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What each request does, PROTOCOL.md sections 3 to 9 and 14. Owned by the referee's event loop. */
final class Rules {
    private final House house;
    private final Passes passes;

    Rules(House house, Passes passes) {
        this.house = house;
        this.passes = passes;
    }

    Verdict apply(Line line, ObjectNode request) {
        String type = request.path("type").asText();
        JsonNode body = request.path("body");
        if (type.equals("GetClock")) {
            return new Verdict(200, "GetClockResponse", Frames.object().put("currentTime", house.now()), List.of());
        }
        if (type.equals("InitConnection")) {
            return init(line, request);
        }
        if (line.consumerId.isEmpty()) {
            return foul(401, "before InitConnection: " + type);
        }
        String consumer = line.consumerId.get();
        return switch (type) {
            case "cqm.SubscribeExConversations" -> subscribe(line, body);
            case "cqm.UnsubscribeExConversations" ->
                line.wishes.remove(body.path("subscriptionId").asText()) == null
                        ? foul(400, "no such subscription")
                        : Verdict.words("OK");
            case "cm.ConsumerRequestConversation" -> requestConversation(consumer, body);
            case "cm.UpdateConversationField" -> update(consumer, body);
            case "ms.SubscribeMessagingEvents" -> subscribeEvents(line, consumer, body);
            case "ms.PublishEvent" -> publish(consumer, request);
            case "userprofile.GetUserProfile" ->
                new Verdict(
                        200,
                        "userprofile.GetUserProfileResponse",
                        Frames.object()
                                .put("userId", consumer)
                                .put("firstName", "Ann")
                                .put("lastName", "Lee")
                                .set("privateData", Frames.object()),
                        List.of());
            case "userprofile.SetUserProfile" -> Verdict.words("OK User Profile set successfully");
            default -> foul(400, "unknown type: " + type);
        };
    }

    private Verdict init(Line line, ObjectNode request) {
        for (JsonNode header : request.path("headers")) {
            if (header.path("type").asText().equals(".ams.headers.ConsumerAuthentication")) {
                line.consumerId = passes.holder(header.path("jwt").asText());
            }
        }
        if (line.consumerId.isEmpty()) {
            line.close(4407, "Identity token is invalid");
            return Verdict.refusal(401, "Identity token is invalid");
        }
        return Verdict.words("Connection initialized successfully");
    }

    private Verdict subscribe(Line line, JsonNode body) {
        String subscription = house.script.has(Quirk.NUMERIC_IDS)
                ? String.valueOf(5_000_000L + line.wishes.size())
                : UUID.nameUUIDFromBytes(new byte[] {5, (byte) line.wishes.size()})
                        .toString();
        Line.Wish wish = Line.Wish.of(body);
        line.wishes.put(subscription, wish);
        return new Verdict(
                200,
                "cqm.SubscribeExConversationsResponse",
                Frames.object().put("subscriptionId", subscription),
                List.of(new Delivery(line, house.snapshot(line, subscription, wish))));
    }

    private Verdict requestConversation(String consumer, JsonNode body) {
        Optional<Talk> open = house.openTalkOf(consumer);
        if (open.isPresent() && house.script.second == Second.REFUSED) {
            return Verdict.refusal(400, "There is an open conversation already");
        }
        List<Delivery> deliveries = new ArrayList<>();
        Talk talk;
        if (open.isPresent() && house.script.second == Second.THE_OPEN_ONE) {
            talk = open.get();
        } else {
            talk = house.open(consumer);
            talk.opened(body);
            house.changed(talk, deliveries);
        }
        return new Verdict(
                200, "cm.RequestConversationResponse", Frames.object().put("conversationId", talk.id), deliveries);
    }

    private Verdict subscribeEvents(Line line, String consumer, JsonNode body) {
        JsonNode fromSeq = body.path("fromSeq");
        if (!body.path("dialogId").isTextual() || (!fromSeq.isMissingNode() && !isNatural(fromSeq))) {
            return foul(400, "SubscribeMessagingEvents without dialogId or with an odd fromSeq");
        }
        @Nullable Talk talk = house.talks.get(body.path("dialogId").textValue());
        if (talk == null || !talk.consumerId.equals(consumer)) {
            return foul(404, "no such dialog");
        }
        if (!talk.open && house.script.has(Quirk.CLOSED_HISTORY_REFUSED)) {
            return Verdict.refusal(400, "Conversation is closed");
        }
        line.dialogs.add(talk.id);
        List<Delivery> history = house.history(talk, fromSeq.asInt()).stream()
                .map(frame -> new Delivery(line, frame))
                .toList();
        return new Verdict(200, "GenericSubscribeResponse", Frames.object(), history);
    }

    private static boolean isNatural(JsonNode number) {
        return number.isIntegralNumber() && number.canConvertToInt() && number.intValue() >= 0;
    }

    private Verdict publish(String consumer, ObjectNode request) {
        JsonNode body = request.path("body");
        JsonNode event = body.path("event");
        if (!body.path("dialogId").isTextual() || !event.isObject()) {
            return foul(400, "PublishEvent without dialogId or event");
        }
        @Nullable Talk talk = house.talks.get(body.path("dialogId").textValue());
        if (talk == null || !talk.consumerId.equals(consumer)) {
            return foul(404, "no such dialog");
        }
        Optional<String> wrong = wrongWith(talk, event);
        if (wrong.isPresent()) {
            return foul(400, wrong.get());
        }
        if (!talk.open) {
            return Verdict.refusal(400, "Dialog is closed");
        }
        List<Delivery> deliveries = new ArrayList<>();
        int sequence = house.publish(talk, consumer, "CONSUMER", event, request.path("metadata"), deliveries);
        return new Verdict(200, "ms.PublishEventResponse", Frames.object().put("sequence", sequence), deliveries);
    }

    /** PROTOCOL.md section 8: what a client must not publish. */
    private static Optional<String> wrongWith(Talk talk, JsonNode event) {
        switch (event.path("type").asText()) {
            case "ContentEvent" -> {
                if (!event.path("contentType").isTextual() || !event.has("message")) {
                    return Optional.of("ContentEvent without contentType or message");
                }
                if (event.path("message").isTextual()
                        && event.path("message").textValue().isEmpty()) {
                    return Optional.of("empty text");
                }
                return event.path("message").asText().length() > 8000 ? Optional.of("text too long") : Optional.empty();
            }
            case "AcceptStatusEvent" -> {
                return wrongReceipt(talk, event);
            }
            case "ChatStateEvent" -> {
                return event.path("chatState").isTextual()
                        ? Optional.empty()
                        : Optional.of("ChatStateEvent without chatState");
            }
            default -> {
                return Optional.of("unknown event: " + event.path("type").asText());
            }
        }
    }

    private static Optional<String> wrongReceipt(Talk talk, JsonNode event) {
        JsonNode sequences = event.path("sequenceList");
        if (!event.path("status").isTextual() || !sequences.isArray() || sequences.isEmpty()) {
            return Optional.of("AcceptStatusEvent without status or sequences");
        }
        for (JsonNode sequence : sequences) {
            if (!isNatural(sequence) || sequence.intValue() >= talk.history.size()) {
                return Optional.of("receipt for a sequence that does not exist");
            }
            ObjectNode received = talk.history.get(sequence.intValue());
            if (received.path("originatorId").asText().equals(talk.consumerId)) {
                return Optional.of("receipt for an own message");
            }
            if (received.path("event").path("type").asText().equals("AcceptStatusEvent")) {
                return Optional.of("receipt for a receipt");
            }
        }
        return Optional.empty();
    }

    private Verdict update(String consumer, JsonNode body) {
        @Nullable Talk talk = house.talks.get(body.path("conversationId").asText());
        if (talk == null || !talk.consumerId.equals(consumer)) {
            return foul(404, "no such conversation");
        }
        JsonNode field = body.path("conversationField");
        JsonNode first = field.isArray() ? field.path(0) : field;
        String state = first.path("conversationState").asText();
        if (first.path("field").asText().equals("DialogChange")
                && first.path("dialog").path("dialogId").asText().equals(talk.id)) {
            state = first.path("dialog").path("state").asText();
        }
        if (!state.equals("CLOSE")) {
            return foul(400, "UpdateConversationField that closes nothing");
        }
        if (!talk.open) {
            return Verdict.refusal(400, "Conversation is closed");
        }
        talk.close("CONSUMER", house.now());
        List<Delivery> deliveries = new ArrayList<>();
        house.changed(talk, deliveries);
        return new Verdict(
                200, "StringResponse", TextNode.valueOf("OK Conversation resolved successfully"), deliveries);
    }

    private Verdict foul(int code, String what) {
        house.fouls.add(what);
        return Verdict.refusal(code, what);
    }
}
