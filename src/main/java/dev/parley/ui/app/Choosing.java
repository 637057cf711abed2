package dev.parley.ui.app;

import dev.parley.conversation.Action;
import dev.parley.conversation.Command;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Picked;
import dev.parley.conversation.Place;
import dev.parley.conversation.Targets.Kind;
import dev.parley.conversation.Targets.Target;
import dev.parley.conversation.Update;
import dev.parley.ui.history.ItemKey;
import dev.parley.ui.overlay.Chooser;
import dev.parley.ui.state.Picker;
import dev.parley.ui.state.UiState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What happens when something of a card is chosen (PROTOCOL.md 10.2, 10.4). UI thread only. */
final class Choosing {
    private static final DateTimeFormatter SLOT = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);

    private final Kit kit;
    private final UiState state;
    private final Drafting drafting;
    private final Attending reading;
    private final Linking linking;

    private final Fetching fetching;
    private final Forming forming;

    Choosing(Kit kit, Drafting drafting, Attending reading, Linking linking, Fetching fetching, Forming forming) {
        this.kit = kit;
        this.state = kit.state();
        this.drafting = drafting;
        this.reading = reading;
        this.linking = linking;
        this.fetching = fetching;
        this.forming = forming;
    }

    /** Does what the target under {@code picker} is for. */
    void act(Picker picker) {
        Place place = state.selected();
        Target target = picker.target();
        Set<Integer> ticked = ticked(place, picker);
        if (target.kind() == Kind.FILE) {
            fetching.ask(picker.said());
        } else if (target.kind() == Kind.FORM) {
            forming.ask(picker.said());
        } else if (target.kind() == Kind.BOX || target.kind() == Kind.CARD) {
            state.place(place).tick(ItemKey.of(picker.said()), Picked.tick(picker.targets(), picker.chosen(), ticked));
        } else if (Picked.waits(picker.targets(), picker.chosen(), ticked)) {
            kit.hint("Nothing is ticked yet: Space or Enter ticks a box, then this sends it.");
        } else if (target.off() && ticked.isEmpty()) {
            kit.hint("That button is switched off.");
        } else {
            click(place, picker);
        }
    }

    /** @param place where it was chosen: what answers a question, or opens a link, may come when the person is elsewhere */
    private void click(Place place, Picker picker) {
        List<Action> actions = picker.target().click().actions();
        for (Action action : actions) {
            if (action instanceof Action.DatePicker days) {
                days(days, day -> pick(place, picker, day));
                return;
            }
            if (action instanceof Action.Schedule schedule) {
                slots(schedule, slot -> pick(place, picker, slot));
                return;
            }
        }
        boolean says = !Picked.of(picker.targets(), picker.chosen(), ticked(place, picker), "")
                .text()
                .isBlank();
        boolean leads = actions.stream().anyMatch(Choosing::leads);
        if (says || !leads) {
            pick(place, picker, "");
        }
        for (Action action : actions) {
            // Only what was really opened is told, unless words have told it already.
            Runnable opened = says ? () -> {} : () -> pick(place, picker, "");
            if (action instanceof Action.Link link) {
                linking.ask(link.uri(), picker.target().label(), opened);
            } else if (action instanceof Action.Navigate there) {
                linking.ask(map(there), "", opened);
            } else if (action instanceof Action.Other other) {
                kit.hint("The service was told; a terminal has nothing that could do \"" + other.type() + "\".");
            }
        }
    }

    private static boolean leads(Action action) {
        return action instanceof Action.Link || action instanceof Action.Navigate;
    }

    private static String map(Action.Navigate place) {
        return String.format(
                Locale.ROOT,
                "https://www.openstreetmap.org/?mlat=%.6f&mlon=%.6f#map=16/%.6f/%.6f",
                place.latitude(),
                place.longitude(),
                place.latitude(),
                place.longitude());
    }

    private void days(Action.DatePicker days, Consumer<String> entered) {
        String title = days.title().isBlank() ? "Choose a day" : days.title();
        if (!days.range()) {
            day(title, days, day -> entered.accept(DayFormat.of(days.format(), day)));
            return;
        }
        day(
                title + ": the first day",
                days,
                first -> day(title + ": the last day", days.from(start(first)), last -> {
                    entered.accept(DayFormat.of(days.format(), first) + " - " + DayFormat.of(days.format(), last));
                }));
    }

    private void day(String title, Action.DatePicker days, Consumer<LocalDate> taken) {
        Days offered = new Days(
                LocalDate.ofInstant(kit.clock().now(), state.look().zone()),
                days.least().map(this::day),
                days.most().map(this::day));
        state.overlays()
                .open(new Chooser(
                        title + " (type a date, e.g. 2026-12-24)",
                        "",
                        query -> offered.fitting(query).stream()
                                .map(day -> new Chooser.Entry(
                                        Days.words(day), day.toString(), Optional.empty(), () -> taken.accept(day)))
                                .toList()));
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, state.look().zone());
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(state.look().zone()).toInstant();
    }

    private void slots(Action.Schedule schedule, Consumer<String> entered) {
        List<Chooser.Entry> entries = new ArrayList<>();
        for (Action.Slot slot : schedule.slots()) {
            ZonedDateTime start = slot.start().atZone(state.look().zone());
            String when = SLOT.format(start);
            String words = slot.title().isBlank() ? when : slot.title() + ", " + when;
            entries.add(new Chooser.Entry(words, slot.description(), Optional.empty(), () -> entered.accept(words)));
        }
        String title = schedule.title().isBlank() ? "Choose a time" : schedule.title();
        state.overlays()
                .open(new Chooser(
                        title,
                        "",
                        query -> entries.stream()
                                .filter(entry ->
                                        entry.label().toLowerCase(Locale.ROOT).contains(query.toLowerCase(Locale.ROOT)))
                                .toList()));
    }

    private void pick(Place place, Picker picker, String entered) {
        String id = place.conversationId();
        if (id == null) {
            return;
        }
        Picked picked = Picked.of(picker.targets(), picker.chosen(), ticked(place, picker), entered);
        String cid = kit.ids().get();
        if (!picked.text().isBlank()) {
            state.place(place).scroll().release();
            if (place.equals(state.selected())) {
                reading.answered();
            }
            state.apply(new Update.OutgoingChanged(
                    place.consumer(),
                    Outgoing.saving(cid, place, picked.text(), kit.clock().now())));
        }
        kit.send(new Command.Pick(
                place.consumer(),
                id,
                picker.said().dialogId(),
                picker.said().turn().sequence(),
                picker.chosen(),
                ticked(place, picker),
                entered,
                cid));
        // What stores the words forgets the draft of its place, and that is not what was sent.
        drafting.sent(place);
    }

    private Set<Integer> ticked(Place place, Picker picker) {
        return state.place(place).ticked().getOrDefault(ItemKey.of(picker.said()), Set.of());
    }
}
