package dev.parley.pty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;

/**
 * A house that is built: run.sh as it is in the repository, and the jar of {@link Build}. So run.sh can be tested before the
 * jar is packaged, and is never lured into building.
 */
final class House {
    /** The first Java for which run.sh keeps what a start needs in an AOT cache. */
    private static final int AHEAD_OF_TIME = 25;

    private House() {}

    /** Returns its run.sh. */
    static Path in(Path folder) throws IOException {
        for (String part : new String[] {"src/main", "themes"}) {
            Files.createDirectories(folder.resolve(part));
        }
        Files.createFile(folder.resolve("pom.xml"));
        Path script = folder.resolve("run.sh");
        Files.copy(Path.of("run.sh"), script, StandardCopyOption.COPY_ATTRIBUTES);
        String archive = "parley-" + System.getProperty("java.version") + ".archive";
        Build.linkInto(folder.resolve("target"), archive);
        if (Runtime.version().feature() >= AHEAD_OF_TIME) {
            // Another form is wanted there; an empty one keeps run.sh from making it for each test.
            Files.delete(folder.resolve("target").resolve(archive));
            Files.createFile(folder.resolve("target").resolve(archive));
        }
        for (String source : new String[] {"src/main", "themes", "pom.xml"}) {
            Files.setLastModifiedTime(folder.resolve(source), FileTime.fromMillis(0)); // older than the jar
        }
        return script;
    }
}
