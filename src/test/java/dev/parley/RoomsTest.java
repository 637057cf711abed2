package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may know whom: a class reaches its own room, what is listed for it, and the JDK. */
class RoomsTest {
    private static final Set<String> JDK = Set.of("java.", "javax.net.", "javax.crypto");
    private static final String LANTERNA = "com.googlecode.lanterna";
    private static final String VERTX = "io.vertx";
    private static final String NETTY = "io.netty";
    private static final String JACKSON = "com.fasterxml.jackson";

    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("time", Set.of(VERTX)),
            Map.entry("protocol", Set.of(JACKSON)),
            Map.entry("conversation", Set.of()),
            Map.entry("text", Set.of()),
            Map.entry("host", Set.of("text")),
            Map.entry("bus", Set.of("conversation", VERTX)),
            // Jackson, because the protocol's records carry JSON that is only passed on.
            Map.entry("session", Set.of("protocol", "conversation", "bus", "text", "host", "time", VERTX, JACKSON)),
            Map.entry("store", Set.of("conversation", "host", "org.sqlite")),
            Map.entry("terminal", Set.of("text", "host", LANTERNA)),
            Map.entry("ui", Set.of("terminal", "text", "conversation", "bus", "time", LANTERNA)),
            // Netty, because Vert.x ends connections politely and the faults of the sandbox must not.
            Map.entry("sandbox", Set.of("protocol", "text", "host", "time", VERTX, NETTY, JACKSON)),
            Map.entry("config", Set.of("text", "host")),
            Map.entry("log", Set.of("text", "host")),
            Map.entry(
                    "cli",
                    Set.of(
                            "time",
                            "host",
                            "protocol",
                            "conversation",
                            "text",
                            "bus",
                            "session",
                            "store",
                            "terminal",
                            "ui",
                            "sandbox",
                            "config",
                            "log",
                            VERTX,
                            LANTERNA,
                            JACKSON,
                            "picocli")));

    private final JavaClasses house = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("/fast/test/"))
            .importPackages("dev.parley");

    @Test
    void every_class_reaches_only_the_rooms_its_own_may_know() {
        List<String> trespasses = new ArrayList<>();
        for (JavaClass type : house) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target =
                        dependency.getTargetClass().getBaseComponentType().getPackageName();
                if (!allowed(room(type.getPackageName()), target)) {
                    trespasses.add(dependency.getDescription());
                }
            }
        }
        assertThat(trespasses).isEmpty();
    }

    @Test
    void every_package_stands_in_a_room_of_the_table() {
        Set<String> rooms = new TreeSet<>();
        house.forEach(type -> rooms.add(room(type.getPackageName())));

        assertThat(MAY_KNOW.keySet()).containsAll(rooms);
    }

    @Test
    void the_check_itself_refuses_a_trespass() {
        assertThat(allowed("ui", "dev.parley.protocol")).isFalse();
        assertThat(allowed("conversation", "io.vertx.core")).isFalse();
        assertThat(allowed("ui", "dev.parley.text")).isTrue();
    }

    private static boolean allowed(String room, String target) {
        if (target.isEmpty()
                || target.startsWith("org.jspecify")
                || JDK.stream().anyMatch(target::startsWith)) {
            return true;
        }
        if (target.startsWith("dev.parley.")) {
            return room(target).equals(room) || MAY_KNOW.get(room).contains(room(target));
        }
        return MAY_KNOW.get(room).stream().anyMatch(known -> target.startsWith(known + ".") || target.equals(known));
    }

    private static String room(String packageName) {
        String rest = packageName.substring("dev.parley.".length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
