package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.protocol.Codec;
import dev.parley.protocol.Event;
import dev.parley.protocol.Frame;
import dev.parley.protocol.MalformedFrame;
import dev.parley.sandbox.faults.Quirk;
import dev.parley.sandbox.faults.Quirks;
import dev.parley.time.HandTime;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The service without sockets and disk, on a clock turned by hand. What it appends can be folded again: a restart. */
public final class Rig {
    public static final String CONSUMER = "c0a51e77-0000-4000-8000-000000000001";
    private static final SigningKey KEY = SigningKey.make(new SecureRandom());
    private static final ObjectMapper JSON = new ObjectMapper();

    public final HandTime time;
    public final List<LedgerEntry> written = new ArrayList<>();
    public final State state = new State();
    public final Quirks quirks = new Quirks();
    public final Vault vault;
    public final Service service;
    private int ids;
    private int requests;

    public Rig() {
        this(false);
    }

    public Rig(boolean allowParallel) {
        this(new HandTime(), List.of(), allowParallel, Tokens.LIFE, Vault.inMemory());
    }

    /** With tokens that live so long. */
    public Rig(Duration tokenLife) {
        this(new HandTime(), List.of(), false, tokenLife, Vault.inMemory());
    }

    private Rig(HandTime time, List<LedgerEntry> before, boolean allowParallel, Duration tokenLife, Vault vault) {
        this.time = time;
        this.vault = vault;
        before.forEach(state::apply);
        written.addAll(before);
        ids = before.size() * 10;
        Ledger ledger = new Ledger() {
            @Override
            public void append(LedgerEntry entry) {
                written.add(entry);
            }

            @Override
            public void afterwards(Runnable task) {
                task.run();
            }

            @Override
            public void close(Runnable done) {
                done.run();
            }
        };
        if (allowParallel) {
            quirks.set(Quirk.SECOND_CONVERSATION, "allowed");
        }
        service = new Service(
                "10000001",
                state,
                ledger,
                new Tokens(KEY, "10000001", tokenLife),
                time,
                () -> "id-" + ids++,
                vault,
                new UrlSigner(KEY),
                quirks);
    }

    /** The same ledger found by a process that starts {@code after} ms later. */
    public Rig restart(long after) {
        HandTime later = new HandTime(time.now().plusMillis(after));
        return new Rig(later, List.copyOf(written), false, Tokens.LIFE, vault);
    }

    /** An agent takes the conversation, as a person would who speaks as one. */
    public void attend(String conversation) {
        Conversation it = state.conversation(conversation).orElseThrow();
        service.conversations().join(it, "agent-1", "Ann", time.now().toEpochMilli());
        service.conversations().deliverNews();
    }

    public Socket socket() {
        return socket(CONSUMER);
    }

    public Socket socket(String consumer) {
        return new Socket(Optional.of(consumer));
    }

    public Socket stranger() {
        return new Socket(Optional.empty());
    }

    /** One socket and everything it was sent. */
    void byAgent(String dialog, String text, String audience) {
        Conversation it = state.conversation(dialog).orElseThrow();
        service.conversations()
                .publish(it, it.main(), "agent-1", "ASSIGNED_AGENT", Event.ContentEvent.text(text), null, audience, 1);
        service.conversations().deliverNews();
    }

    public final class Socket implements Outlet {
        public final List<JsonNode> frames = new ArrayList<>();
        public final Client client;
        public int closeCode;

        Socket(Optional<String> consumer) {
            client = service.connected(this, consumer);
        }

        @Override
        public void send(String frame) {
            try {
                frames.add(JSON.readTree(frame));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void close(int code, String reason) {
            closeCode = code;
        }

        /** Whoever is at the other end says that its client can do this. */
        public Socket announcing(String... features) {
            client.announce(JSON.valueToTree(Map.of("type", ".ClientProperties", "features", List.of(features))));
            return this;
        }

        /** Sends a request of this type and body and gives the answer; earlier frames are forgotten. */
        public JsonNode ask(String type, String body) {
            return ask(type, body, "");
        }

        public JsonNode ask(String type, String body, String more) {
            String id = send(type, body, more);
            return frames.stream()
                    .filter(frame -> frame.path("reqId").asText().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        /** The same where no answer is expected. */
        public void tell(String type, String body) {
            send(type, body, "");
        }

        private String send(String type, String body, String more) {
            frames.clear();
            String id = "r" + requests++;
            try {
                service.handle(client, (Frame.Request) Codec.decode("{\"kind\":\"req\",\"id\":\"" + id
                        + "\",\"type\":\"" + type + "\",\"body\":" + body + more + "}"));
            } catch (MalformedFrame e) {
                throw new AssertionError(e);
            }
            return id;
        }

        /** A conversation on its list, whose dialog it hears. */
        public String followed() {
            list("{}");
            String dialog = open();
            listen(dialog, 0);
            return dialog;
        }

        /** The same, ended for good. */
        public String closed() {
            String dialog = followed();
            change(dialog, "{\"field\":\"Stage\",\"conversationState\":\"CLOSE\"}");
            return dialog;
        }

        public String open() {
            return ask("cm.ConsumerRequestConversation", "{\"ttrDefName\":\"NORMAL\"}")
                    .at("/body/conversationId")
                    .asText();
        }

        public JsonNode listen(String dialog, long fromSeq) {
            return ask("ms.SubscribeMessagingEvents", "{\"dialogId\":\"" + dialog + "\",\"fromSeq\":" + fromSeq + "}");
        }

        public JsonNode list(String filter) {
            return ask("cqm.SubscribeExConversations", filter);
        }

        public JsonNode say(String dialog, String text) {
            return publish(
                    dialog,
                    "{\"type\":\"ContentEvent\",\"contentType\":\"text/plain\",\"message\":" + quoted(text) + "}");
        }

        public JsonNode publish(String dialog, String event) {
            return ask("ms.PublishEvent", "{\"dialogId\":\"" + dialog + "\",\"event\":" + event + "}");
        }

        public JsonNode change(String conversation, String field) {
            return ask(
                    "cm.UpdateConversationField",
                    "{\"conversationId\":\"" + conversation + "\",\"conversationField\":" + field + "}");
        }

        /** With metadata beside the body. */
        public JsonNode publish(String dialog, String event, String metadata) {
            String body = "{\"dialogId\":\"" + dialog + "\",\"event\":" + event + "}";
            return ask("ms.PublishEvent", body, ",\"metadata\":" + metadata);
        }

        /** What the last conversation notification since the last request says of it. */
        public JsonNode details() {
            List<JsonNode> upserts = upserts();
            return upserts.get(upserts.size() - 1).at("/result/conversationDetails");
        }

        /** All changes of notifications of this type since the last request, in order. */
        public List<JsonNode> changes(String type) {
            List<JsonNode> changes = new ArrayList<>();
            for (JsonNode frame : frames) {
                if (frame.path("type").asText().equals(type)) {
                    frame.at("/body/changes").forEach(changes::add);
                }
            }
            return changes;
        }

        public List<JsonNode> events() {
            return changes("ms.MessagingEventNotification");
        }

        public List<JsonNode> upserts() {
            return changes("cqm.ExConversationChangeNotification");
        }

        /** Texts said by agents since the last request. */
        public List<String> heard() {
            return events().stream()
                    .filter(change ->
                            !change.at("/originatorMetadata/role").asText().equals("CONSUMER"))
                    .map(change -> change.at("/event/message").asText(""))
                    .filter(text -> !text.isEmpty())
                    .toList();
        }
    }

    private static String quoted(String text) {
        return JSON.valueToTree(text).toString();
    }
}
