package dev.parley.ui.state;

import dev.parley.conversation.Consumer;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.Storage;
import dev.parley.conversation.Update;
import dev.parley.ui.edit.HistorySearch;
import dev.parley.ui.edit.InputHistory;
import dev.parley.ui.edit.KillRing;
import dev.parley.ui.format.RoundTrip;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything the screen shows. Owned by the UI thread. */
public final class UiState {
    private static final int INPUTS_KEPT = 500;

    private final Inbox inbox = new Inbox();
    private final RowList rows = new RowList();
    private final Switches switches = new Switches();
    private final Notices notices = new Notices();
    private final Overlays overlays = new Overlays();
    private final Trail trail = new Trail();
    private final Bugs bugs = new Bugs();
    private final InputHistory inputs = new InputHistory(List.of(), INPUTS_KEPT);
    private final KillRing kills = new KillRing();
    private final Map<Place, PlaceState> places = new HashMap<>();
    private final boolean sandboxExpected;
    private Look look;
    private Place selected;
    private int columns = 80;
    private int lines = 24;
    private boolean focused = true;
    /** Grows when somebody's name becomes known: rows laid out with the old one are out of date. */
    private long names;

    private final Map<ConsumerKey, Long> roundTrips = new HashMap<>();
    /** Consumers that have been online: what the service lists of them is known. */
    private final Set<ConsumerKey> reached = new HashSet<>();

    private BoardSort boardSort = BoardSort.DUE;
    private boolean pendingShown;
    private long revision;
    private @Nullable HistorySearch search;
    private @Nullable Find find;
    private @Nullable Picker picker;
    private @Nullable Completing completing;
    private @Nullable Selection selection;
    private String chord = "";

    /** @param selected where the screen begins */
    public UiState(Look look, boolean sandboxExpected, Place selected) {
        this.look = look;
        this.sandboxExpected = sandboxExpected;
        this.selected = selected;
    }

    public Inbox inbox() {
        return inbox;
    }

    /** Folds an update into the inbox. */
    public void apply(Update update) {
        if (inbox.apply(update)) {
            changed();
        }
    }

    /** Grows when something changed that is not under the person's hands: equal ones mean that the world looks the same. */
    public long revision() {
        return revision;
    }

    public void changed() {
        revision++;
    }

    /** How far the disk can be relied upon: the worst that any consumer's session says of it. */
    public Storage storage() {
        Storage worst = Storage.KEPT;
        for (Consumer consumer : inbox.consumers()) {
            worst = consumer.storage().state().compareTo(worst.state()) > 0 ? consumer.storage() : worst;
        }
        return worst;
    }

    /** Whether another Parley holds the state, so that nothing can be said here. */
    public boolean readOnly() {
        return storage().state() == Storage.State.READ_ONLY;
    }

    public Bugs bugs() {
        return bugs;
    }

    public RowList rows() {
        return rows;
    }

    public Switches switches() {
        return switches;
    }

    public Notices notices() {
        return notices;
    }

    public Overlays overlays() {
        return overlays;
    }

    public Trail trail() {
        return trail;
    }

    /** What was sent, for Up, Down and Ctrl-R: one for all places. */
    public InputHistory inputs() {
        return inputs;
    }

    public Look look() {
        return look;
    }

    public void look(Look other) {
        look = other;
    }

    public Place selected() {
        return selected;
    }

    public void select(Place place) {
        selected = place;
    }

    public PlaceState place(Place place) {
        return places.computeIfAbsent(place, fresh -> new PlaceState(kills, look.sanitizer()));
    }

    /** The state of the selected place. */
    public PlaceState here() {
        return place(selected);
    }

    /** Places somebody has been at. */
    public Map<Place, PlaceState> places() {
        return places;
    }

    /** An unopened place has become a conversation: its text, view and selection move along. */
    public void rename(Place from, Place to) {
        PlaceState moved = places.remove(from);
        PlaceState there = places.get(to);
        if (moved != null && (there == null || !there.touched())) {
            // A draft that was loaded there meanwhile comes behind.
            Optional.ofNullable(there).filter(PlaceState::hasDraft).ifPresent(loaded -> moved.joins(loaded, false));
            places.put(to, moved);
        } else if (moved != null && moved.hasDraft() && there != null) {
            there.joins(moved, true);
        }
        changed();
        rows.rename(from, to);
        trail.rename(from, to);
        if (selected.equals(from)) {
            selected = to;
        }
        if (selection != null && selection.place().equals(from)) {
            selection = selection.in(to);
        }
    }

    /** The selected conversation; empty in an unopened place. */
    public Optional<Conversation> conversation() {
        return selected.isUnopened() ? Optional.empty() : inbox.conversation(selected);
    }

    public Optional<Consumer> consumer() {
        return inbox.consumer(selected.consumer());
    }

    /** Own messages of a place that are not in the history yet. */
    public List<Outgoing> outgoing(Place place) {
        return place.isUnopened()
                ? inbox.consumer(place.consumer()).map(Consumer::unopened).orElse(List.of())
                : inbox.conversation(place).map(Conversation::outgoing).orElse(List.of());
    }

    /** Whether it is the sandbox that answers, or is expected to. */
    public boolean sandbox() {
        return inbox.consumers().stream()
                .flatMap(consumer -> consumer.known().stream())
                .findFirst()
                .map(known -> known.sandbox())
                .orElse(sandboxExpected);
    }

    public int columns() {
        return columns;
    }

    public int lines() {
        return lines;
    }

    public void resize(int newColumns, int newLines) {
        columns = newColumns;
        lines = newLines;
    }

    /** Whether the terminal has the focus; true where it does not tell. */
    public boolean focused() {
        return focused;
    }

    public void focused(boolean has) {
        focused = has;
    }

    /** Milliseconds as row 1 shows them; negative before the first measurement. */
    public long roundTrip(ConsumerKey consumer) {
        return roundTrips.getOrDefault(consumer, -1L);
    }

    public void measured(ConsumerKey consumer, int roundTripMillis) {
        if (roundTripMillis >= 0) {
            long shown = RoundTrip.bucket(roundTrip(consumer), roundTripMillis);
            Long before = roundTrips.put(consumer, shown);
            revision += before == null || before != shown ? 1 : 0;
        }
    }

    /** Whether the consumer has been online since the start. */
    public boolean hasReached(ConsumerKey consumer) {
        return reached.contains(consumer);
    }

    public void reached(ConsumerKey consumer) {
        revision += reached.add(consumer) ? 1 : 0;
    }

    public long names() {
        return names;
    }

    public void namesChanged() {
        names++;
        changed();
    }

    public BoardSort boardSort() {
        return boardSort;
    }

    /** Shows or hides the board, which also brings its order. */
    public void board(boolean shown, BoardSort sort) {
        switches.board(shown);
        boardSort = sort;
        rows.sorted(shown ? () -> sort.order(this) : null);
        changed();
    }

    /** Whether own messages have been under way for so long that row 1 says so. */
    public boolean pendingShown() {
        return pendingShown;
    }

    public void pendingShown(boolean shown) {
        revision += shown == pendingShown ? 0 : 1;
        pendingShown = shown;
    }

    /** The search of Ctrl-R, while it goes on. */
    public Optional<HistorySearch> search() {
        return Optional.ofNullable(search);
    }

    public void search(@Nullable HistorySearch state) {
        search = state;
    }

    /** What is looked for in this conversation, while somebody does. */
    public Optional<Find> find() {
        return Optional.ofNullable(find);
    }

    public void find(@Nullable Find state) {
        find = state;
    }

    /** The quick replies being chosen from, while somebody does. */
    public Optional<Picker> picker() {
        return Optional.ofNullable(picker);
    }

    public void picker(@Nullable Picker state) {
        picker = state;
    }

    /** The completion that has been chosen, while somebody chooses. */
    public Optional<Completing> completing() {
        return Optional.ofNullable(completing);
    }

    public void completing(@Nullable Completing state) {
        completing = state;
    }

    /** The message that is selected, while one is; of this place. */
    public Optional<Selection> selection() {
        return Optional.ofNullable(selection).filter(chosen -> chosen.place().equals(selected));
    }

    /** As it was set, also where the person has gone to another place since. */
    public Optional<Selection> lastSelection() {
        return Optional.ofNullable(selection);
    }

    public void selection(@Nullable Selection state) {
        selection = state;
    }

    /** The keys of a sequence pressed so far, as the hint row shows them; empty when none is begun. */
    public String chord() {
        return chord;
    }

    public void chord(String keys) {
        chord = keys;
    }
}
