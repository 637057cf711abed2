package dev.parley.session;

import java.util.List;

/** What the client says that it can do, for tests elsewhere. */
public final class Announced {
    private Announced() {}

    public static List<String> features() {
        return ClientProperties.FEATURES;
    }
}
