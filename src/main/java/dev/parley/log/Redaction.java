package dev.parley.log;

import dev.parley.text.Pii;
import java.util.Set;

/**
 * What is taken out of a line before it is written to a log, a trace or a message about a crash. Handed in, so that a test
 * can take it away and see that it is missed. Any thread.
 */
@FunctionalInterface
public interface Redaction {
    /** Tokens, keys and passwords, card numbers, IBANs and social security numbers. */
    Redaction FULL = new Redactor(Pii.USUAL);

    /** @param safe one line of safe text */
    String of(String safe);

    /** As {@link #FULL}, with what else is to be masked. */
    static Redaction masking(Set<Pii.Kind> kinds) {
        return new Redactor(kinds);
    }
}
