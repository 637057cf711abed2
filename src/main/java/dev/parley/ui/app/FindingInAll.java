package dev.parley.ui.app;

import dev.parley.conversation.Command;
import dev.parley.conversation.Consumer;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.History;
import dev.parley.conversation.Place;
import dev.parley.conversation.TimelineItem;
import dev.parley.conversation.Update;
import dev.parley.ui.format.Needles;
import dev.parley.ui.format.Times;
import dev.parley.ui.overlay.Chooser;
import dev.parley.ui.state.Find;
import dev.parley.ui.state.Labels;
import dev.parley.ui.state.UiState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for words in all that is kept, of every consumer: each session answers for its own. UI thread only. */
final class FindingInAll {
    private static final int SNIPPET = 200;
    private static final int BEFORE_HIT = 20;

    private final Kit kit;
    private final UiState state;
    private final Switching switching;
    private final Finding finding;
    private @Nullable Search search;

    /** One search: what has been found so far, and who has not answered. */
    private static final class Search {
        final String words;
        final Set<ConsumerKey> waiting = new HashSet<>();
        final List<Found> found = new ArrayList<>();

        @Nullable
        Chooser list;

        Search(String words) {
            this.words = words;
        }
    }

    private record Found(Place place, History.Hit hit) {}

    FindingInAll(Kit kit, Switching switching, Finding finding) {
        this.kit = kit;
        this.state = kit.state();
        this.switching = switching;
        this.finding = finding;
    }

    /** {@code /findall}, and Alt-G in the finder; without words the finder asks for them. */
    void find(String typed) {
        String words =
                typed.isEmpty() ? state.find().map(Find::words).orElse("").strip() : typed;
        if (new Needles(words).isEmpty()) {
            finding.find("");
            kit.hint("Type what to look for; Alt-G looks for it in all conversations.");
            return;
        }
        finding.leave();
        Search begun = new Search(words);
        search = begun;
        Chooser list = new Chooser(() -> title(begun), "", query -> entries(begun, query));
        begun.list = list;
        state.overlays().open(list);
        for (Consumer consumer : state.inbox().consumers()) {
            begun.waiting.add(consumer.key());
            kit.send(new Command.Search(consumer.key(), words, Optional.empty()));
        }
    }

    /** A session has answered. */
    void found(Update.Found found) {
        Search asked = search;
        if (asked == null
                || asked.list == null
                || found.conversationId().isPresent()
                || !found.text().equals(asked.words)
                || !asked.waiting.remove(found.consumer())) {
            return;
        }
        found.hits().forEach(hit -> asked.found.add(new Found(new Place(found.consumer(), hit.conversationId()), hit)));
        asked.found.sort(
                Comparator.comparing((Found one) -> one.hit().turn().at()).reversed());
        asked.list.refresh();
    }

    private static String title(Search search) {
        String what = "Found: " + search.words;
        return search.waiting.isEmpty() ? what + " (" + search.found.size() + ")" : what + " (looking)";
    }

    private List<Chooser.Entry> entries(Search search, String query) {
        Needles narrower = new Needles(query);
        List<Chooser.Entry> entries = new ArrayList<>();
        for (Found found : search.found) {
            Chooser.Entry entry = entry(search, found);
            if (narrower.isEmpty() || narrower.areIn(entry.label())) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private Chooser.Entry entry(Search search, Found found) {
        String who = Labels.who(
                state.inbox().consumer(found.place().consumer()),
                found.hit().turn().who());
        String label = Labels.place(state, found.place()) + "  " + who + ": " + snippet(search.words, found.hit());
        Times times = new Times(state.look().zone());
        String at = times.date(found.hit().turn().at(), kit.clock().now()) + " "
                + times.clock(found.hit().turn().at());
        boolean listed = state.inbox().conversation(found.place()).isPresent();
        Optional<String> off = listed ? Optional.empty() : Optional.of("no longer in the list");
        return new Chooser.Entry(label, at, off, () -> go(search, found));
    }

    /** The text around the first of the words; it is made safe where it is drawn. */
    private static String snippet(String words, History.Hit hit) {
        String text = hit.turn().content().words();
        String first = words.strip().split("\\s+")[0];
        int at = 0;
        while (at < text.length() && !text.regionMatches(true, at, first, 0, first.length())) {
            at++;
        }
        int from = at == text.length() || at <= BEFORE_HIT ? 0 : at - BEFORE_HIT;
        int to = Math.min(text.length(), from + SNIPPET);
        return text.substring(
                from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from,
                to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to);
    }

    private void go(Search search, Found found) {
        switching.byKey(found.place());
        finding.await(
                found.place(),
                new TimelineItem.Said(found.hit().dialogId(), found.hit().turn(), TimelineItem.Tick.NONE),
                search.words);
    }
}
