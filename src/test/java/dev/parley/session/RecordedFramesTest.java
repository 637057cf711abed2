package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.protocol.PublishedSchema;
import dev.parley.protocol.RequestBody;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of request as running sessions wrote it, against the JSON schemas that LivePerson published. Where these are
 * older than the service (the README of their folder), the gap is named here, and but for it the frame passes.
 */
class RecordedFramesTest {
    /** Where the published schemas lag behind. */
    private enum Gap {
        NONE(frame -> {}),
        /** FILE_SHARING, QUICK_REPLIES, MULTI_DIALOG and MARKDOWN_HYPERLINKS are no features yet. */
        FEATURES(frame -> {
            ArrayNode features = (ArrayNode) frame.at("/headers/1/features");
            Set<String> newer = Set.of("FILE_SHARING", "QUICK_REPLIES", "MULTI_DIALOG", "MARKDOWN_HYPERLINKS");
            for (int at = features.size() - 1; at >= 0; at--) {
                if (newer.contains(features.get(at).asText())) {
                    features.remove(at);
                }
            }
        }),
        /** The size of an upload is a text there; the tutorial and PROTOCOL.md section 13 have a number. */
        FILE_SIZE(frame ->
                in(frame, "/body").put("fileSize", frame.at("/body/fileSize").asText())),
        /** VIEWED, SUBMITTED and ABORTED are no statuses yet. */
        FORM_STATUS(frame -> in(frame, "/body/event").put("status", "READ")),
        /** An object as message is a file's only. */
        FORM_MESSAGE(frame -> in(frame, "/body/event").put("message", "a form")),
        /** Of what goes along four types only are known, and BotResponse is one. */
        METADATA_TYPE(frame -> {
            for (JsonNode entry : frame.path("metadata")) {
                if (!entry.path("type").asText().equals("ExternalId")) {
                    ((ObjectNode) entry).removeAll().put("type", "ExternalId").put("id", "x");
                }
            }
        }),
        /** Stage and DialogChange are no fields yet; ConversationStateField does what they do. */
        FIELD(frame -> in(frame, "/body/conversationField/0")
                .removeAll()
                .put("field", "ConversationStateField")
                .put("conversationState", "CLOSE")),
        /** Consumers do not come and go yet. */
        ROLE(frame -> frame.at("/body/conversationField").forEach(each -> ((ObjectNode) each).put("role", "MANAGER"))),
        /** There is no such request yet: it can only be looked at as a request. */
        TYPE(frame -> {});

        private final Consumer<ObjectNode> mend;

        Gap(Consumer<ObjectNode> mend) {
            this.mend = mend;
        }

        private static ObjectNode in(ObjectNode frame, String where) {
            return (ObjectNode) frame.at(where);
        }
    }

    /** All there are, each with its gap. */
    private static final Map<String, Gap> KINDS = Map.ofEntries(
            Map.entry("InitConnection", Gap.FEATURES),
            Map.entry("GetClock", Gap.TYPE),
            Map.entry("cqm.SubscribeExConversations", Gap.NONE),
            Map.entry("cm.ConsumerRequestConversation", Gap.NONE),
            Map.entry("cm.ConsumerRequestConversation campaignInfo conversationContext", Gap.NONE),
            Map.entry("ms.SubscribeMessagingEvents", Gap.NONE),
            Map.entry("ms.SubscribeMessagingEvents from later on", Gap.NONE),
            Map.entry("ContentEvent text/plain metadata", Gap.NONE),
            Map.entry("ContentEvent text/plain other metadata", Gap.METADATA_TYPE),
            Map.entry("ContentEvent hosted/file metadata", Gap.NONE),
            Map.entry("ContentEvent hosted/file preview metadata", Gap.NONE),
            Map.entry("ContentEvent forms/secure-submission metadata", Gap.FORM_MESSAGE),
            Map.entry("AcceptStatusEvent ACCEPT", Gap.NONE),
            Map.entry("AcceptStatusEvent READ", Gap.NONE),
            Map.entry("AcceptStatusEvent NACK", Gap.NONE),
            Map.entry("AcceptStatusEvent ACCESS", Gap.NONE),
            Map.entry("AcceptStatusEvent ACTION", Gap.NONE),
            Map.entry("AcceptStatusEvent ACTION metadata", Gap.NONE),
            Map.entry("AcceptStatusEvent ACTION other metadata", Gap.METADATA_TYPE),
            Map.entry("AcceptStatusEvent VIEWED", Gap.FORM_STATUS),
            Map.entry("AcceptStatusEvent SUBMITTED", Gap.FORM_STATUS),
            Map.entry("AcceptStatusEvent ABORTED", Gap.FORM_STATUS),
            Map.entry("ChatStateEvent COMPOSING", Gap.NONE),
            Map.entry("ChatStateEvent ACTIVE", Gap.NONE),
            Map.entry("DialogChange UPDATE", Gap.FIELD),
            Map.entry("Stage", Gap.FIELD),
            Map.entry("TTRField URGENT", Gap.NONE),
            Map.entry("TTRField NORMAL", Gap.NONE),
            Map.entry("CSATRate", Gap.NONE),
            Map.entry("ParticipantsChange REMOVE, ParticipantsChange ADD", Gap.ROLE),
            Map.entry("userprofile.GetUserProfile", Gap.TYPE),
            Map.entry("userprofile.SetUserProfile", Gap.TYPE),
            Map.entry("ms.GenerateURLForUploadFile", Gap.FILE_SIZE),
            Map.entry("ms.GenerateURLForDownloadFile", Gap.NONE),
            Map.entry("ms.GenerateUploadToken", Gap.TYPE));

    /** What the protocol room can write and no session asks for: its one list lasts as long as its socket. */
    private static final Set<String> NEVER_ASKED = Set.of("UnsubscribeExConversations", "Unknown");

    private static final Map<String, List<JsonNode>> RECORDED = new LinkedHashMap<>();

    private static Path folder = Path.of("schemas");

    @BeforeAll
    static void a_talk_with_everything_in_it_was_recorded() {
        folder = Path.of(System.getProperty("parley.schemas", ""));
        List<JsonNode> frames = new ArrayList<>(WholeTalk.recorded());
        frames.addAll(WholeTalk.recordedOnItsWire());
        RECORDED.clear();
        frames.forEach(frame ->
                RECORDED.computeIfAbsent(kind(frame), kind -> new ArrayList<>()).add(frame));
    }

    private static String kind(JsonNode frame) {
        String type = frame.path("type").asText();
        JsonNode body = frame.path("body");
        List<String> words = new ArrayList<>();
        switch (type) {
            case "ms.PublishEvent" -> {
                JsonNode event = body.path("event");
                words.add(event.path("type").asText());
                for (String member : List.of("contentType", "status", "chatState")) {
                    Optional.ofNullable(event.get(member)).map(JsonNode::asText).ifPresent(words::add);
                }
                if (event.path("message").has("preview")) {
                    words.add("preview");
                }
                if (frame.has("metadata")) {
                    boolean other = frame.path("metadata").findValuesAsText("type").stream()
                            .anyMatch(each -> !each.equals("ExternalId"));
                    words.add(other ? "other metadata" : "metadata");
                }
            }
            case "cm.UpdateConversationField" -> words.add(String.join(", ", fields(body.path("conversationField"))));
            case "ms.SubscribeMessagingEvents" ->
                words.add(type + (body.path("fromSeq").asLong() > 0 ? " from later on" : ""));
            case "cm.ConsumerRequestConversation" -> {
                words.add(type);
                Stream.of("campaignInfo", "conversationContext")
                        .filter(body::has)
                        .forEach(words::add);
            }
            default -> words.add(type);
        }
        return String.join(" ", words);
    }

    private static List<String> fields(JsonNode fields) {
        List<String> words = new ArrayList<>();
        for (JsonNode field : fields) {
            words.add((field.path("field").asText() + " "
                            + field.path("type").asText(field.path("ttrType").asText()))
                    .strip());
        }
        return words;
    }

    @Test
    void every_kind_was_recorded_and_none_that_is_not_known_here() {
        assertThat(RECORDED.keySet()).containsExactlyInAnyOrderElementsOf(KINDS.keySet());
    }

    @Test
    void every_request_that_the_protocol_room_can_write_is_among_them() {
        Set<String> types = new TreeSet<>();
        RECORDED.values()
                .forEach(frames -> types.add(shortly(frames.get(0).path("type").asText())));
        Set<String> writable = new TreeSet<>();
        Arrays.stream(RequestBody.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .filter(name -> !NEVER_ASKED.contains(name))
                .forEach(name -> writable.add(shortly(name)));

        assertThat(types).isEqualTo(writable);
    }

    /** Without its room, and as the classes have it. */
    private static String shortly(String type) {
        return type.substring(type.indexOf('.') + 1).replace("Consumer", "").toLowerCase(Locale.ROOT);
    }

    @Test
    void ids_are_texts_kinds_are_said_and_nothing_is_null() {
        assertThat(RECORDED.values().stream().flatMap(List::stream)).allSatisfy(frame -> {
            assertThat(frame.path("kind").asText()).isEqualTo("req");
            assertThat(frame.path("id").isTextual()).isTrue();
            assertThat(frame.toString()).doesNotContain(":null");
        });
    }

    static Set<String> kinds() {
        return new TreeSet<>(KINDS.keySet());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void it_passes_the_published_schema_but_for_the_gap_that_is_named(String kind) {
        assumeTrue(Files.isDirectory(folder.resolve("ws")), "no folder of published schemas");
        Gap gap = KINDS.get(kind);
        PublishedSchema any = new PublishedSchema(folder, "infra/req.json");
        PublishedSchema consumers = new PublishedSchema(folder, "ws/consumerRequests.json");

        for (JsonNode frame : RECORDED.getOrDefault(kind, List.of())) {
            ObjectNode mended = frame.deepCopy();
            gap.mend.accept(mended);
            if (gap != Gap.METADATA_TYPE) {
                assertThat(any.problems(frame)).as(frame.toString()).isEmpty();
            }
            assertThat(consumers.problems(frame).isEmpty()).as("%s", frame).isEqualTo(gap == Gap.NONE);
            assertThat(consumers.problems(mended).isEmpty()).as("%s", mended).isEqualTo(gap != Gap.TYPE);
        }
    }
}
