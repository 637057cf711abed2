package dev.parley.door;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What of a class reaches a person's eyes, by the way it takes. */
final class Doors {
    private static final String LANTERNA = "com.googlecode.lanterna.";
    private static final List<String> LANTERNA_OUTPUT = List.of("terminal", "screen", "graphics", "gui2", "bundle");
    private static final List<String> DEVICES = List.of("/dev/tty", "/dev/std", "/dev/fd", "/proc/self/fd");

    /** Of java.lang and its like: owner and member, and the way's name. */
    private static final Map<String, String> MEMBERS = Map.ofEntries(
            Map.entry("java.lang.System.out", "System.out"),
            Map.entry("java.lang.System.err", "System.err"),
            Map.entry("java.lang.System.setOut", "System.setOut"),
            Map.entry("java.lang.System.setErr", "System.setOut"),
            Map.entry("java.lang.System.console", "System.console"),
            Map.entry("java.io.FileDescriptor.out", "FileDescriptor"),
            Map.entry("java.io.FileDescriptor.err", "FileDescriptor"),
            Map.entry("java.lang.ProcessBuilder.inheritIO", "a child's streams"),
            Map.entry("java.lang.ProcessBuilder$Redirect.INHERIT", "a child's streams"),
            Map.entry("java.util.logging.ConsoleHandler.<init>", "a log on the screen"));

    private Doors() {}

    /** The ways that the class takes, each with the members of it that do. */
    static Map<String, Set<String>> of(JavaClass type) {
        Map<String, Set<String>> ways = new TreeMap<>();
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
            way(access.getTarget())
                    .forEach(way -> ways.computeIfAbsent(way, none -> new TreeSet<>())
                            .add(access.getOrigin().getName()));
        }
        if (DEVICES.stream().anyMatch(constants(type)::contains)) {
            ways.computeIfAbsent("a device by its name", none -> new TreeSet<>())
                    .add("(constants)");
        }
        return ways;
    }

    private static Stream<String> way(AccessTarget target) {
        List<String> ways = new ArrayList<>();
        JavaClass owner = target.getOwner();
        String member = MEMBERS.get(owner.getName() + "." + target.getName());
        if (member != null) {
            ways.add(member);
        }
        if (target.getName().equals("printStackTrace")) {
            ways.add("a stack trace");
        }
        if (isLanterna(owner)) {
            ways.add("Lanterna's output");
        }
        return ways.stream();
    }

    private static boolean isLanterna(JavaClass type) {
        return LANTERNA_OUTPUT.stream().anyMatch(part -> type.getPackageName().startsWith(LANTERNA + part));
    }

    /** Strings stand in a class file as they are, where they are plain ASCII. */
    private static String constants(JavaClass type) {
        try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
