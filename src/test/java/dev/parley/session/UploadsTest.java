package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Command;
import dev.parley.conversation.Content;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.TimelineItem;
import dev.parley.conversation.Update;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A file on its way out (PROTOCOL.md section 13). */
class UploadsTest {
    private static final Path PICTURE = Path.of("/home/me/disc.png");
    private static final String URL = "ms.GenerateURLForUploadFile";

    private final World world = new World();
    private final FakeService service = world.service;

    private void settled(int size) {
        service.has("a");
        world.settled();
        byte[] picture = Arrays.copyOf(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, size);
        world.freight.disk.put(PICTURE, picture);
    }

    private void attach() {
        world.command(new Command.Attach(World.ME, "a", "f1", PICTURE.toString(), "A disc", world.time.now()));
        world.advance(200);
    }

    private List<JsonNode> published() {
        return service.requests("ContentEvent");
    }

    private TimelineItem last() {
        List<TimelineItem> items = world.conversation("a").items();
        return items.get(items.size() - 1);
    }

    @Test
    void a_picture_is_put_into_the_store_and_then_said() {
        settled(1_000);

        attach();

        JsonNode asked = service.requests(URL).get(0).path("body");
        assertThat(asked.path("fileSize").isNumber()).isTrue();
        assertThat(asked.path("fileSize").asInt()).isEqualTo(1_000);
        assertThat(asked.path("fileType").asText()).isEqualTo("PNG");
        assertThat(world.freight.asked)
                .containsExactly("PUT /v1/files/new1.PNG?temp_url_sig=sig-canary&temp_url_expires=1700000665");
        assertThat(published()).singleElement().satisfies(said -> {
            assertThat(said.at("/body/event/contentType").asText()).isEqualTo("hosted/file");
            assertThat(said.at("/body/event/message/relativePath").asText()).isEqualTo("/v1/files/new1.PNG");
            assertThat(said.at("/body/event/message/preview").asText()).startsWith("data:image/png;base64,iVBOR");
            assertThat(said.at("/metadata/0/id").asText()).isEqualTo("f1");
        });
        assertThat(last())
                .isInstanceOfSatisfying(
                        TimelineItem.Said.class,
                        said -> assertThat(said.turn().content())
                                .isInstanceOfSatisfying(
                                        Content.File.class,
                                        file -> assertThat(file.caption()).isEqualTo("A disc")));
        assertThat(world.conversation("a").outgoing()).isEmpty();
    }

    @Test
    void one_without_an_answer_is_looked_for_while_the_connection_stands() {
        settled(100);
        service.next("ContentEvent", Fault.lostRequest());

        attach();
        world.advance(30_000);

        assertThat(service.requests("ms.SubscribeMessagingEvents")).hasSize(2);
        assertThat(published()).hasSize(2);
        assertThat(world.conversation("a").outgoing()).isEmpty();
        assertThat(last()).isInstanceOf(TimelineItem.Said.class);
    }

    @Test
    void where_the_history_is_refused_it_is_not_said_twice_on_a_guess() {
        settled(100);
        service.next("ContentEvent", Fault.lostRequest());
        attach();
        service.next("ms.SubscribeMessagingEvents", Fault.refuse(403, "no"));

        service.close(1006, "");
        world.advance(60_000);

        assertThat(published()).hasSize(1);
        assertThat(world.outgoing("f1").reason()).isEqualTo("nobody knows whether it arrived");
    }

    @Test
    void how_far_it_is_is_told_in_few_steps() {
        settled(5_000);
        world.freight.holding = true;

        attach();

        assertThat(world.told(Update.OutgoingChanged.class).stream()
                        .map(each -> each.outgoing().upload())
                        .filter(Objects::nonNull)
                        .map(Outgoing.Upload::sent)
                        .distinct())
                .hasSizeBetween(5, 12)
                .contains(0L, 2_500L);
    }

    @Test
    void a_picture_that_is_too_large_for_it_has_no_preview() {
        settled(40_000);

        attach();

        assertThat(published().get(0).at("/body/event/message").has("preview")).isFalse();
        assertThat(Uploads.preview("JPG", new byte[22_000]))
                .hasValueSatisfying(preview -> assertThat(preview).hasSizeLessThan(30_000));
        assertThat(Uploads.preview("JPG", new byte[23_000])).isEmpty();
    }

    @Test
    void an_address_that_has_expired_is_asked_for_anew_but_once() {
        settled(100);
        world.freight.statuses.addAll(List.of(401, 401));

        attach();

        assertThat(service.requests(URL)).hasSize(2);
        assertThat(world.outgoing("f1").delivery()).isEqualTo(Delivery.FAILED);
        assertThat(world.outgoing("f1").reason()).contains("401");
    }

    @Test
    void what_the_service_refuses_is_told_in_its_words_and_can_be_tried_again() {
        settled(100);
        service.next(URL, Fault.refuse(400, "File type is not supported"));
        attach();
        assertThat(world.outgoing("f1").reason()).isEqualTo("File type is not supported");

        world.command(new Command.Retry(World.ME, "f1"));
        world.advance(200);

        assertThat(published()).hasSize(1);
        assertThat(world.conversation("a").outgoing()).isEmpty();
    }

    @Test
    void what_was_stored_already_is_not_put_there_again_when_it_is_tried_again() {
        settled(100);
        service.next("ContentEvent", Fault.refuse(400, "not now"));
        attach();

        world.command(new Command.Retry(World.ME, "f1"));
        world.advance(200);

        assertThat(world.freight.asked).hasSize(1);
        assertThat(published()).hasSize(2);
    }

    @Test
    void it_can_be_stopped_on_its_way() {
        settled(100);
        world.freight.holding = true;
        attach();

        world.command(new Command.Discard(World.ME, "f1"));
        world.advance(200);

        assertThat(world.freight.cancelled).isEqualTo(1);
        assertThat(world.conversation("a").outgoing()).isEmpty();
        assertThat(published()).isEmpty();
    }

    @Test
    void what_is_no_picture_never_leaves_whatever_it_is_called() {
        settled(100);
        world.freight.disk.put(PICTURE, "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));

        attach();

        assertThat(service.requests(URL)).isEmpty();
        assertThat(world.outgoing("f1").reason()).contains("PDF");
    }

    @Test
    void one_whose_answer_was_lost_is_found_in_the_history_and_not_said_twice() {
        settled(100);
        service.next("ContentEvent", Fault.lostAnswer().thenClose(1006));

        attach();
        world.advance(30_000);

        assertThat(published()).hasSize(1);
        assertThat(world.conversation("a").outgoing()).isEmpty();
        assertThat(last()).isInstanceOf(TimelineItem.Said.class);
    }

    @Test
    void one_that_never_arrived_is_said_once_more() {
        settled(100);
        service.next("ContentEvent", Fault.takenInLate().thenClose(1006));

        attach();
        world.advance(30_000);

        assertThat(published()).hasSize(2);
        assertThat(world.conversation("a").outgoing()).isEmpty();
    }
}
