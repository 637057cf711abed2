package dev.parley.pty;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * A house that is built: run.sh as it is in the repository, and a jar that only points at the classes under test. So run.sh
 * can be tested before the jar is packaged, and is never lured into building.
 */
final class House {
    private House() {}

    /** Returns its run.sh. */
    static Path in(Path folder) throws IOException {
        for (String part : new String[] {"src/main", "themes", "target/lib"}) {
            Files.createDirectories(folder.resolve(part));
        }
        Files.createFile(folder.resolve("pom.xml"));
        Path script = folder.resolve("run.sh");
        Files.copy(Path.of("run.sh"), script, StandardCopyOption.COPY_ATTRIBUTES);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath());
        try (OutputStream jar = Files.newOutputStream(folder.resolve("target/parley.jar"))) {
            new JarOutputStream(jar, manifest).close();
        }
        // Folders on the class path cannot be archived; an empty archive keeps run.sh from trying.
        Files.createFile(folder.resolve("target/parley-" + System.getProperty("java.version") + ".archive"));
        return script;
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(":"))
                .map(entry -> Path.of(entry).toAbsolutePath().toUri().toString())
                .collect(Collectors.joining(" "));
    }
}
