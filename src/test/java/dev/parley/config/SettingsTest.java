package dev.parley.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which source wins, and what is refused before anything starts. */
class SettingsTest {
    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();
    private Optional<String> account = Optional.empty();
    private Optional<String> server = Optional.empty();
    private Optional<Path> envFile = Optional.empty();
    private Optional<Path> tokenFile = Optional.empty();
    private Optional<String> profile = Optional.empty();
    private OptionalInt consumers = OptionalInt.empty();

    @BeforeEach
    void a_home() {
        environment.put("HOME", home.toString());
    }

    @Test
    void with_nothing_set_up_the_sandbox_answers() throws Refusal {
        Settings settings = settle();

        assertThat(settings.sandbox()).isTrue();
        assertThat(settings.account()).isEqualTo("10000001");
    }

    @Test
    void an_account_alone_means_liveperson_and_never_the_sandbox() throws Refusal {
        account = Optional.of("qa57221676");

        Settings settings = settle();

        assertThat(settings.sandbox()).isFalse();
        assertThat(settings.server()).hasToString("https://api.liveperson.net");
    }

    @Test
    void a_server_alone_means_the_sandbox_account_there() throws Refusal {
        server = Optional.of("http://127.0.0.1:8080/");

        Settings settings = settle();

        assertThat(settings.sandbox()).isFalse();
        assertThat(settings.account()).isEqualTo("10000001");
        assertThat(settings.server()).hasToString("http://127.0.0.1:8080");
    }

    @Test
    void a_ws_address_is_the_http_one_of_the_same_host() throws Refusal {
        server = Optional.of("ws://localhost:9");

        assertThat(settle().server()).hasToString("http://localhost:9");
    }

    @Test
    void the_flag_wins_over_the_env_file_and_that_over_the_environment_and_that_over_the_profile() throws Exception {
        config("profile.work.account=fromProfile\naccount=fromConfig\n");
        profile = Optional.of("work");
        assertThat(settle().account()).isEqualTo("fromProfile");

        environment.put("LP_ACCOUNT", "fromEnvironment");
        assertThat(settle().account()).isEqualTo("fromEnvironment");

        envFile = Optional.of(file("lp.env", "export LP_ACCOUNT=\"fromFile\"\n", "rw-r--r--"));
        assertThat(settle().account()).isEqualTo("fromFile");

        account = Optional.of("fromFlag");
        assertThat(settle().account()).isEqualTo("fromFlag");
    }

    @Test
    void another_profile_s_settings_are_not_used() throws Exception {
        config("profile.work.account=fromProfile\n");

        assertThat(settle().sandbox()).isTrue();
    }

    @Test
    void an_lp_variable_without_an_account_is_refused_and_does_not_fall_back() {
        environment.put("LP_IDP", "idp.example");

        Refusal refusal = refusal();

        assertThat(refusal.exitCode()).isEqualTo(Refusal.USAGE);
        assertThat(refusal.sentence()).contains("LP_IDP").contains("--account");
    }

    @Test
    void a_token_that_others_can_read_is_refused() throws Exception {
        account = Optional.of("1");
        tokenFile = Optional.of(file("token", "eyJ.e30.x", "rw-r--r--"));

        Refusal refusal = refusal();

        assertThat(refusal.exitCode()).isEqualTo(Refusal.TOKEN);
        assertThat(refusal.sentence()).contains("chmod 600").doesNotContain("eyJ");
    }

    @Test
    void a_token_in_an_env_file_that_others_can_read_is_refused() throws Exception {
        envFile = Optional.of(file("lp.env", "LP_ACCOUNT=1\nLP_JWT=eyJ.e30.x\n", "rw-rw----"));

        assertThat(refusal().exitCode()).isEqualTo(Refusal.TOKEN);
    }

    @Test
    void a_token_does_not_print_itself() throws Exception {
        account = Optional.of("1");
        tokenFile = Optional.of(file("token", "eyJ.e30.x\n", "rw-------"));

        Settings settings = settle();

        assertThat(settings.token().orElseThrow().reveal()).isEqualTo("eyJ.e30.x");
        assertThat(settings.toString()).doesNotContain("eyJ");
    }

    @Test
    void one_token_cannot_be_several_consumers() throws Exception {
        account = Optional.of("1");
        tokenFile = Optional.of(file("token", "eyJ.e30.x\n", "rw-------"));
        consumers = OptionalInt.of(3);

        assertThat(refusal().sentence()).contains("one token is one consumer");
    }

    @Test
    void an_unknown_setting_names_the_nearest_known_one() throws Exception {
        config("acount=1\n");

        Refusal refusal = refusal();

        assertThat(refusal.exitCode()).isEqualTo(Refusal.USAGE);
        assertThat(refusal.sentence())
                .contains("\"acount\"")
                .contains("\"account\"")
                .contains("config.properties");
    }

    @Test
    void a_broken_line_of_an_env_file_is_named_but_not_quoted() throws Exception {
        envFile = Optional.of(file("lp.env", "LP_ACCOUNT=1\neyJhbGciOi\n", "rw-------"));

        assertThat(refusal().sentence()).contains("line 2").doesNotContain("eyJ");
    }

    @Test
    void key_bindings_are_handed_on() throws Exception {
        config("key.next-unread=Alt-N, F5\n");

        assertThat(settle().keys()).containsEntry("next-unread", "Alt-N, F5");
    }

    private void config(String text) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".config/parley"));
        Files.writeString(folder.resolve("config.properties"), text);
    }

    private Path file(String name, String text, String mode) throws IOException {
        Path file = home.resolve(name);
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private Refusal refusal() {
        return catchThrowableOfType(Refusal.class, this::settle);
    }

    private Settings settle() throws Refusal {
        Flags flags = new Flags(
                account,
                server,
                envFile,
                tokenFile,
                consumers,
                profile,
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return Settings.settle(flags, environment, Folders.of(environment));
    }
}
