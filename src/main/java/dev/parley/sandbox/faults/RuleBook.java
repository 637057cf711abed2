package dev.parley.sandbox.faults;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The rules in force, what each has counted, and the events that are never told again. Every rule counts whatever it
 * selects; of those that could strike at once the first one does. Owned by the sandbox's event loop.
 */
public final class RuleBook {
    private static final class InForce {
        final FaultRule rule;
        final SplittableRandom random;
        long seen;
        long struck;

        InForce(FaultRule rule) {
            this.rule = rule;
            random = new SplittableRandom(rule.seed());
        }

        boolean couldStrike() {
            long since = seen - rule.nth();
            boolean turn = since == 0 || since > 0 && rule.every() > 0 && since % rule.every() == 0;
            return turn && struck < rule.times() && (rule.chance() >= 1 || random.nextDouble() < rule.chance());
        }
    }

    /** What a rule has done so far. */
    public record Account(String rule, long seen, long struck) {}

    private record Event(String dialog, long sequence) {}

    private final List<InForce> rules = new ArrayList<>();
    private final Set<Event> withheld = new HashSet<>();

    public void add(FaultRule rule) {
        rules.add(new InForce(rule));
    }

    public void clear() {
        rules.clear();
        withheld.clear();
    }

    /** Whether nothing can strike, so that nobody need look. */
    public boolean isEmpty() {
        return rules.isEmpty() && withheld.isEmpty();
    }

    /** The rule that strikes now, if one does. Counts: ask once an occasion. */
    public Optional<FaultRule> strike(Occasion occasion) {
        Optional<InForce> struck = Optional.empty();
        for (InForce each : rules) {
            if (each.rule.selector().selects(occasion)) {
                each.seen++;
                if (each.couldStrike() && struck.isEmpty()) {
                    struck = Optional.of(each);
                }
            }
        }
        struck.ifPresent(it -> it.struck++);
        return struck.map(it -> it.rule);
    }

    /** This event is told to nobody from now on. */
    public void withhold(String dialog, long sequence) {
        withheld.add(new Event(dialog, sequence));
    }

    public boolean isWithheld(String dialog, long sequence) {
        return withheld.contains(new Event(dialog, sequence));
    }

    public List<Account> accounts() {
        return rules.stream()
                .map(each -> new Account(each.rule.line(), each.seen, each.struck))
                .toList();
    }
}
