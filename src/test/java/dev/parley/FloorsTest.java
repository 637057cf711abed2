package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The libraries that the program runs with against the list of oldest versions in pom.xml, which the build enforces too. */
class FloorsTest {
    private static final Pattern FLOOR = Pattern.compile("<exclude>([a-z.]+):([a-z*-]+):\\(,([0-9.]+)\\)</exclude>");
    private static final Pattern COUNTED_ALONE = Pattern.compile("netty-tcnative-.*");
    private static final Pattern JAR = Pattern.compile("(.+?)-([0-9][0-9.]*)(?:\\.Final)?\\.jar");

    private record Floor(String group, String artifact, String version) {
        boolean covers(Library library) {
            boolean ofGroup = library.group().equals(group) || library.group().endsWith("." + group);
            return ofGroup && (artifact.equals("*") || artifact.equals(library.artifact()));
        }
    }

    /** @param group on the class path with the repository's folder before it */
    private record Library(String group, String artifact, String version) {}

    @Shows("S15")
    @Test
    void no_library_on_the_class_path_is_older_than_its_floor() throws IOException {
        List<Floor> floors = floors();

        List<String> checked = new ArrayList<>();
        List<Library> tooOld = new ArrayList<>();
        for (Library library : onTheClassPath()) {
            floors.stream().filter(floor -> floor.covers(library)).forEach(floor -> {
                checked.add(floor.group());
                if (isOlder(library.version(), floor.version())) {
                    tooOld.add(library);
                }
            });
        }

        assertThat(tooOld).isEmpty();
        assertThat(checked)
                .contains(
                        "io.netty",
                        "io.vertx",
                        "com.fasterxml.jackson.core",
                        "com.googlecode.lanterna",
                        "info.picocli",
                        "org.xerial");
        Figures.note(
                "S15",
                "FloorsTest",
                checked.size() + " libraries at or above the " + floors.size()
                        + " floors of pom.xml; checksums strict; SBOM by -Prelease.");
    }

    @Test
    void versions_are_compared_number_by_number() {
        assertThat(isOlder("4.2.9", "4.2.20")).isTrue();
        assertThat(isOlder("4.2", "4.2.1")).isTrue();
        assertThat(isOlder("2.22", "2.22")).isFalse();
        assertThat(isOlder("2.22.4", "2.22")).isFalse();
        assertThat(isOlder("10.0", "9.9")).isFalse();
    }

    @Shows("S15")
    @Test
    void what_is_fetched_must_have_the_checksum_that_was_promised() throws IOException {
        assertThat(Files.readAllLines(Path.of(".mvn/maven.config"))).contains("--strict-checksums");
        assertThat(Path.of(".mvn/wrapper/maven-wrapper.properties")).content().contains("distributionSha256Sum=");
    }

    @Shows("S15")
    @Test
    void every_part_of_the_bill_of_materials_has_a_floor_or_is_only_annotations() throws IOException {
        Path bill = Path.of("target/bom.json");
        assumeThat(Dose.isFull() && Files.exists(bill))
                .as("the full dose with -Prelease")
                .isTrue();
        List<Floor> floors = floors();

        List<String> without = new ArrayList<>();
        for (JsonNode component : new ObjectMapper().readTree(bill.toFile()).path("components")) {
            Library library = new Library(
                    component.path("group").asText(),
                    component.path("name").asText(),
                    component.path("version").asText());
            boolean covered = floors.stream().anyMatch(floor -> floor.covers(library));
            if (!covered && !library.group().equals("org.jspecify")) {
                without.add(library.toString());
            }
        }

        assertThat(without).isEmpty();
    }

    private static List<Floor> floors() throws IOException {
        List<Floor> floors = new ArrayList<>();
        Matcher matcher = FLOOR.matcher(Files.readString(Path.of("pom.xml")));
        while (matcher.find()) {
            floors.add(new Floor(matcher.group(1), matcher.group(2), matcher.group(3)));
        }
        assertThat(floors).hasSizeGreaterThan(4);
        return floors;
    }

    private static List<Library> onTheClassPath() {
        List<Library> libraries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(":")) {
            library(Path.of(entry)).ifPresent(libraries::add);
        }
        return libraries;
    }

    /** As a Maven repository has it: group/artifact/version/artifact-version.jar. */
    private static Optional<Library> library(Path jar) {
        Matcher named = JAR.matcher(String.valueOf(jar.getFileName()));
        if (jar.getNameCount() < 4
                || !named.matches()
                || COUNTED_ALONE.matcher(named.group(1)).matches()) {
            return Optional.empty();
        }
        String folder = jar.getParent().getParent().getParent().toString().replace('/', '.');
        return Optional.of(new Library(folder, named.group(1), named.group(2)));
    }

    private static boolean isOlder(String version, String floor) {
        String[] have = version.split("\\.");
        String[] want = floor.split("\\.");
        for (int i = 0; i < Math.max(have.length, want.length); i++) {
            int a = i < have.length ? Integer.parseInt(have[i]) : 0;
            int b = i < want.length ? Integer.parseInt(want[i]) : 0;
            if (a != b) {
                return a < b;
            }
        }
        return false;
    }
}
