package dev.parley.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.scorecard.Shows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenTokenTest {
    private static final String JWT = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJl";

    @TempDir
    Path folder;

    @Shows("S6")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--token=hunter22",
                "--token",
                "-token",
                "--jwt=hunter22",
                "--JWT",
                "--lp-jwt=hunter22",
                "--lp_jwt",
                "--access-token=hunter22",
                "--password=hunter22",
                "--client-secret",
                "--api-key=hunter22",
                "--token-value=hunter22",
                "--authorization=hunter22",
                JWT,
                "--token-file=" + JWT,
                "--account=" + JWT,
                "LP_JWT=" + JWT
            })
    void a_secret_on_the_command_line_is_refused_and_not_repeated(String argument) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> GivenToken.refuseIn("--account", "1", argument));

        assertThat(refusal.exitCode()).isEqualTo(2);
        assertThat(refusal.sentence())
                .contains("--token-file", "--token-fd", "--token-prompt", "LP_JWT")
                .doesNotContain("hunter22", "eyJ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--token-file",
                "--token-file=/home/me/token",
                "--token-fd=3",
                "--token-prompt",
                "--server",
                "token",
                "Jo"
            })
    void what_is_no_secret_passes(String argument) {
        assertThatCode(() -> GivenToken.refuseIn(argument)).doesNotThrowAnyException();
    }

    @Test
    void a_descriptor_gives_what_stands_in_it() throws Exception {
        Files.writeString(folder.resolve("7"), JWT + "\n");

        assertThat(GivenToken.fromDescriptor(7, folder).reveal()).isEqualTo(JWT);
    }

    @Test
    void a_descriptor_that_is_closed_empty_or_a_standard_one_is_refused() throws Exception {
        Files.writeString(folder.resolve("7"), "\n");

        assertThat(catchThrowableOfType(Refusal.class, () -> GivenToken.fromDescriptor(7, folder))
                        .exitCode())
                .isEqualTo(3);
        assertThat(catchThrowableOfType(Refusal.class, () -> GivenToken.fromDescriptor(8, folder))
                        .sentence())
                .contains("--token-fd 3 3<FILE");
        assertThat(catchThrowableOfType(Refusal.class, () -> GivenToken.fromDescriptor(0, folder))
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void what_the_person_types_is_wiped_after_it_was_read() throws Exception {
        char[] typed = (" " + JWT + " ").toCharArray();

        assertThat(GivenToken.fromPerson(() -> typed).reveal()).isEqualTo(JWT);

        assertThat(typed).containsOnly('\0');
    }

    @Test
    void no_terminal_and_a_line_too_long_for_one_are_refused() {
        assertThat(catchThrowableOfType(Refusal.class, () -> GivenToken.fromPerson(() -> null))
                        .sentence())
                .contains("needs a terminal");
        assertThat(catchThrowableOfType(Refusal.class, () -> GivenToken.fromPerson(() -> new char[4_095]))
                        .sentence())
                .contains("--token-file");
    }

    @Test
    void without_a_home_there_are_no_folders_and_with_a_state_folder_alone_there_are() {
        assertThat(Folders.find(Map.of())).isEmpty();
        assertThat(Folders.find(Map.of("XDG_STATE_HOME", "relative"))).isEmpty();
        assertThat(Folders.find(Map.of("XDG_STATE_HOME", "/s")).map(Folders::state))
                .contains(Path.of("/s/parley"));
        assertThat(Folders.find(Map.of("HOME", "/h")).map(Folders::configFile))
                .isEqualTo(Optional.of(Path.of("/h/.config/parley/config.properties")));
    }
}
