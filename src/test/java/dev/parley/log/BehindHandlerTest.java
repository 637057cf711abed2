package dev.parley.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BehindHandlerTest {
    private static final Formatter PLAIN = new Formatter() {
        @Override
        public String format(LogRecord record) {
            return record.getMessage() + "\n";
        }
    };

    /** A disk that takes nothing until it is told to. */
    private static final class SlowDisk extends OutputStream {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch goesOn = new CountDownLatch(1);

        @Override
        public synchronized void write(int b) {
            asked.countDown();
            boolean waited = false;
            while (!waited) {
                try {
                    goesOn.await();
                    waited = true;
                } catch (InterruptedException asDisksDo) {
                    // Not to be hurried.
                }
            }
            taken.write(b);
        }

        String text() {
            return taken.toString(StandardCharsets.UTF_8);
        }
    }

    private static LogRecord record(String message) {
        return new LogRecord(Level.FINEST, message);
    }

    @Test
    void whoever_publishes_does_not_wait_for_the_disk() throws Exception {
        SlowDisk disk = new SlowDisk();
        BehindHandler handler = new BehindHandler(disk, PLAIN);

        handler.publish(record("one"));
        disk.asked.await();
        handler.publish(record("two"));

        disk.goesOn.countDown();
        handler.close();
        assertThat(disk.text()).isEqualTo("one\ntwo\n");
    }

    @Test
    void what_is_too_much_for_the_disk_is_left_out_and_counted() throws Exception {
        SlowDisk disk = new SlowDisk();
        BehindHandler handler = new BehindHandler(disk, PLAIN);
        handler.publish(record("first"));
        disk.asked.await();

        for (int i = 0; i < 20; i++) {
            handler.publish(record("x".repeat(1_000_000)));
        }

        disk.goesOn.countDown();
        handler.close();
        assertThat(disk.text().lines().filter(line -> line.startsWith("#")))
                .singleElement()
                .isEqualTo("# about here 12 were left out: the disk is too slow for them");
        assertThat(disk.text().lines().filter(line -> line.startsWith("xx")).count())
                .isEqualTo(8);
    }

    @Test
    void what_was_left_out_last_is_counted_too() throws Exception {
        SlowDisk disk = new SlowDisk();
        BehindHandler handler = new BehindHandler(disk, PLAIN);
        handler.publish(record("first"));
        disk.asked.await();
        handler.publish(record("x".repeat(8_000_001)));

        disk.goesOn.countDown();
        handler.close();

        assertThat(disk.text()).isEqualTo("first\n# about here 1 were left out: the disk is too slow for them\n");
    }

    @Test
    void a_disk_that_takes_nothing_does_not_keep_the_program_from_ending() throws Exception {
        SlowDisk disk = new SlowDisk();
        BehindHandler handler = new BehindHandler(disk, PLAIN);
        handler.publish(record("one"));
        disk.asked.await();

        handler.close();

        assertThat(disk.text()).isEmpty();
    }

    @Test
    void closed_it_has_written_all_in_order_and_takes_no_more() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BehindHandler handler = new BehindHandler(out, PLAIN);
        for (int i = 0; i < 1_000; i++) {
            handler.publish(record("line " + i));
        }

        handler.close();
        handler.publish(record("late"));

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(1_000)
                .first()
                .isEqualTo("line 0");
    }
}
