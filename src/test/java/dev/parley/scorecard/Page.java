package dev.parley.scorecard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page src/site/scorecard.md, which is its own memory: what a run was not about stays as it stands. */
final class Page {
    /** Where no full run has been made. */
    private static final String NEVER = "–";

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([PRS][0-9]+) \\|.*$");
    private static final Pattern TEST = Pattern.compile("`([A-Za-z.$0-9]+#\\w+)`");

    private static final String HEAD = """
            # Scorecard

            What the promises of this program came to when they were put to the test. Written by `mvn -Pscorecard verify`
            (`-Dparley.lines=R3,S3` for some of it), which runs the long form of these tests with real times; `mvn verify`
            runs the same tests in a small dose. A figure stands here only if a full run noted it.

            Score: 0 no test, 1 a test fails or could not run, 2 passes, 3 passes, and a test was seen to fail when what
            keeps the promise was taken out. – means that no full run has been made.

            """;

    private static final String COLUMNS = """
            | | Requirement | Passes when | Score | Run on | Figures | Shown by |
            |---|---|---|---|---|---|---|
            """;

    private final Map<String, String> rows = new LinkedHashMap<>();

    /** @param text as it stands; may be empty */
    Page(String text) {
        ROW.matcher(text).results().forEach(row -> rows.put(row.group(1), row.group()));
    }

    /** Fills in what a run came to, for the lines it was about; lines that are none any more go. */
    Page with(List<Line> lines, List<Showing> showings, Outcomes outcomes, Predicate<String> chosen, LocalDate on) {
        Map<String, String> byTest = outcomes.byTest();
        Map<String, String> before = Map.copyOf(rows);
        rows.clear();
        for (Line line : lines) {
            List<Showing> tests = showings.stream()
                    .filter(showing -> showing.line().equals(line.id()))
                    .toList();
            if (chosen.test(line.id())) {
                String score = String.valueOf(score(tests, byTest));
                rows.put(line.id(), row(line, score, on.toString(), outcomes.figures(line.id()), tests));
            } else {
                String unknown = row(line, tests.isEmpty() ? "0" : NEVER, "", List.of(), tests);
                String known = before.getOrDefault(line.id(), unknown);
                rows.put(line.id(), scoreOf(known).matches("[0-3]") && !tests.isEmpty() ? known : unknown);
            }
        }
        return this;
    }

    String text() {
        Map<String, Long> counts = rows.values().stream()
                .collect(Collectors.groupingBy(Page::scoreOf, TreeMap::new, Collectors.counting()));
        String summary = counts.entrySet().stream()
                .map(count -> count.getValue() + " at " + count.getKey())
                .collect(Collectors.joining(", "));
        return HEAD + "Of " + rows.size() + " lines: " + summary + ".\n\n" + COLUMNS + String.join("\n", rows.values())
                + "\n";
    }

    Set<String> lines() {
        return rows.keySet();
    }

    /** By line. */
    Map<String, String> scores() {
        return rows.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, row -> scoreOf(row.getValue())));
    }

    /** Every test that the page names. */
    Set<String> tests() {
        return rows.values().stream()
                .map(TEST::matcher)
                .flatMap(Matcher::results)
                .map(test -> test.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static int score(List<Showing> tests, Map<String, String> outcomes) {
        Predicate<Showing> passed = test -> Outcomes.PASSED.equals(outcomes.get(test.test()));
        if (tests.stream().allMatch(Showing::withoutGuard)) {
            return 0;
        }
        if (!tests.stream().allMatch(passed)) {
            return 1;
        }
        return tests.stream().anyMatch(Showing::withoutGuard) ? 3 : 2;
    }

    private static String row(Line line, String score, String on, List<String> figures, List<Showing> tests) {
        List<String> names = new ArrayList<>();
        for (Showing test : tests) {
            names.add((test.withoutGuard() ? "without the guard: `" : "`") + test.test() + "`");
        }
        return "| "
                + Stream.of(
                                line.id(),
                                line.requirement(),
                                line.passesWhen(),
                                score,
                                on,
                                cell(figures),
                                String.join("<br>", names))
                        .collect(Collectors.joining(" | "))
                + " |";
    }

    private static String cell(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> sentence.replaceAll("\\s+", " ").replace("|", "\\|"))
                .collect(Collectors.joining("<br>"));
    }

    private static String scoreOf(String row) {
        return row.split(" \\| ", -1)[3];
    }
}
