package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.protocol.Event;
import dev.parley.protocol.Frame;
import dev.parley.protocol.RequestBody;
import dev.parley.sandbox.faults.Quirk;
import dev.parley.sandbox.faults.Quirks;
import dev.parley.time.Time;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a consumer who has shown a token asks, PROTOCOL.md sections 5 to 9, 13 and 14. Sandbox's event loop. */
final class Requests {
    private static final int LISTED = 1_000;
    private static final int MAX_LISTINGS = 64;
    private static final int MAX_CONTEXT = 16_000;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String account;
    private final State state;
    private final Time time;
    private final Quirks quirks;
    private final Switchboard switchboard;
    private final Conversations conversations;
    private final Presence presence;
    private final FieldChanges fieldChanges;
    private final Publishing publishing;
    private final Profiles profiles;
    private final SharedFiles files;
    private final Forms forms;

    Requests(
            String account,
            Time time,
            Quirks quirks,
            Switchboard switchboard,
            Conversations conversations,
            Presence presence,
            Profiles profiles,
            SharedFiles files,
            Forms forms) {
        this.account = account;
        this.state = conversations.state();
        this.time = time;
        this.quirks = quirks;
        this.switchboard = switchboard;
        this.conversations = conversations;
        this.presence = presence;
        this.profiles = profiles;
        this.files = files;
        this.forms = forms;
        fieldChanges = new FieldChanges(conversations, quirks);
        publishing = new Publishing(state, quirks);
    }

    /** @throws Refusal when it is answered with an error */
    Answer answer(Client client, String consumer, Frame.Request request) {
        RequestBody body = request.body();
        if (body instanceof RequestBody.SubscribeExConversations it) {
            return subscribe(client, consumer, it);
        }
        if (body instanceof RequestBody.UnsubscribeExConversations it) {
            if (client.listings.remove(it.subscriptionId()) == null) {
                throw new Refusal(404, "Subscription not found");
            }
            return Answer.words("OK Unsubscribed successfully");
        }
        if (body instanceof RequestBody.RequestConversation it) {
            return open(client, consumer, it);
        }
        if (body instanceof RequestBody.UpdateConversationField it) {
            return change(client, consumer, it);
        }
        if (body instanceof RequestBody.SubscribeMessagingEvents it) {
            return subscribe(client, consumer, it);
        }
        if (body instanceof RequestBody.PublishEvent it) {
            return publish(consumer, it, request.metadata());
        }
        if (body instanceof RequestBody.GetUserProfile it) {
            return profiles.get(consumer, it.userId().orElse(consumer));
        }
        if (body instanceof RequestBody.SetUserProfile it) {
            return profiles.set(consumer, it.profile());
        }
        return switch (body.type()) {
            case "ms.GenerateURLForUploadFile" -> files.uploadUrl(consumer, Bodies.of(body));
            case "ms.GenerateURLForDownloadFile" -> files.downloadUrl(consumer, Bodies.of(body));
            case "ms.GenerateUploadToken" -> forms.tokens(consumer, Bodies.of(body));
            default -> throw new Refusal(400, "Unknown request type");
        };
    }

    private Answer subscribe(Client client, String consumer, RequestBody.SubscribeExConversations body) {
        if (client.listings.size() >= MAX_LISTINGS) {
            throw new Refusal(429, "Too many subscriptions");
        }
        String subscription = conversations.newId();
        client.listings.put(subscription, new Listing(body));
        List<Conversation> all = state.conversationsOf(consumer);
        List<Conversation> newest = new ArrayList<>(all.subList(Math.max(0, all.size() - LISTED), all.size()));
        Collections.reverse(newest);
        conversations.addNews(() -> switchboard.tellAll(client, subscription, newest));
        return new Answer(
                "cqm.SubscribeExConversationsResponse", JSON.objectNode().put("subscriptionId", subscription));
    }

    private Answer open(Client client, String consumer, RequestBody.RequestConversation body) {
        Optional<Conversation> before = state.conversationsOf(consumer).stream()
                .filter(Conversation::isOpen)
                .findFirst();
        if (before.isPresent()) {
            switch (quirks.of(Quirk.SECOND_CONVERSATION)) {
                case "same" -> {
                    return opened(before.get());
                }
                case "words" -> {
                    // PROTOCOL.md 4.5: a success whose body is a text was seen by LivePerson's own client.
                    return new Answer(
                            "cm.RequestConversationResponse",
                            Answer.words("Consumer already has an open conversation")
                                    .body());
                }
                case "refused" -> throw new Refusal(400, "Consumer already has an open conversation");
                default -> {}
            }
        }
        if (body.brandId() != null && !body.brandId().equals(account)) {
            throw new Refusal(400, "Unknown brand");
        }
        if (size(body.campaignInfo()) + size(body.conversationContext()) > MAX_CONTEXT) {
            throw new Refusal(400, "Conversation context is too long");
        }
        String skill = Optional.ofNullable(body.skillId()).orElse("-1");
        if (!skill.matches("-1|[0-9]{1,10}")) {
            throw new Refusal(400, "Skill id is not valid");
        }
        Conversation conversation = conversations.open(
                consumer,
                now(),
                skill,
                Urgency.of(body.ttrDefName(), OptionalLong.empty()),
                body.campaignInfo(),
                body.conversationContext(),
                features(client, body.conversationContext()));
        if (quirks.is(Quirk.IMPLICIT_SUBSCRIPTION, "on")) {
            client.dialogs.add(conversation.id());
        }
        return opened(conversation);
    }

    private static Answer opened(Conversation conversation) {
        return new Answer("cm.RequestConversationResponse", JSON.objectNode().put("conversationId", conversation.id()));
    }

    /** The context may name some of its own, within its clientProperties or bare (PROTOCOL.md section 5). */
    private static List<String> features(Client client, @Nullable JsonNode context) {
        Set<String> all = new TreeSet<>(client.features());
        if (context != null) {
            context.path("features").forEach(feature -> all.add(feature.asText()));
            context.path("clientProperties").path("features").forEach(feature -> all.add(feature.asText()));
        }
        return List.copyOf(all);
    }

    private static int size(@Nullable JsonNode json) {
        return json == null ? 0 : json.toString().length();
    }

    private Answer change(Client client, String consumer, RequestBody.UpdateConversationField body) {
        if (Moving.isWanted(body.fields())) {
            return Answer.words(Moving.apply(conversations, client, consumer, body, now()));
        }
        Conversation conversation =
                state.conversation(body.conversationId()).orElseThrow(() -> new Refusal(404, "Conversation not found"));
        if (!conversation.consumerId().equals(consumer)) {
            throw foreign();
        }
        return Answer.words(fieldChanges.apply(conversation, body.fields(), now()));
    }

    private Answer subscribe(Client client, String consumer, RequestBody.SubscribeMessagingEvents body) {
        Conversation conversation = conversation(consumer, body.dialogId(), body.conversationId());
        Dialog dialog = conversation.dialog(body.dialogId()).orElseThrow();
        if (!dialog.isOpen() && !quirks.is(Quirk.CLOSED_HISTORY, "served")) {
            throw Refusal.as(quirks.of(Quirk.CLOSED_HISTORY), "Dialog is closed");
        }
        boolean back = presence.isBack(conversation, dialog);
        client.dialogs.add(dialog.id());
        conversations.addNews(() -> switchboard.tellHistory(client, dialog, body.fromSeq()));
        if (back) {
            presence.say(conversation, dialog, "ACTIVE", now());
        }
        ObjectNode empty = JSON.objectNode();
        return new Answer(
                "GenericSubscribeResponse",
                quirks.is(Quirk.SUBSCRIBE_ANSWER, "id") ? empty.put("subscriptionId", conversations.newId()) : empty);
    }

    private Answer publish(String consumer, RequestBody.PublishEvent body, @Nullable JsonNode metadata) {
        Conversation conversation = conversation(consumer, body.dialogId(), body.conversationId());
        Dialog dialog = conversation.dialog(body.dialogId()).orElseThrow();
        publishing.check(conversation, dialog, body.event(), metadata);
        if (body.event() instanceof Event.AcceptStatusEvent receipt
                && receipt.status().equals("READ")
                && quirks.is(Quirk.READ_ALONE, "completed")) {
            Event accept = new Event.AcceptStatusEvent("ACCEPT", receipt.sequenceList());
            conversations.publish(conversation, dialog, consumer, "CONSUMER", accept, null, "ALL", now());
        }
        long sequence =
                conversations.publish(conversation, dialog, consumer, "CONSUMER", body.event(), metadata, "ALL", now());
        return new Answer("ms.PublishEventResponse", JSON.objectNode().put("sequence", sequence));
    }

    /** The conversation that a dialog is in. PROTOCOL.md section 7 makes conversationId optional; MAIN's id is that too. */
    private Conversation conversation(String consumer, String dialogId, Optional<String> conversationId) {
        Conversation conversation =
                state.conversationWith(dialogId).orElseThrow(() -> new Refusal(404, "Conversation not found"));
        if (!conversation.consumerId().equals(consumer)) {
            throw foreign();
        }
        if (conversationId.isPresent() && !conversationId.get().equals(conversation.id())) {
            throw new Refusal(404, "Dialog not found");
        }
        boolean main = dialogId.equals(conversation.id());
        String needed = quirks.of(Quirk.CONVERSATION_ID);
        if (conversationId.isEmpty() && (needed.equals("required") || needed.equals("beside-main") && !main)) {
            throw new Refusal(400, "conversationId is missing");
        }
        return conversation;
    }

    private Refusal foreign() {
        return Refusal.as(quirks.of(Quirk.FOREIGN_DIALOG), "Not a participant of this conversation");
    }

    private long now() {
        return time.now().toEpochMilli();
    }
}
