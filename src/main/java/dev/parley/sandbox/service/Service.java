package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.protocol.Event;
import dev.parley.protocol.Frame;
import dev.parley.protocol.RequestBody;
import dev.parley.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The consumer's side of the service: frames in, answers and notifications out, PROTOCOL.md sections 3 to 9 and 16. An answer
 * goes out before the notifications it causes. No sockets, no disk of its own. Owned by the sandbox's event loop.
 */
public final class Service {
    private static final String STRING = "StringResponse";
    private static final int LISTED = 1_000;
    private static final int MAX_LISTINGS = 64;
    private static final int MAX_PROFILE = 16_000;
    private static final int MAX_CONTEXT = 16_000;

    /** A token that lives longer outlives any socket; ms. */
    private static final long LONGEST_TIMER = Duration.ofDays(20).toMillis();

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What an answer says, when it is not an error. */
    private record Answer(String type, JsonNode body) {
        static Answer words(String words) {
            return new Answer(STRING, TextNode.valueOf(words));
        }
    }

    private final String account;
    private final State state;
    private final Ledger ledger;
    private final Tokens tokens;
    private final Time time;
    private final Supplier<String> ids;
    private final boolean allowParallel;
    private final Switchboard switchboard;
    private final Conversations conversations;
    private final FieldChanges fieldChanges;

    /** Consumers whose tokens issued up to a moment are refused. */
    private final Map<String, Instant> endedUpTo = new HashMap<>();

    /** {@code consumer dialog} pairs whose socket went away, so that coming back is told as ACTIVE (PROTOCOL.md 8.4). */
    private final Set<List<String>> away = new HashSet<>();

    /**
     * @param ids new ids, unguessable
     * @param allowParallel whether a consumer may have several open conversations
     */
    public Service(
            String account,
            State state,
            Ledger ledger,
            Tokens tokens,
            Time time,
            Supplier<String> ids,
            boolean allowParallel) {
        this.account = account;
        this.state = state;
        this.ledger = ledger;
        this.tokens = tokens;
        this.time = time;
        this.ids = ids;
        this.allowParallel = allowParallel;
        switchboard = new Switchboard(ledger, account);
        conversations = new Conversations(state, ledger, switchboard, ids);
        fieldChanges = new FieldChanges(conversations);
    }

    /** Runs {@code task} when everything done so far is kept. */
    public void afterwards(Runnable task) {
        ledger.afterwards(task);
    }

    public Conversations conversations() {
        return conversations;
    }

    /** A token for a consumer nobody has seen before (PROTOCOL.md 2.1, A). The token is all there is to keep. */
    public String signUp() {
        return tokens.issue(ids.get(), time.now());
    }

    /** Another token for a consumer, as a brand's own system would get it; holds even where older ones were ended. */
    public String tokenFor(String consumerId) {
        Instant ended = endedUpTo.getOrDefault(consumerId, Instant.MIN);
        Instant now = time.now();
        return tokens.issue(
                consumerId, ended.isBefore(now.truncatedTo(ChronoUnit.SECONDS)) ? now : ended.plusSeconds(1));
    }

    /** What a token says; empty when it is not ours, for another account, expired or ended. */
    public Optional<Tokens.Bearer> bearer(String token) {
        return tokens.bearer(token, time.now())
                .filter(it -> it.issued().isAfter(endedUpTo.getOrDefault(it.consumerId(), Instant.MIN)));
    }

    /** Every token of this consumer so far counts as expired from now on, until this process ends. */
    public void endTokens(String consumerId) {
        endedUpTo.put(consumerId, time.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** The public profile of an agent who has joined some conversation. */
    public Optional<ObjectNode> agentProfile(String agentId) {
        return state.nickname(agentId)
                .map(nickname -> JSON.objectNode()
                        .put("id", agentId)
                        .put("nickname", nickname)
                        .put("fullName", nickname)
                        // 2 is LivePerson's user type of a bot, 1 of a person.
                        .put("userTypeId", agentId.equals(PersonAsAgent.ID) ? 1 : 2));
    }

    /** A socket is up; {@code consumerId} if it showed its token on the way. */
    public Client connected(Outlet outlet, Optional<String> consumerId) {
        Client client = new Client(outlet, consumerId);
        switchboard.add(client);
        return client;
    }

    /** From now on the socket is this consumer's, until the token runs out: then it is closed with 4401. */
    public void admit(Client client, Tokens.Bearer bearer) {
        long left = Duration.between(time.now(), bearer.expires()).toMillis();
        Optional<Time.Timer> timer = left > LONGEST_TIMER
                ? Optional.empty()
                : Optional.of(
                        time.after(Math.max(0, left), () -> client.outlet.close(4401, "Identity token has expired")));
        client.identify(bearer.consumerId(), timer);
    }

    /** The dialogs this socket hears. */
    public Set<String> dialogsOf(Client client) {
        return Set.copyOf(client.dialogs);
    }

    /** Everything the socket listens to once more from its start, unasked. */
    public void tellAgain(Client client) {
        for (String dialog : client.dialogs) {
            state.conversation(dialog).ifPresent(it -> switchboard.tellHistory(client, it, 0));
        }
    }

    /** A socket is gone: the service says BACKGROUND for its consumer (PROTOCOL.md 8.4). */
    public void disconnected(Client client) {
        switchboard.remove(client);
        client.gone();
        client.consumerId().ifPresent(consumer -> {
            for (String dialog : client.dialogs) {
                state.conversation(dialog).filter(Conversation::isOpen).ifPresent(conversation -> {
                    away.add(List.of(consumer, dialog));
                    presence(conversation, "BACKGROUND");
                });
            }
        });
        conversations.deliverNews();
    }

    private void presence(Conversation conversation, String chatState) {
        conversations.publish(
                conversation, conversation.consumerId(), "CONSUMER", new Event.ChatStateEvent(chatState), null, now());
    }

    public void handle(Client client, Frame.Request request) {
        try {
            Answer answer = answer(client, request);
            switchboard.respond(client, request.id(), 200, answer.type(), answer.body());
        } catch (Refusal e) {
            switchboard.respond(client, request.id(), e.code(), STRING, TextNode.valueOf(e.words()));
        }
        conversations.deliverNews();
    }

    private Answer answer(Client client, Frame.Request request) {
        RequestBody body = request.body();
        if (body instanceof RequestBody.GetClock) {
            return new Answer("GetClockResponse", JSON.objectNode().put("currentTime", now()));
        }
        if (body instanceof RequestBody.InitConnection) {
            return init(client, request.headers());
        }
        String consumer = client.consumerId().orElseThrow(() -> new Refusal(401, "Connection is not initialized"));
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
            return open(consumer, it);
        }
        if (body instanceof RequestBody.UpdateConversationField it) {
            Conversation conversation = conversation(consumer, it.conversationId());
            return Answer.words(fieldChanges.apply(conversation, it.fields(), now()));
        }
        if (body instanceof RequestBody.SubscribeMessagingEvents it) {
            return subscribe(client, dialog(consumer, it.dialogId(), it.conversationId()), it.fromSeq());
        }
        if (body instanceof RequestBody.PublishEvent it) {
            Conversation conversation = dialog(consumer, it.dialogId(), it.conversationId());
            Publishing.check(conversation, it.event(), request.metadata());
            long sequence =
                    conversations.publish(conversation, consumer, "CONSUMER", it.event(), request.metadata(), now());
            return new Answer("ms.PublishEventResponse", JSON.objectNode().put("sequence", sequence));
        }
        if (body instanceof RequestBody.GetUserProfile it) {
            return profile(consumer, it.userId().orElse(consumer));
        }
        if (body instanceof RequestBody.SetUserProfile it) {
            if (it.profile().toString().length() > MAX_PROFILE) {
                throw new Refusal(400, "Profile is too long");
            }
            conversations.profile(new LedgerEntry.ProfileSet(consumer, it.profile()));
            return Answer.words("OK User Profile set successfully");
        }
        throw new Refusal(400, "Unknown request type");
    }

    private Answer init(Client client, List<JsonNode> headers) {
        for (JsonNode header : headers) {
            if (header.path("type").asText().endsWith("ConsumerAuthentication")) {
                Tokens.Bearer bearer = bearer(header.path("jwt").asText())
                        .filter(it ->
                                client.consumerId().map(it.consumerId()::equals).orElse(true))
                        .orElseThrow(() -> {
                            client.outlet.close(4401, "Identity token is invalid");
                            return new Refusal(401, "Identity token is invalid");
                        });
                admit(client, bearer);
            }
        }
        if (client.consumerId().isEmpty()) {
            throw new Refusal(401, "Identity token is missing");
        }
        return Answer.words("Connection initialized successfully");
    }

    private Answer subscribe(Client client, String consumer, RequestBody.SubscribeExConversations body) {
        if (client.listings.size() >= MAX_LISTINGS) {
            throw new Refusal(429, "Too many subscriptions");
        }
        String subscription = ids.get();
        client.listings.put(subscription, new Client.Listing(body.stage(), body.convState()));
        List<Conversation> all = state.conversationsOf(consumer);
        List<Conversation> newest = new ArrayList<>(all.subList(Math.max(0, all.size() - LISTED), all.size()));
        Collections.reverse(newest);
        conversations.addNews(() -> switchboard.tellAll(client, subscription, newest));
        return new Answer(
                "cqm.SubscribeExConversationsResponse", JSON.objectNode().put("subscriptionId", subscription));
    }

    private Answer open(String consumer, RequestBody.RequestConversation body) {
        boolean hasOpen = state.conversationsOf(consumer).stream().anyMatch(Conversation::isOpen);
        if (hasOpen && !allowParallel) {
            throw new Refusal(400, "Consumer already has an open conversation");
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
                body.conversationContext());
        return new Answer("cm.RequestConversationResponse", JSON.objectNode().put("conversationId", conversation.id()));
    }

    private static int size(@Nullable JsonNode json) {
        return json == null ? 0 : json.toString().length();
    }

    private Answer subscribe(Client client, Conversation conversation, long fromSeq) {
        if (fromSeq < 0) {
            throw new Refusal(400, "fromSeq is negative");
        }
        boolean back = away.remove(List.of(conversation.consumerId(), conversation.dialogId()));
        client.dialogs.add(conversation.dialogId());
        conversations.addNews(() -> switchboard.tellHistory(client, conversation, fromSeq));
        if (back && conversation.isOpen()) {
            presence(conversation, "ACTIVE");
        }
        return new Answer("GenericSubscribeResponse", JSON.objectNode());
    }

    private Answer profile(String consumer, String userId) {
        ObjectNode profile = userId.equals(consumer)
                ? state.profile(consumer).map(ObjectNode::deepCopy).orElseGet(JSON::objectNode)
                : agentProfile(userId).orElseThrow(() -> new Refusal(404, "User not found"));
        return new Answer("userprofile.GetUserProfileResponse", profile.put("userId", userId));
    }

    private Conversation conversation(String consumer, String conversationId) {
        Conversation conversation =
                state.conversation(conversationId).orElseThrow(() -> new Refusal(404, "Conversation not found"));
        if (!conversation.consumerId().equals(consumer)) {
            throw new Refusal(403, "Not a participant of this conversation");
        }
        return conversation;
    }

    /** MAIN's id is the conversation's, so one look-up serves both; PROTOCOL.md section 7 makes conversationId optional. */
    private Conversation dialog(String consumer, String dialogId, Optional<String> conversationId) {
        if (conversationId.isPresent() && !conversationId.get().equals(dialogId)) {
            throw new Refusal(404, "Dialog not found");
        }
        return conversation(consumer, dialogId);
    }

    private long now() {
        return time.now().toEpochMilli();
    }
}
