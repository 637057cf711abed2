package dev.parley.ui.app;

import dev.parley.conversation.Command;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.FileKind;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.Update;
import dev.parley.ui.Outside;
import dev.parley.ui.overlay.Choice;
import dev.parley.ui.overlay.Chooser;
import dev.parley.ui.state.UiState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Sends files: looked at first, and the person sees the real path, size and type before anything goes out (RELIABILITY.md
 * 3.4). UI thread only.
 */
final class Attaching {
    static final String COMMAND = "/attach";

    private final Kit kit;
    private final UiState state;
    private final Attending reading;
    private final Outside outside;
    private final Desk.Screen screen;
    private final Paths paths;

    Attaching(Kit kit, Attending reading, Outside outside, Desk.Screen screen) {
        this.kit = kit;
        this.state = kit.state();
        this.reading = reading;
        this.outside = outside;
        this.screen = screen;
        this.paths = new Paths(outside, screen);
    }

    /** Why nothing can be attached here; empty when it can. */
    Optional<String> whyNot() {
        return ActionTable.off(
                state.conversation().filter(Conversation::isOpen).isEmpty(),
                "a file needs an open conversation: say something first");
    }

    /** Alt-T, and {@code /attach path [caption]}. */
    void attach(String words) {
        if (words.isEmpty()) {
            choose("");
            return;
        }
        PathWords given = PathWords.of(words);
        look(given.path(), given.rest());
    }

    /** What {@code /attach} may go on with. */
    List<String> completions(String words) {
        PathWords given = PathWords.of(words);
        boolean quoted = words.startsWith("\"") || words.startsWith("'");
        return given.whole() || quoted
                ? List.of()
                : paths.completions(given.path()).stream()
                        .map(PathWords::escaped)
                        .toList();
    }

    /** Whether what may follow is being looked for; {@code then} runs once it has been found. */
    boolean await(Runnable then) {
        return paths.await(then);
    }

    private void choose(String begun) {
        Chooser[] open = new Chooser[1];
        paths.begin(() -> {
            if (open[0] != null) {
                open[0].refresh();
            }
        });
        open[0] = new Chooser(
                "Which file? (a path; ~/ is your home)",
                begun,
                query -> paths.completions(query).stream()
                        .map(path -> new Chooser.Entry(path, "", Optional.empty(), () -> {
                            if (path.endsWith("/")) {
                                choose(path);
                            } else {
                                look(path, "");
                            }
                        }))
                        .toList());
        state.overlays().open(open[0]);
    }

    private void look(String path, String caption) {
        paths.begin(() -> {});
        Place place = state.selected();
        outside.look(path).thenAccept(found -> screen.later(() -> ask(place, path, found, caption)));
    }

    private void ask(Place place, String typed, Outside.LookedAt found, String caption) {
        Optional<String> type = FileKind.of(found.head());
        Optional<String> wrong = wrong(found, type);
        if (wrong.isPresent()) {
            kit.error("Not sent: " + name(typed) + ", " + wrong.get() + ".");
            return;
        }
        String title = caption.isBlank() ? name(found.path()) : caption;
        String question = found.path() + "\n" + type.orElse("") + ", " + FileKind.size(found.size())
                + otherName(found.path(), type.orElse(""))
                + "\nIt will be called: " + title;
        state.overlays()
                .open(Choice.confirm(
                        "Send this file?", question, "send it", () -> send(place, found, type.orElse(""), title)));
    }

    private static Optional<String> wrong(Outside.LookedAt found, Optional<String> type) {
        if (!found.problem().isEmpty()) {
            return Optional.of(found.problem());
        }
        if (found.size() == 0) {
            return Optional.of("it is empty");
        }
        if (found.size() > FileKind.MOST_BYTES) {
            return Optional.of("it has " + FileKind.size(found.size()) + ", and a file may have 3 MB");
        }
        return ActionTable.off(
                type.filter(FileKind::isSendable).isEmpty(),
                "only PNG, JPG and GIF pictures can be sent, and by its bytes it is "
                        + type.map(known -> "a " + known).orElse("none of these"));
    }

    /** Where its name says something else than its bytes. */
    private static String otherName(String path, String type) {
        String name = name(path).toUpperCase(Locale.ROOT);
        boolean fits = name.endsWith("." + type) || type.equals("JPG") && name.endsWith(".JPEG") || !name.contains(".");
        return fits ? "" : " by its bytes, whatever it is called";
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void send(Place place, Outside.LookedAt found, String type, String caption) {
        String id = place.conversationId();
        if (id == null
                || state.inbox()
                        .conversation(place)
                        .filter(Conversation::isOpen)
                        .isEmpty()) {
            kit.error("The conversation was closed meanwhile. Nothing was sent.");
            return;
        }
        String cid = kit.ids().get();
        Outgoing row = Outgoing.saving(cid, place, caption, kit.clock().now())
                .uploading(new Outgoing.Upload(found.path(), type, found.size(), 0))
                .with(Delivery.QUEUED, "");
        state.apply(new Update.OutgoingChanged(place.consumer(), row));
        state.place(place).scroll().release();
        reading.answered();
        kit.send(new Command.Attach(place.consumer(), id, cid, found.path(), caption, row.at()));
    }
}
