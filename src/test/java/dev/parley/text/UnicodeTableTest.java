package dev.parley.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The committed table is what ICU's data says. Write it anew: mvn test -Dtest=UnicodeTableTest -Dparley.rewrite=true */
class UnicodeTableTest {
    private static final Path COMMITTED =
            Path.of("src", "main", "resources", "dev", "parley", "text", UnicodeTable.RESOURCE);

    @Test
    void the_committed_table_is_the_one_that_the_data_gives() throws IOException {
        byte[] made = UnicodeTableWriter.table();
        if (Boolean.getBoolean("parley.rewrite")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.write(COMMITTED, made);
        }

        byte[] committed = Files.readAllBytes(COMMITTED);

        assertThat(committed).isEqualTo(made);
    }

    @Test
    void every_code_point_reads_back_what_was_written() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            int flags = UnicodeTable.of(codePoint);

            if (flags != UnicodeTableWriter.flags(codePoint)) {
                assertThat(flags).as("U+%04X", codePoint).isEqualTo(UnicodeTableWriter.flags(codePoint));
            }
        }
    }

    @Test
    void recent_characters_are_never_composed() {
        int both = UnicodeTable.RECENT | UnicodeTable.COMPOSES;

        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(codePoint -> (UnicodeTable.of(codePoint) & both) == both))
                .isEmpty();
    }
}
