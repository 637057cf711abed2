package dev.parley.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Content reaches a person through the frame writer, or as a sentence that was made safe: nobody else has a way out. */
class OneDoorTest {
    private static final String TERMINAL = "dev.parley.terminal.";

    /** Which classes may take a way, and why. */
    private static final Map<String, Set<String>> MAY = Map.of(
            // The adapter.
            "Lanterna's output",
            Set.of(TERMINAL + "ParleyTerminal", TERMINAL + "ParleyScreen", TERMINAL + "CellGraphics"),
            "FileDescriptor",
            Set.of(TERMINAL + "ParleyTerminal"),
            "a device by its name",
            // The last one reads a token from a descriptor that it was given.
            Set.of(TERMINAL + "Children", TERMINAL + "ParleyTerminal", "dev.parley.config.GivenToken"),
            // Commands without a screen, which print words of ours, or a transcript's safe text; a refusal, made safe;
            // the sentence after a bug.
            "System.out",
            Set.of(
                    "dev.parley.cli.Main",
                    "dev.parley.cli.ExportCommand",
                    "dev.parley.cli.KeysCommand",
                    "dev.parley.cli.PictureCommand",
                    "dev.parley.cli.SandboxCommand"),
            "System.err",
            Set.of("dev.parley.cli.Main", "dev.parley.cli.ClientCommand"),
            "System.setOut",
            Set.of("dev.parley.log.LogFile"),
            // Whether there is a terminal; a token typed in without echo.
            "System.console",
            Set.of("dev.parley.cli.ScreenOptions", "dev.parley.cli.ClientOptions"));

    @Test
    @Shows("S4")
    void only_the_adapter_writes_to_the_terminal() {
        List<String> trespasses = new ArrayList<>();
        int classes = 0;
        for (JavaClass type : house()) {
            classes++;
            Doors.of(type).forEach((way, members) -> {
                if (!MAY.getOrDefault(way, Set.of()).contains(type.getName())) {
                    trespasses.add(type.getName() + " reaches " + way + " in " + members);
                }
            });
        }

        assertThat(trespasses).isEmpty();
        Figures.note("S4", "OneDoorTest", classes + " classes scanned, 0 trespasses");
    }

    /** A rule that allows more than is needed is a door left open. */
    @Test
    void whoever_may_take_a_way_does() {
        List<String> unused = new ArrayList<>();
        Map<String, JavaClass> byName = new TreeMap<>();
        house().forEach(type -> byName.put(type.getName(), type));
        MAY.forEach((way, classes) -> classes.forEach(name -> {
            if (!byName.containsKey(name) || !Doors.of(byName.get(name)).containsKey(way)) {
                unused.add(name + " needs no " + way);
            }
        }));

        assertThat(unused).isEmpty();
    }

    @Test
    @Shows(value = "S4", withoutGuard = true)
    void a_class_with_every_back_door_there_is_is_found_at_each() {
        Map<String, Set<String>> found = Doors.of(new ClassFileImporter().importClass(BackDoor.class));

        assertThat(found)
                .containsEntry("System.out", Set.of("print"))
                .containsEntry("System.err", Set.of("complain"))
                .containsEntry("System.setOut", Set.of("takeOver"))
                .containsEntry("System.console", Set.of("console"))
                .containsEntry("a stack trace", Set.of("trace"))
                .containsEntry("a log on the screen", Set.of("log"))
                .containsEntry("FileDescriptor", Set.of("descriptor"))
                .containsEntry("a device by its name", Set.of("(constants)"))
                .containsEntry("a child's streams", Set.of("child", "redirect"))
                .containsEntry("Lanterna's output", Set.of("draw", "cell", "write", "title"));
    }

    private static Iterable<JavaClass> house() {
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("/fast/test/"))
                .importPackages("dev.parley");
    }
}
