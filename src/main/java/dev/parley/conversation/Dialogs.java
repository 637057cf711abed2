package dev.parley.conversation;

import dev.parley.conversation.ConversationFacts.DialogFacts;
import dev.parley.conversation.TimelineItem.DialogStart;
import dev.parley.conversation.TimelineItem.HistoryNote;
import dev.parley.conversation.Update.HistoryState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A conversation's timelines in the order of its dialogs, MAIN (whose id is the conversation's) first. */
final class Dialogs {
    private final String mainId;
    private final Metadata metadata;
    private final Map<String, Timeline> timelines = new LinkedHashMap<>();
    private final Map<String, HistoryNote> histories = new LinkedHashMap<>();
    private long revision;

    Dialogs(String mainId, Metadata metadata) {
        this.mainId = mainId;
        this.metadata = metadata;
    }

    Timeline ensure(String dialogId) {
        return timelines.computeIfAbsent(dialogId, Timeline::new);
    }

    Optional<Timeline> timeline(String dialogId) {
        return Optional.ofNullable(timelines.get(dialogId));
    }

    Optional<Timeline> main() {
        return timeline(mainId);
    }

    Optional<HistoryState> history(String dialogId) {
        return Optional.ofNullable(histories.get(dialogId)).map(HistoryNote::state);
    }

    Optional<HistoryState> mainHistory() {
        return history(mainId);
    }

    void history(HistoryNote note) {
        if (!note.equals(histories.put(note.dialogId(), note))) {
            revision++;
        }
    }

    List<Timeline> timelines() {
        return ids().stream().map(timelines::get).filter(Objects::nonNull).toList();
    }

    /** Grows with every change of the rows that does not come from the metadata. */
    long revision() {
        return revision
                + timelines.values().stream().mapToLong(Timeline::revision).sum();
    }

    /** Unmodifiable parts; those that have not changed are the same as before. */
    List<List<TimelineItem>> rows() {
        List<List<TimelineItem>> parts = new ArrayList<>();
        for (String dialogId : ids()) {
            Optional<HistoryNote> note = note(dialogId);
            start(dialogId, highest(dialogId) >= 0 || note.isPresent()).ifPresent(row -> parts.add(List.of(row)));
            timeline(dialogId).ifPresent(timeline -> parts.addAll(timeline.rows()));
            note.ifPresent(row -> parts.add(List.of(row)));
        }
        return parts;
    }

    /** A dialog for messaging shows as soon as it is opened, another kind only when something was said in it. */
    private Optional<DialogStart> start(String dialogId, boolean begun) {
        Optional<DialogFacts> facts = metadata.dialog(dialogId);
        boolean shown = begun || facts.filter(DialogFacts::messaging).isPresent();
        return shown && !dialogId.equals(mainId)
                ? Optional.of(
                        new DialogStart(dialogId, facts.map(DialogFacts::type).orElse("")))
                : Optional.empty();
    }

    /** Loading is worth a row only while there is nothing to read; a refusal stands behind what was given. */
    private Optional<HistoryNote> note(String dialogId) {
        return Optional.ofNullable(histories.get(dialogId))
                .filter(note -> note.state() == HistoryState.REFUSED
                        || (note.state() == HistoryState.LOADING && highest(dialogId) < 0));
    }

    private long highest(String dialogId) {
        return timeline(dialogId).map(Timeline::highest).orElse(-1L);
    }

    private Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        ids.add(mainId);
        metadata.dialogs().forEach(dialog -> ids.add(dialog.id()));
        ids.addAll(timelines.keySet());
        ids.addAll(histories.keySet());
        return ids;
    }
}
