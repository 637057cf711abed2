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
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

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
    public CompletionStage<SortedMap<Integer, Secret>> all() {
        return worker.executeBlocking(this::read, true).toCompletionStage();
    }

    @Override
    public CompletionStage<Void> keep(int slot, Secret token) {
        return worker.<Void>executeBlocking(
                        () -> {
                            add(slot, token);
                            return null;
                        },
                        true)
                .toCompletionStage();
    }

    @Override
    public Optional<Path> file() {
        return Optional.of(file);
    }

    private SortedMap<Integer, Secret> read() throws IOException {
        SortedMap<Integer, Secret> tokens = new TreeMap<>();
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
                tokens.put(number, Secret.of(token));
            }
        }
        return tokens;
    }

    private void add(int slot, Secret token) throws IOException {
        SortedMap<Integer, Secret> tokens;
        try {
            tokens = read();
        } catch (DamagedFile damaged) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".damaged"), StandardCopyOption.REPLACE_EXISTING);
            tokens = new TreeMap<>();
        }
        tokens.put(tokens.containsKey(slot) ? tokens.lastKey() + 1 : slot, token);
        ObjectNode root = Codec.mapper().createObjectNode().put("version", 1);
        tokens.forEach((number, secret) ->
                root.withArray("consumers").addObject().put("number", number).put("token", secret.reveal()));
        PrivateFiles.replace(file, Codec.mapper().writeValueAsBytes(root));
    }

    private static final class DamagedFile extends IOException {
        private static final long serialVersionUID = 1L;

        DamagedFile(String sentence) {
            super(sentence);
        }
    }
}
