package dev.parley.ui.history;

import java.util.List;

/** Items as rows, laid out on demand. */
public interface Rows {
    /** Items, not rows. */
    int size();

    /** The rows of an item; may be empty. */
    List<Line> of(int item);

    String key(int item);

    /** The item of {@code key} stands at {@code item}, and will soon be looked for. */
    default void remember(String key, int item) {}

    /** Where the item of this key stands; -1 when it is gone. */
    default int indexOf(String key) {
        for (int item = size() - 1; item >= 0; item--) {
            if (key(item).equals(key)) {
                return item;
            }
        }
        return -1;
    }
}
