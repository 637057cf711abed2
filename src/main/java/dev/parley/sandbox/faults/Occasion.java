package dev.parley.sandbox.faults;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something a rule may strike at.
 *
 * @param group request, notification, upgrade, domains, signup, authorize, authenticate, upload, download, form, socket or now
 * @param type of the request or notification; else the group
 * @param consumer whose socket or token it is, where that is known
 * @param items what it is about: one for a request, one a change for a notification
 */
public record Occasion(String group, String type, Optional<String> consumer, List<Item> items) {
    public Occasion {
        items = List.copyOf(items);
    }

    public static Occasion of(String group, Optional<String> consumer) {
        return new Occasion(group, group, consumer, List.of());
    }

    /** A rule on now meets a socket that hears these dialogs. */
    public static Occasion now(Optional<String> consumer, Collection<String> dialogs) {
        return new Occasion(
                "now",
                "now",
                consumer,
                dialogs.stream()
                        .map(dialog -> new Item(dialog, "", OptionalLong.empty()))
                        .toList());
    }

    /**
     * @param event type of the event, e.g. ContentEvent; empty where there is none
     */
    public record Item(String conversation, String event, OptionalLong sequence) {}
}
