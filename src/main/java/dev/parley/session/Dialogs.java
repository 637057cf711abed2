package dev.parley.session;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.ConversationFacts.DialogFacts;
import dev.parley.conversation.Timeline;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.Update;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;

/**
 * Which dialogs are followed on this socket: every open one, and closed ones that somebody looks at (PROTOCOL.md section
 * 7). Event loop.
 */
final class Dialogs {
    /** Whom it concerns. */
    interface Listener {
        /** What the service has said in this dialog is known, or is refused. */
        void caughtUp(String conversationId, String dialogId);
    }

    private static final Logger LOG = Logger.getLogger(Dialogs.class.getName());

    private final Desk desk;
    private final Archive archive;
    private final Listener listener;

    /** Of this socket. */
    private final Map<String, Subscription> subscriptions = new HashMap<>();

    /** Which conversation a dialog belongs to; outlives the socket. */
    private final Map<String, String> conversations = new HashMap<>();

    private final Map<String, Set<Long>> holesAsked = new HashMap<>();
    private final Map<String, Stumble> stumbles = new HashMap<>();
    /**
     * Whose history was on its way when the connection broke: followed one after the other, so that it shows which of them
     * breaks it. Outlives the socket.
     */
    private final Set<String> suspects = new HashSet<>();

    /** Conversations whose closed dialogs somebody wants to see; outlives the socket. */
    private final Set<String> wanted = new HashSet<>();

    /** Dialogs that were followed in this run; outlives the socket. */
    private final Set<String> begun = new HashSet<>();
    /** Closed dialogs of which nothing more can be had; outlives the socket. */
    private final Set<String> finished = new HashSet<>();

    /** Closed dialogs that were asked for when that was known; outlives the socket. */
    private final Set<String> askedSinceEnd = new HashSet<>();

    private final Set<String> beingRead = new HashSet<>();
    private boolean up;

    Dialogs(Desk desk, Archive archive, Listener listener) {
        this.desk = desk;
        this.archive = archive;
        this.listener = listener;
    }

    /** The list is known, so subscribing makes sense. */
    void up() {
        up = true;
        desk.conversations().forEach(this::follow);
    }

    void down() {
        up = false;
        subscriptions.values().forEach(Subscription::end);
        subscriptions.clear();
    }

    /** What came over the connection could not be taken. Called before {@link #down}. */
    void broken() {
        List<Subscription> asked =
                subscriptions.values().stream().filter(Subscription::isAsked).toList();
        if (asked.size() == 1) {
            asked.get(0).broke();
        }
        subscriptions.forEach((dialogId, subscription) -> {
            if (subscription.isAsked()) {
                suspects.add(dialogId);
            }
        });
    }

    boolean isCaughtUp(String dialogId) {
        return up
                && Optional.ofNullable(subscriptions.get(dialogId))
                        .filter(Subscription::isCaughtUp)
                        .isPresent();
    }

    boolean isRefused(String dialogId) {
        return Optional.ofNullable(subscriptions.get(dialogId))
                .filter(Subscription::isRefused)
                .isPresent();
    }

    /** Where a dialog belongs, for frames that do not say. */
    Optional<String> conversationOf(String dialogId) {
        return Optional.ofNullable(conversations.get(dialogId))
                .or(() -> desk.conversation(dialogId).map(Conversation::id));
    }

    /** Its facts may be new: follows what is open in it, and what was asked for. */
    void follow(Conversation conversation) {
        List<DialogFacts> dialogs =
                conversation.facts().map(ConversationFacts::dialogs).orElse(List.of());
        if (dialogs.isEmpty()) {
            follow(conversation, conversation.id(), conversation.isOpen());
        }
        for (DialogFacts dialog : dialogs) {
            conversations.put(dialog.id(), conversation.id());
            if (dialog.messaging()) {
                follow(conversation, dialog.id(), dialog.open());
            }
        }
    }

    private void follow(Conversation conversation, String dialogId, boolean open) {
        if (!open && isCaughtUp(dialogId)) {
            askForLastWords(dialogId);
        }
        // One that closed while the socket was gone may have last words that we have not seen.
        boolean wanted = this.wanted.contains(conversation.id()) || begun.contains(dialogId);
        if (open || wanted && !finished.contains(dialogId)) {
            if (!open && !subscriptions.containsKey(dialogId)) {
                askedSinceEnd.add(dialogId);
            }
            subscribe(conversation.id(), dialogId);
        }
    }

    /** It was opened a moment ago: there is nothing to catch up with. */
    void fresh(String conversationId) {
        if (up && !subscriptions.containsKey(conversationId)) {
            add(conversationId, conversationId).startFresh();
        }
    }

    /** Somebody wants to see all of it. */
    void want(String conversationId) {
        wanted.add(conversationId);
        desk.conversation(conversationId).ifPresent(this::follow);
    }

    /** Somebody wants to know how it ended, though that seemed to be known. */
    void wantAgain(String conversationId, String dialogId) {
        finished.remove(dialogId);
        want(conversationId);
    }

    /** Reads the dialog's end again, as {@link Listener#caughtUp} will tell. False where that is not to be had. */
    boolean again(String dialogId) {
        Subscription subscription = subscriptions.get(dialogId);
        if (subscription == null || subscription.isRefused()) {
            return false;
        }
        subscription.again();
        return true;
    }

    void events(String conversationId, String dialogId, List<TimelineEvent> events) {
        long before = clashes(conversationId, dialogId);
        for (int from = 0; from < events.size(); from += Desk.EVENTS_AT_ONCE) {
            int to = Math.min(events.size(), from + Desk.EVENTS_AT_ONCE);
            desk.tell(new Update.Events(desk.key(), conversationId, dialogId, events.subList(from, to)));
        }
        if (clashes(conversationId, dialogId) > before) {
            LOG.warning(() -> "a sequence of dialog " + dialogId + " came again with something else in it");
        }
        Optional.ofNullable(subscriptions.get(dialogId)).ifPresent(Subscription::news);
    }

    private long clashes(String conversationId, String dialogId) {
        return desk.conversation(conversationId)
                .flatMap(conversation -> conversation.timeline(dialogId))
                .map(Timeline::clashes)
                .orElse(0L);
    }

    private void caughtUp(String conversationId, String dialogId) {
        Optional<Conversation> conversation = desk.conversation(conversationId);
        boolean open = conversation
                .flatMap(Conversation::facts)
                .flatMap(facts -> facts.dialogs().stream()
                        .filter(dialog -> dialog.id().equals(dialogId))
                        .findFirst())
                .map(DialogFacts::open)
                .orElse(conversation.filter(Conversation::isOpen).isPresent());
        if (!open) {
            askForLastWords(dialogId);
        }
        listener.caughtUp(conversationId, dialogId);
        if (suspects.remove(dialogId)) {
            desk.conversations().forEach(this::follow);
        }
    }

    /** The news of its end may have come before its last words, or instead of them. */
    private void askForLastWords(String dialogId) {
        if (isRefused(dialogId) || !askedSinceEnd.add(dialogId)) {
            finished.add(dialogId);
        } else {
            again(dialogId);
        }
    }

    private void subscribe(String conversationId, String dialogId) {
        if (!up || subscriptions.containsKey(dialogId) || isToWait(dialogId) || !beingRead.add(dialogId)) {
            return;
        }
        archive.read(conversationId, dialogId, () -> {
            beingRead.remove(dialogId);
            if (up && !subscriptions.containsKey(dialogId)) {
                add(conversationId, dialogId).start();
            }
        });
    }

    private boolean isToWait(String dialogId) {
        return suspects.contains(dialogId)
                && suspects.stream()
                        .filter(other -> !other.equals(dialogId))
                        .anyMatch(other -> beingRead.contains(other)
                                || subscriptions.containsKey(other) && !isCaughtUp(other) && !isRefused(other));
    }

    private Subscription add(String conversationId, String dialogId) {
        conversations.put(dialogId, conversationId);
        begun.add(dialogId);
        Subscription subscription = new Subscription(
                desk,
                conversationId,
                dialogId,
                holesAsked.computeIfAbsent(dialogId, id -> new HashSet<>()),
                stumbles.computeIfAbsent(dialogId, id -> new Stumble()),
                () -> caughtUp(conversationId, dialogId));
        subscriptions.put(dialogId, subscription);
        return subscription;
    }
}
