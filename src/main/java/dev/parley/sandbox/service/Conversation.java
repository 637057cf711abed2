package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.protocol.NotificationBody.MessageChange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One conversation: MAIN, whose id is the conversation's (PROTOCOL.md section 5), and the surveys after it. Changed only by
 * {@link State}, read on the sandbox's event loop; {@link ConversationNotice} puts it into the protocol's words.
 */
public final class Conversation {
    public static final String ASSIGNED_AGENT = "ASSIGNED_AGENT";

    private static final OptionalLong NONE = OptionalLong.empty();

    private final LedgerEntry.Opened opened;
    private final boolean first;
    private final Dialog main;
    private final Map<String, Dialog> dialogs = new LinkedHashMap<>();

    /** The brand's side of MAIN, in the order they came. */
    private final List<LedgerEntry.Joined> brand = new ArrayList<>();

    private String consumerId;
    private String skillId;
    private Urgency urgency;
    private Optional<LedgerEntry.Rated> rating = Optional.empty();
    private Optional<LedgerEntry.Delayed> delay = Optional.empty();
    private boolean locked;
    private String note = "";

    /** Since when the consumer waits for an answer, epoch ms. */
    private OptionalLong waitingSince;

    private long updated;

    /** @param first whether it is the consumer's first */
    Conversation(LedgerEntry.Opened opened, boolean first) {
        this.opened = opened;
        this.first = first;
        main = new Dialog(opened.conversationId(), Dialog.MAIN, opened.at(), Optional.empty(), null);
        dialogs.put(main.id(), main);
        consumerId = opened.consumerId();
        skillId = opened.skillId();
        urgency = new Urgency(opened.ttrType(), opened.ttrSeconds());
        waitingSince = OptionalLong.of(opened.at());
        updated = opened.at();
    }

    public String id() {
        return opened.conversationId();
    }

    public String consumerId() {
        return consumerId;
    }

    public Dialog main() {
        return main;
    }

    /** MAIN first, the others in the order they were opened. */
    public Collection<Dialog> dialogs() {
        return Collections.unmodifiableCollection(dialogs.values());
    }

    Optional<Dialog> dialog(String dialogId) {
        return Optional.ofNullable(dialogs.get(dialogId));
    }

    /** Whether MAIN is open. */
    public boolean isOpen() {
        return main.isOpen();
    }

    /** The ASSIGNED_AGENT, if one has joined. */
    public Optional<LedgerEntry.Joined> agent() {
        return brand.stream().filter(it -> it.role().equals(ASSIGNED_AGENT)).findFirst();
    }

    /** Everybody of the brand's side who takes part in MAIN. */
    public List<LedgerEntry.Joined> brand() {
        return List.copyOf(brand);
    }

    /** What the consumer's client announced when it was opened: MULTI_DIALOG, RICH_CONTENT … (PROTOCOL.md 3.3). */
    public List<String> features() {
        return Optional.ofNullable(opened.features()).orElse(List.of());
    }

    /** MAIN's stored events so far; index is sequence. A live view. */
    public List<MessageChange> events() {
        return main.events();
    }

    /** Sequences of the consumer's content in MAIN that no READ from the brand's side lists, in order. */
    public List<Long> unreadByAgent() {
        return main.unread();
    }

    /** The same for content that was not even accepted. */
    public List<Long> unacceptedByAgent() {
        return main.unaccepted();
    }

    /** What its agents keep in mind; empty at first. */
    public String note() {
        return note;
    }

    /** As the filters of cqm.SubscribeExConversations see MAIN. */
    String state() {
        return locked ? "LOCKED" : main.isOpen() ? "OPEN" : "CLOSE";
    }

    /** The same of the whole: CLOSE when every dialog is closed. */
    String stage() {
        return locked ? "LOCKED" : dialogs.values().stream().anyMatch(Dialog::isOpen) ? "OPEN" : "CLOSE";
    }

    boolean isLocked() {
        return locked;
    }

    boolean isFirst() {
        return first;
    }

    long openedAt() {
        return opened.at();
    }

    String skillId() {
        return skillId;
    }

    Urgency urgency() {
        return urgency;
    }

    Optional<LedgerEntry.Rated> rating() {
        return rating;
    }

    Optional<LedgerEntry.Delayed> delay() {
        return delay;
    }

    @Nullable
    JsonNode campaignInfo() {
        return opened.campaignInfo();
    }

    @Nullable
    JsonNode context() {
        return opened.context();
    }

    long updated() {
        return updated;
    }

    /** When an answer is due, epoch ms; empty when none is. Out of hours the time to respond begins when they are over. */
    OptionalLong deadline() {
        if (!main.isOpen() || waitingSince.isEmpty()) {
            return NONE;
        }
        long from = Math.max(
                waitingSince.getAsLong(),
                delay.map(LedgerEntry.Delayed::tillWhen).orElse(Long.MIN_VALUE));
        return OptionalLong.of(from + urgency.seconds() * 1_000);
    }

    void published(LedgerEntry.Published entry) {
        Dialog dialog = dialogs.getOrDefault(entry.dialogId(), main);
        if (dialog.published(entry)) {
            if (dialog.isMain()) {
                waitingSince = entry.role().equals("CONSUMER") ? OptionalLong.of(entry.at()) : NONE;
            }
            touch(dialog, entry.at());
        }
    }

    void joined(LedgerEntry.Joined entry) {
        if (entry.role().equals(ASSIGNED_AGENT)) {
            brand.removeIf(it -> it.role().equals(ASSIGNED_AGENT));
        }
        brand.removeIf(it -> it.agentId().equals(entry.agentId()) && it.role().equals(entry.role()));
        brand.add(entry);
        touch(main, entry.at());
    }

    void left(LedgerEntry.Left entry) {
        String role = Optional.ofNullable(entry.role()).orElse(ASSIGNED_AGENT);
        brand.removeIf(it -> it.agentId().equals(entry.agentId()) && it.role().equals(role));
        touch(main, entry.at());
    }

    void dialogOpened(LedgerEntry.DialogOpened entry) {
        Dialog dialog = new Dialog(
                entry.dialogId(), entry.dialogType(), entry.at(), Optional.of(entry.agentId()), entry.metaData());
        dialogs.put(entry.dialogId(), dialog);
        touch(dialog, entry.at());
    }

    void dialogClosed(LedgerEntry.DialogClosed entry) {
        dialog(entry.dialogId()).filter(Dialog::isOpen).ifPresent(dialog -> {
            dialog.closed(new Dialog.End(entry.by(), entry.cause(), entry.at()));
            touch(dialog, entry.at());
        });
    }

    void closed(LedgerEntry.Closed entry) {
        for (Dialog dialog : dialogs.values()) {
            if (dialog.isOpen()) {
                dialog.closed(new Dialog.End(entry.by(), entry.cause(), entry.at()));
                touch(dialog, entry.at());
            }
        }
    }

    void locked(LedgerEntry.Locked entry) {
        locked = true;
        touch(main, entry.at());
    }

    void skill(LedgerEntry.SkillSet entry) {
        skillId = entry.skillId();
        touch(main, entry.at());
    }

    void delayed(LedgerEntry.Delayed entry) {
        delay = Optional.of(entry).filter(it -> !it.type().isEmpty());
        touch(main, entry.at());
    }

    void urgency(LedgerEntry.Urgency entry) {
        urgency = new Urgency(entry.ttrType(), entry.ttrSeconds());
        touch(main, entry.at());
    }

    void rated(LedgerEntry.Rated entry) {
        rating = Optional.of(entry);
        touch(main, entry.at());
    }

    void moved(LedgerEntry.Moved entry) {
        consumerId = entry.consumerId();
        touch(main, entry.at());
    }

    void noted(String text) {
        note = text;
    }

    private void touch(Dialog dialog, long at) {
        dialog.touch(at);
        updated = Math.max(Math.max(at, updated + 1), dialog.updated());
    }
}
