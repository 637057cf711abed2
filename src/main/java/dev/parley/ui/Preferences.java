package dev.parley.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the person chose while it ran and wants to find again, e.g. the theme. UI thread; an implementation must not block for long. */
public interface Preferences {
    Optional<String> get(String name);

    void put(String name, String value);

    /** Remembers until the end of the program. */
    static Preferences inMemory() {
        Map<String, String> values = new HashMap<>();
        return new Preferences() {
            @Override
            public Optional<String> get(String name) {
                return Optional.ofNullable(values.get(name));
            }

            @Override
            public void put(String name, String value) {
                values.put(name, value);
            }
        };
    }
}
