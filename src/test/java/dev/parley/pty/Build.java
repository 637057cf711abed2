package dev.parley.pty;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes under test as what people run: a jar beside its libraries with the archive of classes that run.sh makes. Made
 * once for all tests of this JVM, because each of the many starts is then as quick as a real one; gone with the JVM.
 */
final class Build {
    private static final Build ONE = make();

    private final Path jar;
    private final Path lib;
    private final Path archive;

    private Build(Path folder) {
        this.jar = folder.resolve("parley.jar");
        this.lib = folder.resolve("lib");
        this.archive = folder.resolve("parley.archive");
    }

    /** Those of {@code target} as it would be after a build, and the archive as run.sh names it. */
    static void linkInto(Path target, String archive) throws IOException {
        Files.createDirectories(target.resolve("lib"));
        Files.createLink(target.resolve(ONE.jar.getFileName()), ONE.jar);
        Files.createLink(target.resolve(archive), ONE.archive);
        try (Stream<Path> libraries = Files.list(ONE.lib)) {
            for (Path each : (Iterable<Path>) libraries::iterator) {
                Files.createLink(target.resolve("lib").resolve(each.getFileName()), each);
            }
        }
    }

    /** Beside its libraries, which it names. */
    static Path jar() {
        return ONE.jar;
    }

    /** In the form of {@code -XX:SharedArchiveFile}. */
    static Path archive() {
        return ONE.archive;
    }

    private static Build make() {
        try {
            Path folder = Files.createTempDirectory("parley-build");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            Build build = new Build(folder);
            build.pack();
            build.keepClasses();
            return build;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    /** Folders on a class path cannot be archived: what is in one goes into the jar, what is a jar is copied beside it. */
    private void pack() throws IOException {
        Files.createDirectory(lib);
        List<Path> path = Arrays.stream(System.getProperty("java.class.path").split(":"))
                .map(entry -> Path.of(entry).toAbsolutePath())
                .filter(Files::exists)
                .toList();
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        path.stream()
                                .filter(Files::isRegularFile)
                                .map(entry -> "lib/" + entry.getFileName())
                                .collect(Collectors.joining(" ")));
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.setLevel(0);
            for (Path entry : path) {
                if (Files.isRegularFile(entry)) {
                    Files.copy(entry, lib.resolve(entry.getFileName()));
                    // What is only for tests is no part of the program.
                } else if (!entry.endsWith("test-classes")) {
                    put(entry, out);
                }
            }
        }
    }

    private static void put(Path classes, JarOutputStream out) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path each : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                out.putNextEntry(new JarEntry(classes.relativize(each).toString()));
                Files.copy(each, out);
                out.closeEntry();
            }
        }
    }

    private void keepClasses() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:ArchiveClassesAtExit=" + archive,
                        "-Xlog:disable",
                        "-Xlog:all=off",
                        "-cp",
                        jar.toString(),
                        "dev.parley.cli.Main",
                        "warm-up")
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(Program.PATIENCE_SECONDS, TimeUnit.SECONDS) || !Files.exists(archive)) {
            process.destroyForcibly();
            throw new AssertionError("no archive of classes was made");
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, IOException failure) throws IOException {
                    Files.delete(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException ignored) {
            // A folder that stays in /tmp is no reason for a failure.
        }
    }
}
