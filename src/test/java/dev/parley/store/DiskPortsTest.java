package dev.parley.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Ports;
import dev.parley.conversation.SentTexts;
import dev.parley.conversation.Storage;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class DiskPortsTest extends PortsContract {
    @TempDir
    Path folder;

    private DiskStore store;

    @BeforeEach
    void open() {
        store = DiskStore.writing(folder, Sample.CLOCK);
    }

    @AfterEach
    void close() {
        assertThat(Sample.now(store.storage())).isEqualTo(Storage.KEPT);
        assertThat(Sample.now(store.warnings())).isEmpty();
        store.close();
    }

    @Override
    Ports.Factory factory() {
        return store;
    }

    @Override
    SentTexts sentTexts() {
        return store.sentTexts();
    }
}
