package dev.parley.ui.overlay;

import dev.parley.conversation.Content;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Targets;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.TimelineItem;
import dev.parley.text.Pii;
import dev.parley.text.SafeText;
import dev.parley.ui.overlay.Reader.Entry;
import dev.parley.ui.state.Labels;
import dev.parley.ui.state.UiState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is kept of a message's event, by the names that the protocol has for it. The frame itself is not kept; {@code --trace}
 * writes those. Card numbers and their like are taken out, as this is what one shows to others.
 */
public final class MessageFacts {
    private static final int MOST_LINES = 500;

    private MessageFacts() {}

    public static Reader of(UiState state, TimelineItem item) {
        List<Entry> entries = new ArrayList<>();
        if (item instanceof TimelineItem.Said said) {
            entries.add(Entry.heading("As the service has it"));
            said(state, said, entries);
        } else if (item instanceof TimelineItem.Own own) {
            entries.add(Entry.heading("On its way: the service has not given it back yet"));
            own(own.outgoing(), state, entries);
        }
        return new Reader("Message", entries);
    }

    private static void said(UiState state, TimelineItem.Said said, List<Entry> entries) {
        Turn turn = said.turn();
        entries.add(Entry.of("dialogId", said.dialogId()));
        entries.add(Entry.of("sequence", String.valueOf(turn.sequence())));
        entries.add(Entry.of("serverTimestamp", turn.at().toEpochMilli() + " (" + turn.at() + ")"));
        entries.add(Entry.of("originatorId", turn.who().id()));
        entries.add(Entry.of(
                "role", word(turn.who().role().name()) + ", shown as " + Labels.who(state.consumer(), turn.who())));
        turn.externalId().ifPresent(id -> entries.add(Entry.of("ExternalId", id)));
        if (!turn.metadataJson().isEmpty()) {
            entries.add(Entry.of("metadata", masked(turn.metadataJson(), state)));
        }
        if (turn.who().self()) {
            entries.add(Entry.of("receipt", word(said.tick().name())));
        }
        if (said.copy()) {
            entries.add(Entry.of("copy", "the service has this message a second time"));
        }
        if (said.clashed()) {
            entries.add(Entry.of("clash", "its sequence came again with something else in it"));
        }
        content(turn.content(), state, entries);
    }

    private static void content(Content content, UiState state, List<Entry> entries) {
        if (content instanceof Content.Unsupported other) {
            entries.add(Entry.of("event", other.what() + ", which this version cannot show"));
            return;
        }
        entries.add(Entry.of("event", content instanceof Content.Card ? "RichContentEvent" : "ContentEvent"));
        text(content.words(), state, entries);
        if (content instanceof Content.File file) {
            entries.add(Entry.of("relativePath", masked(file.relativePath(), state)));
            entries.add(Entry.of("fileType", masked(file.fileType(), state)));
            entries.add(Entry.of("preview", file.previewSize() + " characters, not drawn"));
        }
        int number = 0;
        for (Targets.Target target : Targets.of(content)) {
            number++;
            entries.add(Entry.of("target " + number, word(target.kind().name()) + " " + masked(target.label(), state)));
            target.click()
                    .actions()
                    .forEach(action -> entries.add(Entry.of("  action", masked(action.toString(), state))));
            if (!target.click().metadataJson().isEmpty()) {
                entries.add(Entry.of("  metadata", masked(target.click().metadataJson(), state)));
            }
        }
    }

    private static void own(Outgoing outgoing, UiState state, List<Entry> entries) {
        entries.add(Entry.of("ExternalId", outgoing.cid()));
        entries.add(Entry.of("entered", outgoing.at().toString()));
        entries.add(Entry.of("delivery", word(outgoing.delivery().name())));
        if (!outgoing.reason().isEmpty()) {
            entries.add(Entry.of("reason", masked(outgoing.reason(), state)));
        }
        if (outgoing.sequence() >= 0) {
            entries.add(Entry.of("sequence", String.valueOf(outgoing.sequence())));
        }
        if (!outgoing.dialogId().isEmpty()) {
            entries.add(Entry.of("dialogId", outgoing.dialogId()));
        }
        Outgoing.Attempt attempt = outgoing.attempt();
        if (attempt != null) {
            entries.add(Entry.of("published", attempt.tries() + " times, first at " + attempt.firstAt()));
        }
        text(outgoing.text(), state, entries);
    }

    private static void text(String raw, UiState state, List<Entry> entries) {
        List<SafeText> lines = state.look().sanitizer().block(raw);
        for (int i = 0; i < Math.min(lines.size(), MOST_LINES); i++) {
            entries.add(Entry.of(i == 0 ? "message" : "", Pii.mask(lines.get(i), Pii.USUAL)));
        }
        if (lines.size() > MOST_LINES) {
            entries.add(Entry.of("", "and " + (lines.size() - MOST_LINES) + " more lines"));
        }
        int hidden = state.look().sanitizer().hidden(raw);
        if (hidden > 0) {
            entries.add(Entry.of("not seen", hidden + (hidden == 1 ? " character" : " characters")));
        }
    }

    private static String masked(String raw, UiState state) {
        return Pii.mask(state.look().text(raw), Pii.USUAL);
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
