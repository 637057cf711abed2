package dev.parley.ui.history;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a place's view stands: following the newest message, or still. UI thread only. */
public final class Scroll {
    private @Nullable Anchor anchor;
    /** The newest item when the view was last at the bottom; what came after it is new below. */
    private @Nullable String newestSeen;

    private boolean held;

    public Optional<Anchor> anchor() {
        return Optional.ofNullable(anchor);
    }

    public boolean follows() {
        return anchor == null;
    }

    /** Ctrl-S: stays as it is though it stands at the bottom, until {@link #release}. */
    public boolean held() {
        return held;
    }

    public void hold(Anchor at, @Nullable String newest) {
        stand(at, newest);
        held = true;
    }

    public void release() {
        held = false;
        anchor = null;
        newestSeen = null;
    }

    /** Stands still from now on; {@code newest} is the newest item of the place. */
    public void stand(Anchor at, @Nullable String newest) {
        if (anchor == null) {
            newestSeen = newest;
        }
        anchor = at;
    }

    /** How many items have come since the view left the bottom. */
    public int newBelow(Rows rows) {
        if (anchor == null || newestSeen == null) {
            return 0;
        }
        int seen = rows.indexOf(newestSeen);
        return seen < 0 ? 0 : rows.size() - 1 - seen;
    }
}
