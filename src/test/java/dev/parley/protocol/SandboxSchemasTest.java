package dev.parley.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.service.Rig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the sandbox sends, against the JSON schemas LivePerson published, each gap of theirs named. */
class SandboxSchemasTest {
    /** The branch of each type of answer; GetClock and GetUserProfile have none. */
    private static final Map<String, String> BRANCHES = Map.of(
            "StringResponse", "infra/stringResp.json",
            "GenericSubscribeResponse", "types/genericSubscribeResp.json",
            "ms.PublishEventResponse", "ms/PublishEventSuccess.json",
            "ms.GenerateURLResponse", "ms/GenerateURLResp.json");

    /** Those whose files are of the body alone. */
    private static final Map<String, String> BODIES = Map.of(
            "cm.RequestConversationResponse", "cm/consumerRequestConversationResp.json",
            "cqm.SubscribeExConversationsResponse", "aam/subscribeExConversationsResp.json");

    private static Path folder = Path.of("schemas");

    @BeforeAll
    static void the_published_schemas_are_at_hand() {
        String property = System.getProperty("parley.schemas", "");
        folder = Path.of(property);
        assumeTrue(!property.isEmpty() && Files.isDirectory(folder.resolve("ws")), "no folder of published schemas");
    }

    /** A conversation with all that a consumer can do, and every frame it was sent on the way. */
    private static List<JsonNode> life() {
        Rig rig = new Rig();
        List<JsonNode> all = new ArrayList<>();
        Rig.Socket socket = rig.socket().announcing("MULTI_DIALOG");
        Rig.Socket ear = rig.socket();
        ear.list("{}");
        String main = socket.open();
        all.addAll(socket.frames);
        for (String request : List.of(
                "cqm.SubscribeExConversations {}",
                "ms.SubscribeMessagingEvents {\"dialogId\":\"" + main + "\"}",
                "GetClock {}",
                "userprofile.SetUserProfile {\"firstName\":\"A\"}",
                "userprofile.GetUserProfile {}",
                "ms.PublishEvent {\"dialogId\":\"" + main
                        + "\",\"event\":{\"type\":\"ContentEvent\",\"contentType\":\"text/plain\",\"message\":\"hi\"}}",
                "ms.PublishEvent {\"dialogId\":\"" + main
                        + "\",\"event\":{\"type\":\"AcceptStatusEvent\",\"status\":\"NACK\",\"sequenceList\":[0]}}",
                "ms.GenerateURLForUploadFile {\"fileSize\":6,\"fileType\":\"GIF\"}",
                "cm.UpdateConversationField {\"conversationId\":\"" + main
                        + "\",\"conversationField\":{\"field\":\"TTRField\",\"ttrType\":\"URGENT\"}}")) {
            int space = request.indexOf(' ');
            socket.ask(request.substring(0, space), request.substring(space + 1));
            all.addAll(socket.frames);
        }
        rig.attend(main);
        socket.change(
                main,
                "{\"field\":\"DialogChange\",\"type\":\"UPDATE\",\"dialog\":{\"dialogId\":\"" + main
                        + "\",\"state\":\"CLOSE\"}}");
        all.addAll(socket.frames);
        String survey = socket.details().at("/dialogs/1/dialogId").asText();
        socket.listen(survey, 0);
        all.addAll(socket.frames);
        for (String answer : List.of("5", "yes", "no more")) {
            socket.say(survey, answer);
            all.addAll(socket.frames);
        }
        all.addAll(ear.frames);
        return all;
    }

    private static List<String> problems(String schema, JsonNode frame) {
        return new PublishedSchema(folder, schema).problems(frame);
    }

    @Test
    void answers_pass_the_branch_of_their_type() {
        List<JsonNode> answers = life().stream()
                .filter(frame -> BRANCHES.containsKey(frame.path("type").asText()))
                .toList();

        assertThat(answers).extracting(frame -> frame.path("type").asText()).containsAll(BRANCHES.keySet());
        assertThat(answers)
                .allSatisfy(frame -> assertThat(
                                problems(BRANCHES.get(frame.path("type").asText()), frame))
                        .as(frame.toString())
                        .isEmpty());
    }

    @Test
    void answers_of_which_only_the_body_is_published_have_that_body() {
        List<JsonNode> answers = life().stream()
                .filter(frame -> BODIES.containsKey(frame.path("type").asText()))
                .toList();

        assertThat(answers).extracting(frame -> frame.path("type").asText()).containsAll(BODIES.keySet());
        assertThat(answers)
                .allSatisfy(frame -> assertThat(
                                problems(BODIES.get(frame.path("type").asText()), frame.path("body")))
                        .as(frame.toString())
                        .isEmpty());
    }

    @Test
    void notifications_pass_but_for_what_is_newer_than_the_schemas() {
        List<JsonNode> notifications = life().stream()
                .filter(frame -> frame.path("kind").asText().equals("notification"))
                .map(frame -> (JsonNode) withoutGaps(frame.deepCopy()))
                .toList();

        assertThat(notifications).hasSizeGreaterThan(15);
        assertThat(notifications)
                .allSatisfy(frame -> assertThat(problems("ws/consumerNotifications.json", frame))
                        .as(frame.toString())
                        .isEmpty());
    }

    /** The gaps that the schemas' README names: roles, the shape of csat (and its other half, which a part of it lacks), metadata. */
    private static ObjectNode withoutGaps(ObjectNode frame) {
        for (JsonNode change : frame.at("/body/changes")) {
            JsonNode details = change.at("/result/conversationDetails");
            for (JsonNode participant : details.path("participants")) {
                if (Set.of("AGENT", "READER").contains(participant.path("role").asText())) {
                    ((ObjectNode) participant).put("role", "MANAGER");
                }
            }
            if (details.path("csat") instanceof ObjectNode csat) {
                csat.put("field", "CSATRate");
                if (csat.path("status").asText().equals("PARTIALLY_FILLED")) {
                    csat.put("csatResolutionConfirmation", true);
                }
            }
            ((ObjectNode) change).remove("metadata");
        }
        return frame;
    }
}
