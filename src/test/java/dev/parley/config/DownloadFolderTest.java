package dev.parley.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadFolderTest {
    @TempDir
    Path home;

    private String folder(String configured) {
        return DownloadFolder.of(configured, Map.of("HOME", home.toString()))
                .map(path -> home.relativize(path).toString())
                .orElse("none");
    }

    @Test
    void it_is_what_the_person_says() {
        assertThat(folder("~/kept")).isEqualTo("kept");
        assertThat(folder(home + "/else")).isEqualTo("else");
    }

    @Test
    void else_it_is_downloads() {
        assertThat(folder("")).isEqualTo("Downloads");
    }

    @ParameterizedTest
    @CsvSource({"$HOME/Geladen, Geladen", "$HOME/, Downloads", "Geladen, Downloads"})
    void or_what_the_desktop_says(String entry, String folder) throws Exception {
        Files.createDirectories(home.resolve(".config"));
        Files.writeString(home.resolve(".config/user-dirs.dirs"), "# x\nXDG_DOWNLOAD_DIR=\"" + entry + "\"\n");

        assertThat(folder("")).isEqualTo(folder);
    }

    @Test
    void without_a_home_there_is_none() {
        assertThat(DownloadFolder.of("", Map.of())).isEmpty();
    }
}
