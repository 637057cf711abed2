package dev.parley.ui.overlay;

import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.ConversationFacts.DialogFacts;
import dev.parley.conversation.ConversationFacts.Particulars;
import dev.parley.conversation.Who;
import dev.parley.ui.overlay.Reader.Entry;
import dev.parley.ui.state.Labels;
import dev.parley.ui.state.UiState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** All that the service says of a conversation, in its own words where it has words of its own. */
final class ConversationEntries {
    private ConversationEntries() {}

    static void add(UiState state, ConversationFacts facts, List<Entry> entries) {
        Particulars more = facts.particulars();
        entries.add(Entry.of("state", state(facts)));
        for (Who who : facts.participants()) {
            entries.add(Entry.of(word(who), Labels.who(state.consumer(), who) + " (" + who.id() + ")"));
        }
        entries.add(Entry.of("skill", facts.skillId().orElse("none")));
        entries.add(Entry.of("started", facts.startedAt().toString()));
        facts.endedAt().ifPresent(end -> entries.add(Entry.of("ended", end.toString())));
        facts.closeReason().ifPresent(reason -> entries.add(Entry.of("closed by", reason)));
        facts.replyDue().ifPresent(due -> entries.add(Entry.of("reply due", due.toString())));
        if (!facts.ttrType().isEmpty()) {
            String seconds = more.ttrSeconds().map(value -> ", " + value + " s").orElse("");
            entries.add(Entry.of("urgency", lower(facts.ttrType()) + seconds));
        }
        more.delay()
                .ifPresent(delay -> entries.add(Entry.of(
                        "away",
                        lower(delay.type())
                                + delay.until().map(end -> " until " + end).orElse(""))));
        facts.rating()
                .ifPresent(rating -> entries.add(Entry.of(
                        "rating",
                        rating + " of 5"
                                + more.resolved()
                                        .map(solved -> solved ? ", solved" : ", not solved")
                                        .orElse(""))));
        facts.dialogs().forEach(dialog -> entries.add(Entry.of("dialog " + lower(dialog.type()), dialog(dialog))));
        if (!more.campaign().isEmpty()) {
            entries.add(Entry.of("campaign", more.campaign()));
        }
        if (!more.context().isEmpty()) {
            entries.add(Entry.of("context", more.context()));
        }
        if (facts.updatedMillis() > 0) {
            entries.add(Entry.of(
                    "as of", Instant.ofEpochMilli(facts.updatedMillis()).toString()));
        }
    }

    /** {@code open}; where the parts differ, {@code open (MAIN CLOSE, conversation OPEN)}. */
    private static String state(ConversationFacts facts) {
        String plain = facts.inSurvey() ? "survey" : facts.open() ? "open" : "closed";
        Particulars more = facts.particulars();
        return more.state().equals(more.stage())
                ? plain
                : plain + " (MAIN " + more.state() + ", conversation " + more.stage() + ")";
    }

    private static String word(Who who) {
        return lower(who.role().name()).replace('_', ' ');
    }

    private static String dialog(DialogFacts dialog) {
        List<String> words = new ArrayList<>(List.of(dialog.open() ? "open" : "closed"));
        dialog.closedBy().ifPresent(by -> words.add("by " + by));
        dialog.endedAt().ifPresent(end -> words.add(end.toString()));
        dialog.closedCause().filter(cause -> !cause.isBlank()).ifPresent(words::add);
        words.add(dialog.id());
        return words.stream().collect(Collectors.joining(", "));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
