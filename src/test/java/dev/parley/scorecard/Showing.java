package dev.parley.scorecard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * A test that shows a line.
 *
 * @param test as the page names it, {@code room.SomeTest#what_holds}
 * @param withoutGuard whether it sees the line's check fail without the guard
 */
record Showing(String line, String test, boolean withoutGuard) {
    private static final String ROOT = "dev.parley.";

    /** Found in the classes of the tests, in order of their names. */
    static List<Showing> all() {
        List<Showing> all = new ArrayList<>();
        for (Class<?> type : classes()) {
            for (Method method : type.getDeclaredMethods()) {
                all.addAll(of(type, method));
            }
        }
        all.sort(Comparator.comparing(Showing::withoutGuard).thenComparing(Showing::test));
        return all;
    }

    static List<Showing> of(Class<?> type, Method method) {
        if (!isTest(method)) {
            return List.of();
        }
        List<Showing> all = new ArrayList<>();
        for (AnnotatedElement element : List.of(type, method)) {
            Shows shows = element.getAnnotation(Shows.class);
            if (shows != null) {
                for (String line : shows.value()) {
                    all.add(new Showing(line, name(type, method), shows.withoutGuard()));
                }
            }
        }
        return all;
    }

    static String name(Class<?> type, Method method) {
        return type.getName().substring(ROOT.length()) + "#" + method.getName();
    }

    /** The names of all tests there are, whatever they show. */
    static Set<String> tests() {
        Set<String> names = new TreeSet<>();
        for (Class<?> type : classes()) {
            for (Method method : type.getDeclaredMethods()) {
                if (isTest(method)) {
                    names.add(name(type, method));
                }
            }
        }
        return names;
    }

    private static boolean isTest(Method method) {
        return AnnotationSupport.isAnnotated(method, Testable.class)
                && !AnnotationSupport.isAnnotated(method, Disabled.class)
                && !AnnotationSupport.isAnnotated(method.getDeclaringClass(), Disabled.class);
    }

    private static List<Class<?>> classes() {
        try {
            Path root = Path.of(Showing.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(root.resolve(ROOT.replace('.', '/')))) {
                List<Class<?>> classes = new ArrayList<>();
                for (Path file : files.filter(file -> file.toString().endsWith(".class"))
                        .filter(file -> !file.endsWith("package-info.class"))
                        .sorted()
                        .toList()) {
                    String name = root.relativize(file).toString().replace('/', '.');
                    classes.add(Class.forName(
                            name.substring(0, name.length() - ".class".length()),
                            false,
                            Showing.class.getClassLoader()));
                }
                return classes;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException | ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
