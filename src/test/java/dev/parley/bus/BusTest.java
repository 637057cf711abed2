package dev.parley.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parley.conversation.Command;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Update;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BusTest {
    private static final ConsumerKey ONE = new ConsumerKey(1);
    private static final int MANY = 5_000;

    private final Bus bus = new Bus();
    private Vertx vertx;
    private Context loop;

    @BeforeEach
    void start() {
        vertx = Vertx.vertx();
        loop = vertx.getOrCreateContext();
    }

    @AfterEach
    void stop() throws Exception {
        await(vertx.close().toCompletionStage().toCompletableFuture());
    }

    @Test
    void what_is_posted_before_and_after_vertx_is_up_comes_once_and_in_order() throws Exception {
        Heard<Command> heard = new Heard<>(2 * MANY);
        bus.onCommand(heard::add);
        IntStream.range(0, MANY).forEach(i -> bus.send(command(i)));

        bus.attach(vertx);
        IntStream.range(MANY, 2 * MANY).forEach(i -> bus.send(command(i)));

        assertThat(heard.all()).map(BusTest::number).containsExactlyElementsOf(upTo(2 * MANY));
    }

    @Test
    void attaching_in_the_middle_of_posting_loses_and_reorders_nothing() throws Exception {
        for (int round = 0; round < 20; round++) {
            Vertx another = Vertx.vertx();
            Bus racing = new Bus();
            Heard<Command> heard = new Heard<>(MANY);
            CountDownLatch halfway = new CountDownLatch(1);
            Thread attaching = new Thread(() -> {
                awaitQuietly(halfway);
                racing.onCommand(heard::add);
                racing.attach(another);
            });
            attaching.start();

            IntStream.range(0, MANY).forEach(i -> {
                if (i == MANY / 2) {
                    halfway.countDown();
                }
                racing.send(command(i));
            });

            assertThat(heard.all()).map(BusTest::number).containsExactlyElementsOf(upTo(MANY));
            attaching.join();
            await(another.close().toCompletionStage().toCompletableFuture());
        }
    }

    @Test
    void what_is_posted_before_anybody_listens_waits() throws Exception {
        bus.attach(vertx);
        bus.publish(update());
        onLoop(() -> {});
        Heard<Update> heard = new Heard<>(1);

        bus.onUpdate(heard::add);

        assertThat(heard.all()).containsExactly(update());
    }

    @Test
    void a_record_goes_by_reference() throws Exception {
        Heard<Update> heard = new Heard<>(1);
        bus.onUpdate(heard::add);
        bus.attach(vertx);
        Update sent = new Update.Notice(ONE, Optional.empty(), false, "hello");

        bus.publish(sent);

        assertThat(heard.all().get(0)).isSameAs(sent);
    }

    @Test
    void handlers_run_on_the_loop_that_attached() throws Exception {
        Heard<Object> where = new Heard<>(2);
        onLoop(() -> bus.attach(vertx));
        bus.onCommand(command -> where.add(Vertx.currentContext()));
        bus.onUpdate(update -> where.add(Vertx.currentContext()));

        bus.send(command(0));
        bus.publish(update());

        List<Thread> threads = new ArrayList<>();
        onLoop(() -> threads.add(Thread.currentThread()));
        assertThat(where.all()).hasSize(2);
        assertThat(where.threads()).containsOnly(threads.get(0));
    }

    @Test
    void those_who_listen_from_one_turn_of_the_loop_hear_the_same() throws Exception {
        Heard<Command> first = new Heard<>(2);
        Heard<Command> second = new Heard<>(2);
        bus.send(command(0));

        onLoop(() -> {
            bus.attach(vertx);
            bus.onCommand(first::add);
            bus.onCommand(second::add);
            bus.send(command(1));
        });

        assertThat(first.all()).containsExactly(command(0), command(1));
        assertThat(second.all()).containsExactly(command(0), command(1));
    }

    @Test
    void a_handler_may_post_more_than_any_buffer_holds_without_loss() throws Exception {
        Heard<Update> heard = new Heard<>(MANY);
        bus.onCommand(command -> IntStream.range(0, MANY).forEach(i -> bus.publish(update())));
        bus.onUpdate(heard::add);
        bus.attach(vertx);

        bus.send(command(0));

        assertThat(heard.all()).hasSize(MANY);
    }

    @Test
    void a_busy_loop_gets_all_that_waited_for_it() throws Exception {
        Heard<Command> heard = new Heard<>(MANY);
        onLoop(() -> bus.attach(vertx));
        bus.onCommand(heard::add);
        CountDownLatch busy = new CountDownLatch(1);
        loop.runOnContext(turn -> awaitQuietly(busy));
        IntStream.range(0, MANY).forEach(i -> bus.send(command(i)));

        busy.countDown();

        assertThat(heard.all()).map(BusTest::number).containsExactlyElementsOf(upTo(MANY));
    }

    @Test
    void outstanding_counts_what_was_published_and_not_taken() {
        IntStream.range(0, 7).forEach(i -> bus.publish(update()));

        bus.taken(5);

        assertThat(bus.outstanding()).isEqualTo(2);
    }

    @Test
    void drained_is_told_on_the_loop_each_time_the_count_falls_below_the_mark() throws Exception {
        Heard<Thread> told = new Heard<>(2);
        AtomicInteger times = new AtomicInteger();
        bus.onDrained(() -> {
            times.incrementAndGet();
            told.add(Thread.currentThread());
        });
        onLoop(() -> bus.attach(vertx));
        List<Thread> threads = new ArrayList<>();
        onLoop(() -> threads.add(Thread.currentThread()));

        IntStream.range(0, Bus.DRAINED).forEach(i -> bus.publish(update()));
        bus.taken(1);
        bus.taken(1);
        IntStream.range(0, 2).forEach(i -> bus.publish(update()));
        bus.taken(Bus.DRAINED);

        assertThat(told.all()).containsOnly(threads.get(0));
        onLoop(() -> {});
        assertThat(times).hasValue(2);
    }

    @Test
    void after_closing_nobody_is_called_and_posting_harms_nobody() throws Exception {
        Heard<Command> heard = new Heard<>(1);
        onLoop(() -> bus.attach(vertx));
        bus.onCommand(heard::add);
        onLoop(() -> {});

        bus.close();
        bus.send(command(0));
        onLoop(() -> {});

        assertThat(heard.soFar()).isEmpty();
    }

    @Test
    void posting_while_vertx_is_gone_harms_nobody() throws Exception {
        bus.attach(vertx);
        bus.onCommand(command -> {});
        await(vertx.close().toCompletionStage().toCompletableFuture());

        assertThatCode(() -> bus.send(command(0))).doesNotThrowAnyException();
    }

    private void onLoop(Runnable work) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.runOnContext(turn -> {
            try {
                work.run();
                done.complete(null);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        await(done);
    }

    private static <T> T await(CompletableFuture<T> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(20, TimeUnit.SECONDS);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Command command(int number) {
        return new Command.Retry(ONE, Integer.toString(number));
    }

    private static int number(Command command) {
        return Integer.parseInt(((Command.Retry) command).cid());
    }

    private static Update update() {
        return new Update.ConsumerAdded(ONE);
    }

    private static List<Integer> upTo(int end) {
        return IntStream.range(0, end).boxed().toList();
    }

    /** Collects from any thread until the expected number is there. */
    private static final class Heard<T> {
        private final Queue<T> heard = new ConcurrentLinkedQueue<>();
        private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        private final CountDownLatch missing;

        Heard(int expected) {
            missing = new CountDownLatch(expected);
        }

        void add(T message) {
            heard.add(message);
            threads.add(Thread.currentThread());
            missing.countDown();
        }

        List<T> all() throws InterruptedException {
            assertThat(missing.await(20, TimeUnit.SECONDS)).as("all came").isTrue();
            return soFar();
        }

        List<T> soFar() {
            return List.copyOf(heard);
        }

        List<Thread> threads() {
            return List.copyOf(threads);
        }
    }
}
