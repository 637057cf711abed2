package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and secure forms with Demo, an agent of the sandbox, over real sockets (PROTOCOL.md section 13). */
class FilesTest {
    @TempDir
    Path home;

    private static byte[] picture() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                FilesTest.class.getResourceAsStream("/dev/parley/sandbox/agents/files/picture.png"))) {
            return in.readAllBytes();
        }
    }

    private static Sandbox demo() {
        return ServerGoneTest.started(SandboxOptions.inMemory().withAgent(Optional.of("Demo")));
    }

    @Test
    void a_picture_goes_out_and_one_comes_back() throws IOException {
        Path disc = Files.write(home.resolve("my disc.png"), picture());
        Sandbox sandbox = demo();
        try (Client client = Client.on(sandbox, home).start()) {
            client.seesOnline().say("hello").sees("✓✓");

            client.type("/attach ~/my").press("Tab").seesInput("/attach ~/my\\ disc.png");
            client.type(" From me")
                    .press("Enter")
                    .sees(disc.toRealPath().toString())
                    .press("y");
            client.sees("Your file came in: PNG, \"From me\"").sees("[file: From me · PNG]");

            client.say("send me a file").sees("[file: A blue disc · PNG]");
            client.press("Tab", "Enter").sees("as A blue disc.png").press("y");
            client.sees("saved as").sees("has opened the file");

            assertThat(home.resolve("Downloads/A blue disc.png")).hasBinaryContent(picture());
        } finally {
            sandbox.close();
        }
    }

    @Test
    void a_form_is_filled_in_elsewhere_and_its_key_is_nowhere() throws Exception {
        Sandbox sandbox = demo();
        try (Client client = Client.on(sandbox, home).start()) {
            client.seesOnline().say("hello").sees("✓✓");
            client.say("show form").sees("[secure form: Your address]");

            client.press("Tab", "Enter").sees("Open this form?").press("c").sees("opened, not sent yet");
            String address = client.clipboard();
            String key = address.substring(address.indexOf("writeOtk=") + "writeOtk=".length());
            assertThat(key).isNotBlank();
            client.say("/submitted " + submit(address, key)).sees("Your form came in, with 2 fields");

            client.sees("✓ [secure form: Your address]");
            assertThat(client.screen()).doesNotContain(key);
            assertThat(kept()).doesNotContain(key);
        } finally {
            sandbox.close();
        }
    }

    /** What a browser would do; gives the submission's number. */
    private static String submit(String address, String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address.substring(0, address.indexOf('?'))))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"writeOtk\":\"" + key + "\",\"fields\":{\"name\":\"Me\",\"mail\":\"me@home.example\"}}"))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher number = Pattern.compile("\"submissionId\":\"([^\"]+)\"").matcher(answer);
        assertThat(number.find()).as(answer).isTrue();
        return number.group(1);
    }

    private String kept() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
