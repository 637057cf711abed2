package dev.parley.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.text.Link;
import dev.parley.text.Links;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link with a secret in it is not among the arguments of the program that opens it. */
class LeadingPageTest {
    @TempDir
    Path home;

    @Test
    void the_program_gets_a_page_that_only_we_may_read() throws Exception {
        Path bin = Files.createDirectory(home.resolve("bin"));
        Path program = Files.createFile(
                bin.resolve("xdg-open"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        List<String> started = new ArrayList<>();
        Opener opener = Opener.find(
                        Map.of("DISPLAY", ":0", "PATH", program.getParent().toString()), "Linux", started::addAll)
                .orElseThrow();
        Link link = Links.judge("https://forms.example/f?readOtk=canary&writeOtk=it's")
                .link()
                .orElseThrow();

        opener.askPrivately(link, home.resolve("Downloads")).yes();

        assertThat(started.toString()).doesNotContain("canary");
        Path page = Path.of(URI.create(started.get(1)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
                .isEqualTo("rw-------");
        assertThat(page).content().contains("url=https://forms.example/f?readOtk=canary&amp;writeOtk=it%27s'>");
    }

    @Test
    void what_a_killed_program_has_left_goes_with_the_next_one_and_nothing_else() throws Exception {
        FileTime before = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Path left = Files.writeString(home.resolve("parley-" + UUID.randomUUID() + ".html"), "canary");
        Path own = Files.writeString(home.resolve("parley-notes.html"), "mine");
        Files.setLastModifiedTime(left, before);
        Files.setLastModifiedTime(own, before);
        Link link = Links.judge("https://forms.example/f").link().orElseThrow();
        Path other = LeadingPage.write(link, home);

        Path page = LeadingPage.write(link, home);

        assertThat(left).doesNotExist();
        assertThat(List.of(own, other, page))
                .allSatisfy(each -> assertThat(each).exists());
    }
}
