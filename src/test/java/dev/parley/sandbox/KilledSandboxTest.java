package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.scorecard.Dose;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox as a process of its own, killed in the middle of its work. */
class KilledSandboxTest {
    @TempDir
    Path home;

    private record Running(Process process, int port) {}

    private Running start(String... more) throws IOException {
        ProcessBuilder start = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.parley.cli.Main",
                "sandbox",
                "--agent",
                "none");
        start.command().addAll(List.of(more));
        start.environment().put("XDG_STATE_HOME", home.toString());
        Process process = start.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String ready =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        return new Running(process, Integer.parseInt(ready.replaceAll(".*:(\\d+) .*", "$1")));
    }

    @Test
    void whatever_was_answered_200_before_a_kill_is_in_the_ledger_once_and_in_order() throws Exception {
        long seed = Dose.isFull() ? System.nanoTime() : 1;
        SplittableRandom random = new SplittableRandom(seed);
        Path folder = home.resolve("parley/sandbox/any");
        List<String> answered = new ArrayList<>();
        List<String> sent = new ArrayList<>();
        String jwt = null;
        String dialog = null;
        for (int turn = 0; turn < Dose.of(1, 20); turn++) {
            Running sandbox = start();
            try {
                if (jwt == null) {
                    jwt = Talk.signUp(sandbox.port());
                }
                try (RawPeer peer = RawPeer.as(jwt, sandbox.port())) {
                    if (dialog == null) {
                        dialog = peer.open();
                    }
                    for (int i = 0; i < 200; i++) {
                        String id = turn + "-" + i;
                        sent.add(id);
                        peer.say(id, dialog, id);
                    }
                    int before = random.nextInt(1, 200);
                    for (int i = 0; i < before; i++) {
                        JsonNode answer = peer.nextJson(frame -> frame.has("reqId"));
                        assertThat(answer.path("code").asInt()).isEqualTo(200);
                        answered.add(answer.path("reqId").asText());
                    }
                    sandbox.process().destroyForcibly();
                    drain(peer, answered);
                }
            } finally {
                sandbox.process().destroyForcibly();
                sandbox.process().waitFor();
            }

            LedgerCheck check = LedgerCheck.of(folder);
            List<String> kept = check.taken().stream()
                    .map(it -> it.externalId().orElseThrow())
                    .toList();
            assertThat(check.faults()).as("seed %d", seed).isEmpty();
            assertThat(kept).as("seed %d", seed).containsAll(answered);
            assertThat(sent).as("seed %d", seed).containsSubsequence(kept);
        }
    }

    @Test
    void a_file_a_profile_and_a_survey_that_were_answered_for_are_there_after_a_kill() throws Exception {
        byte[] gif = "GIF89a".getBytes(StandardCharsets.US_ASCII);
        String jwt;
        String dialog;
        String path;
        Running first = start();
        try {
            jwt = Talk.signUp(first.port());
            Talk talk = Talk.to(
                    first.port(),
                    "Authorization",
                    "jwt " + jwt,
                    "Client-Properties",
                    "{\"type\":\".ClientProperties\",\"features\":[\"MULTI_DIALOG\"]}");
            dialog = talk.open();
            JsonNode address = ask(talk, "ms.GenerateURLForUploadFile", "{\"fileSize\":6,\"fileType\":\"GIF\"}");
            path = address.path("relativePath").asText();
            put(first.port(), address, gif);
            ask(talk, "userprofile.SetUserProfile", "{\"nickName\":\"al\"}");
            Talk.post(
                    first.port(),
                    "/parley/agent/act",
                    "{\"conversationId\":\"" + dialog + "\",\"act\":{\"act\":\"whisper\",\"text\":\"psst\"}}");
            ask(
                    talk,
                    "cm.UpdateConversationField",
                    "{\"conversationId\":\"" + dialog
                            + "\",\"conversationField\":{\"field\":\"DialogChange\",\"type\":\"UPDATE\",\"dialog\":"
                            + "{\"dialogId\":\"" + dialog + "\",\"state\":\"CLOSE\"}}}");
        } finally {
            first.process().destroyForcibly().waitFor();
        }

        Running second = start("--quirk", "history-chunk=9", "--quirk", "order");
        try {
            Talk talk = Talk.as(jwt, second.port());
            talk.send("{\"kind\":\"req\",\"id\":\"l\",\"type\":\"cqm.SubscribeExConversations\"}");
            JsonNode details = talk.until(frame -> frame.path("kind").asText().equals("notification"))
                    .at("/body/changes/0/result/conversationDetails");
            JsonNode address = ask(talk, "ms.GenerateURLForDownloadFile", "{\"relativePath\":\"" + path + "\"}");

            assertThat(Talk.get(second.port(), "/parley/quirks").body())
                    .contains("\"history-chunk\",\"value\":\"9\"", "\"order\",\"value\":\"news-first\"");
            assertThat(details.path("stage").asText()).isEqualTo("OPEN");
            assertThat(details.at("/dialogs/1/dialogType").asText()).isEqualTo("POST_SURVEY");
            assertThat(ask(talk, "userprofile.GetUserProfile", "{}")
                            .path("nickName")
                            .asText())
                    .isEqualTo("al");
            assertThat(Talk.get(second.port(), path + query(address)).body()).isEqualTo("GIF89a");
            assertThat(LedgerCheck.of(home.resolve("parley/sandbox/any")).faults())
                    .isEmpty();
        } finally {
            second.process().destroyForcibly().waitFor();
        }
    }

    private static JsonNode ask(Talk talk, String type, String body) {
        talk.send("{\"kind\":\"req\",\"id\":\"" + type + "\",\"type\":\"" + type + "\",\"body\":" + body + "}");
        return talk.answerTo(type).path("body");
    }

    private static String query(JsonNode address) {
        return "?temp_url_sig=" + address.at("/queryParams/temp_url_sig").asText() + "&temp_url_expires="
                + address.at("/queryParams/temp_url_expires").asText();
    }

    private static void put(int port, JsonNode address, byte[] bytes) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port
                        + address.path("relativePath").asText() + query(address)))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        assertThat(Talk.HTTP
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(201);
    }

    /** Answers that were under way when it was killed count too. */
    private static void drain(RawPeer peer, List<String> answered) {
        try {
            while (true) {
                JsonNode frame = peer.next().json();
                if (frame.has("reqId")) {
                    answered.add(frame.path("reqId").asText());
                }
            }
        } catch (UncheckedIOException over) {
            // The connection ended with its process.
        }
    }
}
