package dev.parley.terminal;

import java.util.Locale;
import java.util.Map;

/**
 * What kind of terminal TERM names, as far as it matters for taking and leaving it.
 *
 * @param xtermLike whether it takes in all control sequences of xterm's form, known to it or not, without printing
 * @param hasPages whether it can be trusted to have an alternate screen
 */
public record TerminalKind(boolean xtermLike, boolean hasPages) {
    public static final TerminalKind XTERM = new TerminalKind(true, true);

    public static TerminalKind of(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "").toLowerCase(Locale.ROOT);
        boolean screen = term.startsWith("screen") && !environment.containsKey("TMUX");
        boolean simple = term.isEmpty()
                || term.equals("dumb")
                || term.equals("ansi")
                || term.startsWith("linux")
                || term.startsWith("vt")
                || term.startsWith("cons25")
                || term.startsWith("sun");
        return new TerminalKind(!simple, !simple && !screen);
    }

    /** Whether it is GNU screen, which keeps what it does not know to itself unless it is wrapped. */
    boolean isScreen() {
        return xtermLike && !hasPages;
    }

    /**
     * After the alternate screen is on: no wrapping (a cluster drawn wider than it is must not scroll the page), brackets
     * round pastes, focus reports, no wheel as arrow keys, right-to-left text left where it was put (terminal-wg bidi: 8),
     * and the question for mode 2026, whose answer nobody waits for.
     */
    String enter() {
        if (!xtermLike) {
            return "\033[?7l";
        }
        return "\033[22;0t\033[?1007s\033[?7l\033[?2004h\033[?1004h\033[?1007l\033[8l\033[?2026$p";
    }

    /** Before the alternate screen goes off. */
    String leave() {
        // Where ?1007s is unknown its default, on, must come back; where it is known ?1007r knows better.
        String modes = xtermLike
                ? Mouse.OFF + "\033[8h\033[?1007h\033[?1007r\033[?1004l\033[?2004l\033[23;0t\033[?7h"
                : "\033[?7h";
        return "\033[m" + modes + (hasPages ? "" : "\033[H\033[J");
    }
}
