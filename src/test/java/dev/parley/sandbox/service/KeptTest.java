package dev.parley.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.scorecard.Dose;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a consumer does is found again in the ledger, and what older versions wrote is too. */
class KeptTest {
    @TempDir
    Path folder;

    /** A consumer who does anything at all, in any order. */
    private static Rig life(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Rig rig = new Rig(true);
        Rig.Socket socket = rig.socket().announcing("MULTI_DIALOG");
        String first = socket.open();
        List<String> dialogs = new ArrayList<>(List.of(first));
        rig.attend(first);
        socket.change(
                first,
                "{\"field\":\"DialogChange\",\"type\":\"UPDATE\",\"dialog\":{\"dialogId\":\"" + first
                        + "\",\"state\":\"CLOSE\"}}");
        List<String> paths = new ArrayList<>();
        for (int step = 0; step < 150; step++) {
            rig.time.advance(random.nextLong(2_000));
            String dialog = dialogs.get(random.nextInt(dialogs.size()));
            String conversation =
                    rig.state.conversationWith(dialog).orElseThrow().id();
            switch (random.nextInt(14)) {
                case 0 -> dialogs.add(socket.open());
                case 1, 2, 3 -> socket.say(dialog, String.valueOf(random.nextInt(6)));
                case 4 ->
                    socket.publish(
                            dialog,
                            "{\"type\":\"AcceptStatusEvent\",\"status\":\"READ\",\"sequenceList\":[0]}",
                            "[{\"type\":\"ExternalId\",\"id\":\"" + step + "\"}]");
                case 5 -> {
                    if (rig.state.conversation(conversation).orElseThrow().isOpen()) {
                        rig.attend(conversation);
                    }
                }
                case 6 ->
                    socket.change(
                            conversation,
                            "{\"field\":\"DialogChange\",\"type\":\"UPDATE\",\"dialog\":{\"dialogId\":\"" + dialog
                                    + "\",\"state\":\"CLOSE\"}}");
                case 7 -> socket.change(conversation, "{\"field\":\"TTRField\",\"ttrType\":\"URGENT\"}");
                case 8 -> socket.change(conversation, "{\"field\":\"CSATRate\",\"csatRate\":3,\"status\":\"FILLED\"}");
                case 9 -> socket.ask("userprofile.SetUserProfile", "{\"firstName\":\"" + step + "\"}");
                case 10 -> {
                    String path = socket.ask("ms.GenerateURLForUploadFile", "{\"fileSize\":6,\"fileType\":\"GIF\"}")
                            .at("/body/relativePath")
                            .asText();
                    rig.service.files().put(path, "GIF89a".getBytes(StandardCharsets.US_ASCII), outcome -> {});
                    paths.add(path);
                }
                case 11 ->
                    paths.forEach(path -> socket.publish(
                            dialog,
                            "{\"type\":\"ContentEvent\",\"contentType\":\"hosted/file\",\"message\":{\"relativePath\":\""
                                    + path + "\",\"fileType\":\"GIF\"}}"));
                case 12 -> {
                    Conversation it = rig.state.conversation(conversation).orElseThrow();
                    rig.service.conversations().delay(it, "NIGHT", step, step);
                    rig.service.conversations().skill(it, String.valueOf(step), step);
                    rig.service.conversations().bring(it, "max", "Max", "MANAGER", step);
                }
                default -> {
                    Conversation it = rig.state.conversation(conversation).orElseThrow();
                    rig.service.conversations().move(it, it.consumerId(), step);
                    rig.service.conversations().leave(it, "max", "MANAGER", step);
                }
            }
            rig.state
                    .conversations()
                    .forEach(it -> it.dialogs().stream()
                            .map(Dialog::id)
                            .filter(id -> !dialogs.contains(id))
                            .forEach(dialogs::add));
        }
        return rig;
    }

    /** Everything the service could tell. */
    private static String told(State state) {
        StringBuilder told = new StringBuilder();
        for (Conversation it : state.conversations()) {
            told.append(ConversationNotice.of(it, "a", true)).append(it.features());
            it.dialogs()
                    .forEach(dialog ->
                            told.append(dialog.events()).append(dialog.unread()).append(dialog.unaccepted()));
        }
        state.filePaths().stream()
                .sorted()
                .forEach(path -> told.append(state.files().stored(path))
                        .append(state.files().shownIn(path)));
        return told.append(state.profile(Rig.CONSUMER))
                .append(state.files().bytes())
                .toString();
    }

    @Test
    void a_life_with_everything_in_it_is_the_same_after_it_was_written_and_read() throws Exception {
        for (int i = 0; i < Dose.of(5, 200); i++) {
            long seed = Dose.isFull() ? System.nanoTime() : i;
            Rig rig = life(seed);
            Path ledger = folder.resolve("ledger-" + i);
            try (LedgerFile file = LedgerFile.open(ledger, "aside", entry -> {})) {
                file.append(rig.written);
            }

            State again = new State();
            LedgerFile.look(ledger, again::apply);

            assertThat(told(again)).as("seed %d", seed).isEqualTo(told(rig.state));
            assertThat(rig.state.conversations())
                    .as("seed %d", seed)
                    .anySatisfy(it -> assertThat(it.dialogs()).hasSizeGreaterThan(1));
        }
    }

    private static String line(String json) {
        CRC32C crc = new CRC32C();
        crc.update(json.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x %s%n", crc.getValue(), json);
    }

    @Test
    void a_ledger_from_before_surveys_files_and_forms_is_read() throws Exception {
        Path ledger = folder.resolve("ledger");
        Files.writeString(
                ledger,
                "parley-sandbox-ledger 1\n"
                        + line(
                                "[{\"is\":\"opened\",\"conversationId\":\"d\",\"consumerId\":\"c\",\"at\":1,\"skillId\":\"-1\","
                                        + "\"ttrType\":\"NORMAL\",\"ttrSeconds\":600}]")
                        + line("[{\"is\":\"joined\",\"conversationId\":\"d\",\"agentId\":\"a\",\"nickname\":\"Ada\","
                                + "\"role\":\"ASSIGNED_AGENT\",\"at\":2}]")
                        + line("[{\"is\":\"published\",\"conversationId\":\"d\",\"dialogId\":\"d\",\"sequence\":0,"
                                + "\"originatorId\":\"c\",\"role\":\"CONSUMER\",\"at\":3,\"event\":{\"type\":\"ContentEvent\","
                                + "\"contentType\":\"text/plain\",\"message\":\"hello\"}}]")
                        + line(
                                "[{\"is\":\"planned\",\"id\":1,\"conversationId\":\"d\",\"dueAt\":9,\"act\":{\"act\":\"close\"}}]")
                        + line("[{\"is\":\"left\",\"conversationId\":\"d\",\"agentId\":\"a\",\"at\":4}]")
                        + line("[{\"is\":\"closed\",\"conversationId\":\"d\",\"by\":\"CONSUMER\",\"at\":5}]")
                        + line(
                                "[{\"is\":\"rated\",\"conversationId\":\"d\",\"csatRate\":4,\"status\":\"FILLED\",\"at\":6}]"));

        State state = new State();
        LedgerFile.look(ledger, state::apply);

        Conversation it = state.conversation("d").orElseThrow();
        JsonNode details = ConversationNotice.of(it, "a", true).path("conversationDetails");
        assertThat(it.stage()).isEqualTo("CLOSE");
        assertThat(it.agent()).isEmpty();
        assertThat(it.events()).hasSize(1);
        assertThat(it.features()).isEmpty();
        assertThat(state.hasPlans("d")).isFalse();
        assertThat(details.path("csat")).hasToString("{\"csatRate\":4,\"status\":\"FILLED\"}");
        assertThat(details.path("endTs").asLong()).isEqualTo(5);
        assertThat(Map.of("audience", it.events().get(0).audience())).containsEntry("audience", "ALL");
    }
}
