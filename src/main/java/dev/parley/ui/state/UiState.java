package dev.parley.ui.state;

import dev.parley.conversation.Consumer;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
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

    private boolean pendingShown;
    private @Nullable HistorySearch search;
    private @Nullable Picker picker;
    private @Nullable Completing completing;
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
            places.put(to, moved);
        } else if (moved != null && moved.hasDraft() && there != null) {
            String since = there.editor().text();
            String text = moved.editor().text();
            there.editor().replace(since.isBlank() ? text : text + "\n" + since);
        }
        rows.rename(from, to);
        trail.rename(from, to);
        if (selected.equals(from)) {
            selected = to;
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
            roundTrips.merge(
                    consumer,
                    RoundTrip.bucket(-1, roundTripMillis),
                    (shown, fresh) -> RoundTrip.bucket(shown, roundTripMillis));
        }
    }

    /** Whether the consumer has been online since the start. */
    public boolean hasReached(ConsumerKey consumer) {
        return reached.contains(consumer);
    }

    public void reached(ConsumerKey consumer) {
        reached.add(consumer);
    }

    public long names() {
        return names;
    }

    public void namesChanged() {
        names++;
    }

    /** Whether own messages have been under way for so long that row 1 says so. */
    public boolean pendingShown() {
        return pendingShown;
    }

    public void pendingShown(boolean shown) {
        pendingShown = shown;
    }

    /** The search of Ctrl-R, while it goes on. */
    public Optional<HistorySearch> search() {
        return Optional.ofNullable(search);
    }

    public void search(@Nullable HistorySearch state) {
        search = state;
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

    /** The keys of a sequence pressed so far, as the hint row shows them; empty when none is begun. */
    public String chord() {
        return chord;
    }

    public void chord(String keys) {
        chord = keys;
    }
}
