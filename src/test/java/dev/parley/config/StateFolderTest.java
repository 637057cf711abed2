package dev.parley.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.host.FolderLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    @TempDir
    Path above;

    @Test
    void a_second_holder_is_told_who_has_it_since_when_and_how_to_go_on() throws Exception {
        Path folder = above.resolve("s");
        try (FolderLock first = StateFolder.hold(folder)) {
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> StateFolder.hold(folder));

            assertThat(first).isNotNull();
            assertThat(refusal.exitCode()).isEqualTo(75);
            assertThat(refusal.sentence())
                    .contains("process " + ProcessHandle.current().pid() + " on ")
                    .containsPattern(" since [0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}")
                    .contains("--read-only")
                    .contains("--profile NAME");
        }
    }

    @Test
    void a_folder_that_others_may_write_to_is_refused() throws Exception {
        Path open = Files.createDirectory(above.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> StateFolder.hold(open));

        assertThat(refusal.sentence()).contains("chmod 700");
    }

    @Test
    void a_file_in_the_way_is_one_sentence() throws Exception {
        Path file = Files.createFile(above.resolve("file"));

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> StateFolder.hold(file.resolve("below")));

        assertThat(refusal.sentence()).contains("cannot make the folder").contains("XDG_STATE_HOME");
    }
}
