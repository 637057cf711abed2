package dev.parley.ui.pane;

import dev.parley.conversation.Consumer;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.TimelineItem;
import dev.parley.conversation.Who;
import dev.parley.ui.history.Chosen;
import dev.parley.ui.history.Ending;
import dev.parley.ui.history.HistoryCache;
import dev.parley.ui.history.HistoryRows;
import dev.parley.ui.history.HistoryStyle;
import dev.parley.ui.history.ItemKey;
import dev.parley.ui.history.Names;
import dev.parley.ui.history.Stretch;
import dev.parley.ui.history.Voice;
import dev.parley.ui.history.Window;
import dev.parley.ui.state.Labels;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.PlaceState;
import dev.parley.ui.state.UiState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The history of the selected place as it stands on this screen: what the pane draws and what scrolling moves. */
public final class HistoryView {
    private static final int LEAST_NAME = 5;
    private static final int MOST_NAME = 12;

    private final HistoryRows rows;
    private final Window window;
    private final int height;
    private final int textColumn;

    private HistoryView(HistoryRows rows, Window window, int height, int textColumn) {
        this.rows = rows;
        this.window = window;
        this.height = height;
        this.textColumn = textColumn;
    }

    public static HistoryView of(UiState state, Geometry geometry, Instant now) {
        int width = Math.max(1, geometry.historyColumns());
        int height = Math.max(0, geometry.historyRows());
        PlaceState here = state.here();
        HistoryStyle style = style(state, geometry, width, now);
        HistoryRows rows = rows(state, style, here);
        Window window = Window.at(rows, here.scroll().anchor().orElse(null), height);
        return new HistoryView(rows, window, height, style.textColumn());
    }

    public HistoryRows rows() {
        return rows;
    }

    public Window window() {
        return window;
    }

    public int height() {
        return height;
    }

    /** Where an item's own rows stand in the view; they may begin above it and end below. None for -1 and what is out of view. */
    public Stretch own(int item) {
        if (item < 0 || item < window.first() || item > window.last()) {
            return Stretch.NONE;
        }
        int top = -window.firstRow();
        for (int above = window.first(); above < item; above++) {
            top += rows.of(above).size();
        }
        Stretch own = rows.own(item);
        return new Stretch(top + own.from(), top + own.to());
    }

    /** Where the text of turns begins. */
    public int textColumn() {
        return textColumn;
    }

    private static HistoryStyle style(UiState state, Geometry geometry, int width, Instant now) {
        Look look = state.look();
        long today = LocalDate.ofInstant(now, look.zone()).toEpochDay();
        return new HistoryStyle(
                width,
                geometry.strip() || geometry.columns() < 40 ? 0 : 1,
                geometry.roomy() ? nameColumns(state) : 0,
                state.switches().exactTimes(),
                look.zone(),
                today,
                look.glyphs(),
                look.sanitizer());
    }

    private static int nameColumns(UiState state) {
        Optional<Consumer> consumer = state.consumer();
        boolean ended = state.conversation()
                .flatMap(Conversation::facts)
                .filter(facts -> !facts.open() || facts.inSurvey())
                .isPresent();
        int widest = ended ? Ending.NAME.length() : LEAST_NAME;
        List<Who> participants = state.conversation()
                .flatMap(Conversation::facts)
                .map(ConversationFacts::participants)
                .orElse(List.of());
        for (Who who : participants) {
            widest = Math.max(
                    widest, state.look().text(Labels.who(consumer, who)).width());
        }
        return Math.min(MOST_NAME, widest);
    }

    private static HistoryRows rows(UiState state, HistoryStyle style, PlaceState here) {
        Optional<Consumer> consumer = state.consumer();
        Names names = new Names() {
            @Override
            public String of(Who who) {
                return Labels.who(consumer, who);
            }

            @Override
            public Voice voice(Who who) {
                return Labels.voice(consumer, who);
            }
        };
        Optional<Conversation> conversation = state.conversation();
        List<Outgoing> outgoing = conversation.isPresent() ? List.of() : unopened(state);
        long version = conversation.map(Conversation::version).orElseGet(() -> (long) outgoing.hashCode());
        HistoryCache.Key key = new HistoryCache.Key(
                state.selected(),
                version,
                state.names(),
                style,
                here.reading().newFrom().orElse(null),
                state.picker()
                        .map(picker -> new Chosen(ItemKey.of(picker.said()), picker.chosen()))
                        .orElse(null),
                here.ticked(),
                here.unfolded());
        return here.history()
                .rows(
                        key,
                        () -> conversation
                                .map(Conversation::items)
                                .orElseGet(() -> outgoing.stream()
                                        .<TimelineItem>map(TimelineItem.Own::new)
                                        .toList()),
                        names,
                        conversation.flatMap(Ending::of),
                        state.bugs());
    }

    private static List<Outgoing> unopened(UiState state) {
        Place place = state.selected();
        return place.isUnopened() ? state.outgoing(place) : List.of();
    }
}
