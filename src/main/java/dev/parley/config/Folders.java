package dev.parley.config;

import java.nio.file.Path;
import java.util.Map;

/** Where state and configuration live: the XDG folders of the environment's HOME, which need not be Java's user.home. */
public record Folders(Path state, Path config) {
    /** @throws Refusal when there is neither HOME nor the XDG variable */
    public static Folders of(Map<String, String> environment) throws Refusal {
        return new Folders(
                folder(environment, "XDG_STATE_HOME", ".local/state"),
                folder(environment, "XDG_CONFIG_HOME", ".config"));
    }

    private static Path folder(Map<String, String> environment, String variable, String underHome) throws Refusal {
        String own = environment.getOrDefault(variable, "");
        // The XDG specification: a relative path there is to be ignored.
        if (own.startsWith("/")) {
            return Path.of(own, "parley");
        }
        String home = environment.getOrDefault("HOME", "");
        if (home.isEmpty()) {
            throw new Refusal(Refusal.FAILED, "neither HOME nor " + variable + " is set: set one of them.");
        }
        return Path.of(home, underHome, "parley");
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
