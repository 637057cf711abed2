package dev.parley.session;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.History;
import dev.parley.conversation.History.Name;
import dev.parley.conversation.Marks;
import dev.parley.conversation.Marks.Mark;
import dev.parley.conversation.Timeline.Range;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.Update;
import dev.parley.session.Keeper.Port;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was said, as it is kept: all that the screen is told goes in, and comes out again at the next start, so that it
 * can be read with no connection. A dialog's events are read when somebody looks. Event loop.
 */
final class Archive {
    private static final int MOST_FOUND = 200;
    /** As many as are read from the disk in a few milliseconds. */
    private static final int EVENTS_A_PAGE = 1_000;

    private final Desk desk;
    private final Keeper keeper;
    private final Backlog backlog;
    /** Dialogs whose events have been folded in. */
    private final Set<String> read = new HashSet<>();
    /** Who waits for a dialog's events. */
    private final Map<String, List<Runnable>> reading = new HashMap<>();
    /** What an earlier run has left, by dialog; said when the dialog's events are there. */
    private final Map<String, Mark> marks = new LinkedHashMap<>();

    private @Nullable History history;
    private @Nullable Marks markPort;
    /** What comes out of the archive need not go into it. */
    private boolean telling;

    Archive(Desk desk, Keeper keeper) {
        this.desk = desk;
        this.keeper = keeper;
        this.backlog = new Backlog(desk.time(), new Kept());
    }

    void open(History historyPort, Marks marksPort) {
        history = historyPort;
        markPort = marksPort;
        read.clear();
        marks.clear();
    }

    /** Nothing more is kept or read. */
    void close() {
        flush();
        history = null;
        markPort = null;
    }

    /** What is to be kept is written, or under way. */
    void flush() {
        backlog.flush();
    }

    /** Tells what is known of all conversations and participants, and reads what is open; then runs {@code done}. */
    void restore(Runnable done) {
        History port = history;
        Marks seen = markPort;
        if (port == null || seen == null) {
            done.run();
            return;
        }
        then(port.conversations(), List.of(), facts -> {
            facts.forEach(each -> tell(new Update.ConversationChanged(desk.key(), each)));
            then(port.names(), List.of(), names -> {
                names.forEach(
                        each -> tell(new Update.NameKnown(desk.key(), each.participantId(), each.name(), each.bot())));
                then(seen.all(), List.of(), kept -> {
                    kept.forEach(mark -> marks.put(mark.dialogId(), mark));
                    List<String> open = desk.conversations().stream()
                            .filter(Conversation::isOpen)
                            .map(Conversation::id)
                            .toList();
                    inTurn(open, this::read, done);
                });
            });
        });
    }

    /** Reads what is kept of the conversation, all dialogs that are known of it. */
    void read(String conversationId) {
        read(conversationId, () -> {});
    }

    void read(String conversationId, Runnable done) {
        Set<String> dialogs = new LinkedHashSet<>();
        dialogs.add(conversationId);
        desk.conversation(conversationId)
                .flatMap(Conversation::facts)
                .map(ConversationFacts::dialogs)
                .orElse(List.of())
                .forEach(dialog -> dialogs.add(dialog.id()));
        inTurn(List.copyOf(dialogs), (dialogId, then) -> read(conversationId, dialogId, then), done);
    }

    /** Folds in what is kept of the dialog, then runs {@code done}; at once when that has been done. */
    void read(String conversationId, String dialogId, Runnable done) {
        History port = history;
        if (port == null || read.contains(dialogId)) {
            done.run();
            return;
        }
        List<Runnable> waiting = reading.get(dialogId);
        if (waiting != null) {
            waiting.add(done);
            return;
        }
        reading.put(dialogId, new ArrayList<>(List.of(done)));
        pages(port, conversationId, dialogId, Long.MAX_VALUE, () -> {
            then(port.holes(conversationId, dialogId), List.of(), holes -> {
                for (Range hole : holes) {
                    tell(new Update.HoleKnown(desk.key(), conversationId, dialogId, hole.from(), hole.to()));
                }
                // After the events: what is missing when a mark is set counts as not seen.
                Optional.ofNullable(marks.get(dialogId))
                        .ifPresent(mark ->
                                tell(new Update.ReadMarked(desk.key(), conversationId, dialogId, mark.upToSequence())));
                if (port == history) {
                    read.add(dialogId);
                }
                Optional.ofNullable(reading.remove(dialogId)).orElse(List.of()).forEach(Runnable::run);
            });
        });
    }

    /** The newest first: that is what is looked at while the others are on their way. */
    private void pages(History port, String conversationId, String dialogId, long upTo, Runnable done) {
        then(
                port.page(conversationId, dialogId, upTo, EVENTS_A_PAGE),
                History.Page.NOTHING,
                page -> tell(conversationId, dialogId, page.events(), () -> {
                    if (page.next().isPresent() && port == history) {
                        pages(port, conversationId, dialogId, page.next().getAsLong(), done);
                    } else {
                        done.run();
                    }
                }));
    }

    /** How far the person had seen the dialog in an earlier run; -1 when nothing is known. */
    long seen(String dialogId) {
        Mark mark = marks.get(dialogId);
        return mark == null ? -1 : mark.upToSequence();
    }

    /** Keeps what the screen is told, where it is worth keeping. */
    void keep(Update update) {
        History port = history;
        if (port == null || telling) {
            return;
        }
        if (update instanceof Update.Events events) {
            backlog.events(events.conversationId(), events.dialogId(), events.events());
        } else if (update instanceof Update.ConversationChanged changed) {
            // As the model has merged it: this update may have told only a part.
            desk.conversation(changed.facts().id())
                    .flatMap(Conversation::facts)
                    .ifPresent(facts -> write(List.of("facts", facts.id()), () -> port.keep(facts)));
        } else if (update instanceof Update.ConversationGone gone) {
            flush();
            write(List.of("facts", gone.conversationId()), () -> port.forget(gone.conversationId()));
        } else if (update instanceof Update.HoleKnown hole) {
            flush();
            write(
                    List.of("hole", hole.dialogId(), hole.from()),
                    () -> port.addHole(hole.conversationId(), hole.dialogId(), hole.from(), hole.to()));
        } else if (update instanceof Update.NameKnown named) {
            Name name = new Name(named.participantId(), named.name(), named.bot());
            write(List.of("name", name.participantId()), () -> port.name(name));
        }
    }

    /** The person has seen this. */
    void mark(String conversationId, String dialogId, long upTo) {
        backlog.mark(new Mark(conversationId, dialogId, upTo));
    }

    void find(String text, Optional<String> conversationId) {
        History port = history;
        if (port == null) {
            desk.tell(new Update.Found(desk.key(), text, conversationId, List.of()));
            return;
        }
        flush();
        port.find(text, conversationId, MOST_FOUND)
                .whenComplete((hits, failure) -> desk.loop().execute(() -> {
                    if (failure != null) {
                        desk.complain(conversationId, "The search did not work: " + Keeper.reason(failure));
                    }
                    desk.tell(new Update.Found(desk.key(), text, conversationId, failure == null ? hits : List.of()));
                }));
    }

    private final class Kept implements Backlog.Out {
        @Override
        public void events(String conversationId, String dialogId, List<TimelineEvent> events) {
            History port = history;
            if (port != null) {
                List<Object> name = List.of("events", dialogId, events.get(0).sequence(), events.size());
                write(name, () -> port.add(conversationId, dialogId, events));
            }
        }

        @Override
        public void mark(Mark mark) {
            Marks port = markPort;
            if (port != null) {
                keeper.write(
                        Port.MARKS,
                        mark.dialogId(),
                        () -> port.mark(mark.conversationId(), mark.dialogId(), mark.upToSequence()));
            }
        }
    }

    private void write(List<Object> name, Supplier<CompletionStage<Void>> write) {
        keeper.write(Port.HISTORY, name, write);
    }

    private void tell(Update update) {
        telling = true;
        desk.tell(update);
        telling = false;
    }

    /** The newest first here too. */
    private void tell(String conversationId, String dialogId, List<TimelineEvent> events, Runnable done) {
        int older = Math.max(0, events.size() - Desk.EVENTS_AT_ONCE);
        if (!events.isEmpty()) {
            List<TimelineEvent> now = events.subList(older, events.size());
            tell(new Update.Events(desk.key(), conversationId, dialogId, now));
        }
        if (older > 0) {
            desk.loop().execute(() -> tell(conversationId, dialogId, events.subList(0, older), done));
        } else {
            done.run();
        }
    }

    /** It is a cache: what cannot be read is done without. */
    private <T> void then(CompletionStage<T> stage, T otherwise, Consumer<T> next) {
        stage.whenComplete((value, failure) ->
                desk.loop().execute(() -> next.accept(failure == null && value != null ? value : otherwise)));
    }

    private interface Step {
        void run(String name, Runnable done);
    }

    private static void inTurn(List<String> names, Step step, Runnable done) {
        if (names.isEmpty()) {
            done.run();
        } else {
            step.run(names.get(0), () -> inTurn(names.subList(1, names.size()), step, done));
        }
    }
}
