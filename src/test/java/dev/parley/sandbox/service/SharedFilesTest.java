package dev.parley.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.protocol.Event;
import dev.parley.sandbox.faults.Quirk;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses of files and who gets them, PROTOCOL.md section 13. */
class SharedFilesTest {
    private static final byte[] GIF = {'G', 'I', 'F', '8', '9', 'a'};

    private final Rig rig = new Rig();
    private final Rig.Socket socket = rig.socket();

    private static JsonNode upload(Rig.Socket by) {
        return by.ask("ms.GenerateURLForUploadFile", "{\"fileSize\":6,\"fileType\":\"GIF\"}");
    }

    private static JsonNode download(Rig.Socket by, String path) {
        return by.ask("ms.GenerateURLForDownloadFile", "{\"relativePath\":\"" + path + "\"}");
    }

    private static int put(Rig rig, String path, byte[] bytes) {
        List<Integer> statuses = new ArrayList<>();
        rig.service.files().put(path, bytes, outcome -> statuses.add(outcome.status()));
        return statuses.get(0);
    }

    private static boolean admits(Rig rig, String method, JsonNode answer) {
        JsonNode body = answer.path("body");
        return rig.service
                .files()
                .admits(
                        method,
                        body.path("relativePath").asText(),
                        body.at("/queryParams/temp_url_sig").asText(),
                        body.at("/queryParams/temp_url_expires").asText());
    }

    @Test
    void an_address_looks_as_documented_and_holds_for_a_minute() {
        JsonNode answer = upload(socket);

        assertThat(answer.path("type").asText()).isEqualTo("ms.GenerateURLResponse");
        assertThat(answer.at("/body/relativePath").asText())
                .matches("/v1/AUTH_async-images/10000001/[A-Za-z0-9-]+\\.GIF");
        assertThat(answer.at("/body/queryParams/temp_url_expires").isTextual()).isTrue();
        assertThat(admits(rig, "PUT", answer)).isTrue();
        assertThat(admits(rig, "GET", answer)).isFalse();
        rig.time.advance(59_000);
        assertThat(admits(rig, "PUT", answer)).isTrue();
        rig.time.advance(1_000);
        assertThat(admits(rig, "PUT", answer)).isFalse();
    }

    @Test
    void an_address_is_good_for_its_own_path_and_moment_only() {
        JsonNode body = upload(socket).path("body");
        String path = body.path("relativePath").asText();
        String signature = body.at("/queryParams/temp_url_sig").asText();
        String expires = body.at("/queryParams/temp_url_expires").asText();
        SharedFiles files = rig.service.files();

        assertThat(files.admits("PUT", path.replace(".GIF", ".PNG"), signature, expires))
                .isFalse();
        assertThat(files.admits("PUT", path, signature, expires + "0")).isFalse();
        assertThat(files.admits("PUT", path, "0" + signature.substring(1), expires)
                        && files.admits("PUT", path, "1" + signature.substring(1), expires))
                .isFalse();
        assertThat(files.admits("PUT", path, "", "")).isFalse();
        assertThat(files.admits("PUT", path, signature, "99999999999999999999")).isFalse();
    }

    @Test
    void an_address_and_a_file_outlive_the_process() {
        JsonNode offered = upload(socket);
        String path = offered.at("/body/relativePath").asText();

        Rig later = rig.restart(1_000);

        assertThat(admits(later, "PUT", offered)).isTrue();
        assertThat(put(later, path, GIF)).isEqualTo(201);
        assertThat(download(later.restart(0).socket(), path).path("code").asInt())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"fileSize\":100,\"fileType\":\"EXE\"}       | File type is not supported",
                "{\"fileSize\":100,\"fileType\":\"PDF\"}       | File type is not supported",
                "{\"fileSize\":100}                            | File type is not supported",
                "{\"fileSize\":100,\"fileType\":\"../PNG\"}    | File type is not supported",
                "{\"fileType\":\"PNG\"}                        | File size is not valid",
                "{\"fileSize\":0,\"fileType\":\"PNG\"}         | File size is not valid",
                "{\"fileSize\":-1,\"fileType\":\"PNG\"}        | File size is not valid",
                "{\"fileSize\":\"many\",\"fileType\":\"PNG\"}  | File size is not valid",
                "{\"fileSize\":3145729,\"fileType\":\"PNG\"}   | File is larger than 3 MB",
                "[]                                            | File type is not supported",
            })
    void what_cannot_be_uploaded_is_said(String body, String words) {
        JsonNode answer = socket.ask("ms.GenerateURLForUploadFile", body);

        assertThat(answer.path("code").asInt()).isEqualTo(400);
        assertThat(answer.path("body").asText()).isEqualTo(words);
    }

    @Test
    void a_size_may_be_a_text_and_a_type_in_small_letters() {
        JsonNode answer = socket.ask("ms.GenerateURLForUploadFile", "{\"fileSize\":\"3145728\",\"fileType\":\"jpeg\"}");

        assertThat(answer.at("/body/relativePath").asText()).endsWith(".JPEG");
    }

    @Test
    void documents_are_taken_where_the_account_has_it_so() {
        rig.quirks.set(Quirk.FILE_TYPES, "documents");

        assertThat(socket.ask("ms.GenerateURLForUploadFile", "{\"fileSize\":9,\"fileType\":\"PDF\"}")
                        .path("code")
                        .asInt())
                .isEqualTo(200);
    }

    @Test
    void bytes_must_be_of_the_type_and_fit() {
        String path = upload(socket).at("/body/relativePath").asText();

        assertThat(put(rig, path, new byte[] {1, 2, 3})).isEqualTo(415);
        assertThat(put(rig, path, new byte[0])).isEqualTo(413);
        assertThat(put(rig, path, new byte[(3 << 20) + 1])).isEqualTo(413);
        assertThat(put(rig, "/v1/AUTH_async-images/10000001/other.GIF", GIF)).isEqualTo(404);
        assertThat(put(rig, path, GIF)).isEqualTo(201);
        assertThat(put(rig, path, GIF))
                .as("the same again, its answer being lost")
                .isEqualTo(201);
    }

    @Test
    void nobody_asks_for_more_than_twenty_places_a_minute() {
        for (int i = 0; i < 20; i++) {
            upload(socket);
        }

        assertThat(upload(socket).path("code").asInt()).isEqualTo(429);
        assertThat(upload(rig.socket("another")).path("code").asInt()).isEqualTo(200);
        rig.time.advance(61_000);
        assertThat(upload(socket).path("code").asInt()).isEqualTo(200);
    }

    @Test
    void nobody_gets_an_address_of_a_file_that_was_neither_theirs_nor_shown_to_them() {
        String path = upload(socket).at("/body/relativePath").asText();
        put(rig, path, GIF);
        Rig.Socket stranger = rig.socket("stranger");
        stranger.open();

        assertThat(download(socket, path).path("code").asInt()).isEqualTo(200);
        assertThat(download(stranger, path).path("body").asText()).isEqualTo("File not found");
        assertThat(download(stranger, "/v1/AUTH_async-images/10000001/../key")
                        .path("code")
                        .asInt())
                .isEqualTo(404);
    }

    @Test
    void an_agents_file_is_for_whom_it_was_shown_unless_it_was_for_agents_only() {
        String shown = agentsFile("shown", "ALL");
        String hidden = agentsFile("hidden", "AGENTS_AND_MANAGERS");

        assertThat(download(socket, shown).path("code").asInt()).isEqualTo(200);
        assertThat(download(socket, hidden).path("code").asInt()).isEqualTo(404);
        assertThat(download(rig.socket("stranger"), shown).path("code").asInt()).isEqualTo(404);
    }

    private String agentsFile(String name, String audience) {
        Conversation conversation = rig.state.conversationsOf(Rig.CONSUMER).stream()
                .findFirst()
                .orElseGet(() -> rig.state.conversation(socket.open()).orElseThrow());
        String path = FilePaths.make("10000001", name, "GIF");
        rig.service.conversations().keepFile(path, "agent-1", "GIF", GIF.length, 1);
        Event event = new Event.ContentEvent(
                "hosted/file",
                JsonNodeFactory.instance.objectNode().put("relativePath", path).put("fileType", "GIF"),
                null);
        rig.service
                .conversations()
                .publish(conversation, conversation.main(), "agent-1", "ASSIGNED_AGENT", event, null, audience, 1);
        return path;
    }

    @Test
    void the_store_has_an_end() {
        rig.service.conversations().keepFile("/v1/AUTH_async-images/10000001/big.GIF", "x", "GIF", 256L << 20, 1);

        assertThat(upload(socket).path("body").asText()).isEqualTo("File storage is full");
    }
}
