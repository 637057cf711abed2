package dev.parley.host;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one place from which other programs are started. They are named by a list of arguments, never by a line for a shell
 * to take apart, and inherit nothing of the environment but PATH and what is asked for by name: it may hold tokens.
 */
public final class Children {
    /** What a program needs to reach the person's desktop. */
    static final Set<String> DESKTOP = Set.of(
            "HOME",
            "LANG",
            "DISPLAY",
            "XAUTHORITY",
            "WAYLAND_DISPLAY",
            "XDG_RUNTIME_DIR",
            "DBUS_SESSION_BUS_ADDRESS",
            "XDG_CURRENT_DESKTOP",
            "XDG_DATA_DIRS",
            "XDG_CONFIG_HOME");

    private static final String USUAL_PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";

    private Children() {}

    /**
     * A program to be started, with all three streams still to be set.
     *
     * @param inherited names of variables that it needs besides PATH, e.g. DISPLAY
     */
    public static ProcessBuilder of(List<String> command, Set<String> inherited) {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        String path = environment.get("PATH");
        environment.keySet().retainAll(inherited);
        environment.put("PATH", path == null ? USUAL_PATH : path + ":" + USUAL_PATH);
        return builder;
    }
}
