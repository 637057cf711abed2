package dev.parley.pty;

import dev.parley.sandbox.LedgerCheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code ./run.sh sandbox} in a process of its own, which can be stopped, told to misbehave, and whose ledger can be read. */
public final class SandboxProcess implements AutoCloseable {
    private final Process process;
    private final String url;
    private final Path home;
    private final HttpClient http = HttpClient.newHttpClient();

    private SandboxProcess(Process process, String url, Path home) {
        this.process = process;
        this.url = url;
        this.home = home;
    }

    public static SandboxProcess start(Path home, String... arguments) throws IOException {
        Files.createDirectories(home);
        String[] command =
                Stream.concat(Stream.of("sandbox"), Stream.of(arguments)).toArray(String[]::new);
        List<String> all = Program.command(command);
        // It keeps all that was ever said in memory, which in a storm is much.
        all.replaceAll(part -> part.startsWith("-Xmx") ? "-Xmx1g" : part);
        // A service has a machine of its own: here it may not take the program's cores when both have something to do.
        all.addAll(0, List.of("nice", "-n", "10"));
        Process process = Program.start(Program.environment(home), all);
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String ready = String.valueOf(out.readLine());
        if (!ready.startsWith("parley sandbox ready ")) {
            process.destroyForcibly();
            throw new AssertionError("the sandbox said: " + ready);
        }
        return new SandboxProcess(process, ready.split(" ")[3], home);
    }

    /** {@code http://127.0.0.1:PORT}. */
    public String url() {
        return url;
    }

    /** The service stands still; the kernel goes on answering for it. */
    public void stop() throws IOException, InterruptedException {
        signal("STOP");
    }

    public void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    /** Lines of the fault language, in force at once beside those that are. */
    public void faults(String... rules) throws IOException, InterruptedException {
        post("/parley/faults", String.join("\n", rules));
    }

    /** No rules any more. */
    public void heal() throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(url + "/parley/faults")).DELETE());
    }

    /** The agent says {@code count} messages, {@code burst 1 of COUNT} and so on. */
    public void burst(String conversationId, int count, int perSecond) throws IOException, InterruptedException {
        post(
                "/parley/agent/burst",
                "{\"conversationId\":\"%s\",\"count\":%d,\"perSecond\":%d}"
                        .formatted(conversationId, count, perSecond));
    }

    /** What it has taken in and forced to disk. */
    public LedgerCheck ledger() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            Optional<Path> file = files.filter(path -> path.endsWith("ledger")).findFirst();
            return LedgerCheck.of(file.orElseThrow().getParent());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void post(String path, String body) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(url + path)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError("the sandbox refuses: " + answer.statusCode() + " " + answer.body());
        }
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }
}
