package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.protocol.Event;
import dev.parley.protocol.NotificationBody.MessageChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One dialog of a conversation, with sequences of its own (PROTOCOL.md section 11). Changed only by {@link State}, read on
 * the sandbox's event loop.
 */
public final class Dialog {
    public static final String MAIN = "MAIN";
    public static final String POST_SURVEY = "POST_SURVEY";

    /** {@code by} CONSUMER, AGENT or SYSTEM. */
    record End(String by, @Nullable String cause, long at) {}

    private final String id;
    private final String type;
    private final long openedAt;

    /** Who leads it, where it is not the conversation's own agent. */
    private final Optional<String> leader;

    private final @Nullable JsonNode metaData;

    /** Index is sequence: the counter starts at 0 and every stored event takes one. */
    private final List<MessageChange> events = new ArrayList<>();

    private final Set<Long> unread = new TreeSet<>();
    private final Set<Long> unaccepted = new TreeSet<>();
    private Optional<MessageChange> lastContent = Optional.empty();
    private Optional<End> end = Optional.empty();
    private long updated;

    Dialog(String id, String type, long openedAt, Optional<String> leader, @Nullable JsonNode metaData) {
        this.id = id;
        this.type = type;
        this.openedAt = openedAt;
        this.leader = leader;
        this.metaData = metaData;
        updated = openedAt;
    }

    /** MAIN's is the conversation's (PROTOCOL.md section 5). */
    public String id() {
        return id;
    }

    /** MAIN or POST_SURVEY. */
    public String type() {
        return type;
    }

    public boolean isMain() {
        return type.equals(MAIN);
    }

    public boolean isOpen() {
        return end.isEmpty();
    }

    /** Every stored event so far; index is sequence. A live view. */
    public List<MessageChange> events() {
        return Collections.unmodifiableList(events);
    }

    long openedAt() {
        return openedAt;
    }

    Optional<String> leader() {
        return leader;
    }

    @Nullable
    JsonNode metaData() {
        return metaData;
    }

    Optional<End> end() {
        return end;
    }

    long updated() {
        return updated;
    }

    long nextSequence() {
        return events.size();
    }

    /** {@code at}, or the time of the last event if that is later: in a dialog time does not run backwards. */
    long notBefore(long at) {
        return events.isEmpty()
                ? Math.max(at, openedAt)
                : Math.max(at, events.get(events.size() - 1).serverTimestamp().orElse(at));
    }

    /** What was last said in it to everybody, by whomever. */
    Optional<MessageChange> lastContent() {
        return lastContent;
    }

    /** Sequences of the consumer's content that no READ from the brand's side lists, in order. */
    List<Long> unread() {
        return List.copyOf(unread);
    }

    /** The same for content that was not even accepted; READ implies ACCEPT (PROTOCOL.md 8.3). */
    List<Long> unaccepted() {
        return List.copyOf(unaccepted);
    }

    /** Whether it was content for everybody. */
    boolean published(LedgerEntry.Published entry) {
        Event event = StoredEvent.event(entry.event());
        String audience = Optional.ofNullable(entry.audience()).orElse("ALL");
        MessageChange change = new MessageChange(
                OptionalLong.of(entry.sequence()),
                entry.originatorId(),
                entry.role(),
                OptionalLong.of(entry.at()),
                event,
                Optional.of(entry.conversationId()),
                entry.dialogId(),
                entry.metadata(),
                audience);
        events.add(change);
        track(change);
        boolean content = event instanceof Event.ContentEvent || event instanceof Event.RichContentEvent;
        if (content && audience.equals("ALL")) {
            lastContent = Optional.of(change);
            return true;
        }
        return false;
    }

    void closed(End how) {
        end = Optional.of(how);
    }

    /** Clients order notifications by this, so it grows even within one millisecond (PROTOCOL.md 6.3). */
    void touch(long at) {
        updated = Math.max(at, updated + 1);
    }

    private void track(MessageChange change) {
        boolean byConsumer = change.role().equals("CONSUMER");
        if (byConsumer && change.event() instanceof Event.ContentEvent) {
            unread.add(change.sequence().orElseThrow());
            unaccepted.add(change.sequence().orElseThrow());
        } else if (!byConsumer && change.event() instanceof Event.AcceptStatusEvent receipt) {
            receipt.sequenceList().forEach(unaccepted::remove);
            if (receipt.status().equals("READ")) {
                receipt.sequenceList().forEach(unread::remove);
            }
        }
    }
}
