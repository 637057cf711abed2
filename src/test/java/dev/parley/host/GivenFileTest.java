package dev.parley.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenFileTest {
    @TempDir
    Path home;

    @Test
    void a_plain_file_is_told_with_its_real_path_size_and_beginning() throws Exception {
        Path file = Files.writeString(home.resolve("a.png"), "0123456789");
        Path link = Files.createSymbolicLink(home.resolve("b.png"), file);

        GivenFile looked = GivenFile.look(link, 4);

        assertThat(looked.path()).isEqualTo(file.toRealPath());
        assertThat(looked.size()).isEqualTo(10);
        assertThat(looked.head()).asString().isEqualTo("0123");
    }

    @Test
    void folders_devices_pipes_and_nothing_are_refused() throws Exception {
        Path pipe = home.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        refused(home, "that is a folder");
        refused(Path.of("/dev/null"), "a device or a pipe");
        refused(pipe, "a device or a pipe");
        refused(home.resolve("none"), "there is no such file");
    }

    private static void refused(Path path, String why) {
        assertThatThrownBy(() -> GivenFile.look(path, 4))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why)
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain(path.toString()));
    }

    @Test
    void more_than_may_be_sent_is_not_read() throws Exception {
        Path file = Files.write(home.resolve("a"), new byte[11]);

        assertThat(GivenFile.read(file, 11).head()).hasSize(11);
        assertThatThrownBy(() -> GivenFile.read(file, 10)).hasMessageContaining("more than 10 bytes");
    }
}
