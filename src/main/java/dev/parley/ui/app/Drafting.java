package dev.parley.ui.app;

import dev.parley.conversation.Command;
import dev.parley.conversation.Consumer;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Place;
import dev.parley.conversation.Update;
import dev.parley.ui.edit.Editor;
import dev.parley.ui.state.PlaceState;
import dev.parley.ui.state.UiState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Text not sent yet: kept soon after the first key that is not kept, and never lost to what arrives. The kept draft of a
 * text that becomes a message is not forgotten here: that happens in the step that stores the message (RELIABILITY.md 1.1,
 * P1). UI thread only.
 */
final class Drafting {
    private static final long SAVE_AFTER_MILLIS = 1_500;

    private final Kit kit;
    private final UiState state;
    private final Map<Place, Timers.Task> unsaved = new HashMap<>();

    /** What has left the input for a question: it stays in the draft until that is answered. */
    private final Map<Place, String> asked = new HashMap<>();

    /** Where a text was typed that was sent to another place, by the message's id: its draft stays until that is stored. */
    private final Map<String, Place> typedAt = new HashMap<>();

    /** What came back last and still stands in front, so that what comes next stands behind it. */
    private final Map<Place, String> back = new HashMap<>();

    Drafting(Kit kit) {
        this.kit = kit;
        this.state = kit.state();
    }

    /** The text of a place has changed. */
    void edited(Place place) {
        state.place(place).touch();
        unsaved.computeIfAbsent(place, fresh -> kit.after(SAVE_AFTER_MILLIS, () -> save(fresh)));
    }

    /** Keeps what has not been kept. */
    void save(Place place) {
        if (settled(place)) {
            keep(place, text(place));
        }
    }

    void saveAll() {
        List.copyOf(unsaved.keySet()).forEach(this::save);
    }

    /** Nobody has to come back to it; false when that was so already. */
    private boolean settled(Place place) {
        Timers.Task task = unsaved.remove(place);
        if (task != null) {
            task.cancel();
        }
        return task != null;
    }

    private void keep(Place place, String text) {
        if (!state.readOnly()) {
            kit.send(new Command.SaveDraft(place.consumer(), place, text));
        }
    }

    /** While older texts are walked through, what was typed before is the draft. */
    private String text(Place place) {
        String shown = state.place(place).editor().text();
        String typed =
                place.equals(state.selected()) ? state.inputs().typed(shown).orElse(shown) : shown;
        return inFront(asked.getOrDefault(place, ""), typed);
    }

    private static String inFront(String first, String rest) {
        if (first.isEmpty()) {
            return rest;
        }
        return rest.isBlank() ? first : first + "\n" + rest;
    }

    /** {@code text} has left the input for a question. */
    void ask(Place place, String text) {
        asked.put(place, text);
        settled(place);
        keep(place, text(place));
    }

    /** Answered, and nobody wants it any more. */
    void answered(Place place) {
        if (asked.remove(place) != null) {
            settled(place);
            keep(place, text(place));
        }
    }

    /** Answered with no: it stands in the input again. */
    void unasked(Place place) {
        String text = asked.remove(place);
        if (text != null) {
            comesBack(place, text);
        }
    }

    /**
     * A message goes out at this place, and with it whatever draft is kept there: what the input still holds is kept anew.
     */
    void sent(Place place) {
        asked.remove(place);
        settled(place);
        if (!text(place).isEmpty()) {
            keep(place, text(place));
        }
    }

    /** What was typed at {@code from} goes out as {@code cid} elsewhere. */
    void sentElsewhere(Place from, String cid) {
        asked.remove(from);
        settled(from);
        state.place(from).touch();
        typedAt.put(cid, from);
    }

    /** An own message is kept, or was never to be: its text need not stay where it was typed. */
    void stored(String cid) {
        Place from = typedAt.remove(cid);
        if (from != null) {
            settled(from);
            keep(from, text(from));
        }
    }

    /** The text moves along; where it was, it is forgotten only when it is kept at its new place. */
    void renamed(Place from, Place to) {
        boolean open = settled(from);
        String waiting = back.remove(from);
        if (waiting != null) {
            back.put(to, waiting);
        }
        String question = asked.remove(from);
        if (question != null) {
            asked.put(to, question);
        }
        typedAt.replaceAll((cid, place) -> place.equals(from) ? to : place);
        if (open || !text(to).isEmpty()) {
            settled(to);
            state.place(to).touch();
            keep(to, text(to));
            keep(from, "");
        }
    }

    /** Fills only an input that nobody has written in; where somebody has, it comes back with Up. */
    void loaded(Update.DraftLoaded loaded) {
        PlaceState place = state.place(loaded.place());
        state.changed();
        if (!place.touched() && place.editor().isEmpty()) {
            place.editor().setText(loaded.text());
        } else if (!loaded.text().isBlank()
                && !place.editor().text().contains(loaded.text())
                && state.outgoing(loaded.place()).stream()
                        .noneMatch(own -> own.text().equals(loaded.text()))) {
            kit.remember(loaded.text());
            kit.hint("What was typed here before Parley started comes back with Up.");
        }
    }

    /** What could not be kept or sent comes back in front of what has been typed since. */
    void returned(Update.TextReturned returned) {
        if (!returned.text().isEmpty()) {
            comesBack(returned.place(), returned.text());
        }
        stored(returned.cid());
        kit.error(returned.why());
    }

    /** {@code text} is about to come back: it is kept in front of the draft before it is forgotten where it is now. */
    void expect(Place written, String text) {
        Place place = reachable(written);
        settled(place);
        keep(place, inFront(text, text(place)));
    }

    /** It does not come back after all. */
    void unexpected(Place written) {
        Place place = reachable(written);
        settled(place);
        keep(place, text(place));
    }

    /** A place without a row cannot be gone to: then the consumer's open conversation, or what is shown. */
    private Place reachable(Place place) {
        return still(place).or(() -> open(place)).orElse(state.selected());
    }

    /** Where a place is by now; empty when it is gone: to send to another one would not be what the person meant. */
    Optional<Place> still(Place place) {
        if (state.rows().indexOf(place) >= 0) {
            return Optional.of(place);
        }
        return place.isUnopened() ? open(place) : Optional.empty();
    }

    private Optional<Place> open(Place place) {
        return state.inbox()
                .consumer(place.consumer())
                .flatMap(Consumer::openConversation)
                .map(Conversation::place);
    }

    /** Puts a text in front of what the input of its place holds, or of the nearest one that can be gone to. */
    void comesBack(Place written, String text) {
        Place place = reachable(written);
        Editor editor = state.place(place).editor();
        if (place.equals(state.selected())) {
            leaveWalks(editor);
        }
        String since = editor.text();
        String earlier = back.getOrDefault(place, "");
        String first = since.equals(earlier) || since.startsWith(earlier + "\n") ? earlier : "";
        String returned = first.isEmpty() ? text : first + "\n" + text;
        String rest = first.isEmpty() ? since : since.substring(Math.min(since.length(), first.length() + 1));
        editor.replace(inFront(returned, rest));
        back.put(place, returned);
        state.changed();
        edited(place);
        save(place);
    }

    /** What would put an older text into the input later ends now. */
    private void leaveWalks(Editor editor) {
        state.search(null);
        state.completing(null);
        state.inputs().typed(editor.text()).ifPresent(editor::replace);
        state.inputs().reset();
    }
}
