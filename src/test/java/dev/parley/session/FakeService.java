package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The service as one consumer sees it, without sockets: frames wait in queues until {@link #run}. Written from
 * PROTOCOL.md; each request can be told to go wrong once.
 */
final class FakeService implements Dialer {
    static final String CONSUMER = "c0a51e77";
    static final String AGENT = "a9e0b3d4";

    /** What happens to the next request of a kind. */
    record Fault(boolean commit, boolean answer, int error, JsonNode body, int close) {
        static Fault lostRequest() {
            return new Fault(false, false, 0, null, 0);
        }

        static Fault lostAnswer() {
            return new Fault(true, false, 0, null, 0);
        }

        static Fault refuse(int code, String words) {
            return new Fault(
                    false, true, code, new ObjectMapper().getNodeFactory().textNode(words), 0);
        }

        static Fault answerWith(int code, JsonNode body) {
            return new Fault(false, true, code, body, 0);
        }

        Fault thenClose(int code) {
            return new Fault(commit, answer, error, body, code);
        }
    }

    static final class Talk {
        final String id;
        boolean open = true;
        long updated = 1_000;
        final List<ObjectNode> events = new ArrayList<>();

        Talk(String id) {
            this.id = id;
        }
    }

    final Map<String, Talk> talks = new LinkedHashMap<>();
    final List<JsonNode> received = new ArrayList<>();
    private final Map<String, Deque<Fault>> faults = new HashMap<>();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final ObjectMapper json = new ObjectMapper();
    private final List<String> followed = new ArrayList<>();
    private Ear ear;
    private boolean open;
    private int ids;
    int dials;
    /** Fails dials while set. */
    Trouble down;
    /** Told at each dial. */
    Runnable signIn = () -> {};

    /** What was said under these sequences is never given, in whatever dialog. */
    final Set<Long> neverGiven = new HashSet<>();

    /** What GetClock gives. */
    Supplier<Long> clock = () -> 1L;
    /** Told when the client gets something. */
    Runnable onByte = () -> {};

    private boolean paused;
    private final Deque<Runnable> unread = new ArrayDeque<>();

    boolean notificationsFirst;
    boolean twice;
    boolean echoes = true;
    boolean deaf;
    boolean listEndsThere = true;
    /** A frame with this in it cannot be taken by the client; empty for none. */
    String tooLarge = "";

    void next(String kind, Fault fault) {
        faults.computeIfAbsent(kind, key -> new ArrayDeque<>()).add(fault);
    }

    @Override
    public void dial(Ear caller) {
        dials++;
        if (down != null) {
            Trouble trouble = down;
            later.add(() -> caller.failed(trouble));
            return;
        }
        signIn.run();
        later.add(() -> {
            ear = caller;
            open = true;
            paused = false;
            unread.clear();
            followed.clear();
            onByte.run();
            caller.opened(new Wire() {
                @Override
                public void write(String frame) {
                    if (!deaf) {
                        later.add(() -> request(caller, frame));
                    }
                }

                @Override
                public void close() {
                    if (ear == caller) {
                        open = false;
                    }
                }

                @Override
                public void pause() {
                    paused = true;
                }

                @Override
                public void resume() {
                    paused = false;
                    later.addAll(unread);
                    unread.clear();
                }
            });
        });
    }

    /** Until nobody has anything more to say. */
    void run() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    void close(int code, String reason) {
        open = false;
        ear.closed(code, reason);
        run();
    }

    Talk has(String id) {
        return talks.computeIfAbsent(id, Talk::new);
    }

    void agentSays(String id, String text) {
        store(talks.get(id), AGENT, "ASSIGNED_AGENT", content(text), null, true);
        run();
    }

    void event(String id, String originator, String role, ObjectNode event, boolean tell) {
        store(talks.get(id), originator, role, event, null, tell);
        run();
    }

    ObjectNode content(String text) {
        return json.createObjectNode()
                .put("type", "ContentEvent")
                .put("contentType", "text/plain")
                .put("message", text);
    }

    void typing(String id, String originator, String state) {
        ObjectNode change = change(originator, "ASSIGNED_AGENT", id);
        change.putObject("event").put("type", "ChatStateEvent").put("chatState", state);
        notifyEvents(List.of(change));
        run();
    }

    void close(String id) {
        talks.get(id).open = false;
        talks.get(id).updated++;
        upsert(talks.get(id));
        run();
    }

    void raw(String frame) {
        later.add(() -> {
            onByte.run();
            ear.text(frame);
        });
        run();
    }

    List<String> said(String id) {
        return talks.get(id).events.stream()
                .filter(each -> each.at("/event/type").asText().equals("ContentEvent"))
                .map(each -> each.at("/event/message").asText())
                .toList();
    }

    List<JsonNode> requests(String kind) {
        return received.stream().filter(each -> kind(each).equals(kind)).toList();
    }

    private static String kind(JsonNode request) {
        String type = request.path("type").asText();
        return type.equals("ms.PublishEvent") ? request.at("/body/event/type").asText() : type;
    }

    private void request(Ear from, String frame) {
        JsonNode request;
        try {
            request = json.readTree(frame);
        } catch (java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        if (from != ear || !open) {
            return;
        }
        received.add(request);
        Fault fault =
                Optional.ofNullable(faults.get(kind(request))).map(Deque::poll).orElse(null);
        Deque<Runnable> news = new ArrayDeque<>();
        int code = 200;
        JsonNode body;
        if (fault != null && !fault.commit()) {
            code = fault.error();
            body = fault.body();
        } else {
            body = commit(request, news);
            code = body.isTextual() && body.asText().startsWith("no ") ? 400 : 200;
        }
        ObjectNode response = json.createObjectNode().put("kind", "resp").put("code", code);
        response.put("reqId", request.path("id").asText()).set("body", body);
        Runnable answer = () -> say(from, response);
        if (fault == null || fault.answer()) {
            if (notificationsFirst) {
                news.addLast(answer);
            } else {
                news.addFirst(answer);
            }
        }
        later.addAll(news);
        if (fault != null && fault.close() != 0) {
            int close = fault.close();
            later.add(() -> {
                if (from == ear && open) {
                    open = false;
                    from.closed(close, "");
                }
            });
        }
    }

    private JsonNode commit(JsonNode request, Deque<Runnable> news) {
        JsonNode body = request.path("body");
        switch (request.path("type").asText()) {
            case "GetClock":
                return json.createObjectNode().put("currentTime", clock.get());
            case "cqm.SubscribeExConversations":
                if (listEndsThere) {
                    news.add(() -> list());
                }
                return json.createObjectNode().put("subscriptionId", "s");
            case "cm.ConsumerRequestConversation":
                Talk talk = has("conv-" + ++ids);
                news.add(() -> upsert(talk));
                return json.createObjectNode().put("conversationId", talk.id);
            case "cm.UpdateConversationField":
                Talk closing = talks.get(body.path("conversationId").asText());
                closing.open = false;
                closing.updated++;
                news.add(() -> upsert(closing));
                return json.getNodeFactory().textNode("OK Conversation resolved successfully");
            case "ms.SubscribeMessagingEvents":
                Talk asked = talks.get(body.path("dialogId").asText());
                if (asked == null) {
                    return json.getNodeFactory().textNode("no such dialog");
                }
                followed.add(asked.id);
                long from = body.path("fromSeq").asLong();
                List<ObjectNode> history = asked.events.stream()
                        .filter(each -> each.path("sequence").asLong() >= from)
                        .toList();
                news.add(() -> notifyEvents(history));
                return json.createObjectNode();
            default:
                return publish(request, news);
        }
    }

    private JsonNode publish(JsonNode request, Deque<Runnable> news) {
        JsonNode body = request.path("body");
        Talk talk = talks.get(body.path("dialogId").asText());
        if (talk == null || !talk.open) {
            return json.getNodeFactory().textNode("no open dialog");
        }
        if (kind(request).equals("ChatStateEvent")) {
            return json.createObjectNode().put("sequence", 0);
        }
        ObjectNode stored = store(talk, CONSUMER, "CONSUMER", body.path("event"), request.get("metadata"), false);
        if (echoes && followed.contains(talk.id)) {
            news.add(() -> notifyEvents(List.of(stored)));
        }
        return json.createObjectNode().put("sequence", stored.path("sequence").asLong());
    }

    private ObjectNode store(
            Talk talk, String originator, String role, JsonNode event, JsonNode metadata, boolean tell) {
        ObjectNode change = change(originator, role, talk.id);
        change.put("sequence", talk.events.size()).put("serverTimestamp", 1_700_000_000_000L + talk.events.size());
        change.set("event", event);
        if (metadata != null) {
            change.set("metadata", metadata);
        }
        talk.events.add(change);
        if (tell && open && followed.contains(talk.id)) {
            later.add(() -> notifyEvents(List.of(change)));
        }
        return change;
    }

    private ObjectNode change(String originator, String role, String id) {
        ObjectNode change =
                json.createObjectNode().put("originatorId", originator).put("dialogId", id);
        change.put("conversationId", id);
        change.putObject("originatorMetadata").put("id", originator).put("role", role);
        return change;
    }

    void notifyEvents(List<ObjectNode> changes) {
        ObjectNode frame = notification("ms.MessagingEventNotification");
        changes.stream()
                .filter(change -> !neverGiven.contains(change.path("sequence").asLong()))
                .forEach(((ArrayNode) frame.at("/body/changes"))::add);
        say(ear, frame);
    }

    private void list() {
        ObjectNode frame = notification("cqm.ExConversationChangeNotification");
        talks.values().forEach(talk -> ((ArrayNode) frame.at("/body/changes")).add(change(talk, "UPSERT")));
        say(ear, frame);
    }

    void upsert(Talk talk) {
        ObjectNode frame = notification("cqm.ExConversationChangeNotification");
        ((ArrayNode) frame.at("/body/changes")).add(change(talk, "UPSERT"));
        say(ear, frame);
    }

    private ObjectNode change(Talk talk, String type) {
        String state = talk.open ? "OPEN" : "CLOSE";
        ObjectNode change = json.createObjectNode().put("type", type);
        ObjectNode result = change.putObject("result").put("convId", talk.id).put("effectiveTTR", -1);
        ObjectNode details = result.putObject("conversationDetails");
        details.put("state", state).put("stage", state).put("startTs", 1_000).put("brandId", "10000001");
        details.put("metaDataLastUpdateTs", talk.updated);
        details.putArray("participants").addObject().put("id", CONSUMER).put("role", "CONSUMER");
        details.putArray("dialogs")
                .addObject()
                .put("dialogId", talk.id)
                .put("dialogType", "MAIN")
                .put("channelType", "MESSAGING")
                .put("state", state)
                .put("metaDataLastUpdateTs", talk.updated);
        return change;
    }

    private ObjectNode notification(String type) {
        ObjectNode frame = json.createObjectNode().put("kind", "notification").put("type", type);
        frame.putObject("body").putArray("changes");
        return frame;
    }

    private void say(Ear to, ObjectNode frame) {
        if (to != ear || !open) {
            return;
        }
        if (paused) {
            unread.add(() -> say(to, frame));
            return;
        }
        onByte.run();
        if (!tooLarge.isEmpty() && frame.toString().contains(tooLarge)) {
            open = false;
            to.broken("the connection broke");
            return;
        }
        to.heard();
        to.text(frame.toString());
        if (twice && open) {
            to.text(frame.toString());
        }
    }
}
