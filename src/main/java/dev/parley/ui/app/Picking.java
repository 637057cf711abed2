package dev.parley.ui.app;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Targets;
import dev.parley.conversation.Targets.Kind;
import dev.parley.conversation.Targets.Target;
import dev.parley.conversation.TimelineItem;
import dev.parley.conversation.TimelineItem.Said;
import dev.parley.terminal.Key;
import dev.parley.ui.history.ItemKey;
import dev.parley.ui.state.Picker;
import dev.parley.ui.state.UiState;
import dev.parley.ui.theme.Slot;
import java.util.List;
import java.util.Optional;

/** Where the person stands in a card or among quick replies. UI thread only. */
final class Picking {
    /** How far back something is looked for that can be chosen. */
    private static final int LOOK_BACK = 200;

    private final Kit kit;
    private final UiState state;
    private final Attending reading;
    private final Scrolling scrolling;
    private final Editing editing;
    private final Choosing choosing;

    Picking(Kit kit, Attending reading, Scrolling scrolling, Editing editing, Choosing choosing) {
        this.kit = kit;
        this.state = kit.state();
        this.reading = reading;
        this.scrolling = scrolling;
        this.editing = editing;
        this.choosing = choosing;
    }

    /** The newest turn in which something can be chosen. */
    Optional<Said> offering() {
        List<TimelineItem> items = items();
        return before(items, items.size());
    }

    /** {@code /pick n}; without a number the keys choose. */
    void pick(String words) {
        Optional<Said> offering = offering();
        if (offering.isEmpty()) {
            kit.hint("Nothing here offers anything to choose.");
            return;
        }
        Picker picker = picker(offering.get());
        if (words.isEmpty()) {
            show(picker);
            reading.activity();
            return;
        }
        int number = words.matches("[0-9]{1,4}") ? Integer.parseInt(words) : 0;
        if (number < 1 || number > picker.targets().size()) {
            kit.hint("/pick takes a number from 1 to " + picker.targets().size() + ".");
            return;
        }
        choosing.act(picker.choose(number - 1, ""));
    }

    /** A key while something is being chosen; false when it ends that and is for somebody else. */
    boolean key(Picker picker, Key key) {
        if (key.alt() || key.ctrl()) {
            leave();
            return key.ctrl() && key.text().equals("c");
        }
        int count = picker.targets().size();
        switch (key.code()) {
            case LEFT -> show(picker.choose(Math.floorMod(picker.chosen() - 1, count), ""));
            case RIGHT -> show(picker.choose((picker.chosen() + 1) % count, ""));
            case UP -> up(picker);
            case DOWN -> down(picker);
            case TAB -> show(picker.choose(Math.floorMod(picker.chosen() + (key.shift() ? -1 : 1), count), ""));
            case ENTER -> enter(picker);
            case ESCAPE -> leave();
            case TEXT -> {
                return text(picker, key.text());
            }
            default -> {
                leave();
                return false;
            }
        }
        return true;
    }

    /** No longer choosing: the view is as it was. */
    void leave() {
        state.picker()
                .filter(Picker::followed)
                .ifPresent(picker -> state.here().scroll().release());
        state.picker(null);
    }

    /** Over the first of a turn stands what an older turn offers; over the oldest, the last of this one. */
    private void up(Picker picker) {
        List<TimelineItem> items = items();
        Optional<Said> older = picker.chosen() > 0 ? Optional.empty() : before(items, at(items, picker.said()));
        if (older.isEmpty()) {
            show(picker.choose(
                    Math.floorMod(picker.chosen() - 1, picker.targets().size()), ""));
            return;
        }
        Picker there = picker(older.get());
        show(new Picker(there.said(), there.targets(), there.targets().size() - 1, "", picker.followed()));
    }

    private void down(Picker picker) {
        List<TimelineItem> items = items();
        boolean last = picker.chosen() == picker.targets().size() - 1;
        Optional<Said> newer = last ? after(items, at(items, picker.said())) : Optional.empty();
        if (newer.isEmpty()) {
            show(picker.choose((picker.chosen() + 1) % picker.targets().size(), ""));
            return;
        }
        Picker there = picker(newer.get());
        show(new Picker(there.said(), there.targets(), 0, "", picker.followed()));
    }

    /** What is ticked stays to be chosen from; what is sent ends it. */
    private void enter(Picker picker) {
        if (isBox(picker.target())) {
            choosing.act(picker);
            show(picker.choose(picker.chosen(), ""));
            return;
        }
        leave();
        if (items().isEmpty()) {
            kit.hint("That cannot be chosen any more: the conversation is closed.");
        } else if (picker.chosen() < targets(items(), picker.said()).size()) {
            choosing.act(picker);
        } else {
            kit.hint("That cannot be chosen any more: something was said since.");
        }
    }

    private boolean text(Picker picker, String key) {
        if (key.equals(" ") && isBox(picker.target())) {
            enter(picker);
            return true;
        }
        if (key.matches("[0-9]")) {
            for (String digits : List.of(picker.typed() + key, key)) {
                int number = digits.length() > 4 ? 0 : Integer.parseInt(digits);
                if (number >= 1 && number <= picker.targets().size()) {
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

    private Picker picker(Said said) {
        return new Picker(
                said, targets(items(), said), 0, "", state.here().scroll().follows());
    }

    private static boolean isBox(Target target) {
        return target.kind() == Kind.BOX || target.kind() == Kind.CARD;
    }

    private List<TimelineItem> items() {
        return state.conversation()
                .filter(Conversation::isOpen)
                .map(Conversation::items)
                .orElse(List.of());
    }

    private static Optional<Said> before(List<TimelineItem> items, int end) {
        for (int i = end - 1; i >= Math.max(0, end - LOOK_BACK); i--) {
            if (items.get(i) instanceof Said said && !targets(items, said).isEmpty()) {
                return Optional.of(said);
            }
        }
        return Optional.empty();
    }

    private static Optional<Said> after(List<TimelineItem> items, int start) {
        for (int i = start + 1; i < items.size(); i++) {
            if (items.get(i) instanceof Said said && !targets(items, said).isEmpty()) {
                return Optional.of(said);
            }
        }
        return Optional.empty();
    }

    /** Quick replies are gone with the next message (PROTOCOL.md 10.3); a card stays. */
    private static List<Target> targets(List<TimelineItem> items, Said said) {
        if (said.turn().who().self()) {
            return List.of();
        }
        List<Target> targets = Targets.of(said.turn().content());
        if (said.turn().content().quickReplies().isEmpty() || isNewest(items, said)) {
            return targets;
        }
        return targets.stream()
                .filter(target -> target.kind() != Kind.QUICK_REPLY)
                .toList();
    }

    private static boolean isNewest(List<TimelineItem> items, Said said) {
        for (int i = items.size() - 1; i >= 0; i--) {
            TimelineItem item = items.get(i);
            if (item instanceof TimelineItem.Own || item instanceof Said) {
                return ItemKey.of(item).equals(ItemKey.of(said));
            }
        }
        return false;
    }

    /** Where it stands, though more may be known of it by now; -1 where it does not any more. */
    private static int at(List<TimelineItem> items, Said said) {
        String key = ItemKey.of(said);
        for (int i = items.size() - 1; i >= 0; i--) {
            if (ItemKey.of(items.get(i)).equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
