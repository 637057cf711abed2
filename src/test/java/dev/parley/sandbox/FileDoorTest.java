package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The object store over HTTP, PROTOCOL.md section 13. */
class FileDoorTest {
    private static final byte[] PICTURE = picture(20_000);

    @RegisterExtension
    final Sandboxes sandboxes = new Sandboxes();

    @TempDir
    Path temp;

    private static byte[] picture(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, 0, bytes, 0, 8);
        return bytes;
    }

    private Sandbox start(boolean fresh) {
        return sandboxes.start(SandboxOptions.alone(0, temp.resolve("state"))
                .withAgent(Optional.empty())
                .withFresh(fresh));
    }

    private Path files() {
        return temp.resolve("state/files");
    }

    private static JsonNode address(Talk talk, String type, String body) {
        talk.send(
                "{\"kind\":\"req\",\"id\":\"u\",\"type\":\"ms.GenerateURLFor" + type + "File\",\"body\":" + body + "}");
        return talk.answerTo("u").path("body");
    }

    private static JsonNode uploadAddress(Talk talk) {
        return address(talk, "Upload", "{\"fileSize\":" + PICTURE.length + ",\"fileType\":\"PNG\"}");
    }

    private static String relativePath(JsonNode address) {
        return address.path("relativePath").asText();
    }

    private static String query(JsonNode address) {
        JsonNode query = address.path("queryParams");
        return "?temp_url_sig=" + query.path("temp_url_sig").asText() + "&temp_url_expires="
                + query.path("temp_url_expires").asText();
    }

    private static HttpResponse<byte[]> ask(Sandbox sandbox, String method, String pathAndQuery, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + pathAndQuery))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return Talk.HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static int put(Sandbox sandbox, JsonNode address, byte[] bytes) {
        return ask(sandbox, "PUT", relativePath(address) + query(address), bytes)
                .statusCode();
    }

    @Test
    void what_is_put_comes_back_whole_with_its_length_and_type() {
        Sandbox sandbox = start(false);
        Talk talk = Talk.as(Talk.signUp(sandbox.port()), sandbox.port());
        JsonNode up = uploadAddress(talk);

        int status = put(sandbox, up, PICTURE);
        JsonNode down = address(talk, "Download", "{\"relativePath\":\"" + relativePath(up) + "\"}");
        HttpResponse<byte[]> got = ask(sandbox, "GET", relativePath(down) + query(down), new byte[0]);

        assertThat(status).isEqualTo(201);
        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(got.body()).isEqualTo(PICTURE);
        assertThat(got.headers().firstValue("Content-Length")).hasValue(String.valueOf(PICTURE.length));
        assertThat(got.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(got.headers().firstValue("Content-Disposition")).hasValue("attachment");
    }

    @Test
    void domains_name_the_store_and_the_tokenizer() {
        Sandbox sandbox = start(false);

        for (String service : List.of("swift", "tokenizer")) {
            String body = Talk.get(sandbox.port(), "/api/account/10000001/service/" + service + "/baseURI.json")
                    .body();
            assertThat(body).contains("\"127.0.0.1:" + sandbox.port() + "\"");
        }
    }

    @Test
    void an_address_that_was_touched_or_is_for_something_else_is_answered_401() {
        Sandbox sandbox = start(false);
        Talk talk = Talk.as(Talk.signUp(sandbox.port()), sandbox.port());
        JsonNode up = uploadAddress(talk);
        JsonNode other = uploadAddress(talk);

        List<Integer> statuses = Stream.of(
                        ask(sandbox, "PUT", relativePath(up), PICTURE),
                        ask(sandbox, "PUT", relativePath(up) + query(other), PICTURE),
                        ask(sandbox, "GET", relativePath(up) + query(up), new byte[0]),
                        ask(sandbox, "PUT", relativePath(up) + query(up).replace("_expires=1", "_expires=2"), PICTURE),
                        ask(sandbox, "PUT", "/v1/AUTH_async-images/10000001/..%2f..%2fkey" + query(up), PICTURE),
                        ask(sandbox, "GET", "/v1/AUTH_async-images/10000001/ledger", new byte[0]))
                .map(HttpResponse::statusCode)
                .toList();

        assertThat(statuses).containsOnly(401);
        assertThat(files()).doesNotExist();
        assertThat(RawHttp.status(
                        sandbox.port(),
                        "GET /v1/AUTH_async-images/10000001/../../../key HTTP/1.1\r\nHost: 127.0.0.1:" + sandbox.port()
                                + "\r\n\r\n"))
                .isIn(400, 401, 404);
    }

    @Test
    void what_is_too_long_or_of_another_type_is_not_kept() {
        Sandbox sandbox = start(false);
        Talk talk = Talk.as(Talk.signUp(sandbox.port()), sandbox.port());
        JsonNode up = uploadAddress(talk);

        int tooLong = put(sandbox, up, new byte[(3 << 20) + 1]);
        int notPicture = put(sandbox, up, "<html>".getBytes(StandardCharsets.US_ASCII));
        int empty = put(sandbox, up, new byte[0]);

        assertThat(List.of(tooLong, notPicture, empty)).containsExactly(413, 415, 413);
        assertThat(files()).doesNotExist();
    }

    @Test
    void a_file_is_private_stays_over_a_restart_and_goes_with_fresh() throws IOException {
        Sandbox first = start(false);
        String jwt = Talk.signUp(first.port());
        JsonNode up = uploadAddress(Talk.as(jwt, first.port()));
        put(first, up, PICTURE);
        Path kept;
        try (Stream<Path> all = Files.list(files())) {
            kept = all.findFirst().orElseThrow();
        }
        String modes = PosixFilePermissions.toString(Files.getPosixFilePermissions(kept))
                + PosixFilePermissions.toString(Files.getPosixFilePermissions(files()));
        Path orphan = Files.createFile(files().resolve("0-1-2.PNG"));
        Path half = Files.createFile(files().resolve("0-1-2.PNG.new"));
        Path foreign = Files.createFile(files().resolve("read me"));
        Sandboxes.close(first);

        Sandbox second = start(false);
        JsonNode down =
                address(Talk.as(jwt, second.port()), "Download", "{\"relativePath\":\"" + relativePath(up) + "\"}");
        byte[] got = ask(second, "GET", relativePath(down) + query(down), new byte[0])
                .body();
        Sandboxes.close(second);
        boolean keptOn = Files.exists(kept);
        start(true);

        assertThat(modes).isEqualTo("rw-------rwx------");
        assertThat(Arrays.equals(got, PICTURE)).isTrue();
        assertThat(orphan).doesNotExist();
        assertThat(half).doesNotExist();
        assertThat(foreign).exists();
        assertThat(keptOn).isTrue();
        assertThat(kept).doesNotExist();
    }

    @Test
    void a_file_can_be_made_to_go_slowly_and_comes_whole_even_so() {
        Sandbox sandbox = start(false);
        Sandboxes.await(sandbox.quirks("file-pace=400000"));
        Talk talk = Talk.as(Talk.signUp(sandbox.port()), sandbox.port());
        JsonNode up = uploadAddress(talk);

        int status = put(sandbox, up, PICTURE);
        JsonNode down = address(talk, "Download", "{\"relativePath\":\"" + relativePath(up) + "\"}");

        assertThat(status).isEqualTo(201);
        assertThat(ask(sandbox, "GET", relativePath(down) + query(down), new byte[0])
                        .body())
                .isEqualTo(PICTURE);
    }

    @Test
    void rules_strike_at_uploads_and_downloads() {
        Sandbox sandbox = start(false);
        Sandboxes.await(sandbox.faults()
                .script("{\"on\":\"upload\",\"nth\":1,\"do\":[\"http:503\"]}\n"
                        + "{\"on\":\"download\",\"nth\":1,\"do\":[\"http:401\"]}\n"
                        + "{\"on\":\"ms.GenerateURLForDownloadFile\",\"nth\":2,\"do\":[\"http:500\"]}"));
        Talk talk = Talk.as(Talk.signUp(sandbox.port()), sandbox.port());
        JsonNode up = uploadAddress(talk);

        int first = put(sandbox, up, PICTURE);
        int second = put(sandbox, up, PICTURE);
        JsonNode down = address(talk, "Download", "{\"relativePath\":\"" + relativePath(up) + "\"}");
        int refused = ask(sandbox, "GET", relativePath(down) + query(down), new byte[0])
                .statusCode();
        JsonNode none = address(talk, "Download", "{\"relativePath\":\"" + relativePath(up) + "\"}");

        assertThat(List.of(first, second, refused)).containsExactly(503, 201, 401);
        assertThat(none.asText()).isEqualTo("On purpose");
    }
}
