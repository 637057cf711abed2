package dev.parley.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a card's element does when it is chosen (PROTOCOL.md 10.2). Strings are raw. */
public sealed interface Action {
    record PublishText(String text) implements Action {}

    /** @param uri the one for the web where there is one, else the common one; judged before it is offered */
    record Link(String uri, String name) implements Action {}

    record Navigate(double latitude, double longitude, String name) implements Action {}

    /** A box is ticked, or not any more; {@code text} is what the list says with it when it is sent. */
    record Checked(String text) implements Action {}

    /** Sends what is ticked. */
    record SubmitAsText() implements Action {}

    /** @param range whether a first and a last day are asked for */
    record DatePicker(boolean range, String title, Optional<Instant> least, Optional<Instant> most, String format)
            implements Action {
        /** The same from a later day on. */
        public DatePicker from(Instant day) {
            return new DatePicker(range, title, Optional.of(day), most, format);
        }
    }

    record Schedule(String title, List<Slot> slots) implements Action {
        public Schedule {
            slots = List.copyOf(slots);
        }
    }

    record Slot(String id, Instant start, Optional<Instant> end, String title, String description) {}

    /** What only a shop's own page can do, e.g. {@code addToCart}, {@code custom}. */
    record Other(String type) implements Action {}
}
