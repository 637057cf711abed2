package dev.parley.ui.app;

import dev.parley.conversation.Attached;
import dev.parley.conversation.Attached.Saving.State;
import dev.parley.conversation.Command;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Content;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Place;
import dev.parley.conversation.TimelineItem;
import dev.parley.conversation.TimelineItem.Said;
import dev.parley.conversation.Update;
import dev.parley.text.SafeName;
import dev.parley.ui.Outside;
import dev.parley.ui.history.ItemKey;
import dev.parley.ui.overlay.Choice;
import dev.parley.ui.state.Labels;
import dev.parley.ui.state.UiState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Saves files of the history, after showing where to (RELIABILITY.md 3.4). Nothing is opened. UI thread only. */
final class Fetching {
    private final Kit kit;
    private final UiState state;
    private final Selecting selecting;
    private final Outside outside;
    private final Set<FileKey> running = new HashSet<>();

    private record FileKey(ConsumerKey consumer, String conversationId, String dialogId, long sequence) {}

    Fetching(Kit kit, Selecting selecting, Outside outside) {
        this.kit = kit;
        this.state = kit.state();
        this.selecting = selecting;
        this.outside = outside;
    }

    /** Why there is no file to be saved; empty when there is: in the selected message, or in any where none is. */
    Optional<String> whyNot() {
        if (selecting.item().isPresent()) {
            return ActionTable.off(selecting.item().filter(Fetching::hasFile).isEmpty(), "this message has no file");
        }
        return ActionTable.off(newestFirst().isEmpty(), "there is no file here");
    }

    /** {@code s}, and {@code /save n}: the selected message's, else the newest but {@code n - 1}. */
    void save(String words) {
        Optional<Said> selected = selecting.item().filter(Fetching::hasFile).map(Said.class::cast);
        List<Said> files = newestFirst();
        if (words.isEmpty() && selected.isPresent()) {
            ask(selected.get());
            return;
        }
        int number = words.isEmpty() ? 1 : words.matches("[0-9]{1,4}") ? Integer.parseInt(words) : 0;
        if (number < 1 || number > files.size()) {
            kit.hint("/save takes a number from 1, the newest file, to " + files.size() + ".");
        } else {
            ask(files.get(number - 1));
        }
    }

    /** Asks before the file of {@code offered} is saved; while that goes on, whether it shall stop. */
    void ask(Said offered) {
        Place place = state.selected();
        String id = place.conversationId();
        Said said = now(offered);
        Optional<String> folder = outside.downloadFolder();
        if (id == null || !(said.turn().content() instanceof Content.File file)) {
            return;
        }
        if (folder.isEmpty()) {
            kit.error("There is no folder to save it into: set download-folder in the configuration.");
            return;
        }
        boolean running = said.attached()
                .saving()
                .map(Attached.Saving::state)
                .filter(State.RUNNING::equals)
                .isPresent();
        long sequence = said.turn().sequence();
        if (running) {
            Command stop = new Command.StopSaving(place.consumer(), id, said.dialogId(), sequence);
            state.overlays()
                    .open(Choice.confirm(
                            "Stop saving?",
                            state.look().text(file.title()).toString(),
                            "stop it",
                            () -> kit.send(stop)));
            return;
        }
        Command save = new Command.SaveFile(place.consumer(), id, said.dialogId(), sequence, folder.get());
        String name = SafeName.of(file.caption(), file.relativePath(), file.fileType());
        String from = Labels.who(state.consumer(), said.turn().who());
        // On one row: a break in what an agent wrote could say in our place where it goes.
        String question = state.look().text(file.title() + ", " + file.fileType() + ", from " + from)
                + "\nIt goes into " + folder.get() + "\nas " + name;
        state.overlays().open(Choice.confirm("Save this file?", question, "save it", () -> kit.send(save)));
    }

    /** How many files are on their way to the disk. */
    int running() {
        return running.size();
    }

    /** The end is said too where it is out of view. */
    void changed(Update.SavingChanged changed) {
        FileKey file =
                new FileKey(changed.consumer(), changed.conversationId(), changed.dialogId(), changed.sequence());
        if (changed.saving().state() == State.RUNNING) {
            running.add(file);
        } else {
            running.remove(file);
        }
        if (changed.saving().state() == State.SAVED) {
            kit.hint("Saved as " + changed.saving().words());
        } else if (changed.saving().state() == State.FAILED) {
            kit.error("Not saved: " + changed.saving().words());
        }
    }

    private static boolean hasFile(TimelineItem item) {
        return item instanceof Said said && said.turn().content() instanceof Content.File;
    }

    private List<Said> newestFirst() {
        List<Said> files = new ArrayList<>();
        List<TimelineItem> items = state.conversation().map(Conversation::items).orElse(List.of());
        for (int i = items.size() - 1; i >= 0; i--) {
            if (hasFile(items.get(i))) {
                files.add((Said) items.get(i));
            }
        }
        return files;
    }

    /** More may be known of it by now. */
    private Said now(Said said) {
        String key = ItemKey.of(said);
        return newestFirst().stream()
                .filter(each -> ItemKey.of(each).equals(key))
                .findFirst()
                .orElse(said);
    }
}
