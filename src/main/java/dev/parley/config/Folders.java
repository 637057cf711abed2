package dev.parley.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where state and configuration live: the XDG folders of the environment's HOME, which need not be Java's user.home. */
public record Folders(Path state, Path config) {
    /** @throws Refusal when there is neither HOME nor the XDG variable */
    public static Folders of(Map<String, String> environment) throws Refusal {
        Optional<Folders> found = find(environment);
        if (found.isEmpty()) {
            throw new Refusal(Refusal.FAILED, "neither HOME nor XDG_STATE_HOME is set: set one of them.");
        }
        return found.get();
    }

    /** Empty when there is neither HOME nor XDG_STATE_HOME, and so no place for anything. */
    public static Optional<Folders> find(Map<String, String> environment) {
        Optional<Path> state = folder(environment, "XDG_STATE_HOME", ".local/state");
        Optional<Path> config = folder(environment, "XDG_CONFIG_HOME", ".config");
        return state.map(path -> new Folders(path, config.orElse(path.resolve("config"))));
    }

    private static Optional<Path> folder(Map<String, String> environment, String variable, String underHome) {
        String own = environment.getOrDefault(variable, "");
        // The XDG specification: a relative path there is to be ignored.
        if (own.startsWith("/")) {
            return Optional.of(Path.of(own, "parley"));
        }
        String home = environment.getOrDefault("HOME", "");
        return home.isEmpty() ? Optional.empty() : Optional.of(Path.of(home, underHome, "parley"));
    }

    /** The client's, per profile, account and server. */
    public Path client(String profile, String account, String server) {
        return state.resolve("client").resolve(plain(profile)).resolve(plain(account) + "@" + plain(server));
    }

    /** The sandbox's: {@code which} is its port, or {@code embedded}. */
    public Path sandbox(String which) {
        return state.resolve("sandbox").resolve(plain(which));
    }

    public Path log() {
        return state.resolve("log");
    }

    public Path configFile() {
        return config.resolve("config.properties");
    }

    public Path themes() {
        return config.resolve("themes");
    }

    /** One path element and nothing else, whatever a flag held. */
    private static String plain(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "_");
        return plain.isEmpty() || plain.startsWith(".") ? "_" + plain : plain;
    }
}
