package dev.parley.conversation;

import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.TimelineItem.HistoryNote;
import dev.parley.conversation.TimelineItem.Own;
import dev.parley.conversation.Update.HistoryState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A conversation with its dialogs' timelines. Belongs to the thread of its {@link Inbox}. */
public final class Conversation {
    private final ConsumerKey consumer;
    private final String id;
    private final Outgoings outgoings;
    private final Metadata metadata;
    private final Dialogs dialogs;
    private final Map<String, Who> typing = new LinkedHashMap<>();
    private boolean gone;
    private long revision;

    /** Null when something changed since it was worked out. */
    private @Nullable Glance glance;

    private @Nullable LastAnswer answer;
    private boolean answerKnown;
    private long answerVersion;

    private @Nullable List<TimelineItem> items;
    private long itemsVersion;
    private long glanceVersion;

    Conversation(ConsumerKey consumer, String id, Outgoings outgoings) {
        this.consumer = consumer;
        this.id = id;
        this.outgoings = outgoings;
        this.metadata = new Metadata(id);
        this.dialogs = new Dialogs(id, metadata);
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
        return revision + dialogs.revision() + outgoings.revision();
    }

    /** What to show, oldest first. The list is not changed later. */
    public List<TimelineItem> items() {
        if (items == null || itemsVersion != version()) {
            List<List<TimelineItem>> parts = dialogs.rows();
            parts.add(List.copyOf(outgoing().stream().map(Own::new).toList()));
            items = new Chunks<>(parts);
            itemsVersion = version();
        }
        return items;
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
        return dialogs.timelines().stream()
                .map(Timeline::firstUnseen)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The newest turn: from the timeline, else the service's preview. Own messages on their way count, failed ones do not. */
    public Optional<LastTurn> lastTurn() {
        return glance().lastTurn();
    }

    /** When something last happened in it, to sort by: its last turn, else its end, else its start. Empty when just opened. */
    public Optional<Instant> lastHeard() {
        return lastTurn()
                .map(LastTurn::at)
                .or(() -> facts().flatMap(ConversationFacts::endedAt))
                .or(() -> facts().map(ConversationFacts::startedAt));
    }

    /** {@code own} is true for the consumer's own turn; {@code who} is empty while it is on its way. */
    public record LastTurn(boolean own, Optional<Who> who, Instant at, Content content) {}

    /** Open, and the consumer wrote last; since its first turn that nobody has answered. Empty otherwise. */
    public Optional<Instant> waitingSince() {
        return glance().waitingSince();
    }

    /** What others said last, and how long it took them; in whichever dialog it was. */
    public Optional<LastAnswer> lastAnswer() {
        if (!answerKnown || answerVersion != version()) {
            // Of the same turn loaded and in the service's preview the loaded one, which comes later, counts.
            Stream<LastAnswer> preview =
                    lastTurn()
                            .filter(turn -> !turn.own())
                            .map(turn -> new LastAnswer(turn.at(), Optional.empty()))
                            .stream();
            Stream<LastAnswer> loaded =
                    dialogs.timelines().stream().map(Timeline::lastAnswer).flatMap(Optional::stream);
            answer = Stream.concat(preview, loaded)
                    .reduce((one, other) -> other.at().isBefore(one.at()) ? one : other)
                    .orElse(null);
            answerKnown = true;
            answerVersion = version();
        }
        return Optional.ofNullable(answer);
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
        return facts().flatMap(known ->
                known.participants().stream().filter(who -> who.role() == role).findFirst());
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
        return dialogs.timeline(dialogId);
    }

    /** Whether the dialog's history has been given; empty when nobody asked yet. */
    public Optional<HistoryState> history(String dialogId) {
        return dialogs.history(dialogId);
    }

    private Glance glance() {
        if (glance == null || glanceVersion != version()) {
            glance = Glance.at(this, dialogs, metadata.preview());
            glanceVersion = version();
        }
        return glance;
    }

    /** False once the service has stopped listing it; own messages that have nowhere else to stand keep it. */
    boolean isListed() {
        return !gone || !outgoing().isEmpty();
    }

    boolean gone() {
        boolean news = !gone;
        gone = true;
        if (news) {
            changed();
        }
        return news;
    }

    boolean facts(ConversationFacts facts) {
        boolean back = gone && !metadata.isOlder(facts);
        gone = gone && !back;
        boolean news = metadata.take(facts) || back;
        if (news) {
            changed();
        }
        return news;
    }

    /** What is outside the dialogs and the outgoing. */
    private void changed() {
        revision++;
        if (!isOpen()) {
            typing.clear();
        }
    }

    boolean events(String dialogId, List<TimelineEvent> events) {
        Timeline timeline = dialogs.ensure(dialogId);
        int unread = unread();
        long before = version();
        boolean typed = false;
        for (TimelineEvent event : events) {
            boolean newest = event.sequence() > timeline.highest();
            timeline.add(event);
            if (event instanceof Turn turn) {
                typed |= newest && typing.remove(turn.who().id()) != null;
                arrived(timeline, turn);
            }
        }
        glance = null;
        return typed || version() != before || unread() != unread;
    }

    /** A later copy may carry the id that the first had not; one that says something else is not what was kept. */
    private void arrived(Timeline timeline, Turn turn) {
        boolean kept = timeline.event(turn.sequence()).orElse(null) instanceof Turn first
                && first.who().self()
                && first.content().equals(turn.content());
        if (kept && turn.who().self()) {
            outgoings.arrived(place(), timeline.dialogId(), turn);
        }
    }

    /** Whether the service's answer to {@code outgoing} means a turn that is here already. */
    boolean holds(Outgoing outgoing) {
        return dialogs.timelines().stream()
                .anyMatch(timeline -> timeline.event(outgoing.sequence()).orElse(null) instanceof Turn turn
                        && turn.who().self()
                        && Outgoings.isAckedAs(outgoing, timeline.dialogId(), turn));
    }

    boolean history(HistoryNote note) {
        int unread = unread();
        long before = version();
        dialogs.history(note);
        return version() != before || unread() != unread;
    }

    boolean holeKnown(String dialogId, long from, long to) {
        long before = version();
        dialogs.ensure(dialogId).holeKnown(from, to);
        return version() != before;
    }

    boolean copyKnown(String dialogId, long sequence) {
        long before = version();
        dialogs.ensure(dialogId).copyKnown(sequence);
        return version() != before;
    }

    boolean saving(String dialogId, long sequence, Attached.Saving now) {
        long before = version();
        dialogs.ensure(dialogId).saving(sequence, now);
        return version() != before;
    }

    boolean markRead(String dialogId, long upTo) {
        int before = unread();
        dialogs.ensure(dialogId).markRead(upTo);
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
}
