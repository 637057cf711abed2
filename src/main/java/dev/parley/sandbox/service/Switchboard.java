package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.protocol.Event;
import dev.parley.protocol.NotificationBody.MessageChange;
import dev.parley.sandbox.faults.Quirk;
import dev.parley.sandbox.faults.Quirks;
import dev.parley.time.Time;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who hears what: the sockets and their subscriptions. Nothing leaves before the ledger has kept what it tells of. Owned by
 * the sandbox's event loop.
 */
final class Switchboard {
    /** So that no notification comes near the 4 MB a client takes: PROTOCOL.md section 7 lets history come in pieces. */
    private static final int HISTORY_CHARS = 500_000;

    /** The list cannot come in pieces: of a thousand long conversations the older ones go without a preview. */
    private static final int PREVIEW_CHARS = 1_000_000;

    /** How long what is late by a quirk waits; ms. */
    private static final long LATE = 1_000;

    private final Set<Client> clients = new LinkedHashSet<>();
    private final Ledger ledger;
    private final String account;
    private final Time time;
    private final Quirks quirks;
    private final Wording wording;

    Switchboard(Ledger ledger, String account, Time time, Quirks quirks) {
        this.ledger = ledger;
        this.account = account;
        this.time = time;
        this.quirks = quirks;
        wording = new Wording(quirks);
    }

    void add(Client client) {
        clients.add(client);
    }

    void remove(Client client) {
        clients.remove(client);
    }

    void respond(Client client, String reqId, Answer answer) {
        send(client, wording.answer(reqId, answer));
    }

    void refuse(Client client, String reqId, Refusal refusal) {
        if (!refusal.isSilent()) {
            send(client, wording.refusal(reqId, refusal));
        }
    }

    private void send(Client client, String frame) {
        ledger.afterwards(() -> client.outlet.send(frame));
    }

    private void sendLate(Client client, String frame) {
        ledger.afterwards(() -> time.after(LATE, () -> client.outlet.send(frame)));
    }

    /** An event to every socket of the consumer that subscribed to its dialog. */
    void tell(Conversation conversation, MessageChange change) {
        if (!isForConsumers(change)) {
            return;
        }
        String frame = null;
        for (Client client : clients) {
            if (client.dialogs.contains(change.dialogId()) && isOf(client, conversation)) {
                frame = frame == null ? wording.events(List.of(change), false) : frame;
                boolean own = change.originatorId().equals(conversation.consumerId());
                switch (own ? quirks.of(Quirk.ECHO) : Quirk.ECHO.usual()) {
                    case "late" -> sendLate(client, frame);
                    case "twice" -> {
                        send(client, frame);
                        send(client, frame);
                    }
                    default -> send(client, frame);
                }
            }
        }
    }

    private boolean isForConsumers(MessageChange change) {
        return change.audience().equals("ALL") || quirks.is(Quirk.PRIVATE_EVENTS, "sent");
    }

    /** UPSERT where the conversation matches, DELETE where it has stopped matching (PROTOCOL.md 6.1). */
    void tell(Conversation conversation) {
        for (Client client : clients) {
            boolean theirs = isOf(client, conversation);
            client.listings.forEach((subscription, listing) -> {
                boolean matches = theirs && listing.matches(conversation);
                boolean matched = listing.matched.contains(conversation.id());
                if (matches) {
                    listing.matched.add(conversation.id());
                } else {
                    listing.matched.remove(conversation.id());
                }
                if (matches || matched) {
                    String frame = list(subscription, List.of(change(conversation, !matches, true)));
                    change(client, listing, frame);
                }
            });
        }
    }

    private void change(Client client, Listing listing, String frame) {
        switch (quirks.of(Quirk.UPSERTS)) {
            case "late" -> sendLate(client, frame);
            case "twice" -> {
                send(client, frame);
                send(client, frame);
            }
            case "stale" -> stale(client, listing, frame);
            default -> send(client, frame);
        }
    }

    /** Every other one is held until the next has gone out, or for a second. */
    private void stale(Client client, Listing listing, String frame) {
        Optional<String> older = listing.held;
        listing.held = older.isEmpty() ? Optional.of(frame) : Optional.empty();
        if (older.isPresent()) {
            send(client, frame);
            send(client, older.get());
            return;
        }
        time.after(LATE, () -> {
            if (listing.held.filter(frame::equals).isPresent()) {
                listing.held = Optional.empty();
                send(client, frame);
            }
        });
    }

    /** DELETE to the sockets of one whose conversation it was. */
    void tellGone(Conversation conversation, String former) {
        for (Client client : clients) {
            if (client.consumerId().filter(former::equals).isPresent()) {
                conversation.dialogs().forEach(dialog -> client.dialogs.remove(dialog.id()));
                client.listings.forEach((subscription, listing) -> {
                    if (listing.matched.remove(conversation.id())) {
                        send(client, list(subscription, List.of(change(conversation, true, false))));
                    }
                });
            }
        }
    }

    private static boolean isOf(Client client, Conversation conversation) {
        return client.consumerId().filter(conversation.consumerId()::equals).isPresent();
    }

    /** The first notification of a subscription: everything that matches, even if that is nothing. */
    void tellAll(Client client, String subscription, List<Conversation> newestFirst) {
        Listing listing = client.listings.get(subscription);
        if (listing == null) {
            return;
        }
        List<ObjectNode> changes = new ArrayList<>();
        int chars = 0;
        for (Conversation conversation : newestFirst) {
            if (listing.matches(conversation)) {
                listing.matched.add(conversation.id());
                chars += conversation
                        .main()
                        .lastContent()
                        .map(Switchboard::roughly)
                        .orElse(0);
                changes.add(change(conversation, false, chars <= PREVIEW_CHARS));
            }
        }
        Collections.reverse(changes);
        send(client, list(subscription, changes));
    }

    private ObjectNode change(Conversation conversation, boolean delete, boolean preview) {
        ObjectNode result = ConversationNotice.of(conversation, account, preview);
        return wording.conversation(delete, result);
    }

    private String list(String subscription, List<ObjectNode> changes) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("subscriptionId", subscription)
                .put("sentTs", time.now().toEpochMilli());
        ArrayNode array = body.putArray("changes");
        changes.forEach(array::add);
        return Wording.notification("cqm.ExConversationChangeNotification", body);
    }

    /** What a dialog holds from {@code fromSeq} on: at least one notification, empty if there is nothing. */
    void tellHistory(Client client, Dialog dialog, long fromSeq) {
        List<MessageChange> all = dialog.events();
        List<List<MessageChange>> pieces = new ArrayList<>();
        List<MessageChange> piece = new ArrayList<>();
        int most = quirks.number(Quirk.HISTORY_CHUNK);
        int chars = 0;
        for (int at = (int) Math.min(fromSeq, all.size()); at < all.size(); at++) {
            MessageChange change = all.get(at);
            if (!isReplayed(change)) {
                continue;
            }
            int size = 400 + roughly(change);
            if (chars + size > HISTORY_CHARS && !piece.isEmpty() || most > 0 && piece.size() >= most) {
                pieces.add(piece);
                piece = new ArrayList<>();
                chars = 0;
            }
            piece.add(change);
            chars += size;
        }
        if (!piece.isEmpty() || pieces.isEmpty() && quirks.is(Quirk.EMPTY_HISTORY, "sent")) {
            pieces.add(piece);
        }
        if (quirks.is(Quirk.HISTORY_ORDER, "descending")) {
            pieces.forEach(Collections::reverse);
            Collections.reverse(pieces);
        }
        pieces.forEach(part -> send(client, wording.events(part, true)));
    }

    private boolean isReplayed(MessageChange change) {
        boolean receipt = change.event() instanceof Event.AcceptStatusEvent;
        return isForConsumers(change) && !(receipt && quirks.is(Quirk.HISTORY_RECEIPTS, "missing"));
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
}
