package dev.parley.ui.state;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/** What stands over the panes, the newest on top. UI thread only. */
public final class Overlays {
    private final Deque<Overlay> stack = new ArrayDeque<>();

    public void open(Overlay overlay) {
        stack.push(overlay);
    }

    public Optional<Overlay> top() {
        return Optional.ofNullable(stack.peek());
    }

    public void close(Overlay overlay) {
        stack.remove(overlay);
    }

    public boolean isEmpty() {
        return stack.isEmpty();
    }

    /** From the lowest to the top one. */
    public Iterator<Overlay> upwards() {
        return stack.descendingIterator();
    }
}
