package dev.parley.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    @TempDir
    Path temp;

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void folders_and_files_are_the_owners_alone() throws Exception {
        Path folder = temp.resolve("parley").resolve("sandbox");

        try (StateFolder state = StateFolder.open(folder, false)) {
            state.key(new SecureRandom());
        }

        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(folder.getParent())).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("key"))).isEqualTo("rw-------");
        assertThat(permissions(folder.resolve("lock"))).isEqualTo("rw-------");
    }

    @Test
    void the_key_is_made_once_and_kept() throws Exception {
        SigningKey first;
        try (StateFolder state = StateFolder.open(temp.resolve("s"), false)) {
            first = state.key(new SecureRandom());
        }

        try (StateFolder state = StateFolder.open(temp.resolve("s"), false)) {
            assertThat(state.key(new SecureRandom()).encoded()).isEqualTo(first.encoded());
        }
    }

    @Test
    void fresh_takes_ledger_and_key_away() throws Exception {
        SigningKey first;
        try (StateFolder state = StateFolder.open(temp.resolve("s"), false)) {
            first = state.key(new SecureRandom());
            Files.writeString(state.ledger(), "old");
        }

        try (StateFolder state = StateFolder.open(temp.resolve("s"), true)) {
            assertThat(Files.exists(state.ledger())).isFalse();
            assertThat(state.key(new SecureRandom()).encoded()).isNotEqualTo(first.encoded());
        }
    }

    @Test
    void a_damaged_key_is_refused_with_what_to_do_and_what_that_costs() throws Exception {
        try (StateFolder state = StateFolder.open(temp.resolve("s"), false)) {
            Files.writeString(temp.resolve("s").resolve("key"), "short");

            assertThatThrownBy(() -> state.key(new SecureRandom()))
                    .isInstanceOf(StateRefused.class)
                    .hasMessageContaining("damaged")
                    .hasMessageContaining("Remove " + temp.resolve("s").resolve("key"))
                    .hasMessageContaining("are refused then");
        }
    }

    @Test
    void a_folder_that_others_may_write_into_is_refused() throws Exception {
        Path folder = Files.createDirectory(temp.resolve("open"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(() -> StateFolder.open(folder, false))
                .isInstanceOf(StateRefused.class)
                .hasMessageContaining("chmod 700");
    }

    @Test
    void a_held_folder_is_refused_until_it_is_let_go() throws Exception {
        Path folder = temp.resolve("s");
        StateFolder holder = StateFolder.open(folder, false);
        assertThatThrownBy(() -> StateFolder.open(folder, false))
                .isInstanceOf(StateRefused.class)
                .satisfies(e -> assertThat(((StateRefused) e).inUse()).isTrue());

        holder.close();

        StateFolder.open(folder, false).close();
    }
}
