package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.host.PrivateFiles;
import dev.parley.log.LogAndTrace;
import dev.parley.log.Redaction;
import dev.parley.referee.Committed;
import dev.parley.referee.Referee;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token is nowhere but where it must be. */
class SecretsTest {
    private static final Logger PARLEY = Logger.getLogger("dev.parley");

    private final Queue<String> logged = new ConcurrentLinkedQueue<>();
    private final Handler listening = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            StringWriter trace = new StringWriter();
            if (entry.getThrown() != null) {
                entry.getThrown().printStackTrace(new PrintWriter(trace));
            }
            Object[] parameters = entry.getParameters();
            logged.add(entry.getMessage() + (parameters == null ? "" : List.of(parameters)) + trace);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @TempDir
    Path home;

    @BeforeEach
    void listen() {
        PARLEY.setLevel(Level.ALL);
        PARLEY.setUseParentHandlers(false);
        PARLEY.addHandler(listening);
    }

    @AfterEach
    void stopListening() {
        PARLEY.removeHandler(listening);
        PARLEY.setUseParentHandlers(true);
        PARLEY.setLevel(null);
    }

    @Test
    void a_token_is_neither_on_the_screen_nor_in_what_goes_to_the_terminal_nor_in_the_log() throws IOException {
        try (Referee referee = Referee.start()) {
            String token = referee.token();
            Path file = Files.createFile(
                    home.resolve("token"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, token);
            try (Client client = Client.at(home)
                    .server(referee.lookup())
                    .tokenFile(file)
                    .size(200, 50)
                    .start()) {
                client.seesOnline().say("hello");
                Committed hello =
                        client.get(referee.committed(entry -> entry.text().equals("hello")), "hello in the ledger");
                referee.agentSays(hello.conversationId(), "good morning");
                client.seesInHistory("hello", "good morning");
                client.press("Alt-I").sees("wscat").sees("jwt ****").press("Esc");
                client.press("Alt-Q").sees("#").press("Alt-Q");
                referee.sendRaw(referee.connected().get(0), "{\"kind\":\"resp\"");
                referee.revoke(token);
                referee.closeSockets(4401, "");
                client.seesNotOnline().press("Alt-C").sees("offline");
                client.leap(Duration.ofSeconds(7)).sees("the service refuses the token that was given (401)");

                for (String part : token.split("\\.")) {
                    assertThat(client.sent()).doesNotContain(part);
                    assertThat(logged).noneMatch(line -> line.contains(part));
                }
                assertThat(referee.fouls()).isEmpty();
            }
        }
    }

    @Shows("S6")
    @Test
    void a_token_is_in_no_file_but_its_own_though_library_and_service_repeat_it() throws IOException {
        int bytes = search(Redaction.FULL);

        Figures.note(
                "S6",
                "SecretsTest",
                "0 hits of the token's payload and signature in " + bytes
                        + " bytes of log at the finest level, trace, state and screen.");
    }

    @Shows(value = "S6", withoutGuard = true)
    @Test
    void without_the_redaction_the_same_search_finds_it() {
        assertThatThrownBy(() -> search(line -> line))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a part of the token");
    }

    /** Returns how much was searched. */
    private int search(Redaction redaction) throws IOException {
        PARLEY.removeHandler(listening);
        try (Referee referee = Referee.start()) {
            String token = referee.token();
            Path file = PrivateFiles.makeFile(home.resolve("token"));
            Files.writeString(file, token);
            StringBuilder all = new StringBuilder();
            try (LogAndTrace files = new LogAndTrace(home.resolve("log"), home.resolve("trace"), redaction);
                    Client client = Client.at(home)
                            .server(referee.lookup())
                            .tokenFile(file)
                            .size(200, 50)
                            .start()) {
                assertThat(files).isNotNull();
                client.seesOnline().say("hello");
                Committed hello =
                        client.get(referee.committed(entry -> entry.text().equals("hello")), "hello in the ledger");
                String consumer = referee.connected().get(0);
                // A service and a library that repeat what they were given.
                referee.sendRaw(
                        consumer, "{\"kind\":\"resp\",\"reqId\":\"x\",\"headers\":\"Authorization: jwt " + token);
                referee.sendRaw(
                        consumer,
                        "{\"kind\":\"notification\",\"type\":\"x.Debug\",\"body\":{\"jwt\":\"" + token + "\"}}");
                Logger.getLogger("org.elsewhere.client")
                        .log(Level.FINEST, "sent {0}", new Object[] {List.of("authorization=jwt " + token)});
                Logger.getLogger("org.elsewhere.client")
                        .log(Level.WARNING, "failed", new IOException("401 for jwt " + token, new IOException(token)));
                referee.agentSays(hello.conversationId(), "good morning");
                client.seesInHistory("hello", "good morning");
                all.append(client.sent()).append(client.screen());
            }
            try (Stream<Path> paths = Files.walk(home)) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    if (!path.equals(file)) {
                        all.append(Files.readString(path, StandardCharsets.ISO_8859_1));
                    }
                }
            }
            assertThat(all.toString()).contains("good morning", "x.Debug", "failed", "consumer 1 < ");
            for (String part : token.split("\\.")) {
                assertThat(all.indexOf(part)).as("a part of the token").isNegative();
            }
            return all.length();
        }
    }
}
