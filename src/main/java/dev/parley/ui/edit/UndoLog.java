package dev.parley.ui.edit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What was done to a text, newest last, in the steps in which a person would take it back. UI thread. */
final class UndoLog {
    private static final int MAX_STEPS = 1_000;
    private static final int MAX_CHARACTERS = 4_000_000;
    private static final int MAX_GROUP = 200;

    /** Only typing and single deletions grow together; the rest are steps by themselves. */
    enum Kind {
        TYPED,
        BACKSPACED,
        DELETED,
        WHOLE
    }

    /** At {@code at}, {@code removed} gave way to {@code inserted}. */
    record Step(Kind kind, int at, String removed, String inserted, int cursorBefore, boolean pastedBefore) {
        int size() {
            return removed.length() + inserted.length();
        }
    }

    private final Deque<Step> steps = new ArrayDeque<>();
    private int characters;
    private boolean sealed = true;

    void add(Step step) {
        Step top = steps.peekLast();
        if (top != null && !sealed && grows(top, step)) {
            steps.removeLast();
            characters -= top.size();
            push(joined(top, step));
        } else {
            push(step);
        }
        sealed = step.kind() == Kind.WHOLE;
        while (steps.size() > MAX_STEPS || characters > MAX_CHARACTERS && steps.size() > 1) {
            characters -= steps.removeFirst().size();
        }
    }

    /** The next edit begins a step of its own. */
    void seal() {
        sealed = true;
    }

    Optional<Step> takeBack() {
        sealed = true;
        Optional<Step> step = Optional.ofNullable(steps.pollLast());
        step.ifPresent(taken -> characters -= taken.size());
        return step;
    }

    void forget() {
        steps.clear();
        characters = 0;
        sealed = true;
    }

    private void push(Step step) {
        steps.addLast(step);
        characters += step.size();
    }

    private static boolean grows(Step top, Step step) {
        if (top.kind() != step.kind() || top.size() + step.size() > MAX_GROUP) {
            return false;
        }
        return switch (step.kind()) {
            case TYPED -> top.at() + top.inserted().length() == step.at() && !beginsWord(top, step);
            case BACKSPACED -> step.at() + step.removed().length() == top.at();
            case DELETED -> step.at() == top.at();
            case WHOLE -> false;
        };
    }

    private static boolean beginsWord(Step top, Step step) {
        return Boundaries.isBlank(top.inserted().codePointBefore(top.inserted().length()))
                && !Boundaries.isBlank(step.inserted().codePointAt(0));
    }

    private static Step joined(Step top, Step step) {
        int at = Math.min(top.at(), step.at());
        String removed =
                step.kind() == Kind.BACKSPACED ? step.removed() + top.removed() : top.removed() + step.removed();
        return new Step(
                top.kind(), at, removed, top.inserted() + step.inserted(), top.cursorBefore(), top.pastedBefore());
    }
}
