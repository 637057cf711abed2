package dev.parley.config;

import dev.parley.text.Nearest;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code config.properties}: settings, {@code profile.NAME.setting} for one profile, {@code key.ACTION} for a key binding.
 *
 * @param settings of the chosen profile, those without a profile under them
 * @param keys action id to its keys, separated by commas
 */
public record ConfigFile(Map<String, String> settings, Map<String, String> keys) {
    /** Every setting there is. */
    public static final Set<String> KNOWN = Set.of(
            "account",
            "server",
            "env-file",
            "token-file",
            "connector",
            "id-token-file",
            "auth-code-file",
            "redirect-uri",
            "auth",
            "consumers",
            "theme",
            "ascii",
            "color",
            "ambiguous",
            "receipts",
            "log-level",
            "mask-mail",
            "bell-command",
            "download-folder");

    public static final ConfigFile EMPTY = new ConfigFile(Map.of(), Map.of());

    public ConfigFile {
        settings = Map.copyOf(settings);
        keys = Map.copyOf(keys);
    }

    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name)).filter(value -> !value.isBlank());
    }

    /**
     * Reads the file, where there is one.
     *
     * @param named whether the person named it, so that it must be there
     * @throws Refusal with {@link Refusal#USAGE}, naming file and key
     */
    public static ConfigFile read(Path file, boolean named, String profile) throws Refusal {
        String text;
        try {
            if (!named && !Files.exists(file)) {
                return EMPTY;
            }
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new Refusal(
                    Refusal.USAGE,
                    "cannot read the config file " + file + " ("
                            + failed.getClass().getSimpleName() + ").");
        }
        return parse(text, file.toString(), profile);
    }

    static ConfigFile parse(String text, String file, String profile) throws Refusal {
        Properties properties = new Properties();
        try (Reader in = new StringReader(text)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException malformed) {
            throw new Refusal(Refusal.USAGE, file + " is not a properties file: " + malformed.getMessage());
        }
        Map<String, String> settings = new LinkedHashMap<>();
        Map<String, String> ofProfile = new LinkedHashMap<>();
        Map<String, String> keys = new LinkedHashMap<>();
        for (String name : new TreeSet<>(properties.stringPropertyNames())) {
            String value = properties.getProperty(name).strip();
            if (name.startsWith("key.")) {
                keys.put(name.substring(4), value);
            } else if (name.startsWith("profile.") && name.indexOf('.', 8) > 0) {
                int dot = name.indexOf('.', 8);
                String setting = known(name.substring(dot + 1), name, file);
                if (name.substring(8, dot).equals(profile)) {
                    ofProfile.put(setting, value);
                }
            } else {
                settings.put(known(name, name, file), value);
            }
        }
        settings.putAll(ofProfile);
        return new ConfigFile(settings, keys);
    }

    private static String known(String setting, String written, String file) throws Refusal {
        if (!KNOWN.contains(setting)) {
            throw new Refusal(
                    Refusal.USAGE,
                    "there is no setting \"" + written + "\" (" + file + "); the nearest is \""
                            + Nearest.to(setting, KNOWN) + "\".");
        }
        return setting;
    }
}
