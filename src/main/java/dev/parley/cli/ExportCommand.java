package dev.parley.cli;

import dev.parley.config.Flags;
import dev.parley.config.Folders;
import dev.parley.config.Refusal;
import dev.parley.config.Settings;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.History;
import dev.parley.conversation.Ports;
import dev.parley.host.PrivateFiles;
import dev.parley.host.Secret;
import dev.parley.log.LogFile;
import dev.parley.log.Redaction;
import dev.parley.session.Token;
import dev.parley.session.TokenFile;
import dev.parley.text.Pii;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./run.sh export}: what is kept of conversations, as a transcript. Needs neither a terminal nor the service. */
@Command(
        name = "export",
        description = "writes what is kept of conversations, without secrets and card numbers",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ExportCommand implements Callable<Integer> {
    @Option(names = "--account", paramLabel = "ID", description = "as of the client")
    @Nullable
    String account;

    @Option(names = "--server", paramLabel = "URL", description = "as of the client")
    @Nullable
    String server;

    @Option(names = "--env-file", paramLabel = "FILE", description = "as of the client")
    @Nullable
    Path envFile;

    @Option(names = "--profile", paramLabel = "NAME", description = "as of the client")
    @Nullable
    String profile;

    @Option(names = "--config", paramLabel = "FILE", description = "as of the client")
    @Nullable
    Path config;

    @Option(names = "--conversation", paramLabel = "ID", description = "this one only")
    @Nullable
    String conversation;

    @Option(
            names = "-o",
            paramLabel = "FILE",
            description = "into a new file that only you can read (else: standard output)")
    @Nullable
    Path output;

    @Override
    public Integer call() throws Refusal {
        PrintStream out = System.out;
        // What a library prints has no business in a transcript.
        LogFile.nowhere();
        Folders folders = Folders.of(System.getenv());
        Settings settings = Settings.settle(flags(), System.getenv(), folders);
        Path state = folders.client(settings.profile(), settings.account(), ClientCommand.where(settings));
        List<String> lines = new ArrayList<>();
        try (Footing footing = Footing.of(Optional.of(state), true);
                Kept kept = Kept.on(footing)) {
            Ports.Factory ports = kept.ports();
            for (String consumer : consumers(settings, state)) {
                lines.addAll(of(ports.of(settings.account(), consumer).history(), transcript(settings)));
            }
        } catch (CompletionException unreadable) {
            throw new Refusal(Refusal.FAILED, "what is kept cannot be read: " + unreadable.getCause());
        }
        if (lines.isEmpty()) {
            throw new Refusal(
                    Refusal.FAILED,
                    "nothing is kept of " + (conversation == null ? "any conversation" : "conversation " + conversation)
                            + " in " + state + ".");
        }
        write(lines, out);
        return 0;
    }

    /** Of all that is asked for, one after the other; empty when nothing is kept of it. */
    List<String> of(History history, Transcript transcript) {
        List<String> lines = new ArrayList<>();
        List<History.Name> names = history.names().toCompletableFuture().join();
        for (ConversationFacts facts :
                history.conversations().toCompletableFuture().join()) {
            if (conversation != null && !conversation.equals(facts.id())) {
                continue;
            }
            Set<String> dialogIds = new TreeSet<>();
            facts.dialogs().forEach(dialog -> dialogIds.add(dialog.id()));
            dialogIds.add(facts.id());
            List<Transcript.Dialog> dialogs = dialogIds.stream()
                    .map(id -> new Transcript.Dialog(
                            id,
                            history.of(facts.id(), id).toCompletableFuture().join(),
                            history.holes(facts.id(), id).toCompletableFuture().join()))
                    .toList();
            lines.addAll(transcript.of(facts, dialogs, names));
        }
        return lines;
    }

    void write(List<String> lines, PrintStream out) throws Refusal {
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        Path file = output;
        if (file == null) {
            out.writeBytes(text);
            out.flush();
            return;
        }
        try (OutputStream to = PrivateFiles.create(file)) {
            to.write(text);
        } catch (FileAlreadyExistsException there) {
            throw new Refusal(Refusal.USAGE, "there is a file " + file + " already: -o takes a new one.");
        } catch (IOException failed) {
            throw new Refusal(
                    Refusal.FAILED,
                    "cannot write " + file + " (" + failed.getClass().getSimpleName() + ").");
        }
    }

    static Transcript transcript(Settings settings) {
        Set<Pii.Kind> kinds = settings.maskMail() ? Pii.ALL : Pii.USUAL;
        String masked = "tokens and passwords, "
                + EnumSet.copyOf(kinds).stream().map(kind -> kind.words() + "s").collect(Collectors.joining(", "));
        return new Transcript(
                settings.account(), Instant.now(), ZoneId.systemDefault(), masked, Redaction.masking(kinds));
    }

    private static List<String> consumers(Settings settings, Path state) {
        Vertx vertx = Vertx.vertx();
        try {
            List<Secret> tokens = new ArrayList<>();
            new TokenFile(vertx, state.resolve("consumers.json"))
                    .all()
                    .toCompletableFuture()
                    .join()
                    .values()
                    .forEach(pass -> tokens.add(pass.token()));
            settings.token().ifPresent(tokens::add);
            // Of a token that has expired the consumer is as good as ever.
            return tokens.stream()
                    .map(token -> Token.read(token, settings.account(), Instant.EPOCH))
                    .filter(Token.class::isInstance)
                    .map(token -> ((Token) token).consumerId())
                    .distinct()
                    .toList();
        } finally {
            vertx.close();
        }
    }

    private Flags flags() {
        return new Flags(
                Optional.ofNullable(account),
                Optional.ofNullable(server),
                Optional.ofNullable(envFile),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.ofNullable(profile),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(config),
                Optional.empty());
    }
}
