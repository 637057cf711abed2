package dev.parley.cli;

import dev.parley.config.Refusal;
import dev.parley.config.Settings;
import dev.parley.terminal.ColorMode;
import dev.parley.terminal.Repertoire;
import dev.parley.ui.UiOptions;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What settings and environment make of the screen. */
record ScreenOptions(Settings settings, Map<String, String> environment) {
    /** @throws Refusal where there is no terminal that a full screen can be drawn on */
    void check() throws Refusal {
        String term = environment.getOrDefault("TERM", "");
        if (!isTerminal() || term.isEmpty() || term.equals("dumb")) {
            String why = !isTerminal()
                    ? "standard input and output are not one"
                    : term.isEmpty() ? "TERM does not say which one this is" : "TERM=dumb cannot show it";
            throw new Refusal(
                    Refusal.USAGE,
                    "the dashboard needs a terminal, and " + why + "; without one there is: ./run.sh sandbox");
        }
        colors();
    }

    ColorMode colors() throws Refusal {
        if (settings.color().isEmpty()) {
            return ColorMode.detect(environment);
        }
        return switch (settings.color().get()) {
            case "16" -> ColorMode.ANSI16;
            case "256" -> ColorMode.ANSI256;
            case "24bit" -> ColorMode.TRUE;
            case "none" -> ColorMode.NONE;
            default -> throw new Refusal(Refusal.USAGE, "--color takes 16, 256, 24bit or none.");
        };
    }

    /** What the locale's charset can show; --ascii is about our own signs only. */
    Repertoire repertoire() {
        return Charset.isUtf8(environment) ? Repertoire.UTF_8 : Repertoire.ASCII;
    }

    UiOptions ui() {
        return new UiOptions(
                isAscii(),
                settings.ambiguousWide(),
                settings.theme().orElse(""),
                settings.sandbox(),
                ZoneId.systemDefault(),
                settings.keys().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> Arrays.stream(entry.getValue().split(","))
                                        .map(String::strip)
                                        .filter(key -> !key.isEmpty())
                                        .toList())),
                settings.consumers().orElse(1));
    }

    private boolean isAscii() {
        return settings.ascii() || !Charset.isUtf8(environment);
    }

    /** run.sh has looked; started without it, the JVM is asked. */
    private static boolean isTerminal() {
        String told = System.getProperty("parley.tty", "");
        return told.isEmpty() ? System.console() != null : told.equals("true");
    }
}
