package dev.parley.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJl";

    @TempDir
    Path folder;

    @Test
    void the_file_is_private_and_begins_anew_at_its_size_while_it_is_written() throws Exception {
        Path file = folder.resolve("parley.log");
        try (OutputStream out = new CappedFile(file, 10)) {
            out.write("first 4567\n".getBytes(StandardCharsets.US_ASCII));
            out.write("second\n".getBytes(StandardCharsets.US_ASCII));

            assertThat(file).hasContent("second\n");
            assertThat(folder.resolve("parley.log.1")).hasContent("first 4567\n");
            assertThat(mode(file)).isEqualTo("rw-------");
        }
    }

    @Test
    void what_others_can_read_or_a_link_is_set_aside_and_not_written_to() throws Exception {
        Path open = Files.writeString(folder.resolve("open.log"), "old");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
        Path theirs = Files.writeString(folder.resolve("theirs"), "theirs");
        Path link = Files.createSymbolicLink(folder.resolve("link.log"), theirs);

        new CappedFile(open, 10).close();
        new CappedFile(link, 10).close();

        assertThat(mode(open)).isEqualTo("rw-------");
        assertThat(folder.resolve("open.log.1")).hasContent("old");
        assertThat(link).isRegularFile().isEmptyFile();
        assertThat(theirs).hasContent("theirs");
    }

    @Test
    void a_full_disk_is_no_reason_to_fail() {
        Handler handler = new LineHandler(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                },
                new OneLine(Redaction.FULL));

        handler.publish(new LogRecord(Level.INFO, "x"));

        assertThat(handler.isLoggable(new LogRecord(Level.INFO, "x"))).isTrue();
    }

    @Test
    void a_trace_says_first_what_is_missing_and_then_each_frame_on_a_line() throws Exception {
        Path file = folder.resolve("trace");
        Logger wire = Logger.getLogger(WireTrace.LOGGER);
        Level before = wire.getLevel();
        try {
            WireTrace.open(file, Redaction.FULL);
            Handler handler = wire.getHandlers()[0];
            wire.finest("consumer 1 < {\"jwt\":\"" + JWT + "\",\"a\":\"{0}\n\u001b[2J 4111 1111 1111 1111\"}");
            handler.close();
            wire.removeHandler(handler);

            assertThat(Files.readAllLines(file)).hasSize(2);
            assertThat(Files.readAllLines(file).get(0)).startsWith("# ").contains("taken out");
            assertThat(Files.readAllLines(file).get(1))
                    .contains("consumer 1 < {", "[card number]", "[redacted]", "{0}")
                    .doesNotContain("eyJ", "\u001b");
            assertThat(mode(file)).isEqualTo("rw-------");
            assertThat(wire.getUseParentHandlers()).isFalse();
            assertThatThrownBy(() -> WireTrace.open(file, Redaction.FULL))
                    .isInstanceOf(FileAlreadyExistsException.class);
        } finally {
            wire.setLevel(before);
            wire.setUseParentHandlers(true);
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
