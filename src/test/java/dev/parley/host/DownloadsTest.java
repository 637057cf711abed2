package dev.parley.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.scorecard.Shows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Shows("S10")
class DownloadsTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../out",
                "/etc/out",
                "..\\..\\out",
                "a/../../out",
                "..",
                ".",
                "",
                "\0",
                "%2e%2e%2fout",
                "out\n"
            })
    void whatever_the_name_the_file_stands_right_in_the_folder(String name) throws Exception {
        Path folder = Files.createDirectories(home.resolve("a/downloads"));

        Path saved = Downloads.in(folder).save(name, content("x"), 10);

        assertThat(saved.toRealPath().getParent()).isEqualTo(folder.toRealPath());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(saved)))
                .isEqualTo("rw-------");
        assertThat(home.resolve("a")).isDirectoryNotContaining("glob:**/out");
    }

    @Test
    void nothing_is_overwritten_and_no_link_is_followed() throws Exception {
        Path theirs = Files.writeString(home.resolve("theirs"), "theirs");
        Path folder = Files.createDirectory(home.resolve("downloads"));
        Files.writeString(folder.resolve("a.txt"), "first");
        Files.createSymbolicLink(folder.resolve("a (1).txt"), theirs);
        Files.createSymbolicLink(folder.resolve("a (2).txt"), home.resolve("nowhere"));

        Path saved = Downloads.in(folder).save("a.txt", content("new"), 10);

        assertThat(saved).hasFileName("a (3).txt").hasContent("new");
        assertThat(folder.resolve("a.txt")).hasContent("first");
        assertThat(theirs).hasContent("theirs");
        assertThat(home.resolve("nowhere")).doesNotExist();
    }

    @Test
    void what_is_too_long_or_breaks_off_leaves_nothing_behind() throws Exception {
        Downloads downloads = Downloads.in(home);
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut");
            }
        };

        assertThatThrownBy(() -> downloads.save("a", content("eleven byte"), 10))
                .hasMessageContaining("longer than 10");
        assertThatThrownBy(() -> downloads.save("a", broken, 10)).hasMessage("cut");

        assertThat(home).isEmptyDirectory();
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
