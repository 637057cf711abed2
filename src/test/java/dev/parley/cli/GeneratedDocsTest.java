package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ui.app.ActionTable;
import dev.parley.ui.keys.KeyTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the program writes into the repository must be what it would write now; {@code -Dparley.rewrite=true} writes it. */
class GeneratedDocsTest {
    private static final boolean REWRITE = Boolean.getBoolean("parley.rewrite");

    @Test
    void the_key_table_of_the_readme_is_the_table_in_the_code() throws IOException {
        Path readme = Path.of("README.md");
        String text = Files.readString(readme);
        int from = text.indexOf('\n', text.indexOf("<!-- keys:")) + 1;
        int to = text.indexOf("<!-- /keys -->");
        String wanted = "\n" + KeyTable.markdown(ActionTable.all()).strip() + "\n\n";
        if (REWRITE) {
            Files.writeString(readme, text.substring(0, from) + wanted + text.substring(to));
            return;
        }

        assertThat(text.substring(from, to)).isEqualTo(wanted);
    }

    @Test
    void the_picture_is_what_the_program_draws() throws Exception {
        Path picture = Path.of("src/site/screen.svg");
        String drawn = PictureCommand.svg(120, 24, "default");
        if (REWRITE) {
            Files.writeString(picture, drawn);
            return;
        }

        assertThat(Files.readString(picture)).isEqualTo(drawn);
    }

    @Test
    void the_picture_is_the_same_each_time() throws Exception {
        assertThat(PictureCommand.svg(80, 24, "mono")).isEqualTo(PictureCommand.svg(80, 24, "mono"));
    }
}
