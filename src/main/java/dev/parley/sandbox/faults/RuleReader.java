package dev.parley.sandbox.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.protocol.Codec;
import dev.parley.sandbox.faults.Verb.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Reads one rule, and refuses whatever it does not understand: a fault that silently does not strike proves nothing. */
final class RuleReader {
    static final int MAX_LINE = 10_000;
    private static final int MAX_STEPS = 64;

    static final List<String> REQUESTS = List.of(
            "GetClock",
            "InitConnection",
            "cqm.SubscribeExConversations",
            "cqm.UnsubscribeExConversations",
            "cm.ConsumerRequestConversation",
            "cm.UpdateConversationField",
            "ms.SubscribeMessagingEvents",
            "ms.PublishEvent",
            "ms.GenerateURLForUploadFile",
            "ms.GenerateURLForDownloadFile",
            "ms.GenerateUploadToken",
            "userprofile.GetUserProfile",
            "userprofile.SetUserProfile");
    static final List<String> NOTIFICATIONS =
            List.of("ms.MessagingEventNotification", "cqm.ExConversationChangeNotification");
    static final List<String> GROUPS = List.of(
            "request",
            "notification",
            "upgrade",
            "domains",
            "signup",
            "authorize",
            "authenticate",
            "upload",
            "download",
            "form",
            "socket",
            "now");

    private static final Set<String> MEMBERS = Set.of(
            "on", "consumer", "conversation", "event", "sequence", "nth", "every", "times", "chance", "seed", "do");

    static FaultRule read(String line) throws FaultRefused {
        if (line.length() > MAX_LINE) {
            throw new FaultRefused("a rule has at most " + MAX_LINE + " characters");
        }
        JsonNode json = json(line);
        for (String name : iterable(json)) {
            if (!MEMBERS.contains(name)) {
                throw new FaultRefused("a rule has no member " + Step.shown(name));
            }
        }
        Selector selector = new Selector(
                on(json),
                text(json, "consumer"),
                text(json, "conversation"),
                text(json, "event"),
                json.has("sequence")
                        ? OptionalLong.of(whole(json, "sequence", 0, 0, Long.MAX_VALUE))
                        : OptionalLong.empty());
        long nth = whole(json, "nth", 1, 1, Long.MAX_VALUE);
        // A rule with nth alone means that one occasion, a rule without means each.
        long every = whole(json, "every", json.has("nth") ? 0 : 1, 1, Long.MAX_VALUE);
        if (json.has("every") && !json.has("nth")) {
            nth = every;
        }
        return split(
                line,
                selector,
                new long[] {nth, every, whole(json, "times", Long.MAX_VALUE, 1, Long.MAX_VALUE)},
                chance(json),
                whole(json, "seed", 1, Long.MIN_VALUE, Long.MAX_VALUE),
                steps(json, FaultRule.place(selector.on())));
    }

    private static JsonNode json(String line) throws FaultRefused {
        JsonNode json;
        try {
            json = Codec.mapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new FaultRefused("this is not JSON");
        }
        if (!json.isObject()) {
            throw new FaultRefused("a rule is a JSON object");
        }
        return json;
    }

    private static List<String> iterable(JsonNode json) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String on(JsonNode json) throws FaultRefused {
        String on = text(json, "on").orElseThrow(() -> new FaultRefused("on is missing"));
        if (!REQUESTS.contains(on) && !NOTIFICATIONS.contains(on) && !GROUPS.contains(on)) {
            throw new FaultRefused("on cannot be " + Step.shown(on));
        }
        return on;
    }

    private static Optional<String> text(JsonNode json, String name) throws FaultRefused {
        JsonNode value = json.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new FaultRefused(name + " is a text");
        }
        return Optional.of(value.textValue());
    }

    private static long whole(JsonNode json, String name, long otherwise, long least, long most) throws FaultRefused {
        JsonNode value = json.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < least) {
            throw new FaultRefused(name + " is a whole number" + (least == Long.MIN_VALUE ? "" : " from " + least));
        }
        return Math.min(most, value.longValue());
    }

    private static double chance(JsonNode json) throws FaultRefused {
        JsonNode value = json.get("chance");
        if (value == null) {
            return 1;
        }
        if (!value.isNumber() || !(value.doubleValue() > 0 && value.doubleValue() <= 1)) {
            throw new FaultRefused("chance is a number above 0, at most 1");
        }
        return value.doubleValue();
    }

    private static List<Step> steps(JsonNode json, Place place) throws FaultRefused {
        JsonNode written = json.path("do");
        if (!written.isArray() || written.isEmpty() || written.size() > MAX_STEPS) {
            throw new FaultRefused("do is a list of 1 to " + MAX_STEPS + " verbs");
        }
        List<Step> steps = new ArrayList<>();
        for (JsonNode verb : written) {
            if (!verb.isTextual()) {
                throw new FaultRefused("a verb is a text");
            }
            Step step = Step.parse(verb.textValue());
            boolean fits = step.verb().fits(place)
                    && (step.verb() != Verb.CLOSE || step.number() == 1006 || place != Place.DOOR)
                    && (step.verb() != Verb.CLOSE || step.number() == 1006 || place != Place.UPGRADE);
            if (!fits) {
                throw new FaultRefused(verb.textValue().split(":")[0] + " makes no sense on "
                        + json.path("on").asText());
            }
            steps.add(step);
        }
        return steps;
    }

    private static FaultRule split(
            String line, Selector selector, long[] count, double chance, long seed, List<Step> steps)
            throws FaultRefused {
        if (FaultRule.place(selector.on()) != Place.REQUEST) {
            return new FaultRule(line, selector, count[0], count[1], count[2], chance, seed, steps, false, List.of());
        }
        int cut = takenInAt(steps);
        boolean commits = cut >= 0;
        List<Step> before = commits ? steps.subList(0, cut) : steps;
        List<Step> after = new ArrayList<>(commits ? steps.subList(cut, steps.size()) : List.of());
        after.removeIf(step -> step.verb() == Verb.COMMIT);
        if (before.stream().anyMatch(step -> step.verb() == Verb.DROP_REQUEST) && commits) {
            throw new FaultRefused("drop-request and commit exclude each other");
        }
        return new FaultRule(line, selector, count[0], count[1], count[2], chance, seed, before, commits, after);
    }

    /** Index of the first step that comes after the request was taken in; -1 when it never is. */
    private static int takenInAt(List<Step> steps) throws FaultRefused {
        int commit = -1;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).verb() == Verb.COMMIT) {
                if (commit >= 0) {
                    throw new FaultRefused("commit stands twice");
                }
                commit = i;
            }
        }
        if (commit >= 0) {
            for (Step step : steps.subList(0, commit)) {
                if (step.verb().needsAnswer()) {
                    throw new FaultRefused(step.verb().form() + " comes behind commit");
                }
            }
            return commit;
        }
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).verb().needsAnswer()) {
                return i;
            }
            if (steps.get(i).verb().ends()) {
                return -1;
            }
        }
        return steps.size();
    }
}
