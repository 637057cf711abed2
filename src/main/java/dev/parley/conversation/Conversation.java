package dev.parley.conversation;

import dev.parley.conversation.ConversationFacts.DialogFacts;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.TimelineItem.DialogStart;
import dev.parley.conversation.TimelineItem.HistoryNote;
import dev.parley.conversation.TimelineItem.Own;
import dev.parley.conversation.Update.HistoryState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A conversation with its dialogs' timelines. Belongs to the thread of its {@link Inbox}. */
public final class Conversation {
    private final ConsumerKey consumer;
    private final String id;
    private final Outgoings outgoings;
    private final Metadata metadata;
    private final Map<String, Timeline> timelines = new LinkedHashMap<>();
    private final Map<String, HistoryNote> histories = new LinkedHashMap<>();
    private final Map<String, Who> typing = new LinkedHashMap<>();
    private boolean gone;
    private long revision;

    /** What was last worked out; null when something changed since. */
    private @Nullable Glance glance;

    private @Nullable List<TimelineItem> items;
    private long itemsVersion;

    Conversation(ConsumerKey consumer, String id, Outgoings outgoings) {
        this.consumer = consumer;
        this.id = id;
        this.outgoings = outgoings;
        this.metadata = new Metadata(id);
    }

    public String id() {
        return id;
    }

    public Place place() {
        return new Place(consumer, id);
    }

    /** Empty until the first UPSERT: a conversation just opened may have turns before it has facts. */
    public Optional<ConversationFacts> facts() {
        return metadata.facts();
    }

    /** True before the first UPSERT. */
    public boolean isOpen() {
        return !gone && facts().map(ConversationFacts::open).orElse(true);
    }

    /** Grows with every change of {@link #items()}; equal versions mean equal items. */
    public long version() {
        return revision + timelines.values().stream().mapToLong(Timeline::revision).sum();
    }

    /** What to show, oldest first. The list is not changed later. */
    public List<TimelineItem> items() {
        if (items == null || itemsVersion != version()) {
            List<List<TimelineItem>> parts = new ArrayList<>();
            dialogIds().forEach(dialogId -> parts.addAll(rows(dialogId)));
            parts.add(List.copyOf(outgoing().stream().map(Own::new).toList()));
            items = new Chunks<>(parts);
            itemsVersion = version();
        }
        return items;
    }

    private List<List<TimelineItem>> rows(String dialogId) {
        List<List<TimelineItem>> parts = new ArrayList<>();
        Optional<HistoryNote> note = note(dialogId);
        Optional<DialogFacts> dialog = metadata.dialog(dialogId);
        boolean begun = highest(dialogId) >= 0 || note.isPresent();
        if (!dialogId.equals(id) && (begun || dialog.filter(DialogFacts::messaging).isPresent())) {
            parts.add(List.of(
                    new DialogStart(dialogId, dialog.map(DialogFacts::type).orElse(""))));
        }
        timeline(dialogId).ifPresent(timeline -> parts.addAll(timeline.rows()));
        note.ifPresent(row -> parts.add(List.of(row)));
        return parts;
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

    /** In order of creation, MAIN first. */
    private Set<String> dialogIds() {
        Set<String> ids = new LinkedHashSet<>();
        ids.add(id);
        metadata.dialogs().forEach(dialog -> ids.add(dialog.id()));
        ids.addAll(timelines.keySet());
        ids.addAll(histories.keySet());
        return ids;
    }

    private List<Timeline> timelinesInOrder() {
        return dialogIds().stream().map(timelines::get).filter(Objects::nonNull).toList();
    }

    /**
     * Turns of others that no READ of ours lists and the person has not seen here. A turn that is known only from the
     * service's preview counts as one while it could be loaded and read: the conversation is open, and its history is
     * neither on its way nor refused.
     */
    public int unread() {
        return glance().unread();
    }

    /** The oldest unread turn of those loaded. */
    public Optional<TimelineItem.Said> firstUnread() {
        return timelinesInOrder().stream()
                .map(Timeline::firstUnseen)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The newest turn: from the timeline, else the service's preview. Own messages on their way count, failed ones do not. */
    public Optional<LastTurn> lastTurn() {
        return glance().lastTurn();
    }

    /** {@code own} is true for the consumer's own turn; {@code who} is empty while it is on its way. */
    public record LastTurn(boolean own, Optional<Who> who, Instant at, Content content) {}

    /** Open, and the consumer wrote last; since its first turn that nobody has answered. Empty otherwise. */
    public Optional<Instant> waitingSince() {
        return glance().waitingSince();
    }

    /** Waiting, and reply due has passed. */
    public boolean isOverdue(Instant now) {
        return waitingSince().isPresent()
                && facts().flatMap(ConversationFacts::replyDue)
                        .filter(now::isAfter)
                        .isPresent();
    }

    /** Who answers: the assigned agent, else a bot. */
    public Optional<Who> agent() {
        return participant(Role.ASSIGNED_AGENT).or(() -> participant(Role.BOT));
    }

    private Optional<Who> participant(Role role) {
        return facts().flatMap(known -> known.participants().stream()
                .filter(who -> who.role() == role)
                .findFirst());
    }

    /** Who is writing now, the consumer itself never among them. */
    public List<Who> typing() {
        return List.copyOf(typing.values());
    }

    /** Own messages not in the history yet, in order of Enter. */
    public List<Outgoing> outgoing() {
        return outgoings.in(place());
    }

    /** The dialog to publish to: the open messaging one; the MAIN one's id (= conversation id) before facts are there. */
    public String dialogId() {
        return metadata.dialogToPublishTo();
    }

    public Optional<Timeline> timeline(String dialogId) {
        return Optional.ofNullable(timelines.get(dialogId));
    }

    /** Whether the dialog's history has been given; empty when nobody asked yet. */
    public Optional<HistoryState> history(String dialogId) {
        return Optional.ofNullable(histories.get(dialogId)).map(HistoryNote::state);
    }

    private Glance glance() {
        if (glance == null) {
            glance = Glance.at(this, timelinesInOrder(), metadata.preview());
        }
        return glance;
    }

    /** Rows, or what they are made from, changed outside the timelines. */
    void touched() {
        revision++;
        glance = null;
    }

    /** False once the service has stopped listing it; own messages that have nowhere else to stand keep it. */
    boolean isListed() {
        return !gone || !outgoing().isEmpty();
    }

    boolean gone() {
        if (gone) {
            return false;
        }
        gone = true;
        typing.clear();
        touched();
        return true;
    }

    boolean facts(ConversationFacts facts) {
        boolean back = gone && !metadata.isOlder(facts);
        gone = gone && !back;
        if (!metadata.take(facts) && !back) {
            return false;
        }
        if (!isOpen()) {
            typing.clear();
        }
        touched();
        return true;
    }

    boolean events(String dialogId, List<TimelineEvent> events) {
        Timeline timeline = ensure(dialogId);
        long before = version();
        int unread = unread();
        boolean typed = false;
        for (TimelineEvent event : events) {
            boolean newest = event.sequence() > timeline.highest();
            boolean fresh = timeline.add(event);
            if (fresh && newest && event instanceof Turn turn) {
                typed |= typing.remove(turn.who().id()) != null;
            }
            arrived(timeline, event, fresh);
        }
        glance = null;
        return typed || version() != before || unread() != unread;
    }

    private void arrived(Timeline timeline, TimelineEvent event, boolean fresh) {
        if (!(event instanceof Turn turn) || !turn.who().self()) {
            return;
        }
        // A later copy may carry the id that the first had not; if it says something else, it is not what was kept.
        boolean same = fresh
                || timeline.event(turn.sequence()).orElse(null) instanceof Turn kept
                        && kept.who().self()
                        && kept.content().equals(turn.content());
        if (same && !outgoings.arrived(place(), timeline.dialogId(), turn).isEmpty()) {
            touched();
        }
    }

    /** Whether the service's answer to {@code outgoing} means a turn that is here already. */
    boolean holds(Outgoing outgoing) {
        return timelines.values().stream()
                .anyMatch(timeline -> timeline.event(outgoing.sequence()).orElse(null) instanceof Turn turn
                        && turn.who().self()
                        && Outgoings.isAckedAs(outgoing, timeline.dialogId(), turn));
    }

    boolean history(HistoryNote note) {
        if (note.equals(histories.put(note.dialogId(), note))) {
            return false;
        }
        touched();
        return true;
    }

    boolean holeKnown(String dialogId, long from, long to) {
        long before = version();
        ensure(dialogId).holeKnown(from, to);
        return version() != before;
    }

    boolean markRead(String dialogId, long upTo) {
        int before = unread();
        ensure(dialogId).markRead(upTo);
        glance = null;
        return unread() != before;
    }

    boolean typing(Who who, boolean writing) {
        if (who.self() || !writing || !isOpen()) {
            return typing.remove(who.id()) != null;
        }
        return !who.equals(typing.put(who.id(), who));
    }

    boolean linkLost() {
        boolean someone = !typing.isEmpty();
        typing.clear();
        return someone;
    }

    private Timeline ensure(String dialogId) {
        return timelines.computeIfAbsent(dialogId, Timeline::new);
    }
}
