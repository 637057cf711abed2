package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.host.Secret;
import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {
    private final Vertx vertx = Vertx.vertx();

    @TempDir
    private Path folder;

    @AfterEach
    void close() throws Exception {
        get(vertx.close().toCompletionStage());
    }

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void tokens_are_found_again_in_order_and_nobody_else_may_read_them() throws Exception {
        Path file = folder.resolve("tokens.json");
        TokenFile tokens = new TokenFile(vertx, file);
        CompletableFuture.allOf(
                        tokens.keep(2, Pass.of(Secret.of("b"))).toCompletableFuture(),
                        tokens.keep(1, Pass.of(Secret.of("a"))).toCompletableFuture())
                .get(10, TimeUnit.SECONDS);

        SortedMap<Integer, Pass> found = get(new TokenFile(vertx, file).all());

        assertThat(found.values()).extracting(pass -> pass.token().reveal()).containsExactly("a", "b");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void a_kept_token_is_never_written_over() throws Exception {
        TokenFile tokens = new TokenFile(vertx, folder.resolve("tokens.json"));
        get(tokens.keep(1, Pass.of(Secret.of("a"))));
        get(tokens.keep(4, Pass.of(Secret.of("b"))));

        get(tokens.keep(1, Pass.of(Secret.of("c"))));

        assertThat(get(tokens.all()).keySet()).containsExactly(1, 4, 5);
        assertThat(get(tokens.all()).values())
                .extracting(pass -> pass.token().reveal())
                .containsExactly("a", "b", "c");
    }

    @Test
    void a_newer_pass_of_the_same_consumer_takes_the_place_of_the_older_with_all_that_belongs_to_it() throws Exception {
        Path file = folder.resolve("tokens.json");
        TokenFile tokens = new TokenFile(vertx, file);
        Secret former = Secret.of("a");
        get(tokens.keep(3, Pass.of(former)));
        get(tokens.keep(4, Pass.of(Secret.of("b"))));

        Pass.External external = new Pass.External(Secret.of("ext"), "1001");
        get(tokens.renew(Secret.of("a"), new Pass(Secret.of("c"), Optional.of(external))));

        SortedMap<Integer, Pass> found = get(new TokenFile(vertx, file).all());
        assertThat(found.keySet()).containsExactly(3, 4);
        assertThat(found.get(3).token().reveal()).isEqualTo("c");
        assertThat(found.get(3).external().orElseThrow().token().reveal()).isEqualTo("ext");
        assertThat(found.get(3).external().orElseThrow().connector()).isEqualTo("1001");
        assertThat(found.get(4).external()).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void one_that_could_not_be_kept_at_first_is_kept_when_it_is_renewed() throws Exception {
        TokenFile tokens = new TokenFile(vertx, folder.resolve("tokens.json"));
        get(tokens.keep(2, Pass.of(Secret.of("b"))));

        get(tokens.renew(Secret.of("lost"), Pass.of(Secret.of("c"))));

        assertThat(get(tokens.all()).keySet()).containsExactly(2, 3);
    }

    @Test
    void no_file_means_no_tokens() throws Exception {
        assertThat(get(new TokenFile(vertx, folder.resolve("none")).all())).isEmpty();
    }

    @Test
    void a_damaged_file_is_said_without_quoting_it_and_set_aside_before_it_is_written_over() throws Exception {
        Path file = Files.writeString(folder.resolve("tokens.json"), "eyJ secret {");
        TokenFile tokens = new TokenFile(vertx, file);

        assertThatThrownBy(() -> get(tokens.all()))
                .hasMessageContaining("damaged")
                .hasMessageNotContaining("eyJ");
        get(tokens.keep(1, Pass.of(Secret.of("a"))));

        assertThat(get(tokens.all())).hasSize(1);
        assertThat(folder.resolve("tokens.json.damaged")).hasContent("eyJ secret {");
    }
}
