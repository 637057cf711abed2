package dev.parley.ui.app;

import dev.parley.conversation.Command;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Link;
import dev.parley.conversation.Place;
import dev.parley.conversation.SentTexts;
import dev.parley.conversation.Update;
import dev.parley.terminal.Tty;
import dev.parley.text.Sanitizer;
import dev.parley.ui.Outside;
import dev.parley.ui.Preferences;
import dev.parley.ui.UiOptions;
import dev.parley.ui.glyph.Glyphs;
import dev.parley.ui.keys.Actions;
import dev.parley.ui.state.BellMode;
import dev.parley.ui.state.BoardSort;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.ReceiptMode;
import dev.parley.ui.state.RowOrder;
import dev.parley.ui.state.ServiceClock;
import dev.parley.ui.state.UiClock;
import dev.parley.ui.state.UiState;
import dev.parley.ui.theme.BadTheme;
import dev.parley.ui.theme.Theme;
import dev.parley.ui.theme.Themes;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Puts the screen together as the options want it. */
final class Starting {
    private Starting() {}

    /**
     * @throws dev.parley.ui.keys.BadBindings where the key configuration contradicts itself
     */
    static App app(
            UiOptions options,
            Themes themes,
            Tty tty,
            Consumer<Command> commands,
            IntConsumer taken,
            UiClock clock,
            Supplier<String> ids,
            Preferences preferences,
            SentTexts sentTexts,
            Outside outside) {
        Actions<Desk> actions = ActionTable.all().rebind(options.keys());
        UiState state = state(options, themes, clock, preferences);
        return new App(
                new Kit(state, new ServiceClock(clock), new Timers(), commands, ids, preferences, sentTexts),
                tty,
                taken,
                actions,
                themes,
                outside);
    }

    private static UiState state(UiOptions options, Themes themes, UiClock clock, Preferences preferences) {
        Sanitizer sanitizer = options.ambiguousWide() ? Sanitizer.WIDE : Sanitizer.NARROW;
        Glyphs glyphs = options.ascii() ? Glyphs.ascii(sanitizer) : Glyphs.unicode(sanitizer);
        String wanted =
                options.theme().isEmpty() ? preferences.get(Showing.THEME).orElse("default") : options.theme();
        Optional<String> wrong = Optional.empty();
        Theme theme;
        try {
            theme = themes.load(wanted);
        } catch (BadTheme bad) {
            wrong = Optional.of(bad.sentence());
            theme = fallback(themes);
        }
        ConsumerKey first = new ConsumerKey(1);
        UiState state = new UiState(
                new Look(theme, glyphs, sanitizer, options.zone()), options.sandbox(), Place.unopened(first));
        preferences.get(Showing.RECEIPTS).flatMap(ReceiptMode::of).ifPresent(state.switches()::receipts);
        state.board(
                preferences.get(Boarding.BOARD).filter(Boarding.ON::equals).isPresent(),
                preferences.get(Boarding.SORT).flatMap(BoardSort::of).orElse(BoardSort.DUE));
        preferences.get(Ringing.BELL).flatMap(BellMode::of).ifPresent(state.switches()::bell);
        state.switches()
                .mouse(preferences.get(Pointing.MOUSE).filter("on"::equals).isPresent());
        state.switches()
                .titled(preferences.get(Showing.TITLE).filter("off"::equals).isEmpty());
        preferences.get(Showing.ORDER).flatMap(RowOrder::of).ifPresent(state.rows()::order);
        wrong.ifPresent(sentence -> state.notices().error(sentence, clock.millis()));
        for (int number = 1; number <= options.consumers(); number++) {
            ConsumerKey key = new ConsumerKey(number);
            state.apply(new Update.ConsumerAdded(key));
            state.apply(new Update.LinkChanged(key, new Link(Link.State.CONNECTING, -1, "")));
        }
        return state;
    }

    private static Theme fallback(Themes themes) {
        try {
            return themes.load("default");
        } catch (BadTheme broken) {
            throw new IllegalStateException("the program's own theme is broken", broken);
        }
    }
}
