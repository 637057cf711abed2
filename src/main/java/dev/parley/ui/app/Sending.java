package dev.parley.ui.app;

import dev.parley.conversation.Command;
import dev.parley.conversation.Consumer;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.Update;
import dev.parley.ui.edit.Editor;
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
        if (state.readOnly()) {
            kit.error(state.storage().sentence());
            return;
        }
        String text = withoutEndingBreaks(raw);
        if (text.length() > MOST_CHARACTERS) {
            kit.error(
                    "A message may have at most 8000 characters, this one has " + text.length() + ". It was not sent.");
            return;
        }
        Place place = state.selected();
        String input = state.here().editor().text();
        if (state.conversation().filter(known -> !known.isOpen()).isPresent()) {
            askWhere(place, input, text);
            return;
        }
        long lines = text.lines().count();
        if (lines > ASK_LINES || text.length() > ASK_CHARACTERS) {
            state.overlays()
                    .open(Choice.confirm(
                            "Send?",
                            "This message has " + lines + (lines == 1 ? " line" : " lines") + " and " + text.length()
                                    + " characters.",
                            "send it",
                            () -> drafting.still(place)
                                    .ifPresentOrElse(now -> deliver(now, input, text), this::nowhere)));
            return;
        }
        deliver(place, input, text);
    }

    private static String withoutEndingBreaks(String raw) {
        int end = raw.length();
        while (end > 0 && raw.charAt(end - 1) == '\n') {
            end--;
        }
        return raw.substring(0, end);
    }

    private void nowhere() {
        kit.error("The conversation is gone meanwhile. It was not sent; Up brings the text back.");
    }

    private void askWhere(Place from, String input, String text) {
        ConsumerKey consumer = from.consumer();
        Place target = state.inbox()
                .consumer(consumer)
                .flatMap(Consumer::openConversation)
                .map(Conversation::place)
                .orElse(Place.unopened(consumer));
        String where = target.isUnopened() ? "start a new one with this text" : "send it in the one that is open";
        state.overlays()
                .open(Choice.confirm("This conversation is closed", "Nothing can be sent here any more.", where, () -> {
                    takeOut(from, input);
                    // A conversation may have been opened since the question was asked.
                    Place now = drafting.still(target).orElse(target);
                    String cid = kit.ids().get();
                    drafting.sentElsewhere(from, cid);
                    switching.byKey(now);
                    publish(now, cid, text);
                }));
    }

    /** Sends from the input of {@code place}. */
    private void deliver(Place place, String input, String text) {
        takeOut(place, input);
        publish(place, kit.ids().get(), text);
    }

    /** Takes {@code sent} out of an input: what came back in front of it meanwhile, or was typed before a recalled text, stays. */
    private void takeOut(Place place, String sent) {
        Editor editor = state.place(place).editor();
        String now = editor.text();
        String typed = place.equals(state.selected()) ? state.inputs().typed().orElse("") : "";
        int at = now.lastIndexOf(sent);
        String rest = at < 0 ? now : withoutEndingBreaks(now.substring(0, at)) + now.substring(at + sent.length());
        editor.setText(rest.isBlank() && !typed.equals(sent) ? typed : rest);
        state.place(place).touch();
    }

    private void publish(Place place, String cid, String text) {
        kit.remember(text);
        state.inputs().reset();
        composing.stop();
        state.place(place).scroll().release();
        reading.answered();
        out(place, cid, text);
    }

    /** The message takes the kept draft of its place with it. */
    private void out(Place place, String cid, String text) {
        Instant at = kit.clock().now();
        state.apply(new Update.OutgoingChanged(place.consumer(), Outgoing.saving(cid, place, text, at)));
        String dialogId =
                state.inbox().conversation(place).map(Conversation::dialogId).orElse("");
        kit.send(new Command.Send(place.consumer(), place, cid, text, at, dialogId));
        drafting.sent(place);
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
        Place from = state.selected();
        String many = places.size() == 1 ? "1 consumer" : places.size() + " consumers";
        state.overlays()
                .open(Choice.careful(
                        "Send to everybody?",
                        "To " + many + ": " + text,
                        "send it to " + many,
                        () -> cast(from, places, text)));
    }

    private void cast(Place from, List<Place> places, String text) {
        for (Place place : places) {
            String cid = kit.ids().get();
            Place now = drafting.still(place).orElse(place);
            if (now.consumer().equals(from.consumer()) && !now.equals(from)) {
                drafting.sentElsewhere(from, cid);
            }
            out(now, cid, text);
        }
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

    /** {@code /step-up}. */
    void stepUp(String arguments) {
        StepUpOptions.parse(state.selected().consumer(), arguments)
                .ifPresentOrElse(kit::send, () -> kit.error("It is written " + StepUpOptions.FORM));
    }

    /** The last failed one again, here or, where none failed here, anywhere. */
    void retry() {
        failedOr(Delivery.UNKNOWN)
                .ifPresent(
                        outgoing -> kit.send(new Command.Retry(outgoing.place().consumer(), outgoing.cid())));
    }

    /** Takes the last failed or queued one back into the input; it is kept as a draft before the outbox forgets it. */
    void discard() {
        failedOr(Delivery.QUEUED).ifPresent(outgoing -> {
            if (outgoing.upload() != null) {
                kit.send(new Command.Discard(outgoing.place().consumer(), outgoing.cid()));
                return;
            }
            takenBack.put(outgoing.cid(), outgoing);
            drafting.expect(outgoing.place(), outgoing.text());
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
        drafting.stored(removed.cid());
    }

    /** An own message has got further: kept on disk, or too far to be taken back. */
    void changed(Outgoing outgoing) {
        if (outgoing.delivery() != Delivery.SAVING) {
            drafting.stored(outgoing.cid());
        }
        boolean gone = outgoing.delivery() == Delivery.IN_FLIGHT || outgoing.delivery() == Delivery.ACKED;
        if (gone && takenBack.remove(outgoing.cid()) != null) {
            drafting.unexpected(outgoing.place());
            kit.hint("Too late to take it back: it is on its way.");
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
