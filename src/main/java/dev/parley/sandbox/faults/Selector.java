package dev.parley.sandbox.faults;

import java.util.Optional;
import java.util.OptionalLong;

/** What a rule strikes at, before counting. Absent members select everything. */
public record Selector(
        String on,
        Optional<String> consumer,
        Optional<String> conversation,
        Optional<String> event,
        OptionalLong sequence) {
    boolean selects(Occasion occasion) {
        return (on.equals(occasion.group()) || on.equals(occasion.type()))
                && (consumer.isEmpty() || consumer.equals(occasion.consumer()))
                && (!narrows() || occasion.items().stream().anyMatch(this::selects));
    }

    private boolean narrows() {
        return conversation.isPresent() || event.isPresent() || sequence.isPresent();
    }

    /** Whether a change of a notification is one of those meant. */
    public boolean selects(Occasion.Item item) {
        return (conversation.isEmpty() || conversation.get().equals(item.conversation()))
                && (event.isEmpty() || event.get().equals(item.event()))
                && (sequence.isEmpty() || sequence.equals(item.sequence()));
    }
}
