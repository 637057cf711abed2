package dev.parley.cli;

import dev.parley.config.StateFolder;
import dev.parley.ui.Preferences;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the person chose while it ran, in a file of the state: never in their configuration. UI thread. */
final class SavedPreferences implements Preferences {
    private static final Logger LOG = Logger.getLogger(SavedPreferences.class.getName());

    private final Path file;
    private final Properties values = new Properties();

    SavedPreferences(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                values.load(in);
            } catch (IOException | IllegalArgumentException unreadable) {
                LOG.log(Level.WARNING, "the preferences in " + file + " could not be read", unreadable);
            }
        }
    }

    @Override
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.getProperty(name));
    }

    @Override
    public void put(String name, String value) {
        values.setProperty(name, value);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            try (Writer out = Files.newBufferedWriter(StateFolder.file(fresh))) {
                values.store(out, null);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "the preferences could not be kept in " + file, failed);
        }
    }
}
