package dev.parley.ui.app;

import dev.parley.ui.Outside;
import java.util.List;

/**
 * What a path that is being typed may become. Folders are read elsewhere: until one has been, nothing is offered, and the
 * screen is drawn again when it has. UI thread only.
 */
final class Paths {
    private static final int MOST = 1_000;

    private final Outside outside;
    private final Desk.Screen screen;
    private String asked = "";
    /** Whether {@link #names} are those of {@link #asked}. */
    private boolean known;

    private boolean pending;
    private List<String> names = List.of();
    private Runnable news = () -> {};
    private Runnable once = () -> {};

    Paths(Outside outside, Desk.Screen screen) {
        this.outside = outside;
        this.screen = screen;
    }

    /** What is known may have changed. {@code told} runs when there is more to offer. */
    void begin(Runnable told) {
        known = false;
        pending = false;
        news = told;
        once = () -> {};
    }

    /** Whether a folder is being read; {@code then}, in place of what was to run before, runs once it has been. */
    boolean await(Runnable then) {
        if (pending) {
            once = then;
        }
        return pending;
    }

    /** Whole paths, folders with a slash behind them. */
    List<String> completions(String typed) {
        int slash = typed.lastIndexOf('/');
        String folder = typed.substring(0, slash + 1);
        String begun = typed.substring(slash + 1);
        if (!known || !asked.equals(folder)) {
            ask(folder);
        }
        if (!asked.equals(folder) || !known) {
            return List.of();
        }
        return names.stream()
                .filter(name -> name.startsWith(begun) && (name.charAt(0) != '.' || begun.startsWith(".")))
                .limit(MOST)
                .map(name -> folder + name)
                .toList();
    }

    private void ask(String folder) {
        if (asked.equals(folder) && !known && pending) {
            return;
        }
        asked = folder;
        known = false;
        pending = true;
        outside.list(folder)
                .thenAccept(found -> screen.later(() -> {
                    if (asked.equals(folder)) {
                        pending = false;
                        known = true;
                        names = found.stream().filter(Paths::isPlain).toList();
                        news.run();
                        Runnable next = once;
                        once = () -> {};
                        next.run();
                    }
                }));
    }

    /** A line break in a name would end the command that it stands in. */
    private static boolean isPlain(String name) {
        return !name.isEmpty() && name.chars().noneMatch(Character::isISOControl);
    }
}
