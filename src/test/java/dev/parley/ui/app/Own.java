package dev.parley.ui.app;

import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.Update;
import java.time.Instant;

/** Own messages in every state of their life. */
final class Own {
    private Own() {}

    static Update message(Story story, Delivery delivery, String text) {
        return message(story.place(), "own-" + text, delivery, text);
    }

    static Update message(Place place, String cid, Delivery delivery, String text) {
        Outgoing saving = Outgoing.saving(cid, place, text, Instant.parse("2026-11-22T12:04:00Z"));
        String reason = delivery == Delivery.FAILED ? "the service said no" : "";
        return new Update.OutgoingChanged(
                place.consumer(), delivery == Delivery.ACKED ? saving.acked(900) : saving.with(delivery, reason));
    }
}
