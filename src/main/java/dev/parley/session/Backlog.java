package dev.parley.session;

import dev.parley.conversation.Marks.Mark;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.time.Time;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be kept of history, written at once while little comes and a few times a second while much does: each
 * transaction costs the disk more than the messages in it. Should the program die meanwhile, the service has them.
 * Event loop.
 */
final class Backlog {
    private static final long PACE_MILLIS = 250;
    /** As many as one transaction takes. */
    private static final int MOST = 500;

    /** Where it goes. */
    interface Out {
        void events(String conversationId, String dialogId, List<TimelineEvent> events);

        void mark(Mark mark);
    }

    private record Dialog(String conversationId, String dialogId) {}

    private final Time time;
    private final Out out;
    private final Map<Dialog, List<TimelineEvent>> events = new LinkedHashMap<>();
    /** The newest of each dialog. */
    private final Map<Dialog, Mark> marks = new LinkedHashMap<>();

    private int size;
    /** Since the last write it has not been long enough. */
    private boolean resting;

    Backlog(Time time, Out out) {
        this.time = time;
        this.out = out;
    }

    void events(String conversationId, String dialogId, List<TimelineEvent> news) {
        if (news.isEmpty()) {
            return;
        }
        events.computeIfAbsent(new Dialog(conversationId, dialogId), key -> new ArrayList<>())
                .addAll(news);
        size += news.size();
        // The person's own words have left the outbox: they are not to be nowhere.
        boolean own = news.stream()
                .anyMatch(event -> event instanceof Turn turn && turn.who().self());
        added(own || size >= MOST);
    }

    void mark(Mark mark) {
        marks.merge(
                new Dialog(mark.conversationId(), mark.dialogId()),
                mark,
                (one, other) -> one.upToSequence() > other.upToSequence() ? one : other);
        added(false);
    }

    private void added(boolean urgent) {
        if (urgent || !resting) {
            flush();
        }
    }

    /** Writes all of it now, e.g. before something that must come after it. */
    void flush() {
        if (events.isEmpty() && marks.isEmpty()) {
            return;
        }
        Map<Dialog, List<TimelineEvent>> eventsNow = new LinkedHashMap<>(events);
        List<Mark> marksNow = List.copyOf(marks.values());
        events.clear();
        marks.clear();
        size = 0;
        rest();
        eventsNow.forEach((dialog, all) -> out.events(dialog.conversationId(), dialog.dialogId(), all));
        marksNow.forEach(out::mark);
    }

    private void rest() {
        if (!resting) {
            resting = true;
            time.after(PACE_MILLIS, () -> {
                resting = false;
                flush();
            });
        }
    }
}
