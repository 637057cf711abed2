package dev.parley.ui.keys;

import dev.parley.terminal.Key;
import dev.parley.terminal.Key.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keys pressed one after the other, at least one: {@code Alt-A}, {@code Ctrl-X a}. Immutable. */
public record KeySequence(List<Key> keys) {
    /** With it first, every Alt key has a way for terminals that send no Alt. */
    static final Key LEADER = Key.ctrl('x');

    private static final Set<String> OFTEN_TAKEN = Set.of("n", "p", "q");

    public KeySequence {
        keys = keys.stream().map(Keys::normal).toList();
    }

    public static KeySequence of(Key key) {
        return new KeySequence(List.of(key));
    }

    /** Names with blanks between them; empty where one of them names no key. */
    public static Optional<KeySequence> parse(String names) {
        List<Key> keys = new ArrayList<>();
        for (String name : names.strip().split(" +")) {
            Optional<Key> key = Keys.parse(name);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            keys.add(key.get());
        }
        return Optional.of(new KeySequence(keys));
    }

    public KeySequence then(Key key) {
        List<Key> more = new ArrayList<>(keys);
        more.add(key);
        return new KeySequence(more);
    }

    boolean startsWith(KeySequence other) {
        if (keys.size() < other.keys.size()) {
            return false;
        }
        for (int i = 0; i < other.keys.size(); i++) {
            if (!keys.get(i).equals(other.keys.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** {@code Ctrl-X a} for {@code Alt-A}; empty for what is not a single Alt key. */
    Optional<KeySequence> withoutAlt() {
        Key key = keys.get(0);
        if (keys.size() > 1 || !key.alt()) {
            return Optional.empty();
        }
        Key bare = new Key(key.code(), key.text(), key.number(), key.ctrl(), false, key.shift());
        return Optional.of(of(LEADER).then(bare));
    }

    /** Whether it gets through everywhere: no Alt (macOS), no function key, no Ctrl-N, P, Q (docker, zellij). */
    boolean alwaysThere() {
        return keys.stream()
                .noneMatch(key -> key.alt()
                        || key.code() == Code.FUNCTION
                        || key.ctrl() && key.code() == Code.TEXT && OFTEN_TAKEN.contains(key.text()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeySequence sequence && sequence.keys.equals(keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }

    @Override
    public String toString() {
        return keys.stream().map(Keys::name).collect(Collectors.joining(" "));
    }
}
