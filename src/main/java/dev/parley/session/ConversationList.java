package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.Update;
import dev.parley.conversation.Who;
import dev.parley.protocol.NotificationBody.ConversationChange;
import dev.parley.protocol.NotificationBody.ExConversationChange;
import dev.parley.protocol.RequestBody;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Follows the list of conversations: the first notification on a socket replaces what was known, later ones change it
 * (PROTOCOL.md section 6). Event loop.
 */
final class ConversationList {
    /** Without LOCKED a conversation would go from the list as soon as its rating has locked it. */
    private static final List<String> STAGES = List.of("OPEN", "CLOSE", "LOCKED");

    private static final long FIRST_MILLIS = 10_000;
    private static final int TRIES = 2;
    private static final long WITHOUT_MILLIS = 5 * 60_000L;
    private static final long GRACE_MILLIS = 5_000;

    /** Whom it concerns. */
    interface Listener {
        /** The list is known on this socket. */
        void listed();

        void changed(Conversation conversation);

        void met(Who who);

        /** The service does not give the list. */
        void refused(Outcome outcome);
    }

    private final Desk desk;
    private final Supplier<Reading> reading;
    private final Listener listener;
    /** Counts sockets. */
    private int epoch;

    private boolean listed;
    /** The subscription on this socket, once answered; empty where the answer names none. */
    private String subscription = "";
    /** Named by the service on this socket. */
    private final Set<String> seen = new HashSet<>();
    /** Deleted a moment ago, with the time of the last state. */
    private final Map<String, Long> leaving = new HashMap<>();
    /** The first notification, which is the whole list, has not come. */
    private boolean asked;
    /** It has come, so that what it does not name is no longer listed. */
    private boolean whole;

    /** How often in a row the connection broke by nothing but the list; outlives the socket, as does what follows. */
    private int broke;

    private boolean said;

    ConversationList(Desk desk, Supplier<Reading> reading, Listener listener) {
        this.desk = desk;
        this.reading = reading;
        this.listener = listener;
    }

    boolean isListed() {
        return listed;
    }

    void up() {
        if (broke < TRIES) {
            ask();
        } else {
            goWithout();
        }
    }

    private void ask() {
        int mine = epoch;
        asked = true;
        RequestBody body = new RequestBody.SubscribeExConversations(STAGES, List.of());
        desk.requests().ask(body, outcome -> {
            if (mine != epoch) {
                return;
            }
            if (!outcome.isOk()) {
                listener.refused(outcome);
                return;
            }
            subscription = id(outcome);
            // A service that sends no notification for an empty list would hold back everything.
            desk.time().after(FIRST_MILLIS, () -> {
                if (mine == epoch && asked) {
                    asked = false;
                    listed();
                }
            });
        });
    }

    private static String id(Outcome outcome) {
        JsonNode body =
                outcome instanceof Outcome.Answered answer ? answer.response().body() : null;
        return body == null ? "" : body.path("subscriptionId").asText("");
    }

    /** The list itself cannot be taken, as when what was said last is larger than a frame may be: what is known must do. */
    private void goWithout() {
        int mine = epoch;
        if (!said) {
            said = true;
            desk.complain(
                    Optional.empty(),
                    "The list of conversations is larger than this client can take: new ones may be missing.");
        }
        desk.time().after(WITHOUT_MILLIS, () -> {
            if (mine == epoch) {
                broke = TRIES - 1;
                ask();
            }
        });
        listed();
    }

    /** The connection broke. Called before {@link #down}. */
    void broken() {
        broke += asked ? 1 : 0;
    }

    void down() {
        epoch++;
        listed = false;
        asked = false;
        whole = false;
        subscription = "";
        seen.clear();
        leaving.clear();
    }

    /** Conversations of an earlier run are known now: what holds for the list holds for them. */
    void restored() {
        if (whole) {
            endAbsent();
        }
    }

    private void listed() {
        if (!listed) {
            listed = true;
            listener.listed();
        }
    }

    void changed(ExConversationChange notification) {
        boolean ours = isOurs(notification.subscriptionId());
        for (ConversationChange change : notification.changes()) {
            if (!change.delete()) {
                String id = change.result().convId();
                seen.add(id);
                long at = change.result().metaDataLastUpdateTs().orElse(Long.MAX_VALUE);
                Optional.ofNullable(leaving.get(id)).filter(left -> left <= at).ifPresent(left -> leaving.remove(id));
                upsert(change);
            } else if (ours) {
                delete(change);
            }
        }
        if (asked && ours) {
            asked = false;
            whole = true;
            broke = 0;
            said = false;
            endAbsent();
            listed();
        }
    }

    /**
     * Each subscription has its own notifications: what one of another filter begins with is not the list, and what stops
     * matching it is not gone. What any of them tells of a conversation is true.
     */
    private boolean isOurs(String subscriptionId) {
        return subscription.isEmpty() || subscriptionId.isEmpty() || subscriptionId.equals(subscription);
    }

    /** It stays for a little, with its last state: what came out of order, or comes back at once, is not gone. */
    private void delete(ConversationChange change) {
        String id = change.result().convId();
        long at = change.result().metaDataLastUpdateTs().orElse(Long.MAX_VALUE);
        Optional<ConversationFacts> known = desk.conversation(id).flatMap(Conversation::facts);
        if (known.filter(facts -> facts.updatedMillis() > at).isPresent()) {
            return;
        }
        if (!change.result().stage().isEmpty()) {
            upsert(change);
        }
        Long last = known.map(ConversationFacts::updatedMillis).orElse(0L);
        leaving.put(id, last);
        int mine = epoch;
        desk.time().after(GRACE_MILLIS, () -> {
            if (mine == epoch && leaving.remove(id, last)) {
                seen.remove(id);
                gone(id);
            }
        });
    }

    /**
     * What the list no longer holds cannot be open, but may be read: the service drops what closed long ago, and gives no
     * more than some thousand (PROTOCOL.md 6.1). Only what nothing was ever known of is gone.
     */
    private void endAbsent() {
        for (Conversation conversation : desk.conversations()) {
            if (seen.contains(conversation.id())) {
                continue;
            }
            if (conversation.facts().isEmpty()) {
                gone(conversation.id());
            } else if (conversation.isOpen()) {
                desk.tell(new Update.ConversationChanged(
                        desk.key(), conversation.facts().get().ended()));
            }
        }
    }

    private void upsert(ConversationChange change) {
        desk.tell(new Update.ConversationChanged(desk.key(), reading.get().facts(change.result())));
        desk.conversation(change.result().convId()).ifPresent(conversation -> {
            conversation.facts().ifPresent(facts -> facts.participants().forEach(listener::met));
            if (listed) {
                listener.changed(conversation);
            }
        });
    }

    private void gone(String conversationId) {
        desk.tell(new Update.ConversationGone(desk.key(), conversationId));
    }
}
