package dev.parley.sandbox.agents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.sandbox.service.Rig;
import dev.parley.sandbox.service.Vault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An agent who does what the test says, in a service without sockets and disk, and the consumer it is done to. */
final class Booth {
    static final ObjectMapper JSON = new ObjectMapper();
    static final byte[] TEXT = "hello, file".getBytes(StandardCharsets.US_ASCII);

    final Rig rig = new Rig();
    final Rig.Socket socket = rig.socket().announcing("MULTI_DIALOG", "RICH_CONTENT");
    final List<String> heard = new ArrayList<>();
    final List<String> pulled = new ArrayList<>();

    /** Notes what it hears of, and has one file. */
    private final class Actor implements Agent {
        @Override
        public String nickname() {
            return "Demo";
        }

        @Override
        public void offered(Seat seat) {
            seat.plan(0, new Act.Join("Demo"));
        }

        @Override
        public void joined(Seat seat) {
            heard.add("features " + seat.features() + " profile " + seat.profile());
        }

        @Override
        public void turn(Seat seat, long sequence, String text) {
            heard.add("turn " + sequence + " " + text);
        }

        @Override
        public void receipt(Seat seat, String status, List<Long> sequences, Optional<JsonNode> metadata) {
            heard.add("receipt " + status + " " + sequences + " "
                    + metadata.map(JsonNode::toString).orElse(""));
        }

        @Override
        public void fileCame(Seat seat, long sequence, String fileType, String caption) {
            heard.add("file " + sequence + " " + fileType + " " + caption);
        }

        @Override
        public void formCame(Seat seat, long sequence, String formId, int fields) {
            heard.add("form " + sequence + " " + formId + " " + fields);
        }

        @Override
        public Optional<byte[]> file(String name) {
            return name.equals("note") ? Optional.of(TEXT) : Optional.empty();
        }
    }

    /** Opens the desk at this service; done once for the usual one. */
    void staff(Rig at, Vault vault) {
        Roster roster = new Roster(Optional.of("Demo"), nickname -> new Actor());
        Desk.Levers levers = new Desk.Levers() {
            @Override
            public void trouble(String script) {
                pulled.add("trouble " + script);
            }

            @Override
            public void bend(String quirk) {
                pulled.add("bend " + quirk);
            }
        };
        new Desk(at.service.conversations(), roster, at.time, vault, levers).open();
    }

    /** A conversation the agent has, listed and listened to. */
    String attended() {
        socket.list("{}");
        String dialog = socket.open();
        socket.listen(dialog, 0);
        rig.time.advance(1);
        socket.frames.clear();
        heard.clear();
        return dialog;
    }

    /** Has the agent do this now, through a plan that is kept, as all it does. */
    void act(String dialog, Act act) {
        plan(dialog, act);
        // The desk looks at what falls due when something happens in a conversation.
        socket.publish(dialog, "{\"type\":\"ChatStateEvent\",\"chatState\":\"ACTIVE\"}");
        rig.time.advance(1);
    }

    void plan(String dialog, Act act) {
        long now = rig.time.now().toEpochMilli();
        rig.service.conversations().plan(rig.state.conversation(dialog).orElseThrow(), now, JSON.valueToTree(act));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    JsonNode lastEvent() {
        List<JsonNode> brand = socket.events().stream()
                .filter(it -> !it.at("/originatorMetadata/role").asText().equals("CONSUMER"))
                .toList();
        return brand.get(brand.size() - 1);
    }
}
