package dev.parley.sandbox.faults;

import dev.parley.sandbox.faults.Verb.Place;
import java.util.List;

/**
 * One line of a fault script, e.g. {@code {"on":"ms.PublishEvent","nth":3,"do":["commit","drop-response","close:1006"]}}.
 * Its words are listed by {@link FaultHelp}, which {@code parley sandbox --help} prints.
 *
 * <p>The verbs are done in order. A request is taken in where {@code commit} stands; without it, before the first verb about
 * the answer, or at the end, unless a verb that ends things (drop-request, close, rst, stall, http) comes before. The answer
 * goes out at the end, or before the connection is closed, reset or stalled behind {@code commit}.
 *
 * @param line as it was written
 * @param nth strikes at this occasion first, from 1
 * @param every and then at every so-manieth; 0 for never again
 * @param times strikes at most so often
 * @param chance 0 to 1: how likely it strikes when it could
 * @param seed of that chance
 * @param before what is done before the request is taken in; for all that is no request: everything
 * @param commits whether the request is taken in
 * @param after what is done with the answer
 */
public record FaultRule(
        String line,
        Selector selector,
        long nth,
        long every,
        long times,
        double chance,
        long seed,
        List<Step> before,
        boolean commits,
        List<Step> after) {
    public FaultRule {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /** @throws FaultRefused with a sentence that says what is wrong with the line */
    public static FaultRule parse(String line) throws FaultRefused {
        return RuleReader.read(line);
    }

    static Place place(String on) {
        return switch (on) {
            case "upgrade" -> Place.UPGRADE;
            case "domains", "signup", "authorize", "authenticate", "upload", "download", "form" -> Place.DOOR;
            case "socket", "now" -> Place.SOCKET;
            default -> on.equals("notification") || on.endsWith("Notification") ? Place.NOTIFICATION : Place.REQUEST;
        };
    }

    @Override
    public String toString() {
        return line;
    }
}
