package dev.parley.sandbox.faults;

import java.util.ArrayList;
import java.util.List;

/** A script: one rule a line. Empty lines, and those that begin with {@code #}, say nothing. */
public final class FaultScript {
    private static final int MAX_RULES = 1_000;

    /**
     * @param source what a refusal calls it: a file's name, or empty
     * @throws FaultRefused naming source, line and what is wrong
     */
    public static List<FaultRule> read(String source, String text) throws FaultRefused {
        List<FaultRule> rules = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String place = (source.isEmpty() ? "" : source + ", ") + "line " + number;
            if (rules.size() == MAX_RULES) {
                throw new FaultRefused("a script has at most " + MAX_RULES + " rules").at(place);
            }
            try {
                rules.add(FaultRule.parse(line.strip()));
            } catch (FaultRefused e) {
                throw e.at(place);
            }
        }
        return List.copyOf(rules);
    }

    private FaultScript() {}
}
