package dev.parley.conversation;

import dev.parley.conversation.Targets.Kind;
import dev.parley.conversation.Targets.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What choosing a target of a turn sends: the click with the metadata of what was chosen, then the words (PROTOCOL.md
 * 10.4). Pure.
 *
 * @param text empty where the click alone is told, as with a link
 * @param metadataJson of what was chosen, each as JSON text, to be copied verbatim
 */
public record Picked(String text, List<String> metadataJson) {
    /** Between the words of boxes that are sent together. */
    private static final String BETWEEN = "\n";

    public Picked {
        metadataJson = List.copyOf(metadataJson);
    }

    /**
     * @param index of the target, among {@code targets}
     * @param ticked boxes and cards that are ticked, by their index
     * @param entered what the person gave in addition, e.g. a day; mostly empty
     */
    public static Picked of(List<Target> targets, int index, Set<Integer> ticked, String entered) {
        Target target = targets.get(index);
        List<Target> together = together(targets, index, ticked);
        List<String> metadata = new ArrayList<>();
        // A button that sends a selection stands for what was selected, not for itself.
        if (target.select().isEmpty() || target.kind() == Kind.CARD) {
            metadata.add(target.click().metadataJson());
        }
        together.forEach(each -> metadata.add(
                each.kind() == Kind.CARD ? each.metadataJson() : each.click().metadataJson()));
        metadata.removeIf(String::isEmpty);
        return new Picked(entered.isEmpty() ? text(target, together) : entered, metadata);
    }

    /** Whether it needs something ticked, and nothing is. */
    public static boolean waits(List<Target> targets, int index, Set<Integer> ticked) {
        Target target = targets.get(index);
        return (submits(target) || !target.select().isEmpty() && target.kind() == Kind.CLICK)
                && together(targets, index, ticked).isEmpty();
    }

    /** What is ticked after this one was chosen: a box changes, of single cards only this one stays. */
    public static Set<Integer> tick(List<Target> targets, int index, Set<Integer> ticked) {
        Set<Integer> now = new HashSet<>(ticked);
        if (now.remove(index)) {
            return Set.copyOf(now);
        }
        Target target = targets.get(index);
        if (target.single()) {
            now.removeIf(other -> targets.get(other).select().equals(target.select()));
        }
        now.add(index);
        return Set.copyOf(now);
    }

    /** Which targets these words stand for, ascending: those that say just this, or boxes and what sends them. */
    static Set<Integer> made(List<Target> targets, String words) {
        Set<Integer> made = new TreeSet<>();
        if (words.isBlank()) {
            return made;
        }
        Set<String> lines = new LinkedHashSet<>(List.of(words.split(BETWEEN)));
        boolean boxes = targets.stream().anyMatch(Picked::submits)
                && lines.stream().allMatch(line -> targets.stream().anyMatch(each -> saysTicked(each, line)));
        for (int i = 0; i < targets.size(); i++) {
            Target target = targets.get(i);
            boolean says = target.kind() == Kind.CLICK || target.kind() == Kind.QUICK_REPLY
                    ? text(target, List.of()).equals(words) || boxes && submits(target)
                    : boxes && lines.stream().anyMatch(line -> saysTicked(target, line));
            if (says) {
                made.add(i);
            }
        }
        return made;
    }

    private static boolean saysTicked(Target target, String line) {
        return target.kind() == Kind.BOX && ticked(target).equals(line);
    }

    /** What is sent along with it: the ticked cards of the selection that it names, or the ticked boxes. */
    private static List<Target> together(List<Target> targets, int index, Set<Integer> ticked) {
        Target target = targets.get(index);
        List<Target> together = new ArrayList<>();
        for (int other : new TreeSet<>(ticked)) {
            Target each = targets.get(other);
            boolean box = submits(target) && each.kind() == Kind.BOX;
            boolean card = target.kind() == Kind.CLICK
                    && each.kind() == Kind.CARD
                    && each.select().equals(target.select());
            if (box || card) {
                together.add(each);
            }
        }
        return together;
    }

    private static boolean submits(Target target) {
        return target.click().actions().stream().anyMatch(Action.SubmitAsText.class::isInstance);
    }

    private static String text(Target target, List<Target> together) {
        if (submits(target)) {
            return String.join(BETWEEN, together.stream().map(Picked::ticked).toList());
        }
        return target.click().actions().stream()
                .filter(Action.PublishText.class::isInstance)
                .map(action -> ((Action.PublishText) action).text())
                .map(text -> text.isBlank() ? target.label() : text)
                .findFirst()
                .orElse("");
    }

    private static String ticked(Target box) {
        return box.click().actions().stream()
                .filter(Action.Checked.class::isInstance)
                .map(action -> ((Action.Checked) action).text())
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(box.label());
    }
}
