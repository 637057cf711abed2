package dev.parley.conversation;

import dev.parley.conversation.ConversationFacts.DialogFacts;
import dev.parley.conversation.TimelineItem.DialogEnd;
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
        Optional<DialogEnd> mainEnd = Optional.empty();
        for (String dialogId : ids()) {
            Optional<HistoryNote> note = note(dialogId);
            Optional<DialogStart> start = start(dialogId, highest(dialogId) >= 0 || note.isPresent());
            if (start.isPresent()) {
                mainEnd.ifPresent(row -> parts.add(List.of(row)));
                mainEnd = Optional.empty();
                parts.add(List.of(start.get()));
            }
            timeline(dialogId).ifPresent(timeline -> parts.addAll(timeline.rows()));
            note.ifPresent(row -> parts.add(List.of(row)));
            if (dialogId.equals(mainId)) {
                mainEnd = end(dialogId);
            } else if (start.isPresent()) {
                end(dialogId).ifPresent(row -> parts.add(List.of(row)));
            }
        }
        // With nothing behind it, that MAIN has ended is told of the conversation as a whole, unless that goes on.
        mainEnd.filter(row -> metadata.facts().filter(ConversationFacts::open).isPresent())
                .ifPresent(row -> parts.add(List.of(row)));
        return parts;
    }

    /** Where the service says only of the conversation who closed it, that is MAIN's. */
    private Optional<DialogEnd> end(String dialogId) {
        Optional<String> reason =
                metadata.facts().flatMap(ConversationFacts::closeReason).filter(word -> dialogId.equals(mainId));
        return metadata.dialog(dialogId)
                .filter(dialog -> !dialog.open())
                .map(dialog -> new DialogEnd(
                        dialogId,
                        dialog.type(),
                        dialog.endedAt(),
                        dialog.closedBy().or(() -> reason),
                        dialog.closedCause()));
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
