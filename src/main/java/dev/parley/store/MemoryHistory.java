package dev.parley.store;

import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.History;
import dev.parley.conversation.Timeline.Range;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.TimelineEvent.Turn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

final class MemoryHistory implements History {
    private record Dialog(String conversationId, String dialogId) {}

    private final Map<Dialog, NavigableMap<Long, TimelineEvent>> events = new LinkedHashMap<>();
    private final Map<Dialog, List<Range>> holes = new HashMap<>();
    private final Map<String, ConversationFacts> facts = new LinkedHashMap<>();
    private final Map<String, Name> names = new LinkedHashMap<>();

    @Override
    public CompletionStage<Void> add(String conversationId, String dialogId, List<TimelineEvent> more) {
        NavigableMap<Long, TimelineEvent> bySequence =
                events.computeIfAbsent(new Dialog(conversationId, dialogId), dialog -> new TreeMap<>());
        more.forEach(event -> bySequence.putIfAbsent(event.sequence(), event));
        return done();
    }

    @Override
    public CompletionStage<List<TimelineEvent>> of(String conversationId, String dialogId) {
        NavigableMap<Long, TimelineEvent> bySequence =
                events.getOrDefault(new Dialog(conversationId, dialogId), new TreeMap<>());
        return CompletableFuture.completedStage(List.copyOf(bySequence.values()));
    }

    @Override
    public CompletionStage<Page> page(String conversationId, String dialogId, long upTo, int most) {
        NavigableMap<Long, TimelineEvent> older = events.getOrDefault(
                        new Dialog(conversationId, dialogId), new TreeMap<>())
                .headMap(upTo, true);
        List<TimelineEvent> page = new ArrayList<>(
                older.descendingMap().values().stream().limit(most).toList());
        Collections.reverse(page);
        return CompletableFuture.completedStage(new Page(
                page, older.size() > page.size() ? OptionalLong.of(page.get(0).sequence() - 1) : OptionalLong.empty()));
    }

    @Override
    public CompletionStage<Void> addHole(String conversationId, String dialogId, long from, long to) {
        Range hole = new Range(from, to);
        List<Range> known = holes.computeIfAbsent(new Dialog(conversationId, dialogId), dialog -> new ArrayList<>());
        if (!known.contains(hole)) {
            known.add(hole);
        }
        return done();
    }

    @Override
    public CompletionStage<List<Range>> holes(String conversationId, String dialogId) {
        return CompletableFuture.completedStage(
                List.copyOf(holes.getOrDefault(new Dialog(conversationId, dialogId), List.of())));
    }

    @Override
    public CompletionStage<Void> keep(ConversationFacts now) {
        facts.merge(now.id(), now, (before, after) -> after.updatedMillis() < before.updatedMillis() ? before : after);
        return done();
    }

    @Override
    public CompletionStage<Void> forget(String conversationId) {
        facts.remove(conversationId);
        events.keySet().removeIf(dialog -> dialog.conversationId().equals(conversationId));
        holes.keySet().removeIf(dialog -> dialog.conversationId().equals(conversationId));
        return done();
    }

    @Override
    public CompletionStage<List<ConversationFacts>> conversations() {
        return CompletableFuture.completedStage(List.copyOf(facts.values()));
    }

    @Override
    public CompletionStage<Void> name(Name name) {
        names.put(name.participantId(), name);
        return done();
    }

    @Override
    public CompletionStage<List<Name>> names() {
        return CompletableFuture.completedStage(List.copyOf(names.values()));
    }

    @Override
    public CompletionStage<List<Hit>> find(String text, Optional<String> conversationId, int most) {
        Words words = new Words(text);
        List<Hit> hits = new ArrayList<>();
        events.forEach((dialog, bySequence) -> {
            if (conversationId.isEmpty() || conversationId.get().equals(dialog.conversationId())) {
                bySequence.values().forEach(event -> {
                    if (event instanceof Turn turn && words.areAllIn(turn.content())) {
                        hits.add(new Hit(dialog.conversationId(), dialog.dialogId(), turn));
                    }
                });
            }
        });
        hits.sort(Comparator.comparing((Hit hit) -> hit.turn().at()).reversed());
        return CompletableFuture.completedStage(hits.stream().limit(most).toList());
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.completedStage(null);
    }
}
