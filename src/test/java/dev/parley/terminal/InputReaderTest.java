package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class InputReaderTest {
    private static final String HUNG_UP = "hung up";
    private static final String CLOSED = "closed";

    private final LinkedBlockingQueue<String> terminal = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final LinkedBlockingQueue<Throwable> bugs = new LinkedBlockingQueue<>();
    private volatile boolean lent;

    @Test
    void what_is_read_is_decoded() throws Exception {
        start();

        terminal.add("a");
        terminal.add("\033[");
        terminal.add("A");

        assertThat(inputs.take()).isEqualTo(Key.text("a"));
        assertThat(inputs.take()).isEqualTo(Key.of(Key.Code.UP));
    }

    @Test
    void an_escape_that_stays_alone_is_the_key() throws Exception {
        start();

        terminal.add("\033");

        assertThat(inputs.take()).isEqualTo(Key.of(Key.Code.ESCAPE));
    }

    @Test
    void the_end_of_the_input_is_told_after_what_came_before() throws Exception {
        start();

        terminal.add("a\033");
        terminal.add(CLOSED);

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(inputs).containsExactly(Key.text("a"), Key.of(Key.Code.ESCAPE));
    }

    @Test
    void a_terminal_that_hung_up_is_an_end() throws Exception {
        start();

        terminal.add(HUNG_UP);

        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_terminal_that_was_lent_is_read_again_when_it_is_back() throws Exception {
        start();
        lent = true;

        terminal.add(HUNG_UP);
        terminal.add("a");

        assertThat(inputs.take()).isEqualTo(Key.text("a"));
        assertThat(ended.getCount()).isEqualTo(1);
    }

    @Test
    void a_bug_while_keys_are_decoded_is_told_and_not_a_silence() throws Exception {
        new InputReader(
                        new Reads(),
                        new KeyDecoder(
                                input -> {
                                    throw new IllegalStateException("a bug");
                                },
                                () -> {}),
                        () -> false,
                        ended::countDown,
                        bugs::add)
                .start();

        terminal.add("a");

        assertThat(bugs.poll(20, TimeUnit.SECONDS)).hasMessage("a bug");
    }

    private void start() {
        new InputReader(new Reads(), new KeyDecoder(inputs::add, () -> {}), () -> lent, ended::countDown, bugs::add)
                .start();
    }

    /** Gives what the test adds, one read each. */
    private final class Reads extends InputStream {
        @Override
        public int read() {
            throw new IllegalStateException("reads are of many bytes");
        }

        @Override
        public int read(byte[] into) throws IOException {
            try {
                String next = terminal.take();
                if (next.equals(HUNG_UP)) {
                    throw new IOException("Input/output error");
                }
                if (next.equals(CLOSED)) {
                    return -1;
                }
                byte[] bytes = next.getBytes(StandardCharsets.UTF_8);
                System.arraycopy(bytes, 0, into, 0, bytes.length);
                return bytes.length;
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }
}
