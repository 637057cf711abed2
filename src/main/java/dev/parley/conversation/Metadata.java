package dev.parley.conversation;

import dev.parley.conversation.ConversationFacts.DialogFacts;
import dev.parley.conversation.TimelineEvent.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What UPSERTs have told of one conversation, in whatever order they came (PROTOCOL.md 6.3). Three things are newest each
 * by its own measure: the conversation and each dialog by {@code metaDataLastUpdateTs}, the last turn by its sequence.
 * Of two with the same time the later to come wins, since not every change moves that time.
 */
final class Metadata {
    private final String id;
    private final Map<String, DialogFacts> dialogs = new LinkedHashMap<>();
    private @Nullable ConversationFacts newest;
    private @Nullable ConversationFacts merged;
    private @Nullable Turn preview;

    Metadata(String id) {
        this.id = id;
    }

    /** True when it told something new. */
    boolean take(ConversationFacts facts) {
        for (DialogFacts dialog : facts.dialogs()) {
            DialogFacts before = dialogs.get(dialog.id());
            if (before == null || dialog.updatedMillis() >= before.updatedMillis()) {
                dialogs.put(dialog.id(), dialog);
            }
        }
        facts.lastTurn()
                .filter(turn -> preview == null || turn.sequence() > preview.sequence())
                .ifPresent(turn -> preview = turn);
        if (!isOlder(facts)) {
            newest = facts;
        }
        ConversationFacts before = merged;
        ConversationFacts after = merge();
        merged = after;
        return !Objects.equals(before, after);
    }

    /** Whether something newer is known of the conversation itself. */
    boolean isOlder(ConversationFacts facts) {
        return newest != null && facts.updatedMillis() < newest.updatedMillis();
    }

    private @Nullable ConversationFacts merge() {
        return newest == null ? null : newest.with(inOrder(newest), Optional.ofNullable(preview));
    }

    /** MAIN first, then as the newest UPSERT lists them, then those it no longer lists. */
    private List<DialogFacts> inOrder(ConversationFacts newest) {
        Set<String> ids = new LinkedHashSet<>();
        if (dialogs.containsKey(id)) {
            ids.add(id);
        }
        newest.dialogs().forEach(dialog -> ids.add(dialog.id()));
        ids.addAll(dialogs.keySet());
        List<DialogFacts> ordered = new ArrayList<>();
        ids.forEach(dialogId -> Optional.ofNullable(dialogs.get(dialogId)).ifPresent(ordered::add));
        return ordered;
    }

    Optional<ConversationFacts> facts() {
        return Optional.ofNullable(merged);
    }

    List<DialogFacts> dialogs() {
        return facts().map(ConversationFacts::dialogs).orElse(List.of());
    }

    Optional<DialogFacts> dialog(String dialogId) {
        return Optional.ofNullable(dialogs.get(dialogId));
    }

    Optional<Turn> preview() {
        return Optional.ofNullable(preview);
    }

    /** The open one for messaging, of which there is at most one; else MAIN. */
    String dialogToPublishTo() {
        return dialogs().stream()
                .filter(dialog -> dialog.open() && dialog.messaging())
                .map(DialogFacts::id)
                .reduce((earlier, later) -> later)
                .orElse(id);
    }
}
