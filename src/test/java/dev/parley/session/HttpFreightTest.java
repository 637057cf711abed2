package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.session.Freight.Fetched;
import dev.parley.session.Freight.Into;
import dev.parley.session.Freight.Moving;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files over a real socket on this machine, with a store that behaves badly. */
class HttpFreightTest {
    private static final Vertx VERTX = Vertx.vertx();
    /** All of a client happens on one. */
    private static final Context LOOP = VERTX.getOrCreateContext();

    private static final HttpFreight FREIGHT = new HttpFreight(VERTX);

    @TempDir
    Path home;

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> told = Collections.synchronizedList(new ArrayList<>());

    @AfterAll
    static void close() {
        await(VERTX.close());
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    private interface Store {
        void answer(HttpServerRequest request);
    }

    private Endpoint store(Store store) {
        HttpServer server = VERTX.createHttpServer().requestHandler(request -> {
            asked.add(request.method() + " " + request.uri());
            store.answer(request);
        });
        await(server.listen(0, "127.0.0.1"));
        return new Endpoint("127.0.0.1", server.actualPort(), false, Optional.empty());
    }

    /** From the loop, as sessions do. */
    private static <T> T onLoop(Supplier<T> task) {
        CompletableFuture<T> done = new CompletableFuture<>();
        LOOP.runOnContext(none -> done.complete(task.get()));
        return done.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private Moving<Fetched> begin(Endpoint at, String name, long most) {
        Into into = new Into(home.resolve("down"), name, most);
        return onLoop(() -> FREIGHT.fetch(at, "/f?temp_url_sig=canary", true, into, (got, all) -> told.add(got)));
    }

    private Fetched fetch(Endpoint at, String name, long most) {
        return await(begin(at, name, most).done());
    }

    private void leavesNothing() throws Exception {
        // What was begun is taken away on a worker, after the failure is told.
        await(VERTX.executeBlocking(() -> true));
        Path folder = home.resolve("down");
        for (int patience = 0; patience < 1_000 && Files.exists(folder); patience++) {
            try (var files = Files.list(folder)) {
                if (files.findAny().isEmpty()) {
                    return;
                }
            }
            await(VERTX.timer(10, TimeUnit.MILLISECONDS));
        }
        assertThat(folder)
                .satisfiesAnyOf(
                        none -> assertThat(none).doesNotExist(),
                        empty -> assertThat(empty).isEmptyDirectory());
    }

    @Test
    void what_is_put_arrives_whole_and_how_far_it_is_is_told() {
        CompletableFuture<byte[]> came = new CompletableFuture<>();
        Endpoint at = store(request -> request.body().onSuccess(body -> {
            came.complete(body.getBytes());
            request.response().setStatusCode(201).end();
        }));
        byte[] bytes = new byte[300_000];
        bytes[299_999] = 7;

        int status = await(onLoop(() -> FREIGHT.put(at, "/f?temp_url_sig=canary", bytes, true, told::add))
                .done());

        assertThat(status).isEqualTo(201);
        assertThat(came.join()).isEqualTo(bytes);
        assertThat(told).isSorted().hasSizeGreaterThan(2);
    }

    @Test
    void a_store_that_refuses_before_the_end_is_heard() {
        Endpoint at = store(request -> request.response().setStatusCode(413).end());

        int status = await(onLoop(() -> FREIGHT.put(at, "/f", new byte[3_000_000], true, told::add))
                .done());

        assertThat(status).isEqualTo(413);
    }

    @Test
    void what_is_fetched_is_saved_and_its_first_bytes_are_told() {
        Endpoint at = store(request -> request.response().end("GIF89a and more than sixteen bytes"));

        Fetched fetched = fetch(at, "disc.gif", 1_000);

        assertThat(fetched.file())
                .hasContent("GIF89a and more than sixteen bytes")
                .hasFileName("disc.gif");
        assertThat(fetched.head()).hasSize(16).startsWith('G', 'I', 'F');
        assertThat(told).last().isEqualTo(34L);
    }

    @Test
    void more_than_may_come_is_not_kept_whatever_length_is_announced() throws Exception {
        Endpoint at = store(request -> {
            request.response().setChunked(true);
            for (int i = 0; i < 100; i++) {
                request.response().write("0123456789");
            }
            request.response().end();
        });

        assertThatThrownBy(() -> fetch(at, "x", 999))
                .hasCauseInstanceOf(Trouble.class)
                .hasMessageContaining("longer");
        leavesNothing();
    }

    @Test
    void a_connection_that_breaks_leaves_nothing() throws Exception {
        Endpoint at = store(request -> {
            request.response().putHeader("Content-Length", "1000").write("half");
            VERTX.setTimer(20, later -> request.connection().close());
        });

        assertThatThrownBy(() -> fetch(at, "x", 5_000)).hasCauseInstanceOf(Trouble.class);
        leavesNothing();
    }

    @Test
    void three_redirects_are_followed_and_no_more() {
        Endpoint at = store(request -> {
            int left = request.path().length() - 2;
            request.response()
                    .setStatusCode(302)
                    .putHeader("Location", "/f" + "x".repeat(left + 1))
                    .end();
        });

        assertThatThrownBy(() -> fetch(at, "x", 100)).hasMessageContaining("without an end");

        assertThat(asked).hasSize(4);
    }

    @Test
    void a_redirect_elsewhere_is_judged_as_the_first_address_is() {
        Endpoint at = store(request -> request.response()
                .setStatusCode(302)
                .putHeader("Location", "http://10.0.0.1/latest/meta-data")
                .end());

        assertThatThrownBy(() -> fetch(at, "x", 100)).hasMessageContaining("this machine only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mailto:a@b", "javascript:alert(1)", "http:", "https://u@h.example/", "//", "%", "ftp://h/x"})
    void a_redirect_to_what_is_no_address_of_a_service_ends_it(String location) {
        Endpoint at = store(request -> request.response()
                .setStatusCode(302)
                .putHeader("Location", location)
                .end());

        assertThatThrownBy(() -> fetch(at, "x", 100)).hasMessageContaining("an address that cannot be used");
    }

    @Test
    void an_error_is_told_by_its_number_and_nothing_is_kept() throws Exception {
        Endpoint at = store(request -> request.response().setStatusCode(401).end("secret"));

        assertThat(fetch(at, "x", 100).status()).isEqualTo(401);
        leavesNothing();
    }

    @Test
    void no_failure_says_the_address_that_was_asked_for() {
        Endpoint nobody = new Endpoint("127.0.0.1", 1, false, Optional.empty());

        assertThatThrownBy(() -> fetch(nobody, "x", 100))
                .isInstanceOf(CompletionException.class)
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain("canary"));
    }

    @Test
    void what_is_stopped_after_its_last_byte_leaves_nothing_either() throws Exception {
        CompletableFuture<Void> written = new CompletableFuture<>();
        CompletableFuture<Moving<Fetched>> moving = new CompletableFuture<>();
        Into into = new Into(home.resolve("down"), "x", 100);
        Endpoint at = store(request -> request.response().end("all of it"));
        moving.complete(onLoop(() -> FREIGHT.fetch(at, "/f", true, into, (got, all) -> {
            // What comes next on this worker is the file's own name; it is stopped before that is done.
            VERTX.executeBlocking(() -> written.orTimeout(30, TimeUnit.SECONDS).join());
            VERTX.setTimer(100, later -> {
                moving.join().cancel();
                written.complete(null);
            });
        })));

        assertThatThrownBy(() -> await(moving.join().done())).hasMessageContaining("stopped");
        written.join();
        leavesNothing();
    }

    @Test
    void when_all_is_closed_nothing_of_what_was_on_its_way_is_left() {
        HttpFreight freight = new HttpFreight(VERTX);
        CompletableFuture<Void> written = new CompletableFuture<>();
        Endpoint at = store(request -> request.response().setChunked(true).write("a little"));
        Into into = new Into(home.resolve("down"), "x", 100);
        onLoop(() -> freight.fetch(at, "/f", true, into, (got, all) -> written.complete(null)));
        written.orTimeout(30, TimeUnit.SECONDS).join();
        assertThat(home.resolve("down")).isNotEmptyDirectory();

        await(onLoop(freight::close));

        assertThat(home.resolve("down")).isEmptyDirectory();
    }

    @Test
    void what_is_stopped_ends_at_once_and_leaves_nothing() throws Exception {
        CompletableFuture<Void> there = new CompletableFuture<>();
        Endpoint at = store(request -> {
            request.response().setChunked(true).write("a little");
            there.complete(null);
        });
        Moving<Fetched> moving = begin(at, "x", 100);
        there.orTimeout(30, TimeUnit.SECONDS).join();

        onLoop(() -> {
            moving.cancel();
            return true;
        });

        assertThatThrownBy(() -> await(moving.done())).hasMessageContaining("stopped");
        leavesNothing();
    }
}
