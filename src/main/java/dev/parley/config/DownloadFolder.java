package dev.parley.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where files are saved: as the person says, else the desktop's folder for that, else {@code Downloads} in their home. */
public final class DownloadFolder {
    private static final Pattern ENTRY = Pattern.compile("(?m)^XDG_DOWNLOAD_DIR=\"(\\$HOME/|/)([^\"\\n]*)\"");

    private DownloadFolder() {}

    /**
     * Reads the desktop's setting ({@code user-dirs.dirs}), so it blocks for that. Empty where there is no home.
     *
     * @param configured {@code ~/x} or an absolute path; empty for none
     */
    public static Optional<Path> of(String configured, Map<String, String> environment) {
        Optional<Path> home = Optional.of(environment.getOrDefault("HOME", ""))
                .filter(path -> path.startsWith("/"))
                .map(Path::of);
        try {
            if (configured.startsWith("/")) {
                return Optional.of(Path.of(configured));
            }
            if (!configured.isBlank()) {
                String below = configured.startsWith("~/") ? configured.substring(2) : configured;
                return home.map(path -> path.resolve(below));
            }
            return home.flatMap(path -> desktops(path, environment))
                    .or(() -> home.map(path -> path.resolve("Downloads")));
        } catch (InvalidPathException unusable) {
            return home.map(path -> path.resolve("Downloads"));
        }
    }

    private static Optional<Path> desktops(Path home, Map<String, String> environment) {
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path file = (config.startsWith("/") ? Path.of(config) : home.resolve(".config")).resolve("user-dirs.dirs");
        try {
            Matcher entry = ENTRY.matcher(Files.isReadable(file) ? Files.readString(file) : "");
            // The desktop writes the home itself where it has no such folder.
            return entry.find() && !entry.group(2).isBlank()
                    ? Optional.of((entry.group(1).equals("/") ? Path.of("/") : home).resolve(entry.group(2)))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
