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
    /** A conversation's MAIN dialog, or its survey. */
    static final class Talk {
        final String id;
        final String conversationId;
        boolean open = true;
        long updated = 1_000;
        final List<ObjectNode> events = new ArrayList<>();
        /** Whether closing MAIN begins a survey. */
        boolean surveys;

        Talk survey;
        /** What else its details have. */
        final ObjectNode details = FakeFrames.object();

        Talk(String id) {
            this(id, id);
        }

        Talk(String id, String conversationId) {
            this.id = id;
            this.conversationId = conversationId;
        }

        boolean stageOpen() {
            return open || survey != null && survey.open;
        }

        void close(String dialogId) {
            if (survey != null && dialogId.equals(survey.id)) {
                survey.open = false;
            } else {
                survey = surveys && open ? new Talk("survey-" + id, id) : survey;
                open = false;
            }
            updated++;
        }

        void closeAll() {
            open = false;
            if (survey != null) {
                survey.open = false;
            }
            updated++;
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
    /** PROTOCOL.md 18.6: whoever creates a conversation hears of it without asking. */
    boolean implicit;

    boolean replaysReceipts = true;
    boolean saysWhenThereIsNothing = true;
    int chunk = Integer.MAX_VALUE;
    ObjectNode profile = FakeFrames.object().put("userId", FakeService.CONSUMER);

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

    /** By a dialog's id. */
    Talk dialog(String id) {
        Talk main = talks.get(id);
        return main != null
                ? main
                : talks.values().stream()
                        .map(talk -> talk.survey)
                        .filter(survey -> survey != null && survey.id.equals(id))
                        .findFirst()
                        .orElse(null);
    }

    Talk has(String id) {
        return talks.computeIfAbsent(id, Talk::new);
    }

    boolean isFollowed(String id) {
        return implicit || followed.contains(id);
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
                return update(body, news);
            case "userprofile.GetUserProfile":
                return profile;
            case "userprofile.SetUserProfile":
                profile = (ObjectNode) body;
                return FakeFrames.text("OK User Profile set successfully");
            case "ms.SubscribeMessagingEvents":
                Talk asked = dialog(body.path("dialogId").asText());
                if (asked == null) {
                    return FakeFrames.text("no such dialog");
                }
                followed.add(asked.id);
                long from = body.path("fromSeq").asLong();
                give(
                        asked.events.stream()
                                .filter(each -> each.path("sequence").asLong() >= from)
                                .filter(each -> replaysReceipts
                                        || !each.at("/event/type").asText().equals("AcceptStatusEvent"))
                                .toList(),
                        news);
                return FakeFrames.object();
            case "ms.GenerateURLForUploadFile":
                return address(
                        "/v1/files/new" + ++ids + "." + body.path("fileType").asText());
            case "ms.GenerateURLForDownloadFile":
                return address(body.path("relativePath").asText());
            case "ms.GenerateUploadToken":
                ObjectNode answer = FakeFrames.object();
                answer.putObject("token").put("readOtk", "read-canary").put("writeOtk", "write-canary");
                return answer;
            default:
                return publish(request, news);
        }
    }

    private void give(List<ObjectNode> given, Deque<Runnable> news) {
        if (!given.isEmpty() || saysWhenThereIsNothing) {
            for (int from = 0; from == 0 || from < given.size(); from += chunk) {
                List<ObjectNode> part = given.subList(from, Math.min(given.size(), from + chunk));
                news.add(() -> history.accept(part));
            }
        }
    }

    private JsonNode update(JsonNode body, Deque<Runnable> news) {
        Talk talk = talks.get(body.path("conversationId").asText());
        JsonNode field = body.at("/conversationField/0");
        String words = "OK Conversation resolved successfully";
        switch (field.path("field").asText()) {
            case "DialogChange" -> talk.close(field.at("/dialog/dialogId").asText());
            case "TTRField" -> {
                talk.details
                        .putObject("ttr")
                        .put("ttrType", field.path("ttrType").asText());
                talk.updated++;
                words = "Update TTR ended successfully";
            }
            case "CSATRate" -> {
                talk.details.set("csat", field);
                talk.updated++;
                words = "OK CSAT processed successfully";
            }
            default -> talk.closeAll();
        }
        news.add(() -> list.accept(List.of(talk)));
        return FakeFrames.text(words);
    }

    private static JsonNode address(String path) {
        ObjectNode answer = FakeFrames.object().put("relativePath", path);
        answer.putObject("queryParams").put("temp_url_sig", "sig-canary").put("temp_url_expires", "1700000665");
        return answer;
    }

    private JsonNode publish(JsonNode request, Deque<Runnable> news) {
        JsonNode body = request.path("body");
        Talk talk = dialog(body.path("dialogId").asText());
        if (talk == null || !talk.open) {
            return FakeFrames.text("no open dialog");
        }
        if (FakeFrames.kind(request).equals("ChatStateEvent")) {
            return FakeFrames.object().put("sequence", 0);
        }
        JsonNode metadata = keepsIds ? request.get("metadata") : null;
        ObjectNode stored = store(talk, FakeService.CONSUMER, "CONSUMER", body.path("event"), metadata);
        if (echoes && isFollowed(talk.id)) {
            news.add(() -> live.accept(stored));
        }
        return FakeFrames.object().put("sequence", stored.path("sequence").asLong());
    }

    ObjectNode store(Talk talk, String originator, String role, JsonNode event, JsonNode metadata) {
        ObjectNode change = FakeFrames.change(originator, role, talk.id);
        change.put("conversationId", talk.conversationId);
        change.put("sequence", talk.events.size()).put("serverTimestamp", 1_700_000_000_000L + talk.events.size());
        change.set("event", event);
        if (metadata != null) {
            change.set("metadata", metadata);
        }
        talk.events.add(change);
        return change;
    }
}
