package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.protocol.Codec;
import dev.parley.protocol.Event;
import dev.parley.protocol.Frame;
import dev.parley.protocol.NotificationBody;
import dev.parley.protocol.NotificationBody.ConversationChange;
import dev.parley.protocol.NotificationBody.MessageChange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who hears what: the sockets and their subscriptions. Nothing leaves before the ledger has kept what it tells of. Owned by
 * the sandbox's event loop.
 */
final class Switchboard {
    /** So that no notification comes near the 4 MB a client takes: PROTOCOL.md section 7 lets history come in pieces. */
    private static final int HISTORY_CHARS = 500_000;

    /** The list cannot come in pieces: of a thousand long conversations the older ones go without a preview. */
    private static final int PREVIEW_CHARS = 1_000_000;

    private final Set<Client> clients = new LinkedHashSet<>();
    private final Ledger ledger;
    private final String account;

    Switchboard(Ledger ledger, String account) {
        this.ledger = ledger;
        this.account = account;
    }

    void add(Client client) {
        clients.add(client);
    }

    void remove(Client client) {
        clients.remove(client);
    }

    void respond(Client client, String reqId, int code, String type, @Nullable JsonNode body) {
        send(client, new Frame.Response(reqId, code, type, body));
    }

    private void send(Client client, Frame frame) {
        String text = Codec.encode(frame);
        ledger.afterwards(() -> client.outlet.send(text));
    }

    /** An event to every socket of the consumer that subscribed to its dialog. */
    void tell(Conversation conversation, MessageChange change) {
        String text = null;
        for (Client client : clients) {
            if (client.dialogs.contains(change.dialogId()) && isOf(client, conversation)) {
                if (text == null) {
                    text = Codec.encode(notification(List.of(change)));
                }
                String frame = text;
                ledger.afterwards(() -> client.outlet.send(frame));
            }
        }
    }

    /** UPSERT where the conversation matches, DELETE where it has stopped matching (PROTOCOL.md 6.1). */
    void tell(Conversation conversation) {
        for (Client client : clients) {
            if (!isOf(client, conversation)) {
                continue;
            }
            client.listings.forEach((subscription, listing) -> {
                boolean matches = listing.matches(conversation);
                boolean matched = listing.matched.contains(conversation.id());
                if (matches) {
                    listing.matched.add(conversation.id());
                } else {
                    listing.matched.remove(conversation.id());
                }
                if (matches || matched) {
                    list(client, subscription, List.of(change(conversation, !matches, true)));
                }
            });
        }
    }

    private static boolean isOf(Client client, Conversation conversation) {
        return client.consumerId().filter(conversation.consumerId()::equals).isPresent();
    }

    /** The first notification of a subscription: everything that matches, even if that is nothing. */
    void tellAll(Client client, String subscription, List<Conversation> newestFirst) {
        Client.Listing listing = client.listings.get(subscription);
        if (listing == null) {
            return;
        }
        List<ConversationChange> changes = new ArrayList<>();
        int chars = 0;
        for (Conversation conversation : newestFirst) {
            if (listing.matches(conversation)) {
                listing.matched.add(conversation.id());
                chars += conversation.lastContent().map(Switchboard::roughly).orElse(0);
                changes.add(change(conversation, false, chars <= PREVIEW_CHARS));
            }
        }
        Collections.reverse(changes);
        list(client, subscription, changes);
    }

    private ConversationChange change(Conversation conversation, boolean delete, boolean preview) {
        return new ConversationChange(delete, conversation.result(account, preview));
    }

    private void list(Client client, String subscription, List<ConversationChange> changes) {
        send(
                client,
                new Frame.Notification(new NotificationBody.ExConversationChange(subscription, changes, List.of())));
    }

    /** What a dialog holds from {@code fromSeq} on: at least one notification, empty if there is nothing. */
    void tellHistory(Client client, Conversation conversation, long fromSeq) {
        List<MessageChange> all = conversation.events();
        List<MessageChange> piece = new ArrayList<>();
        int chars = 0;
        for (int at = (int) Math.min(fromSeq, all.size()); at < all.size(); at++) {
            MessageChange change = all.get(at);
            int size = 400 + roughly(change);
            if (chars + size > HISTORY_CHARS && !piece.isEmpty()) {
                send(client, notification(piece));
                piece = new ArrayList<>();
                chars = 0;
            }
            piece.add(change);
            chars += size;
        }
        send(client, notification(piece));
    }

    private static int roughly(MessageChange change) {
        JsonNode metadata = change.metadata();
        int extra = metadata == null ? 0 : metadata.toString().length();
        if (change.event() instanceof Event.ContentEvent content) {
            return extra + content.message().toString().length();
        }
        if (change.event() instanceof Event.AcceptStatusEvent receipt) {
            return extra + receipt.sequenceList().size() * 8;
        }
        return extra + 16_000;
    }

    private static Frame notification(List<MessageChange> changes) {
        return new Frame.Notification(new NotificationBody.MessagingEvents(changes, List.of()));
    }
}
