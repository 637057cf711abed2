package dev.parley.session;

import dev.parley.conversation.History;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.Update;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The history port as a session uses it: read once for each dialog, added to always. It is a cache, so what it cannot do
 * is done without. Event loop.
 */
final class Archive {
    private final Desk desk;
    private final Set<String> read = new HashSet<>();
    private @Nullable History history;

    Archive(Desk desk) {
        this.desk = desk;
    }

    void open(History history) {
        this.history = history;
    }

    /** Folds in what is kept of the dialog, then runs {@code done}; at once when that has been done. */
    void read(String conversationId, String dialogId, Runnable done) {
        History port = history;
        if (port == null || !read.add(dialogId)) {
            done.run();
            return;
        }
        port.of(conversationId, dialogId)
                .whenComplete((events, failure) -> desk.loop().execute(() -> {
                    if (failure == null && !events.isEmpty()) {
                        desk.tell(new Update.Events(desk.key(), conversationId, dialogId, events));
                    }
                    done.run();
                }));
    }

    void add(String conversationId, String dialogId, List<TimelineEvent> events) {
        History port = history;
        if (port != null) {
            port.add(conversationId, dialogId, events);
        }
    }
}
