package dev.parley.cli;

import dev.parley.host.PrivateFiles;
import dev.parley.ui.Preferences;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Kept where the client writes; else those that are there, and new ones until the end of the program. */
    static Preferences of(Footing footing) {
        Optional<Path> file = footing.folder().map(folder -> folder.resolve("preferences.properties"));
        if (file.isPresent() && footing.writes()) {
            return new SavedPreferences(file.get());
        }
        Preferences fleeting = Preferences.inMemory();
        file.ifPresent(there -> {
            Properties kept = new SavedPreferences(there).values;
            kept.stringPropertyNames().forEach(name -> fleeting.put(name, kept.getProperty(name)));
        });
        return fleeting;
    }

    @Override
    public Optional<String> get(String name) {
        return Optional.ofNullable(values.getProperty(name));
    }

    @Override
    public void put(String name, String value) {
        values.setProperty(name, value);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            values.store(text, null);
            PrivateFiles.replace(file, text.toByteArray());
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "the preferences could not be kept in " + file, failed);
        }
    }
}
