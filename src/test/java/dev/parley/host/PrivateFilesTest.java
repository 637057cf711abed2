package dev.parley.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PrivateFilesTest {
    @TempDir
    Path above;

    @Shows("S10")
    @Test
    void everything_is_private_from_the_moment_it_exists_also_under_umask_000() throws Exception {
        Path folder = above.resolve("a/b");

        Child.makingUnderUmaskZero(folder);

        assertThat(mode(above.resolve("a"))).isEqualTo("rwx------");
        assertThat(mode(folder)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(5).allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
            Figures.note(
                    "S10", "PrivateFilesTest", "2 folders 0700 and " + all.size() + " files 0600 under umask 000.");
        }
    }

    @Test
    void a_folder_that_others_may_write_to_is_refused_with_what_to_do() throws Exception {
        Path open = Files.createDirectory(above.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwx---"));

        assertThatThrownBy(() -> PrivateFiles.makeFolder(open))
                .isInstanceOf(NotPrivate.class)
                .hasMessageContaining("chmod 700 " + open);
    }

    @Test
    void a_folder_where_there_can_be_none_is_an_ordinary_failure() throws Exception {
        Path file = Files.createFile(above.resolve("file"));

        assertThatThrownBy(() -> PrivateFiles.makeFolder(file.resolve("below"))).isInstanceOf(IOException.class);
    }

    @Shows("S10")
    @Test
    void a_link_in_the_place_of_a_file_is_not_followed() throws Exception {
        Path target = Files.writeString(above.resolve("target"), "theirs");
        Path link = Files.createSymbolicLink(above.resolve("link"), target);
        Path dangling = Files.createSymbolicLink(above.resolve("dangling"), above.resolve("nowhere"));

        assertThatThrownBy(() -> PrivateFiles.open(link, StandardOpenOption.CREATE, StandardOpenOption.WRITE))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PrivateFiles.create(dangling)).isInstanceOf(FileAlreadyExistsException.class);
        PrivateFiles.replace(link, "ours".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        assertThat(target).hasContent("theirs");
        assertThat(link).isRegularFile().hasContent("ours");
        assertThat(above.resolve("nowhere")).doesNotExist();
    }

    @Test
    void a_secret_shows_itself_to_nobody() {
        assertThat(Secret.of("hunter22")).hasToString("[redacted]");
        assertThat(String.valueOf(List.of(Secret.of("hunter22")))).doesNotContain("hunter22");
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
