package dev.parley.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.protocol.Event;
import dev.parley.protocol.Frame;
import dev.parley.protocol.RequestBody;
import dev.parley.sandbox.faults.Occasion;
import dev.parley.sandbox.faults.Occasion.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Frames as fault rules see them. */
final class Occasions {
    static Occasion of(Frame.Request request, Optional<String> consumer) {
        return new Occasion("request", request.body().type(), consumer, items(request.body()));
    }

    private static List<Item> items(RequestBody body) {
        if (body instanceof RequestBody.PublishEvent publish) {
            return List.of(new Item(publish.dialogId(), type(publish.event()), OptionalLong.empty()));
        }
        if (body instanceof RequestBody.SubscribeMessagingEvents subscribe) {
            return List.of(new Item(subscribe.dialogId(), "", OptionalLong.empty()));
        }
        if (body instanceof RequestBody.UpdateConversationField update) {
            return List.of(new Item(update.conversationId(), "", OptionalLong.empty()));
        }
        return List.of();
    }

    private static String type(Event event) {
        return event instanceof Event.Unknown unknown
                ? unknown.type()
                : event.getClass().getSimpleName();
    }

    static Occasion ofNotification(JsonNode frame, Optional<String> consumer) {
        List<Item> items = new ArrayList<>();
        frame.path("body").path("changes").forEach(change -> items.add(item(change)));
        return new Occasion("notification", frame.path("type").asText(), consumer, items);
    }

    /** A change of either kind of notification. */
    static Item item(JsonNode change) {
        JsonNode sequence = change.path("sequence");
        return new Item(
                change.path("dialogId")
                        .asText(change.path("result").path("convId").asText()),
                change.path("event").path("type").asText(),
                sequence.isNumber() ? OptionalLong.of(sequence.longValue()) : OptionalLong.empty());
    }

    private Occasions() {}
}
