package dev.parley.ui.keys;

import java.util.List;

/** The table of actions and keys contradicts itself or names what there is not. */
public final class BadBindings extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    BadBindings(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence each; raw, because they can quote what stood in a file. */
    public List<String> problems() {
        return problems;
    }
}
