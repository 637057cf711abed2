package dev.parley.ui.app;

import dev.parley.conversation.Command;
import dev.parley.conversation.Consumer;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Place;
import dev.parley.conversation.Update;
import dev.parley.ui.edit.Editor;
import dev.parley.ui.state.PlaceState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Text not sent yet: kept soon after the last key, and never lost to what arrives. UI thread only. */
final class Drafting {
    private static final long SAVE_AFTER_MILLIS = 1_500;

    private final Kit kit;
    private final Map<Place, Timers.Task> unsaved = new HashMap<>();

    Drafting(Kit kit) {
        this.kit = kit;
    }

    /** The text of a place has changed. */
    void edited(Place place) {
        kit.state().place(place).touch();
        unsaved.computeIfAbsent(place, fresh -> kit.after(SAVE_AFTER_MILLIS, () -> save(fresh)));
    }

    void save(Place place) {
        Timers.Task task = unsaved.remove(place);
        if (task != null) {
            task.cancel();
            String text = kit.state().place(place).editor().text();
            kit.send(new Command.SaveDraft(place.consumer(), place, text));
        }
    }

    void saveAll() {
        List.copyOf(unsaved.keySet()).forEach(this::save);
    }

    /** The text has become a message, and the outbox forgets the draft in the same step. */
    void sent(Place place) {
        Timers.Task task = unsaved.remove(place);
        if (task != null) {
            task.cancel();
        }
    }

    void renamed(Place from, Place to) {
        Timers.Task task = unsaved.remove(from);
        if (task != null) {
            task.cancel();
            edited(to);
        }
    }

    /** Fills only an input that nobody has written in. */
    void loaded(Update.DraftLoaded loaded) {
        PlaceState place = kit.state().place(loaded.place());
        if (!place.touched() && place.editor().isEmpty()) {
            place.editor().setText(loaded.text());
        }
    }

    /** What could not be kept or sent comes back in front of what has been typed since. */
    void returned(Update.TextReturned returned) {
        if (!returned.text().isEmpty()) {
            comesBack(returned.place(), returned.text());
        }
        kit.error(returned.why());
    }

    /** A place without a row cannot be gone to: then the consumer's open conversation, or what is shown. */
    private Place reachable(Place place) {
        if (kit.state().rows().indexOf(place) >= 0) {
            return place;
        }
        return kit.state()
                .inbox()
                .consumer(place.consumer())
                .flatMap(Consumer::openConversation)
                .map(Conversation::place)
                .orElse(kit.state().selected());
    }

    /** Puts a text in front of what the input of its place holds, or of the nearest one that can be gone to. */
    void comesBack(Place written, String text) {
        Place place = reachable(written);
        Editor editor = kit.state().place(place).editor();
        String since = editor.text();
        editor.replace(since.isBlank() ? text : text + "\n" + since);
        edited(place);
    }
}
