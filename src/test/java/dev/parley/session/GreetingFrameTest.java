package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Link;
import dev.parley.host.Secret;
import dev.parley.protocol.PublishedSchema;
import dev.parley.referee.Fault;
import dev.parley.referee.Referee;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The first frame as it stood on the wire, and that nothing stood before its answer. */
class GreetingFrameTest {
    /** Gaps of the published schema, as its README lists them: features that are newer than it is. */
    private static final Set<String> NEWER =
            Set.of("FILE_SHARING", "QUICK_REPLIES", "MULTI_DIALOG", "MARKDOWN_HYPERLINKS");

    private final Referee referee = Referee.start();
    private Client client;

    @AfterEach
    void close() {
        client.close();
        referee.close();
    }

    private void start() {
        client = new Client(
                referee.lookup(),
                Credentials.forgetful(),
                new Signing(new Way.SignUp(), true, name -> Proof.of(Secret.of(name), name)));
    }

    @Test
    void it_says_who_we_are_and_what_we_can_and_nothing_comes_before_its_answer() {
        start();
        client.untilLink(Link.State.ONLINE);

        List<ObjectNode> requests = referee.requests();
        JsonNode first = requests.get(0);
        assertThat(first.path("type").asText()).isEqualTo("InitConnection");
        assertThat(first.at("/headers/0/type").asText()).isEqualTo(".ams.headers.ConsumerAuthentication");
        JsonNode properties = first.at("/headers/1");
        assertThat(properties.path("type").asText()).isEqualTo(".ams.headers.ClientProperties");
        assertThat(properties.path("appId").asText()).isEqualTo("parley");
        assertThat(properties.path("features"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder(
                        "RICH_CONTENT",
                        "QUICK_REPLIES",
                        "MULTI_DIALOG",
                        "AUTO_MESSAGES",
                        "PHOTO_SHARING",
                        "FILE_SHARING",
                        "SECURE_FORMS",
                        "MARKDOWN_HYPERLINKS");
        assertThat(properties.properties()).hasSize(8);
        assertThat(referee.fouls()).isEmpty();
    }

    @Test
    void while_it_is_not_answered_nothing_else_is_said() {
        referee.next("InitConnection", Fault.swallow());

        start();

        Client.join(referee.socketOpened(2));
        List<String> before = referee.requests().stream()
                .map(request -> request.path("type").asText())
                .takeWhile(type -> type.equals("InitConnection"))
                .toList();
        assertThat(before).isNotEmpty();
        assertThat(referee.fouls()).isEmpty();
        client.untilLink(Link.State.ONLINE);
    }

    @Test
    void it_passes_the_published_schema_but_for_features_that_are_newer() {
        Path folder = Path.of(System.getProperty("parley.schemas", "none"));
        assumeTrue(Files.isDirectory(folder.resolve("ws")), "no folder of published schemas");
        start();
        client.untilLink(Link.State.ONLINE);
        ObjectNode frame = referee.requests().get(0);
        PublishedSchema any = new PublishedSchema(folder, "infra/req.json");
        PublishedSchema consumers = new PublishedSchema(folder, "ws/consumerRequests.json");

        assertThat(any.problems(frame)).isEmpty();
        ArrayNode features = (ArrayNode) frame.at("/headers/1/features");
        for (int at = features.size() - 1; at >= 0; at--) {
            if (NEWER.contains(features.get(at).asText())) {
                features.remove(at);
            }
        }
        assertThat(consumers.problems(frame)).isEmpty();
    }

    @Test
    void the_header_says_the_same_of_us_as_the_frame() throws Exception {
        client = new Client(referee.lookup());
        ObjectNode header = (ObjectNode) new ObjectMapper().readTree(ClientProperties.header());

        assertThat(header.remove("type").asText()).isEqualTo(".ClientProperties");
        ObjectNode frame = ClientProperties.frameHeader();
        frame.remove("type");
        assertThat(header).isEqualTo(frame);
        assertThat(ClientProperties.header()).matches("[ -~]+");
    }

    @Test
    void the_kind_of_system_is_one_of_the_protocols_words() {
        client = new Client(referee.lookup());

        assertThat(List.of("Linux", "Mac OS X", "Windows 11", "FreeBSD", ""))
                .extracting(ClientProperties::os)
                .containsExactly("LINUX", "OSX", "WINDOWS", "OTHER", "OTHER");
    }
}
