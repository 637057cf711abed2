package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.config.SignInFlags;
import dev.parley.host.PrivateFiles;
import dev.parley.log.LogAndTrace;
import dev.parley.log.Redaction;
import dev.parley.sandbox.Sandbox;
import dev.parley.sandbox.SandboxOptions;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one signs in with, and what comes of it, is nowhere but where it must be; nor is it when all of it goes wrong. */
class SignInSecretsTest {
    private static final String CODE = "ann:canary-4711-code";

    @TempDir
    Path home;

    private static String idToken() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return "eyJhbGciOiJSUzI1NiJ9."
                + base64.encodeToString("{\"sub\":\"canary-person\"}".getBytes(StandardCharsets.UTF_8))
                + ".canarySignature";
    }

    /** What the sandbox makes of the brand's name, as far as the screen shows it. */
    private static String shallBe() throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest("canary-person".getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 4);
    }

    private Path secret(String name, String value) throws IOException {
        Path file = PrivateFiles.makeFile(home.resolve(name));
        Files.writeString(file, value);
        return file;
    }

    private static SignInFlags flags(String connector, Optional<Path> code) {
        return new SignInFlags(
                Optional.of(connector).filter(id -> !id.isEmpty()),
                Optional.empty(),
                code,
                Optional.empty(),
                Optional.of("init"));
    }

    @Shows("S6")
    @Test
    void neither_ext_nor_int_nor_id_token_nor_code_is_anywhere_but_in_its_file() throws Exception {
        Path idToken = secret("id-token", idToken());
        Path code = secret("code", CODE);
        StringBuilder all = new StringBuilder();
        Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().withAgent(Optional.empty()))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        try (LogAndTrace files = new LogAndTrace(home.resolve("log"), home.resolve("trace"), Redaction.FULL)) {
            assertThat(files).isNotNull();
            try (Client client = Client.on(sandbox, home)
                    .signIn(flags("auto", Optional.empty()))
                    .size(200, 50)
                    .start()) {
                client.seesOnline().say("hello").seesInHistory("hello").sees("✓");
                client.say("/step-up --connector 1002 --id-token-file " + idToken)
                        .sees("you " + shallBe())
                        .seesOnline()
                        .press("Alt-I")
                        .sees("wscat")
                        .press("Esc");
                all.append(client.sent()).append(client.screen());
            }
            for (int each = 0; each < 2; each++) {
                // The second time the code has been used: the refusal does not repeat it.
                try (Client client = Client.on(sandbox, home)
                        .signIn(flags("", Optional.of(code)))
                        .size(200, 50)
                        .start()) {
                    if (each == 0) {
                        client.seesOnline();
                    } else {
                        client.sees("put a new one into");
                    }
                    all.append(client.sent()).append(client.screen());
                }
            }
        } finally {
            sandbox.close().toCompletionStage().toCompletableFuture().join();
        }

        List<String> secrets = new ArrayList<>(List.of(CODE, "canary-4711"));
        secrets.addAll(List.of(idToken().split("\\.")));
        JsonNode kept = null;
        try (Stream<Path> paths = Files.walk(home)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                if (path.endsWith("consumers.json")) {
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo("rw-------");
                    kept = new ObjectMapper().readTree(path.toFile()).at("/consumers/0");
                } else if (!path.equals(idToken) && !path.equals(code)) {
                    all.append(Files.readString(path, StandardCharsets.ISO_8859_1));
                }
            }
        }
        secrets.addAll(List.of(kept.path("token").asText().split("\\.")));
        secrets.addAll(List.of(kept.path("ext").asText().split("\\.")));

        // The header is the same for all tokens of an issuer.
        assertThat(all.toString()).contains("InitConnection", "hello", "ParticipantsChange");
        assertThat(secrets).hasSize(11);
        for (String part : secrets) {
            assertThat(all.indexOf(part)).as("a part of a secret").isNegative();
        }
        Figures.note(
                "S6",
                "SignInSecretsTest",
                "0 hits of EXT, INT, id token and code in " + all.length()
                        + " bytes of log at the finest level, trace, state and screen.");
    }
}
