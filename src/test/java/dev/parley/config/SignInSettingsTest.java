package dev.parley.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.host.Secret;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How one signs in, from flags, LP_ names and profile; and a sentence for what does not fit together. */
class SignInSettingsTest {
    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();
    private Optional<String> connector = Optional.empty();
    private Optional<Path> idToken = Optional.empty();
    private Optional<Path> code = Optional.empty();
    private Optional<Path> token = Optional.empty();
    private Optional<String> redirect = Optional.empty();
    private Optional<String> auth = Optional.empty();
    private OptionalInt consumers = OptionalInt.empty();

    @BeforeEach
    void a_home() {
        environment.put("HOME", home.toString());
    }

    private Path file(String name, String text, String permissions) throws IOException {
        Path file = Files.writeString(home.resolve(name), text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private void config(String text) throws IOException {
        Path file = home.resolve(".config/parley/config.properties");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Settings settle() throws Refusal {
        Flags flags = new Flags(
                        Optional.of("1"),
                        Optional.empty(),
                        Optional.empty(),
                        token,
                        consumers,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())
                .withSignIn(new SignInFlags(connector, idToken, code, redirect, auth));
        return Settings.settle(flags, environment, Folders.of(environment));
    }

    private Refusal refusal() {
        return catchThrowableOfType(Refusal.class, this::settle);
    }

    @Test
    void with_nothing_said_one_signs_up_and_the_token_goes_into_the_header() throws Refusal {
        SignInSettings signIn = settle().signIn();

        assertThat(signIn)
                .isEqualTo(new SignInSettings(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false));
    }

    @Test
    void a_connector_alone_is_for_several_consumers() throws Refusal {
        connector = Optional.of("auto");
        consumers = OptionalInt.of(3);

        Settings settings = settle();

        assertThat(settings.signIn().connector()).contains("auto");
        assertThat(settings.consumers()).hasValue(3);
    }

    @Test
    void an_id_token_is_read_from_its_file_each_time() throws Exception {
        connector = Optional.of("4711");
        idToken = Optional.of(file("id", "first\n", "rw-------"));
        SignInSettings.Given given = settle().signIn().idToken().orElseThrow();

        assertThat(given.read().reveal()).isEqualTo("first");
        Files.writeString(home.resolve("id"), "second");
        assertThat(given.read().reveal()).isEqualTo("second");
        assertThat(given.place()).isEqualTo(home.resolve("id").toString());
        assertThat(settle().toString()).doesNotContain("first", "second");
        assertThat(settle().consumers()).hasValue(1);
    }

    @Test
    void a_code_of_either_form() throws Exception {
        code = Optional.of(file("code", "ann:1", "rw-------"));
        assertThat(settle().signIn().connector()).isEmpty();

        connector = Optional.of("4711");
        redirect = Optional.of("https://shop.example/in");
        assertThat(settle().signIn().redirectUri()).contains("https://shop.example/in");
    }

    @Test
    void lp_names_say_the_same() throws Refusal {
        environment.putAll(
                Map.of("LP_CONNECTOR", "4711", "LP_AUTH_CODE", "canary", "LP_REDIRECT_URI", "https://shop.example/in"));

        SignInSettings signIn = settle().signIn();

        assertThat(signIn.code().orElseThrow().read().reveal()).isEqualTo("canary");
        assertThat(signIn.code().orElseThrow().place()).isEqualTo("LP_AUTH_CODE");
        assertThat(signIn.toString()).doesNotContain("canary");
    }

    @ParameterizedTest
    @CsvSource({"LP_ID_TOKEN", "LP_AUTH_CODE"})
    void an_env_file_with_a_secret_that_others_can_read_is_refused(String name) throws Exception {
        Path file = file("lp.env", name + "=canary\n", "rw-r--r--");

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> LpEnv.read(file));

        assertThat(refusal.exitCode()).isEqualTo(Refusal.TOKEN);
        assertThat(refusal.sentence()).contains("chmod 600").doesNotContain("canary");
    }

    @Test
    void a_profile_says_the_same() throws Exception {
        Path file = file("id", "token", "rw-------");
        config("connector=4711\nid-token-file=" + file + "\nauth=init\n");

        SignInSettings signIn = settle().signIn();

        assertThat(signIn.idToken().orElseThrow().place()).isEqualTo(file.toString());
        assertThat(signIn.inBand()).isTrue();
    }

    @Test
    void a_flag_wins_over_a_token_of_the_environment() throws Exception {
        environment.put("LP_JWT", "eyJ.e30.x");
        connector = Optional.of("4711");
        assertThat(settle().token()).isEmpty();

        idToken = Optional.of(file("id", "token", "rw-------"));
        assertThat(settle().token()).isEmpty();
        assertThat(settle().signIn().idToken()).isPresent();
    }

    @Test
    void a_token_wins_over_what_the_profile_says_of_signing_in() throws Exception {
        environment.put("LP_JWT", "eyJ.e30.x");
        config("connector=4711\n");

        Settings settings = settle();

        assertThat(settings.token().map(Secret::reveal)).contains("eyJ.e30.x");
        assertThat(settings.signIn().connector()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"rw-r--r--, chmod 600", "rw-rw----, chmod 600"})
    void a_proof_that_others_can_read_is_refused_like_a_token(String permissions, String remedy) throws Exception {
        connector = Optional.of("4711");
        idToken = Optional.of(file("id", "canary", permissions));

        assertThat(refusal().exitCode()).isEqualTo(Refusal.TOKEN);
        assertThat(refusal().sentence()).contains(remedy).doesNotContain("canary");
    }

    @Test
    void an_empty_or_missing_proof_is_named() throws Exception {
        code = Optional.of(file("code", " \n", "rw-------"));
        assertThat(refusal().sentence()).contains("the code file", "is empty");

        code = Optional.of(home.resolve("none"));
        assertThat(refusal().sentence()).contains("there is no file");
    }

    @Test
    void each_bad_combination_has_its_sentence() throws Exception {
        idToken = Optional.of(file("id", "token", "rw-------"));
        assertThat(refusal().sentence()).contains("name it with --connector ID");
        connector = Optional.of("auto");
        assertThat(refusal().sentence()).contains("name it with --connector ID");
        connector = Optional.of("4711");
        redirect = Optional.of("https://x.example");
        assertThat(refusal().sentence()).contains("--redirect-uri goes with a code and a connector");
        redirect = Optional.empty();
        code = Optional.of(file("code", "c", "rw-------"));
        assertThat(refusal().sentence()).contains("one way to sign in is enough");
        idToken = Optional.empty();
        assertThat(refusal().sentence()).contains("add --redirect-uri URI");
        redirect = Optional.of("not an address");
        assertThat(refusal().sentence()).contains("takes an address");
        connector = Optional.of("auto");
        assertThat(refusal().sentence()).contains("name the brand's own");
        connector = Optional.of("a b");
        assertThat(refusal().sentence()).contains("as in --connector 1234567890");
        connector = Optional.empty();
        redirect = Optional.empty();
        consumers = OptionalInt.of(2);
        assertThat(refusal().sentence()).contains("leave out --consumers");
        consumers = OptionalInt.empty();
        auth = Optional.of("cookie");
        assertThat(refusal().sentence()).contains("--auth takes header", "or init");
    }

    @Test
    void a_token_and_a_connector_from_the_same_place_are_one_too_many() throws Exception {
        token = Optional.of(file("token", "eyJ.e30.x", "rw-------"));
        connector = Optional.of("4711");

        assertThat(refusal().exitCode()).isEqualTo(Refusal.USAGE);
        assertThat(refusal().sentence()).contains("leave one of them out");
    }

    @ParameterizedTest
    @CsvSource({
        "--auth-code=abc, true",
        "--auth-code, true",
        "--id-token, true",
        "--id-token-file, false",
        "--id-token-file=x, false",
        "--auth-code-file, false",
        "--auth-code-file=x, false",
        "--token-life, false",
        "--connector, false",
        "--redirect-uri, false",
        "--auth, false"
    })
    void a_secret_as_an_argument_is_refused_and_the_name_of_its_file_is_not(String argument, boolean refused) {
        assertThat(catchThrowableOfType(Refusal.class, () -> GivenToken.refuseIn(argument)) != null)
                .isEqualTo(refused);
    }
}
