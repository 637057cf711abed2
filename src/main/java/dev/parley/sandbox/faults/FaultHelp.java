package dev.parley.sandbox.faults;

import java.util.ArrayList;
import java.util.List;

/** The language of fault scripts, as lines of at most 100 columns for people. Verbs say themselves what they mean. */
public final class FaultHelp {
    public static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(
                "Faults on purpose: one JSON object a line; empty lines and # lines say nothing.",
                "",
                "  {\"on\":\"ms.PublishEvent\",\"nth\":3,\"do\":[\"commit\",\"drop-response\",\"close:1006\"]}",
                "",
                "on            request, notification, upgrade, domains, signup, authorize, authenticate, upload,",
                "              download, form, socket (a new one), now (each one there is), or the type of a",
                "              request or notification:"));
        RuleReader.REQUESTS.forEach(type -> lines.add("                " + type));
        RuleReader.NOTIFICATIONS.forEach(type -> lines.add("                " + type));
        lines.addAll(List.of(
                "consumer      the sub of its token",
                "conversation  its id",
                "event         the type of the event, e.g. ContentEvent or AcceptStatusEvent",
                "sequence      of the event told",
                "nth           strikes at the n-th such occasion",
                "every         at every n-th, from nth on where that is there too",
                "times         at most so often",
                "chance, seed  above 0 to 1: strikes by that chance, the same in every run of a seed",
                "do            verbs, done in order; commit is where a request is taken in. Without it that is before",
                "              the first verb about the answer, or at the end; never, where drop-request, close, rst,",
                "              stall or http comes first. Each rule counts; of several that could strike the first does.",
                ""));
        for (Verb verb : Verb.values()) {
            lines.add(String.format("%-26s%s", verb.form(), verb.meaning()));
        }
        return List.copyOf(lines);
    }

    private FaultHelp() {}
}
