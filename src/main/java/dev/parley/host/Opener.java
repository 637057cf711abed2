package dev.parley.host;

import dev.parley.text.Link;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Hands a link to the program that this machine opens links with, after two decisions of the person: asking for it, and
 * {@link Question#yes} to what it then says. No shell, one argument, nothing of our environment that it does not need.
 * RELIABILITY.md 3.3. Over SSH there mostly is no such program: then the link can only be copied.
 */
public final class Opener {
    /** What runs a program, handed in. */
    public interface Runner {
        void run(List<String> arguments) throws IOException;
    }

    /** What the program is given for a link. */
    @FunctionalInterface
    private interface Argument {
        String of(Link link) throws IOException;
    }

    /** Programs with the arguments before the link. Of these gio alone is known to take "--"; a link begins with its scheme. */
    private static final List<List<String>> ON_A_DESKTOP = List.of(List.of("xdg-open"), List.of("gio", "open", "--"));

    private static final List<String> ON_A_MAC = List.of("/usr/bin/open");

    private final List<String> program;
    private final Runner runner;

    private Opener(List<String> program, Runner runner) {
        this.program = program;
        this.runner = runner;
    }

    /** Empty where links cannot be opened. */
    public static Optional<Opener> find(Map<String, String> environment, String system, Runner runner) {
        if (system.toLowerCase(Locale.ROOT).startsWith("mac")) {
            // From elsewhere it would open where nobody sits.
            boolean elsewhere = environment.containsKey("SSH_CONNECTION");
            return elsewhere ? Optional.empty() : Optional.of(new Opener(ON_A_MAC, runner));
        }
        boolean desktop = !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
        if (!desktop) {
            return Optional.empty();
        }
        return ON_A_DESKTOP.stream()
                .filter(command -> isOnPath(command.get(0), environment.getOrDefault("PATH", "")))
                .findFirst()
                .map(command -> new Opener(command, runner));
    }

    /** Starts it and lets it go; what it says goes nowhere. */
    public static void start(List<String> arguments) throws IOException {
        Children.of(arguments, Children.DESKTOP)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The first key: what would be opened, to be shown. Nothing happens yet. */
    public Question ask(Link link) {
        return new Question(link, Link::target);
    }

    /**
     * As {@link #ask}, of a link with a secret in it: everybody on this machine can read what programs are started with, so
     * the program gets a page that only we may read, and that leads there. The page goes after a minute.
     *
     * @param folder where the page may stand; one that browsers may read, hidden ones are not
     */
    public Question askPrivately(Link link, Path folder) {
        return new Question(
                link, secret -> LeadingPage.write(secret, folder).toUri().toString());
    }

    private static boolean isOnPath(String name, String path) {
        for (String folder : path.split(":")) {
            // Not from a relative folder: that is wherever we happen to stand.
            if (folder.startsWith("/") && Files.isExecutable(Path.of(folder, name))) {
                return true;
            }
        }
        return false;
    }

    /** A link that waits for the second key. One thread. */
    public final class Question {
        private final Link link;
        private final Argument argument;
        private boolean answered;

        private Question(Link link, Argument argument) {
            this.link = link;
            this.argument = argument;
        }

        /** To be shown before {@link #yes}. */
        public Link link() {
            return link;
        }

        /**
         * The second key.
         *
         * @throws IllegalStateException when it was answered before: a key that repeats opens nothing twice
         */
        public void yes() throws IOException {
            if (answered) {
                throw new IllegalStateException("answered");
            }
            answered = true;
            List<String> arguments = new ArrayList<>(program);
            arguments.add(argument.of(link));
            runner.run(List.copyOf(arguments));
        }
    }
}
