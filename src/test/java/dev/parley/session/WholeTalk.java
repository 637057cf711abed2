package dev.parley.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Command;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.host.Secret;
import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.SandboxOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** A talk in which a consumer does everything that one can do, and the frames that it wrote. */
final class WholeTalk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PICTURE = Path.of("/home/me/disc.png");
    private static final String MAIN = "conv-1";

    private final World world = new World();
    private final FakeService service = world.service;

    private WholeTalk() {}

    /** Of a session without sockets: all but how one signs in. */
    static List<JsonNode> recorded() {
        WholeTalk talk = new WholeTalk();
        talk.world.settled();
        talk.opens();
        talk.readsAndTypes();
        talk.chooses();
        talk.exchangesFiles();
        talk.fillsInForms();
        talk.comesBack();
        talk.changes();
        return List.copyOf(talk.service.received);
    }

    private void opens() {
        world.write(null, "hello");
        world.command(new Command.OpenConversation(
                World.ME,
                "c-other",
                "",
                world.time.now(),
                new Command.Opening("7", "11", "22", "{\"type\":\"CustomContext\",\"name\":\"n\"}")));
        world.advance(1_000);
    }

    private void readsAndTypes() {
        world.command(new Command.Typing(World.ME, MAIN, true));
        world.command(new Command.Typing(World.ME, MAIN, false));
        long said = says("{'type':'ContentEvent','contentType':'text/plain','message':'Well?'}");
        world.command(new Command.MarkRead(World.ME, MAIN, MAIN, said));
        says("{'type':'HologramEvent'}");
    }

    private void chooses() {
        String texts = "'actions':[{'type':'publishText','text':'Yes'}]";
        String link = "'actions':[{'type':'link','uri':'https://h.example'}]";
        String metadata = "'metadata':[{'type':'ExternalId','id':'card'}],";
        String other = "'metadata':[{'type':'ButtonClick','id':'card'}],";
        long card = says("{'type':'RichContentEvent','content':{'type':'vertical','elements':[" + button(texts) + ","
                + button(link) + "," + button(metadata + link) + "," + button(other + texts) + "]}}");
        for (int index = 0; index < 4; index++) {
            world.command(new Command.Pick(World.ME, MAIN, MAIN, card, index, Set.of(), "", "pick-" + index));
            world.advance(500);
        }
    }

    private static String button(String click) {
        return "{'type':'button','title':'b','click':{" + click + "}}";
    }

    private void exchangesFiles() {
        byte[] head = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        for (int size : new int[] {1_000, 100_000}) {
            world.freight.disk.put(PICTURE, Arrays.copyOf(head, size));
            world.command(
                    new Command.Attach(World.ME, MAIN, "f" + size, PICTURE.toString(), "A disc", world.time.now()));
            world.advance(500);
        }
        long file = says("{'type':'ContentEvent','contentType':'hosted/file','message':{'caption':'c',"
                + "'relativePath':'/v1/files/1.GIF','fileType':'GIF','preview':'data:,'}}");
        world.freight.stored = "GIF89a and more of it".getBytes(StandardCharsets.US_ASCII);
        world.command(new Command.SaveFile(World.ME, MAIN, MAIN, file, "/home/me/Downloads"));
        world.advance(500);
    }

    private void fillsInForms() {
        long form = says("{'type':'ContentEvent','contentType':'forms/secure-invitation','message':{'formId':'contact',"
                + "'invitationId':'i1','title':'Your address'}}");
        world.command(new Command.OpenForm(World.ME, MAIN, MAIN, form));
        world.command(new Command.TellForm(World.ME, MAIN, MAIN, form, ReceiptStatus.VIEWED));
        world.command(new Command.TellForm(World.ME, MAIN, MAIN, form, ReceiptStatus.ABORTED));
        world.command(new Command.SubmitForm(World.ME, MAIN, MAIN, form, "s1", "submitted"));
        world.advance(500);
    }

    private void comesBack() {
        service.close(1006, "");
        world.advance(15_000);
    }

    private void changes() {
        world.command(new Command.SetUrgency(World.ME, MAIN, true));
        world.command(new Command.SetUrgency(World.ME, MAIN, false));
        world.command(new Command.AskProfile(World.ME));
        world.command(new Command.SetProfile(World.ME, Optional.of("Ann"), Optional.empty(), Optional.of("al")));
        service.talks.get(MAIN).surveys = true;
        world.command(new Command.Close(World.ME, MAIN));
        world.advance(1_000);
        world.write(MAIN, "Five");
        world.command(new Command.CloseAll(World.ME, MAIN));
        world.command(new Command.Rate(World.ME, MAIN, 5, true));
        world.advance(1_000);
    }

    /** Its sequence. */
    private long says(String event) {
        try {
            ObjectNode read = (ObjectNode) JSON.readTree(event.replace('\'', '"'));
            service.event(MAIN, FakeService.AGENT, "ASSIGNED_AGENT", read, true);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
        world.advance(500);
        return service.talks.get(MAIN).events.stream()
                .filter(each -> each.path("originatorId").asText().equals(FakeService.AGENT))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .path("sequence")
                .asLong();
    }

    /** Of a client that signs in by the first frame and steps up, as its wire trace has them. */
    static List<JsonNode> recordedOnItsWire() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Logger wire = Logger.getLogger("dev.parley.wire");
        Level before = wire.getLevel();
        Handler recorder = new Lines(lines);
        wire.addHandler(recorder);
        wire.setLevel(Level.FINEST);
        try {
            stepUp();
        } finally {
            wire.removeHandler(recorder);
            wire.setLevel(before);
        }
        List<JsonNode> frames = new ArrayList<>();
        for (String line : lines) {
            int sent = line.indexOf(" > ");
            if (sent >= 0) {
                try {
                    frames.add(JSON.readTree(line.substring(sent + 3)));
                } catch (JsonProcessingException impossible) {
                    throw new AssertionError(impossible);
                }
            }
        }
        return frames;
    }

    private static void stepUp() {
        Sandbox sandbox = Client.join(Sandbox.start(SandboxOptions.inMemory().withAgent(Optional.empty()))
                .toCompletionStage()
                .toCompletableFuture());
        Signing inBand =
                new Signing(new Way.Anonymous(Optional.empty()), true, name -> Proof.of(Secret.of(name), "a file"));
        try (Client client = new Client(URI.create(sandbox.url()), Credentials.forgetful(), inBand)) {
            client.write(null, "who am I?");
            String id = client.opened();
            client.untilRows(id, "who am I?");
            String ann = World.jwt("{\"sub\":\"ann\"}", "brand");
            client.command(new Command.StepUp(World.ME, "1002", ann, Optional.empty()));
            client.untilNotice("came along");
        } finally {
            Client.join(sandbox.close().toCompletionStage().toCompletableFuture());
        }
    }

    /** Keeps what is logged. */
    private static final class Lines extends Handler {
        private final List<String> lines;

        Lines(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void publish(LogRecord said) {
            lines.add(String.valueOf(said.getMessage()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
