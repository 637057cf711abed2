package dev.parley.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.scorecard.Shows;
import dev.parley.text.Link;
import dev.parley.text.Links;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenerTest {
    private final List<List<String>> ran = new ArrayList<>();

    @TempDir
    Path bin;

    @Shows("S11")
    @Test
    void nothing_is_opened_before_the_second_key_and_then_once_with_one_argument() throws Exception {
        Opener opener = desktop("xdg-open");
        Link link = Links.judge("https://h.example/$(touch${IFS}/tmp/p)`id`;&| --help")
                .link()
                .orElseThrow();

        Opener.Question question = opener.ask(link);
        assertThat(ran).isEmpty();
        question.yes();

        assertThat(ran).containsExactly(List.of("xdg-open", link.target()));
        assertThat(link.target()).doesNotContain(" ", "`", "|", "{");
        assertThatThrownBy(question::yes).isInstanceOf(IllegalStateException.class);
        assertThat(ran).hasSize(1);
    }

    @Shows("S11")
    @Test
    void where_the_program_is_known_to_end_its_options_it_is_told_to() throws Exception {
        desktop("gio")
                .ask(Links.judge("https://h.example/").link().orElseThrow())
                .yes();

        assertThat(ran).containsExactly(List.of("gio", "open", "--", "https://h.example/"));
    }

    @Test
    void without_a_desktop_or_a_program_there_is_no_opener() throws Exception {
        program("xdg-open");

        assertThat(Opener.find(Map.of("PATH", bin.toString()), "Linux", ran::add))
                .isEmpty();
        assertThat(Opener.find(Map.of("PATH", ".:", "DISPLAY", ":0"), "Linux", ran::add))
                .isEmpty();
        assertThat(Opener.find(Map.of(), "Mac OS X", ran::add)).isPresent();
    }

    private Opener desktop(String name) throws IOException {
        program(name);
        return Opener.find(Map.of("PATH", bin.toString(), "DISPLAY", ":0"), "Linux", ran::add)
                .orElseThrow();
    }

    private void program(String name) throws IOException {
        Files.createFile(
                bin.resolve(name), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
