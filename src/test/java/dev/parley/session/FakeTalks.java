package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the fake service has taken in, and what it answers to each request. */
final class FakeTalks {
    static final class Talk {
        final String id;
        boolean open = true;
        long updated = 1_000;
        final List<ObjectNode> events = new ArrayList<>();

        Talk(String id) {
            this.id = id;
        }
    }

    private final Map<String, Talk> talks;
    private final Consumer<Collection<Talk>> list;
    private final Consumer<List<ObjectNode>> history;
    private final Consumer<ObjectNode> live;
    private final List<String> followed = new ArrayList<>();
    private int ids;
    Supplier<Long> clock = () -> 1L;
    boolean echoes = true;
    boolean listEndsThere = true;
    boolean keepsIds = true;

    /** All but the first are where news go. */
    FakeTalks(
            Map<String, Talk> talks,
            Consumer<Collection<Talk>> list,
            Consumer<List<ObjectNode>> history,
            Consumer<ObjectNode> live) {
        this.talks = talks;
        this.list = list;
        this.history = history;
        this.live = live;
    }

    Talk has(String id) {
        return talks.computeIfAbsent(id, Talk::new);
    }

    boolean isFollowed(String id) {
        return followed.contains(id);
    }

    /** Subscriptions end with their socket. */
    void forget() {
        followed.clear();
    }

    JsonNode commit(JsonNode request, Deque<Runnable> news) {
        JsonNode body = request.path("body");
        switch (request.path("type").asText()) {
            case "GetClock":
                return FakeFrames.object().put("currentTime", clock.get());
            case "cqm.SubscribeExConversations":
                if (listEndsThere) {
                    news.add(() -> list.accept(talks.values()));
                }
                return FakeFrames.object().put("subscriptionId", "s");
            case "cm.ConsumerRequestConversation":
                Talk talk = has("conv-" + ++ids);
                news.add(() -> list.accept(List.of(talk)));
                return FakeFrames.object().put("conversationId", talk.id);
            case "cm.UpdateConversationField":
                Talk closing = talks.get(body.path("conversationId").asText());
                closing.open = false;
                closing.updated++;
                news.add(() -> list.accept(List.of(closing)));
                return FakeFrames.text("OK Conversation resolved successfully");
            case "ms.SubscribeMessagingEvents":
                Talk asked = talks.get(body.path("dialogId").asText());
                if (asked == null) {
                    return FakeFrames.text("no such dialog");
                }
                followed.add(asked.id);
                long from = body.path("fromSeq").asLong();
                List<ObjectNode> given = asked.events.stream()
                        .filter(each -> each.path("sequence").asLong() >= from)
                        .toList();
                news.add(() -> history.accept(given));
                return FakeFrames.object();
            default:
                return publish(request, news);
        }
    }

    private JsonNode publish(JsonNode request, Deque<Runnable> news) {
        JsonNode body = request.path("body");
        Talk talk = talks.get(body.path("dialogId").asText());
        if (talk == null || !talk.open) {
            return FakeFrames.text("no open dialog");
        }
        if (FakeFrames.kind(request).equals("ChatStateEvent")) {
            return FakeFrames.object().put("sequence", 0);
        }
        JsonNode metadata = keepsIds ? request.get("metadata") : null;
        ObjectNode stored = store(talk, FakeService.CONSUMER, "CONSUMER", body.path("event"), metadata);
        if (echoes && followed.contains(talk.id)) {
            news.add(() -> live.accept(stored));
        }
        return FakeFrames.object().put("sequence", stored.path("sequence").asLong());
    }

    ObjectNode store(Talk talk, String originator, String role, JsonNode event, JsonNode metadata) {
        ObjectNode change = FakeFrames.change(originator, role, talk.id);
        change.put("sequence", talk.events.size()).put("serverTimestamp", 1_700_000_000_000L + talk.events.size());
        change.set("event", event);
        if (metadata != null) {
            change.set("metadata", metadata);
        }
        talk.events.add(change);
        return change;
    }
}
