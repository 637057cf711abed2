package dev.parley.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.parley.scorecard.Shows;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ChildrenTest {
    private static final Set<String> REVEALERS = Set.of(
            "dev.parley.session.Greeting",
            "dev.parley.session.HttpWeb",
            "dev.parley.session.Idp",
            "dev.parley.session.SocketDialer",
            "dev.parley.session.Token",
            "dev.parley.session.TokenFile");

    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("/fast/test/"))
            .importPackages("dev.parley");

    @Shows("S6")
    @Test
    void a_child_inherits_path_and_what_is_named_and_nothing_else() {
        String other = System.getenv().keySet().stream()
                .filter(name -> !name.equals("PATH"))
                .findFirst()
                .orElse("HOME");

        assertThat(Children.of(List.of("true"), Set.of()).environment()).containsOnlyKeys("PATH");
        assertThat(Children.of(List.of("true"), Set.of(other, "NOT_SET"))
                        .environment()
                        .keySet())
                .isSubsetOf("PATH", other);
    }

    @Shows("S6")
    @Test
    void nobody_else_starts_processes() {
        Set<String> starters = new TreeSet<>();
        for (JavaClass type : house) {
            boolean starts = type.getConstructorCallsFromSelf().stream()
                            .anyMatch(call -> call.getTargetOwner().isEquivalentTo(ProcessBuilder.class))
                    || type.getMethodCallsFromSelf().stream()
                            .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Runtime.class)
                                    && call.getName().equals("exec"));
            if (starts) {
                starters.add(type.getName());
            }
        }

        assertThat(starters).containsExactly("dev.parley.host.Children");
    }

    @Shows("S6")
    @Test
    void a_secret_is_revealed_only_where_it_is_sent_read_or_kept() {
        Set<String> revealers = new TreeSet<>();
        for (JavaClass type : house) {
            boolean reveals = type.getAccessesFromSelf().stream()
                    .anyMatch(access -> access.getTargetOwner().isEquivalentTo(Secret.class)
                            && access.getName().equals("reveal"));
            if (reveals && !type.isEquivalentTo(Secret.class)) {
                revealers.add(type.getName());
            }
        }

        assertThat(REVEALERS).containsAll(revealers);
        assertThat(revealers).isNotEmpty();
    }
}
