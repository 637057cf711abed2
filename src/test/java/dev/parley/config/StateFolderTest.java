package dev.parley.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    @TempDir
    Path above;

    @Test
    void the_folder_and_its_files_are_private_from_the_moment_they_exist() throws Exception {
        try (StateFolder folder = StateFolder.hold(above.resolve("a/b"))) {
            assertThat(mode(above.resolve("a"))).isEqualTo("rwx------");
            assertThat(mode(folder.path())).isEqualTo("rwx------");
            assertThat(mode(folder.path().resolve("lock"))).isEqualTo("rw-------");
        }
    }

    @Test
    void a_second_holder_is_told_who_has_it() throws Exception {
        try (StateFolder first = StateFolder.hold(above.resolve("s"))) {
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> StateFolder.hold(first.path()));

            assertThat(refusal.exitCode()).isEqualTo(75);
            assertThat(refusal.sentence())
                    .contains(Long.toString(ProcessHandle.current().pid()));
        }
    }

    @Test
    void who_closes_it_lets_the_next_one_in() throws Exception {
        StateFolder.hold(above.resolve("s")).close();

        try (StateFolder next = StateFolder.hold(above.resolve("s"))) {
            assertThat(next.path()).isDirectory();
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

    private static String mode(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
