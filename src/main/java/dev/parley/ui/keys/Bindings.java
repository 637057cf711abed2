package dev.parley.ui.keys;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Key sequences to actions, by mode. A {@code Ctrl-X letter} that comes from an Alt key gives way to one that is bound by name. */
final class Bindings<C> {
    private record Bound<C>(KeySequence keys, Action<C> action) {}

    private final List<Bound<C>> bound = new ArrayList<>();
    private final Map<KeySequence, List<Action<C>>> byKeys = new HashMap<>();

    /** Adds a sentence to {@code problems} for each contradiction. */
    Bindings(List<Action<C>> actions, List<String> problems) {
        for (Action<C> action : actions) {
            action.keys().stream().distinct().forEach(keys -> bound.add(new Bound<>(keys, action)));
        }
        for (int i = 0; i < bound.size(); i++) {
            for (int j = 0; j < i; j++) {
                compare(bound.get(j), bound.get(i), problems);
            }
        }
        List<Bound<C>> named = List.copyOf(bound);
        for (Bound<C> binding : named) {
            binding.keys()
                    .withoutAlt()
                    .map(keys -> new Bound<>(keys, binding.action()))
                    .filter(generated -> named.stream().noneMatch(other -> stands(other, generated)))
                    .ifPresent(bound::add);
        }
        bound.forEach(binding -> byKeys.computeIfAbsent(binding.keys(), keys -> new ArrayList<>())
                .add(binding.action()));
    }

    List<KeySequence> keysOf(Action<C> action) {
        return bound.stream()
                .filter(binding -> binding.action().id().equals(action.id()))
                .map(Bound::keys)
                .toList();
    }

    Lookup<C> lookup(Mode mode, KeySequence pressed) {
        for (Action<C> action : byKeys.getOrDefault(pressed, List.of())) {
            if (reaches(action, mode)) {
                return new Lookup.Found<>(action);
            }
        }
        boolean begun = bound.stream()
                .anyMatch(binding ->
                        reaches(binding.action(), mode) && binding.keys().startsWith(pressed));
        return begun ? new Lookup.Begun<>() : new Lookup.Unbound<>();
    }

    private static boolean reaches(Action<?> action, Mode mode) {
        return action.mode().equals(mode) || action.mode().equals(Mode.EVERYWHERE);
    }

    /** Whether two bindings cannot both be had. */
    private static boolean stands(Bound<?> one, Bound<?> other) {
        return one.action().mode().meets(other.action().mode())
                && (one.keys().startsWith(other.keys()) || other.keys().startsWith(one.keys()));
    }

    private static void compare(Bound<?> one, Bound<?> other, List<String> problems) {
        if (!stands(one, other)) {
            return;
        }
        if (one.keys().equals(other.keys())) {
            problems.add("%s is the key of %s and of %s."
                    .formatted(one.keys(), one.action().id(), other.action().id()));
        } else {
            problems.add("%s, the key of %s, and %s, the key of %s, begin alike: only one of them can be pressed."
                    .formatted(
                            one.keys(),
                            one.action().id(),
                            other.keys(),
                            other.action().id()));
        }
    }
}
