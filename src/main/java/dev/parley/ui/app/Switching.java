package dev.parley.ui.app;

import dev.parley.conversation.Command;
import dev.parley.conversation.Consumer;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Place;
import dev.parley.conversation.TimelineItem;
import dev.parley.ui.edit.Editor;
import dev.parley.ui.overlay.Chooser;
import dev.parley.ui.state.Labels;
import dev.parley.ui.state.PlaceState;
import dev.parley.ui.state.Row;
import dev.parley.ui.state.Trail;
import dev.parley.ui.state.UiState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** From one place to another. UI thread only. */
final class Switching {
    private static final int NAMED = 0;
    private static final int SEEN = 1;
    private static final int IN_ID = 2;
    private static final int NOT_FOUND = 3;
    /** Fewer letters than this are in nearly every id. */
    private static final int LEAST_OF_ID = 4;

    private final Kit kit;
    private final UiState state;
    private final Drafting drafting;
    private final Composing composing;
    private final Attending reading;
    private final Set<Place> asked = new HashSet<>();
    private int lastIndex;

    Switching(Kit kit, Drafting drafting, Composing composing, Attending reading) {
        this.kit = kit;
        this.state = kit.state();
        this.drafting = drafting;
        this.composing = composing;
        this.reading = reading;
    }

    /** Takes the newest rows in; a place that is gone gives way to what took its place. */
    void refresh() {
        state.rows().refresh(state.inbox(), state.trail().steady(kit.clock().millis()));
        int index = state.rows().indexOf(state.selected());
        if (index >= 0) {
            lastIndex = index;
        } else if (state.rows().size() > 0) {
            vanished();
        }
        load(state.selected());
    }

    private void vanished() {
        Place was = state.selected();
        Optional<Place> opened = was.isUnopened()
                ? state.inbox()
                        .consumer(was.consumer())
                        .flatMap(Consumer::openConversation)
                        .map(Conversation::place)
                : Optional.empty();
        if (opened.isPresent()) {
            renamed(was, opened.get());
            return;
        }
        if (state.here().hasDraft()) {
            kit.remember(state.here().editor().text());
            kit.hint("The conversation is gone from the service's list. What was typed comes back with Up.");
        }
        state.rows().at(Math.min(lastIndex, state.rows().size() - 1)).ifPresent(this::show);
    }

    /** The service no longer lists a conversation: what was typed there would be out of reach. */
    void gone(Place place) {
        Optional<PlaceState> typed =
                Optional.ofNullable(state.places().get(place)).filter(PlaceState::hasDraft);
        if (typed.isPresent()
                && !place.equals(state.selected())
                && state.inbox().conversation(place).isEmpty()) {
            kit.remember(typed.get().editor().text());
            kit.hint("A conversation is gone from the list. What was typed there comes back with Up.");
        }
    }

    /** An unopened place has become a conversation. */
    void renamed(Place from, Place to) {
        state.rename(from, to);
        drafting.renamed(from, to);
        load(state.selected());
    }

    void step(int by) {
        int size = state.rows().size();
        if (size > 0) {
            int from = Math.max(0, state.rows().indexOf(state.selected()));
            state.rows().at(Math.floorMod(from + by, size)).ifPresent(this::byKey);
        }
    }

    /** Row {@code number}, counted from 1. */
    void number(int number) {
        state.rows()
                .at(number - 1)
                .ifPresentOrElse(this::byKey, () -> kit.hint("There is no row " + number + " in the list."));
    }

    void lastUsed() {
        lastPlace().ifPresent(this::byKey);
    }

    /** Where {@link #lastUsed} would go. */
    Optional<Place> lastPlace() {
        return state.trail().lastUsed().filter(place -> state.rows().indexOf(place) >= 0);
    }

    /** To the one that waits longest and has not been seen in this round; after the last, back to where it began. */
    void nextUnread() {
        Trail trail = state.trail();
        Place from = state.selected();
        Optional<Place> next = waiting().stream()
                .filter(place -> !place.equals(from) && !trail.visited(place))
                .findFirst();
        Optional<Place> back = trail.roundFrom().filter(place -> !place.equals(from));
        if (next.isPresent()) {
            trail.visit(from, next.get());
            steady();
            show(next.get());
        } else if (back.isPresent()) {
            trail.endRound();
            steady();
            show(back.get());
        } else {
            trail.endRound();
            kit.hint("Nothing is unread or overdue elsewhere.");
        }
    }

    private record Waiting(Place place, boolean urgent, Instant since) {}

    /** Unread and overdue ones by how long they wait, then those that only wait for an answer. */
    private List<Place> waiting() {
        Instant now = kit.clock().now();
        List<Waiting> waiting = new ArrayList<>();
        for (Row row : state.rows().all()) {
            state.inbox().conversation(row.place()).ifPresent(conversation -> {
                boolean urgent = conversation.unread() > 0 || conversation.isOverdue(now);
                Stream.of(conversation.waitingSince(), unreadSince(conversation))
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder())
                        .ifPresent(since -> waiting.add(new Waiting(row.place(), urgent, since)));
            });
        }
        return waiting.stream()
                .sorted(Comparator.comparing(Waiting::urgent).reversed().thenComparing(Waiting::since))
                .map(Waiting::place)
                .toList();
    }

    private static Optional<Instant> unreadSince(Conversation conversation) {
        return conversation.unread() == 0
                ? Optional.empty()
                : conversation
                        .firstUnread()
                        .map(TimelineItem.Said::turn)
                        .map(turn -> turn.at())
                        .or(() -> conversation.lastTurn().map(Conversation.LastTurn::at));
    }

    /** {@code /go}: a row's number, or words that its name or last turn has. */
    void go(String words) {
        if (words.isEmpty()) {
            finder("");
        } else if (words.matches("[0-9]{1,4}")) {
            number(Integer.parseInt(words));
        } else {
            List<Row> found = matching(words);
            boolean named = found.size() > 1 && rank(found.get(0), words) == NAMED && rank(found.get(1), words) > NAMED;
            if (found.size() == 1 || named) {
                byKey(found.get(0).place());
            } else {
                finder(words);
            }
        }
    }

    void finder(String words) {
        state.overlays().open(new Chooser("Go to", words, query -> {
            List<Chooser.Entry> entries = new ArrayList<>();
            for (Row row : matching(query)) {
                String digits = String.valueOf(state.rows().indexOf(row.place()) + 1);
                String number = " ".repeat(String.valueOf(state.rows().size()).length() - digits.length()) + digits;
                String preview = Labels.preview(state, row.place());
                entries.add(new Chooser.Entry(
                        number + "  " + Labels.place(state, row.place()) + (preview.isEmpty() ? "" : ": " + preview),
                        row.open() ? "" : "closed",
                        Optional.empty(),
                        () -> byKey(row.place())));
            }
            return entries;
        }));
    }

    /** Those called so first, then those that have the words in sight, then those that have them in an id. */
    private List<Row> matching(String query) {
        return state.rows().all().stream()
                .filter(row -> rank(row, query) < NOT_FOUND)
                .sorted(Comparator.comparingInt(row -> rank(row, query)))
                .toList();
    }

    private int rank(Row row, String query) {
        String name = Labels.place(state, row.place()).toLowerCase(Locale.ROOT);
        String seen = name + " " + Labels.preview(state, row.place()).toLowerCase(Locale.ROOT);
        List<String> names = List.of(name.split("\\s+"));
        int worst = NAMED;
        for (String word : query.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            int rank = names.contains(word)
                    ? NAMED
                    : seen.contains(word)
                            ? SEEN
                            : word.length() >= LEAST_OF_ID && ids(row).contains(word) ? IN_ID : NOT_FOUND;
            worst = Math.max(worst, rank);
        }
        return worst;
    }

    private String ids(Row row) {
        String id = Optional.ofNullable(row.place().conversationId()).orElse("");
        String consumer = state.inbox()
                .consumer(row.place().consumer())
                .flatMap(Consumer::known)
                .map(known -> known.consumerId())
                .orElse("");
        return (id + " " + consumer).toLowerCase(Locale.ROOT);
    }

    /** A switching key: the list keeps its order for a while, and a round of the unread ones is over. */
    void byKey(Place to) {
        steady();
        state.trail().endRound();
        show(to);
    }

    private void steady() {
        state.trail().switched(kit.clock().millis());
        // Waking is enough: the list is sorted anew whenever it is looked at after that.
        kit.timers().at(state.trail().steadyUntil(), () -> {});
    }

    void show(Place to) {
        Place from = state.selected();
        if (to.equals(from)) {
            return;
        }
        drafting.save(from);
        // What was typed before a walk through older texts is what shall stand here later.
        Editor editor = state.here().editor();
        state.inputs().typed(editor.text()).ifPresent(editor::replace);
        composing.stop();
        reading.left(from);
        state.inputs().reset();
        state.search(null);
        state.find(null);
        state.picker(null);
        state.completing(null);
        state.trail().used(from);
        state.select(to);
        reading.entered();
        load(to);
    }

    private void load(Place place) {
        String id = place.conversationId();
        if (id != null && asked.add(place)) {
            kit.send(new Command.LoadHistory(place.consumer(), id));
        }
    }
}
