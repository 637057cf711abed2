package dev.parley.conversation;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Many unmodifiable lists as one. A long history is handed out like this, so that a new snapshot costs one reference for
 * each part that stayed as it was, not one for each row.
 */
final class Chunks<T> extends AbstractList<T> implements RandomAccess {
    private final List<List<T>> parts;
    private final int[] starts;
    private final int size;

    /** {@code parts} must not change later. */
    Chunks(List<List<T>> parts) {
        this.parts = parts.stream().filter(part -> !part.isEmpty()).toList();
        this.starts = new int[this.parts.size()];
        int next = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = next;
            next += this.parts.get(i).size();
        }
        this.size = next;
    }

    @Override
    public T get(int index) {
        Objects.checkIndex(index, size);
        int found = Arrays.binarySearch(starts, index);
        int part = found >= 0 ? found : -found - 2;
        return parts.get(part).get(index - starts[part]);
    }

    @Override
    public int size() {
        return size;
    }
}
