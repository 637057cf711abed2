package dev.parley.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where nothing can be written the client runs all the same. */
class OnMemoryTest {
    @TempDir
    Path above;

    @Test
    void a_home_that_is_none_keeps_nobody_from_talking() throws Exception {
        Path home = Files.createFile(above.resolve("home"));

        try (Client client = Client.at(home).start()) {
            client.seesOnline().say("help").sees("Ada");
        }

        assertThat(home).isEmptyFile();
    }
}
