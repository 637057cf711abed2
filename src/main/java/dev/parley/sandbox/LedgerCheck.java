package dev.parley.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.protocol.Event;
import dev.parley.protocol.NotificationBody.MessageChange;
import dev.parley.sandbox.service.Conversation;
import dev.parley.sandbox.service.LedgerEntry;
import dev.parley.sandbox.service.LedgerFile;
import dev.parley.sandbox.service.State;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the service really took in, from whom and when, as its ledger has it: the judge of every test that says nothing is
 * lost, doubled or out of order. Immutable; any thread.
 */
public final class LedgerCheck {
    /**
     * One event the service took in.
     *
     * @param consumer whose conversation it is
     * @param originator who said it: that consumer or an agent
     * @param role CONSUMER, or an agent's
     * @param at epoch ms
     * @param kind ContentEvent, RichContentEvent or AcceptStatusEvent
     * @param text of a ContentEvent, raw; else empty
     * @param externalId the sender's own id: the last ExternalId of its metadata
     */
    public record Taken(
            String consumer,
            String dialog,
            long sequence,
            String originator,
            String role,
            long at,
            String kind,
            String text,
            Optional<String> externalId) {
        boolean isByConsumer() {
            return role.equals("CONSUMER");
        }
    }

    private final List<Taken> taken;

    private LedgerCheck(List<Taken> taken) {
        this.taken = List.copyOf(taken);
    }

    /**
     * Reads the ledger in a sandbox's folder, also while that sandbox runs or after it was killed. Changes nothing: a torn
     * end is left where it is, and does not count.
     */
    public static LedgerCheck of(Path stateFolder) throws IOException {
        Map<String, String> consumers = new HashMap<>();
        List<Taken> taken = new ArrayList<>();
        LedgerFile.look(stateFolder.resolve("ledger"), entry -> {
            if (entry instanceof LedgerEntry.Opened opened) {
                consumers.put(opened.conversationId(), opened.consumerId());
            } else if (entry instanceof LedgerEntry.Moved moved) {
                consumers.put(moved.conversationId(), moved.consumerId());
            } else if (entry instanceof LedgerEntry.Published it) {
                JsonNode event = it.event();
                taken.add(new Taken(
                        consumers.getOrDefault(it.conversationId(), ""),
                        it.dialogId(),
                        it.sequence(),
                        it.originatorId(),
                        it.role(),
                        it.at(),
                        event.path("type").asText(),
                        event.path("message").asText(""),
                        externalId(it.metadata())));
            }
        });
        return new LedgerCheck(taken);
    }

    /** The same of a running sandbox, whether it has a folder or not. On its event loop. */
    static LedgerCheck of(State state) {
        List<Taken> taken = new ArrayList<>();
        for (Conversation conversation : state.conversations()) {
            conversation
                    .dialogs()
                    .forEach(dialog ->
                            dialog.events().forEach(change -> taken.add(taken(conversation.consumerId(), change))));
        }
        return new LedgerCheck(taken);
    }

    private static Taken taken(String consumer, MessageChange change) {
        return new Taken(
                consumer,
                change.dialogId(),
                change.sequence().orElse(-1),
                change.originatorId(),
                change.role(),
                change.serverTimestamp().orElse(-1),
                change.event().getClass().getSimpleName(),
                change.event() instanceof Event.ContentEvent content
                        ? content.message().asText("")
                        : "",
                externalId(change.metadata()));
    }

    /** The last one: what is copied from a quick reply stands before the sender's own. */
    private static Optional<String> externalId(@Nullable JsonNode metadata) {
        Optional<String> last = Optional.empty();
        if (metadata != null) {
            for (JsonNode entry : metadata) {
                if (entry.path("type").asText().equals("ExternalId")) {
                    last = Optional.of(entry.path("id").asText());
                }
            }
        }
        return last;
    }

    /** Everything, dialog by dialog in the order it was taken in. */
    public List<Taken> taken() {
        return taken;
    }

    /** What a consumer said, in the order it was taken in. */
    public List<Taken> saidBy(String consumer) {
        return taken.stream()
                .filter(it -> it.isByConsumer() && it.originator().equals(consumer) && isContent(it))
                .toList();
    }

    private static boolean isContent(Taken it) {
        return !it.kind().equals("AcceptStatusEvent");
    }

    /** ExternalIds that one consumer's messages bear more than once, with how often. */
    public Map<String, Integer> doubled() {
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        for (Taken it : taken) {
            if (it.isByConsumer() && isContent(it)) {
                it.externalId().ifPresent(id -> counts.merge(List.of(it.originator(), id), 1, Integer::sum));
            }
        }
        Map<String, Integer> doubled = new LinkedHashMap<>();
        counts.forEach((who, count) -> {
            if (count > 1) {
                doubled.put(who.get(1), count);
            }
        });
        return doubled;
    }

    /** What is wrong within the ledger itself, a sentence each; nothing when it is as it should be. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        doubled().forEach((id, count) -> faults.add("ExternalId " + id + " was taken in " + count + " times"));
        Map<String, Taken> last = new HashMap<>();
        for (Taken it : taken) {
            Taken before = last.put(it.dialog(), it);
            long due = before == null ? 0 : before.sequence() + 1;
            if (it.sequence() != due) {
                faults.add("dialog " + it.dialog() + " has sequence " + it.sequence() + " where " + due + " is due");
            }
            if (before != null && it.at() < before.at()) {
                faults.add("dialog " + it.dialog() + " goes back in time at sequence " + it.sequence());
            }
        }
        return List.copyOf(faults);
    }

    /**
     * What is wrong with what a consumer is known to have sent: lost, doubled, out of order in its dialog, or never sent.
     *
     * @param externalIds of everything it sent, in the order it was sent
     * @return a sentence each; nothing when all of it is there, once, in order
     */
    public List<String> faultsOf(String consumer, Collection<String> externalIds) {
        List<String> faults = new ArrayList<>();
        List<String> sent = List.copyOf(externalIds);
        Map<String, List<Taken>> found = new LinkedHashMap<>();
        for (Taken it : saidBy(consumer)) {
            found.computeIfAbsent(it.externalId().orElse("(none)"), id -> new ArrayList<>())
                    .add(it);
        }
        Map<String, Taken> latest = new HashMap<>();
        for (String id : sent) {
            List<Taken> places = found.getOrDefault(id, List.of());
            if (places.isEmpty()) {
                faults.add(id + " was sent and is not in the ledger");
                continue;
            }
            if (places.size() > 1) {
                faults.add(id + " was taken in " + places.size() + " times");
            }
            Taken first = places.get(0);
            Taken before = latest.put(first.dialog(), first);
            if (before != null && before.sequence() > first.sequence()) {
                faults.add(id + " was sent after " + before.externalId().orElse("") + " and taken in before it");
            }
        }
        Set<String> known = new HashSet<>(sent);
        found.keySet().stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> faults.add(id + " is in the ledger and was never sent"));
        return List.copyOf(faults);
    }
}
