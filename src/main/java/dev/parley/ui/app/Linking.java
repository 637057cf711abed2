package dev.parley.ui.app;

import dev.parley.conversation.Action;
import dev.parley.conversation.Targets;
import dev.parley.conversation.TimelineItem;
import dev.parley.text.Link;
import dev.parley.text.Links;
import dev.parley.text.SafeText;
import dev.parley.ui.Outside;
import dev.parley.ui.overlay.Choice;
import dev.parley.ui.overlay.LinkQuestion;
import dev.parley.ui.state.UiState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens links: the first key shows where one leads, only a second one goes there (RELIABILITY.md 3.3, S11). Where nothing
 * opens links, as mostly over SSH, they can be copied. UI thread only.
 */
final class Linking {
    private final Kit kit;
    private final UiState state;
    private final Desk.Screen screen;
    private final Outside outside;
    private final Copying copying;

    /** A link of a message with what stands for it, raw; empty where it stands for itself. */
    private record Found(Links.Candidate candidate, String title) {}

    Linking(Kit kit, Desk.Screen screen, Outside outside, Copying copying) {
        this.kit = kit;
        this.state = kit.state();
        this.screen = screen;
        this.outside = outside;
        this.copying = copying;
    }

    /** Asks about the link of a message; where there are several, which one first. */
    void open(TimelineItem item, String number) {
        List<Found> found = in(item);
        if (found.isEmpty()) {
            kit.hint("There is no link in it.");
        } else if (!number.isEmpty()) {
            int index = number.matches("[0-9]{1,3}") ? Integer.parseInt(number) : 0;
            if (index < 1 || index > found.size()) {
                kit.hint("/open takes a number from 1 to " + found.size() + ".");
            } else {
                ask(found.get(index - 1));
            }
        } else if (found.size() == 1) {
            ask(found.get(0));
        } else {
            List<Choice.Option> options = new ArrayList<>();
            found.forEach(link -> options.add(new Choice.Option("", label(link), () -> ask(link))));
            state.overlays().open(new Choice("Which link?", "There are " + found.size() + " of them.", options));
        }
    }

    /**
     * Asks before opening what a card's element leads to, or says why it is not opened. This is the first key; the person's
     * next one decides.
     *
     * @param uri raw
     * @param title raw, what stands for it on the screen; empty where nothing does
     * @param followed run once it has been handed to the program that opens links, or copied to be opened elsewhere
     */
    void ask(String uri, String title, Runnable followed) {
        ask(new Found(Links.judge(uri), title), followed);
    }

    private void ask(Found found) {
        ask(found, () -> {});
    }

    private void ask(Found found, Runnable followed) {
        Optional<Link> link = found.candidate().link();
        if (link.isEmpty()) {
            kit.error("That link is not opened: " + found.candidate().refusal() + ".");
            return;
        }
        SafeText title = state.look().text(found.title());
        boolean misleads = !title.isEmpty() && Links.misleads(title, link.get());
        Optional<Outside.Opening> opening = outside.ask(link.get());
        state.overlays()
                .open(LinkQuestion.about(link.get(), misleads, opening.map(there -> () -> go(there, followed)), () -> {
                    followed.run();
                    copying.text(link.get().target());
                }));
    }

    private void go(Outside.Opening opening, Runnable opened) {
        opening.yes()
                .thenAccept(done -> screen.later(() -> {
                    if (done) {
                        kit.hint("Handed to the program that opens links here.");
                        opened.run();
                    } else {
                        kit.error("The program that opens links here could not be started.");
                    }
                }));
    }

    /** Asked for every frame: quick, and wrong only where something looks like a link and is none. */
    boolean mayHaveOne(TimelineItem item) {
        String words = Finding.said(item);
        return Stream.of("://", "mailto:", "tel:")
                        .anyMatch(sign -> words.toLowerCase(Locale.ROOT).contains(sign))
                || item instanceof TimelineItem.Said said
                        && Targets.of(said.turn().content()).stream()
                                .flatMap(target -> target.click().actions().stream())
                                .anyMatch(Action.Link.class::isInstance);
    }

    /** In the order of reading, each target once. */
    private List<Found> in(TimelineItem item) {
        Map<String, Found> found = new LinkedHashMap<>();
        words(Finding.said(item), found);
        if (item instanceof TimelineItem.Said said) {
            for (Targets.Target target : Targets.of(said.turn().content())) {
                for (Action action : target.click().actions()) {
                    if (action instanceof Action.Link link) {
                        add(new Found(Links.judge(link.uri()), target.label()), found);
                    }
                }
            }
        }
        return List.copyOf(found.values());
    }

    private void words(String raw, Map<String, Found> found) {
        for (SafeText line : state.look().sanitizer().block(raw)) {
            Links.in(line).forEach(candidate -> add(new Found(candidate, ""), found));
        }
    }

    private static void add(Found link, Map<String, Found> found) {
        found.putIfAbsent(
                link.candidate()
                        .link()
                        .map(Link::target)
                        .orElse(link.candidate().written().toString()),
                link);
    }

    private static String label(Found found) {
        String title = found.title().isBlank() ? "" : found.title() + ": ";
        return title + found.candidate().written() + (found.candidate().link().isPresent() ? "" : " (not opened)");
    }
}
