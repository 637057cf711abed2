package dev.parley.ui.app;

import dev.parley.conversation.Command;
import dev.parley.conversation.Content;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.TimelineItem;
import dev.parley.conversation.Update;
import dev.parley.terminal.Key;
import dev.parley.ui.history.ItemKey;
import dev.parley.ui.state.Picker;
import dev.parley.ui.state.UiState;
import dev.parley.ui.theme.Slot;
import java.util.List;
import java.util.Optional;

/** Quick replies. UI thread only. */
final class Picking {
    private final Kit kit;
    private final UiState state;
    private final Drafting drafting;
    private final Attending reading;
    private final Scrolling scrolling;
    private final Editing editing;

    Picking(Kit kit, Drafting drafting, Attending reading, Scrolling scrolling, Editing editing) {
        this.kit = kit;
        this.state = kit.state();
        this.drafting = drafting;
        this.reading = reading;
        this.scrolling = scrolling;
        this.editing = editing;
    }

    /** The newest turn that offers quick replies. */
    Optional<TimelineItem.Said> offering() {
        List<TimelineItem> items = state.conversation()
                .filter(Conversation::isOpen)
                .map(Conversation::items)
                .orElse(List.of());
        for (int i = items.size() - 1; i >= Math.max(0, items.size() - 50); i--) {
            if (items.get(i) instanceof TimelineItem.Said said
                    && !said.turn().who().self()
                    && !said.turn().content().quickReplies().isEmpty()) {
                return Optional.of(said);
            }
        }
        return Optional.empty();
    }

    /** {@code /pick n}; without a number the keys choose. */
    void pick(String words) {
        Optional<TimelineItem.Said> offering = offering();
        if (offering.isEmpty()) {
            kit.hint("Nothing here offers quick replies.");
            return;
        }
        TimelineItem.Said said = offering.get();
        List<Content.QuickReply> replies = said.turn().content().quickReplies();
        if (words.isEmpty()) {
            begin(said);
            return;
        }
        int number = words.matches("[0-9]{1,3}") ? Integer.parseInt(words) : 0;
        if (number < 1 || number > replies.size()) {
            kit.hint("/pick takes a number from 1 to " + replies.size() + ".");
            return;
        }
        pick(said, number - 1);
    }

    private void begin(TimelineItem.Said said) {
        boolean followed = state.here().scroll().follows();
        show(new Picker(said, 0, "", followed));
        reading.activity();
    }

    /** A key while quick replies are being chosen from; false when it ends that and is for somebody else. */
    boolean key(Picker picker, Key key) {
        if (key.alt() || key.ctrl()) {
            leave();
            return key.ctrl() && key.text().equals("c");
        }
        int count = picker.replies().size();
        switch (key.code()) {
            case LEFT, UP -> show(picker.choose(Math.floorMod(picker.chosen() - 1, count), ""));
            case RIGHT, DOWN -> show(picker.choose((picker.chosen() + 1) % count, ""));
            case TAB -> show(picker.choose(Math.floorMod(picker.chosen() + (key.shift() ? -1 : 1), count), ""));
            case ENTER -> {
                leave();
                pick(picker.said(), picker.chosen());
            }
            case ESCAPE -> leave();
            case TEXT -> {
                return digit(picker, key.text());
            }
            default -> {
                leave();
                return false;
            }
        }
        return true;
    }

    private boolean digit(Picker picker, String key) {
        if (key.matches("[0-9]")) {
            for (String digits : List.of(picker.typed() + key, key)) {
                int number = digits.length() > 3 ? 0 : Integer.parseInt(digits);
                if (number >= 1 && number <= picker.replies().size()) {
                    show(picker.choose(number - 1, picker.typed() + key));
                    return true;
                }
            }
        }
        leave();
        if (!picker.typed().isEmpty()) {
            editing.edit(editor -> editor.insert(picker.typed()));
        }
        return false;
    }

    private void show(Picker picker) {
        state.picker(picker);
        scrolling.reveal(ItemKey.of(picker.said()), Slot.QUICK_REPLY_SELECTED);
    }

    /** No longer choosing: the view is as it was. */
    void leave() {
        state.picker()
                .filter(Picker::followed)
                .ifPresent(picker -> state.here().scroll().release());
        state.picker(null);
    }

    private void pick(TimelineItem.Said said, int index) {
        Place place = state.selected();
        String id = place.conversationId();
        if (id == null || state.conversation().filter(Conversation::isOpen).isEmpty()) {
            kit.hint("This conversation is closed: nothing can be picked here any more.");
            return;
        }
        Content.QuickReply reply =
                said.turn().content().quickReplies().get(index);
        String cid = kit.ids().get();
        state.here().scroll().release();
        reading.answered();
        state.apply(new Update.OutgoingChanged(
                place.consumer(),
                Outgoing.saving(cid, place, reply.text(), kit.clock().now())));
        kit.send(new Command.Pick(
                place.consumer(), id, said.dialogId(), said.turn().sequence(), index, cid));
        // What stores the reply forgets the draft of its place, and that is not what was sent.
        drafting.sent(place);
    }
}
