package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class KeeperTest {
    private final IOException plain =
            new IOException("the disk is full", new IOException("[SQLITE_FULL] Insertion failed"));

    @Test
    void the_person_reads_the_reason_and_not_what_lies_below_it() {
        assertThat(Keeper.reason(plain)).isEqualTo("the disk is full");
        assertThat(Keeper.reason(new CompletionException(plain))).isEqualTo("the disk is full");
    }
}
