package dev.parley.sandbox.faults;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * One verb of a rule with its argument.
 *
 * @param number ms, characters, close code, HTTP status or count; 0 where the verb takes none
 * @param second messages a second of a burst; else 0
 * @param text a close reason, {@code ever} of skip-seq or {@code html} of http; empty for none
 */
public record Step(Verb verb, int number, int second, String text) {
    private static final int MAX_DELAY = 600_000;
    private static final int MAX_HUGE = 20_000_000;
    private static final int MAX_BURST = 1_000_000;
    private static final int MAX_PACE = 100_000;
    private static final int USUAL_PACE = 5_000;

    /** RFC 6455, 5.5.1: what a close frame has room for beside the code; bytes. */
    private static final int MAX_REASON = 123;

    /** Codes that stand for something on the wire: 1005 for an empty close frame, 1006 for none at all. */
    private static final Set<Integer> CODES =
            Set.of(1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014);

    static Step parse(String written) throws FaultRefused {
        String[] parts = written.split(":", 3);
        Verb verb = Verb.of(parts[0]).orElseThrow(() -> new FaultRefused("there is no verb " + shown(written)));
        Optional<String> first = parts.length > 1 ? Optional.of(parts[1]) : Optional.empty();
        Optional<String> rest = parts.length > 2 ? Optional.of(parts[2]) : Optional.empty();
        if (rest.isPresent() && verb != Verb.CLOSE && verb != Verb.BURST) {
            throw bad(verb, written);
        }
        return switch (verb) {
            case DELAY -> new Step(verb, number(verb, written, first, 0, MAX_DELAY), 0, "");
            case HUGE -> new Step(verb, number(verb, written, first, 1, MAX_HUGE), 0, "");
            case BURST -> {
                int pace = rest.isEmpty() ? USUAL_PACE : number(verb, written, rest, 1, MAX_PACE);
                yield new Step(verb, number(verb, written, first, 1, MAX_BURST), pace, "");
            }
            case CLOSE -> close(written, first, rest.orElse(""));
            case HTTP -> http(written, first.orElse(""));
            case SKIP_SEQ -> {
                if (first.isPresent() && !first.get().equals("ever")) {
                    throw bad(verb, written);
                }
                yield new Step(verb, 0, 0, first.orElse(""));
            }
            default -> {
                if (first.isPresent()) {
                    throw bad(verb, written);
                }
                yield new Step(verb, 0, 0, "");
            }
        };
    }

    private static Step close(String written, Optional<String> code, String reason) throws FaultRefused {
        int number = number(Verb.CLOSE, written, code, 1_000, 4_999);
        if (number < 3_000 && !CODES.contains(number)) {
            throw new FaultRefused("a socket cannot be closed with " + number);
        }
        if (reason.getBytes(StandardCharsets.UTF_8).length > MAX_REASON) {
            throw new FaultRefused("a close reason has at most " + MAX_REASON + " bytes");
        }
        return new Step(Verb.CLOSE, number, 0, reason);
    }

    private static Step http(String written, String argument) throws FaultRefused {
        boolean html = argument.endsWith("-html");
        String status = html ? argument.substring(0, argument.length() - 5) : argument;
        return new Step(Verb.HTTP, number(Verb.HTTP, written, Optional.of(status), 200, 599), 0, html ? "html" : "");
    }

    private static int number(Verb verb, String written, Optional<String> text, int least, int most)
            throws FaultRefused {
        if (text.isEmpty() || !text.get().matches("[0-9]{1,9}")) {
            throw bad(verb, written);
        }
        int number = Integer.parseInt(text.get());
        if (number < least || number > most) {
            throw new FaultRefused(verb.form() + " takes " + least + " to " + most + ", not " + number);
        }
        return number;
    }

    private static FaultRefused bad(Verb verb, String written) {
        return new FaultRefused("the verb is written " + verb.form() + ", not " + shown(written));
    }

    /** What was written may be anything: only its beginning, and nothing that could act on a terminal. */
    static String shown(String written) {
        String safe = written.replaceAll("[^\\x20-\\x7e]", "?");
        return "\"" + (safe.length() > 40 ? safe.substring(0, 40) + "..." : safe) + "\"";
    }
}
