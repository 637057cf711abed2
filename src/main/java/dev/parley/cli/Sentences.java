package dev.parley.cli;

import dev.parley.log.Redaction;
import dev.parley.text.Nearest;
import dev.parley.text.Sanitizer;
import java.util.List;
import picocli.CommandLine;

/** What the command line says when it is used wrongly: one sentence that cannot touch the terminal. */
final class Sentences {
    private Sentences() {}

    static String of(CommandLine.ParameterException problem) {
        String where = "; see ./run.sh --help";
        if (problem instanceof CommandLine.UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            String word = unmatched.getUnmatched().get(0);
            String kind = word.startsWith("-") ? "there is no option " : "there is no command ";
            String nearest = near.isEmpty() ? "" : ", did you mean " + Nearest.to(word, near);
            return safe(kind + "\"" + word + "\"" + nearest + where);
        }
        String first = String.valueOf(problem.getMessage()).lines().findFirst().orElse("wrong use");
        return safe(first + where);
    }

    static String safe(String sentence) {
        return Redaction.FULL.of(Sanitizer.NARROW.line(sentence).toString());
    }
}
