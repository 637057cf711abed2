package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.host.PrivateFiles;
import dev.parley.host.Secret;
import dev.parley.protocol.Codec;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Kept tokens in one JSON file of mode 0600, replaced as a whole: a crash leaves the old one or the new one. Work is done
 * on a worker thread, one step after the other.
 */
public final class TokenFile implements Credentials {
    /** One thread: it owns the file. */
    private final WorkerExecutor worker;

    private final Path file;

    /** @param file in a folder that exists; need not exist itself */
    public TokenFile(Vertx vertx, Path file) {
        this.worker = vertx.createSharedWorkerExecutor("parley-tokens", 1);
        this.file = file;
    }

    @Override
    public CompletionStage<SortedMap<Integer, Pass>> all() {
        return worker.executeBlocking(this::read, true).toCompletionStage();
    }

    @Override
    public CompletionStage<Void> keep(int slot, Pass pass) {
        return change(tokens -> tokens.put(tokens.containsKey(slot) ? tokens.lastKey() + 1 : slot, pass));
    }

    @Override
    public CompletionStage<Void> renew(Secret former, Pass pass) {
        return change(tokens -> {
            Optional<Integer> slot = tokens.entrySet().stream()
                    .filter(kept -> kept.getValue().token().sameAs(former))
                    .map(Map.Entry::getKey)
                    .findFirst();
            tokens.put(slot.orElse(tokens.isEmpty() ? 1 : tokens.lastKey() + 1), pass);
        });
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(file);
    }

    private SortedMap<Integer, Pass> read() throws IOException {
        SortedMap<Integer, Pass> tokens = new TreeMap<>();
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException none) {
            return tokens;
        }
        JsonNode root;
        try {
            root = Codec.mapper().readTree(text);
        } catch (IOException unreadable) {
            // Its message would quote the file.
            throw new DamagedFile("the file of kept tokens is damaged: " + file);
        }
        for (JsonNode entry : root.path("consumers")) {
            int number = entry.path("number").asInt();
            String token = entry.path("token").asText("");
            if (number >= 1 && !token.isEmpty()) {
                tokens.put(number, new Pass(Secret.of(token), external(entry)));
            }
        }
        return tokens;
    }

    private static Optional<Pass.External> external(JsonNode entry) {
        String token = entry.path("ext").asText("");
        return token.isEmpty()
                ? Optional.empty()
                : Optional.of(new Pass.External(
                        Secret.of(token), entry.path("connector").asText("")));
    }

    private CompletionStage<Void> change(Consumer<SortedMap<Integer, Pass>> step) {
        return worker.<Void>executeBlocking(
                        () -> {
                            write(step);
                            return null;
                        },
                        true)
                .toCompletionStage();
    }

    private void write(Consumer<SortedMap<Integer, Pass>> step) throws IOException {
        SortedMap<Integer, Pass> tokens;
        try {
            tokens = read();
        } catch (DamagedFile damaged) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
            tokens = new TreeMap<>();
        }
        step.accept(tokens);
        ObjectNode root = Codec.mapper().createObjectNode().put("version", 1);
        tokens.forEach((number, pass) -> {
            ObjectNode entry = root.withArray("consumers").addObject();
            entry.put("number", number).put("token", pass.token().reveal());
            pass.external()
                    .ifPresent(ext -> entry.put("ext", ext.token().reveal()).put("connector", ext.connector()));
        });
        PrivateFiles.replace(file, Codec.mapper().writeValueAsBytes(root));
    }

    private static final class DamagedFile extends IOException {
        private static final long serialVersionUID = 1L;

        DamagedFile(String sentence) {
            super(sentence);
        }
    }
}
