package dev.parley.ui.keys;

import dev.parley.terminal.Key;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of a sequence that were pressed so far, e.g. Ctrl-X. UI thread. */
public final class Chord<C> {
    /** What a press came to. */
    public sealed interface Outcome<C> {
        record Run<C>(Action<C> action) implements Outcome<C> {}

        /** Begun: show the keys so far. */
        record Waiting<C>(KeySequence sofar) implements Outcome<C> {}

        /** A lone key that nothing is bound to: text for the input, perhaps. */
        record Unbound<C>(Key key) implements Outcome<C> {}

        /** A sequence that leads nowhere; it is over, and its last key types nothing. */
        record Nowhere<C>(KeySequence pressed) implements Outcome<C> {}
    }

    private @Nullable KeySequence sofar;

    /** Esc in the middle only ends it. */
    public Outcome<C> press(Actions<C> actions, Mode mode, Key key) {
        KeySequence before = sofar;
        KeySequence pressed = before == null ? KeySequence.of(key) : before.then(key);
        sofar = null;
        Lookup<C> lookup = actions.lookup(mode, pressed);
        if (lookup instanceof Lookup.Found<C> found) {
            return new Outcome.Run<>(found.action());
        }
        if (lookup instanceof Lookup.Begun<C>) {
            sofar = pressed;
            return new Outcome.Waiting<>(pressed);
        }
        return before == null ? new Outcome.Unbound<>(key) : new Outcome.Nowhere<>(pressed);
    }

    /** What was pressed so far; empty when nothing is begun. */
    public Optional<KeySequence> sofar() {
        return Optional.ofNullable(sofar);
    }

    /** Something else came between (a paste, an overlay). */
    public void forget() {
        sofar = null;
    }
}
