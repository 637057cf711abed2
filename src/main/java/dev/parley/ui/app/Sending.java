package dev.parley.ui.app;

import dev.parley.conversation.Command;
import dev.parley.conversation.Consumer;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.Update;
import dev.parley.ui.overlay.Choice;
import dev.parley.ui.state.UiState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What goes out. An own message is on the screen at once, and its text leaves the input only with it. UI thread only. */
final class Sending {
    private static final int MOST_CHARACTERS = 8_000;
    private static final int ASK_CHARACTERS = 4_000;
    private static final int ASK_LINES = 20;

    private final Kit kit;
    private final UiState state;
    private final Drafting drafting;
    private final Composing composing;
    private final Attending reading;
    private final Switching switching;

    /** What the person wants back, until the session says that it has not gone out. */
    private final Map<String, Outgoing> takenBack = new HashMap<>();

    Sending(Kit kit, Drafting drafting, Composing composing, Attending reading, Switching switching) {
        this.kit = kit;
        this.state = kit.state();
        this.drafting = drafting;
        this.composing = composing;
        this.reading = reading;
        this.switching = switching;
    }

    /** Sends what the input holds as {@code raw}, after asking where that is due. A paste often ends in a line break that nobody means. */
    void send(String raw) {
        String text = withoutEndingBreaks(raw);
        if (text.length() > MOST_CHARACTERS) {
            kit.error(
                    "A message may have at most 8000 characters, this one has " + text.length() + ". It was not sent.");
            return;
        }
        if (state.conversation().filter(known -> !known.isOpen()).isPresent()) {
            askWhere(text);
            return;
        }
        Place place = state.selected();
        long lines = text.lines().count();
        if (lines > ASK_LINES || text.length() > ASK_CHARACTERS) {
            state.overlays()
                    .open(Choice.confirm(
                            "Send?",
                            "This message has " + lines + (lines == 1 ? " line" : " lines") + " and " + text.length()
                                    + " characters.",
                            "send it",
                            () -> deliver(place, text)));
            return;
        }
        deliver(place, text);
    }

    private static String withoutEndingBreaks(String raw) {
        int end = raw.length();
        while (end > 0 && raw.charAt(end - 1) == '\n') {
            end--;
        }
        return raw.substring(0, end);
    }

    private void askWhere(String text) {
        ConsumerKey consumer = state.selected().consumer();
        Place target = state.inbox()
                .consumer(consumer)
                .flatMap(Consumer::openConversation)
                .map(Conversation::place)
                .orElse(Place.unopened(consumer));
        String where = target.isUnopened() ? "start a new one with this text" : "send it in the one that is open";
        state.overlays()
                .open(Choice.confirm("This conversation is closed", "Nothing can be sent here any more.", where, () -> {
                    state.here().editor().setText("");
                    drafting.edited(state.selected());
                    switching.byKey(target);
                    publish(target, text);
                }));
    }

    /** Sends from the input of {@code place}. */
    private void deliver(Place place, String text) {
        state.place(place).editor().setText("");
        state.place(place).touch();
        drafting.sent(place);
        publish(place, text);
    }

    private void publish(Place place, String text) {
        state.inputs().add(text);
        composing.stop();
        state.place(place).scroll().release();
        reading.answered();
        out(place, text);
    }

    private void out(Place place, String text) {
        String cid = kit.ids().get();
        Instant at = kit.clock().now();
        state.inbox().apply(new Update.OutgoingChanged(place.consumer(), Outgoing.saving(cid, place, text, at)));
        kit.send(new Command.Send(place.consumer(), place, cid, text, at));
    }

    /** {@code /cast}: one line to every consumer of the list. */
    void cast(String text) {
        if (text.isEmpty()) {
            kit.hint("/cast needs the text to send to every consumer.");
            return;
        }
        List<Place> places = new ArrayList<>();
        for (Consumer consumer : state.inbox().consumers()) {
            places.add(consumer.openConversation().map(Conversation::place).orElse(Place.unopened(consumer.key())));
        }
        String many = places.size() == 1 ? "1 consumer" : places.size() + " consumers";
        state.overlays()
                .open(Choice.careful(
                        "Send to everybody?",
                        "To " + many + ": " + text,
                        "send it to " + many,
                        () -> places.forEach(place -> out(place, text))));
    }

    /** {@code /as-agent}: in the sandbox, the agent says it. */
    void asAgent(String text) {
        Optional<Conversation> open = state.conversation().filter(Conversation::isOpen);
        if (open.isEmpty()) {
            kit.error("There is no open conversation here in which an agent could speak.");
        } else if (text.isEmpty()) {
            kit.hint("/as-agent needs the text that the agent shall say.");
        } else {
            kit.send(new Command.SpeakAsAgent(
                    state.selected().consumer(), open.get().id(), text));
        }
    }

    /** The last failed one again, here or, where none failed here, anywhere. */
    void retry() {
        failedOr(Delivery.UNKNOWN)
                .ifPresent(
                        outgoing -> kit.send(new Command.Retry(outgoing.place().consumer(), outgoing.cid())));
    }

    /** Takes the last failed or queued one back into the input. */
    void discard() {
        failedOr(Delivery.QUEUED).ifPresent(outgoing -> {
            takenBack.put(outgoing.cid(), outgoing);
            kit.send(new Command.Discard(outgoing.place().consumer(), outgoing.cid()));
        });
    }

    /** The last failed own message, else the last that is {@code other}. */
    Optional<Outgoing> failedOr(Delivery other) {
        return last(outgoing -> outgoing.delivery() == Delivery.FAILED)
                .or(() -> last(outgoing -> outgoing.delivery() == other));
    }

    /** An own message is gone; if the person took it back, its text stands in the input again. */
    void removed(Update.OutgoingRemoved removed) {
        Outgoing outgoing = takenBack.remove(removed.cid());
        if (outgoing != null) {
            drafting.comesBack(outgoing.place(), outgoing.text());
            kit.hint("Taken back into the input.");
        }
    }

    private Optional<Outgoing> last(Predicate<Outgoing> which) {
        return newest(state.outgoing(state.selected()), which)
                .or(() -> newest(
                        state.inbox().consumers().stream()
                                .flatMap(consumer -> consumer.outgoing().stream())
                                .toList(),
                        which));
    }

    private static Optional<Outgoing> newest(List<Outgoing> outgoing, Predicate<Outgoing> which) {
        return outgoing.stream().filter(which).reduce((first, second) -> second);
    }
}
