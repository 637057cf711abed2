package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.config.Refusal;
import dev.parley.conversation.Storage;
import dev.parley.scorecard.Shows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FootingTest {
    @TempDir
    Path home;

    @Test
    void a_folder_that_can_be_written_to_is_held() throws Exception {
        try (Footing footing = Footing.of(Optional.of(home.resolve("state")), false)) {
            assertThat(footing.kind()).isEqualTo(Footing.Kind.HELD);
            assertThat(footing.writes()).isTrue();
        }
    }

    @Test
    void without_a_home_it_stands_on_memory_and_says_why() throws Exception {
        try (Footing footing = Footing.of(Optional.empty(), false)) {
            assertThat(storage(footing)).isEqualTo(Storage.State.MEMORY);
            assertThat(footing.why())
                    .contains("neither HOME nor XDG_STATE_HOME")
                    .contains("in memory only");
        }
    }

    @Test
    void where_nothing_can_be_written_it_stands_on_memory_and_says_why() throws Exception {
        Path inTheWay = Files.createFile(home.resolve("file"));

        try (Footing footing = Footing.of(Optional.of(inTheWay.resolve("state")), false)) {
            assertThat(storage(footing)).isEqualTo(Storage.State.MEMORY);
            assertThat(footing.why()).contains("nothing can be written to " + inTheWay);
        }
    }

    @Test
    void a_folder_of_which_others_could_take_hold_stays_a_refusal() throws Exception {
        Path open = Files.createDirectory(home.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

        for (boolean readOnly : new boolean[] {false, true}) {
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> Footing.of(Optional.of(open), readOnly));
            assertThat(refusal.sentence()).contains("chmod 700");
        }
    }

    @Shows("R23")
    @Test
    void a_second_one_is_refused_unless_it_only_looks() throws Exception {
        Optional<Path> state = Optional.of(home.resolve("state"));
        try (Footing first = Footing.of(state, false);
                Footing looking = Footing.of(state, true)) {
            assertThat(first.writes()).isTrue();
            assertThat(looking.writes()).isFalse();
            assertThat(storage(looking)).isEqualTo(Storage.State.READ_ONLY);
            assertThat(looking.why())
                    .contains("process " + ProcessHandle.current().pid());

            Refusal refusal = catchThrowableOfType(Refusal.class, () -> Footing.of(state, false));

            assertThat(refusal.exitCode()).isEqualTo(75);
            assertThat(refusal.sentence()).contains("--read-only");
        }
    }

    @Test
    void looking_where_nobody_holds_it_says_so_and_where_nothing_is_is_refused() throws Exception {
        Optional<Path> state = Optional.of(home.resolve("state"));
        assertThat(catchThrowableOfType(Refusal.class, () -> Footing.of(state, true))
                        .exitCode())
                .isEqualTo(2);
        Files.createDirectory(
                state.get(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));

        try (Footing looking = Footing.of(state, true)) {
            assertThat(looking.why()).contains("--read-only");
            assertThat(state.get()).isEmptyDirectory();
        }
    }

    @Test
    void what_is_chosen_is_kept_only_where_it_may_be() throws Exception {
        Optional<Path> state = Optional.of(home.resolve("state"));
        try (Footing held = Footing.of(state, false);
                Footing looking = Footing.of(state, true)) {
            SavedPreferences.of(held).put("theme", "light");

            SavedPreferences.of(looking).put("theme", "mono");

            assertThat(SavedPreferences.of(looking).get("theme")).contains("light");
        }
    }

    private static Storage.State storage(Footing footing) {
        try (Kept kept = Kept.on(footing)) {
            return kept.ports().storage().toCompletableFuture().join().state();
        }
    }
}
