package dev.parley.ui.pane;

import dev.parley.conversation.Consumer;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.Link;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Storage;
import dev.parley.conversation.Update;
import dev.parley.terminal.Surface;
import dev.parley.text.SafeText;
import dev.parley.ui.format.RoundTrip;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.UiState;
import dev.parley.ui.theme.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Row 1: the dashboard. What has no room goes by rank; the word about the link goes last. */
final class StatusRow {
    private static final int FULL = 100;
    private static final int MEDIUM = 72;
    private static final int SANDBOX = 0;
    /** What is typed may be lost: that stays even longer. */
    private static final int UNSAFE = -1;

    private static final int ROUND_TRIP = 8;

    private final UiState state;
    private final Look look;
    private final FrameTime time;

    StatusRow(UiState state, FrameTime time) {
        this.state = state;
        this.look = state.look();
        this.time = time;
    }

    void draw(Surface row) {
        row.fill(look.style(Slot.STATUS));
        int columns = row.columns();
        SafeText word = word();
        List<Part> badges = badges(columns);
        List<Part> counters = counters(columns);
        List<Part> details = details(columns);
        List<Part> all = new ArrayList<>(badges);
        all.addAll(counters);
        all.addAll(details);
        all.sort(Comparator.comparingInt(Part::rank));
        // A part goes alone, so the rest may still fit: from the least wanted on. One alarm and the word fit anywhere.
        for (int i = all.size() - 1; i >= 0 && needed(word, badges, counters, details) > columns; i--) {
            Part least = all.get(i);
            if (least.rank() == UNSAFE && least.text().width() + 1 + word.width() <= columns) {
                break;
            }
            badges.remove(least);
            counters.remove(least);
            details.remove(least);
        }
        paint(row, word, badges, counters, details);
    }

    private void paint(Surface row, SafeText word, List<Part> badges, List<Part> counters, List<Part> details) {
        Ink ink = new Ink(row, look);
        int column = needed(word, badges, counters, details) > row.columns() ? 0 : 1;
        for (Part badge : badges) {
            column = ink.put(column, 0, badge.text(), badge.slot()) + badgeGap(row.columns());
        }
        boolean first = true;
        for (Part counter : counters) {
            column = first ? column : separator(ink, column);
            column = ink.put(column, 0, counter.text(), counter.slot());
            first = false;
        }
        int right = Math.max(0, row.columns() - width(word, details));
        right = ink.put(right, 0, word, slot());
        for (Part detail : details) {
            right = detail.rank() == ROUND_TRIP ? right + 1 : separator(ink, right);
            right = ink.put(right, 0, detail.text(), detail.slot());
        }
    }

    private static int badgeGap(int columns) {
        return columns >= MEDIUM ? 2 : 1;
    }

    private int separator(Ink ink, int column) {
        ink.put(column + 1, 0, look.glyphs().dot(), Slot.STATUS);
        return column + 3;
    }

    private int needed(SafeText word, List<Part> badges, List<Part> counters, List<Part> details) {
        int left = badges.isEmpty() && counters.isEmpty() ? 0 : 1;
        for (Part badge : badges) {
            left += badge.text().width() + 2;
        }
        for (Part counter : counters) {
            left += counter.text().width() + 3;
        }
        return left + width(word, details);
    }

    private static int width(SafeText word, List<Part> details) {
        int width = word.width();
        for (Part detail : details) {
            width += detail.text().width() + (detail.rank() == ROUND_TRIP ? 1 : 3);
        }
        return width;
    }

    private List<Part> badges(int columns) {
        List<Part> badges = new ArrayList<>();
        if (columns >= FULL) {
            badges.add(part("parley", Slot.STATUS, 12));
        }
        Storage.State kept = state.storage().state();
        if (kept != Storage.State.KEPT) {
            String word = kept == Storage.State.READ_ONLY ? "READ-ONLY" : "NOT SAVED";
            badges.add(part(word, Slot.STATUS_ALERT, UNSAFE));
        }
        if (state.sandbox()) {
            badges.add(part("SANDBOX", Slot.STATUS_BADGE, SANDBOX));
        }
        return badges;
    }

    private List<Part> counters(int columns) {
        Inbox.Counts counts = state.inbox().counts(time.now());
        watchDueTimes();
        List<Part> parts = new ArrayList<>();
        parts.add(part("open " + counts.open(), Slot.STATUS, 1));
        if (columns >= MEDIUM) {
            parts.add(part("waiting " + counts.waiting(), Slot.STATUS, 5));
        }
        if (columns >= MEDIUM || counts.overdue() > 0) {
            parts.add(part("overdue " + counts.overdue(), alert(counts.overdue()), 4));
        }
        parts.add(part("unread " + counts.unread(), Slot.STATUS, 2));
        if (state.pendingShown() && counts.inFlight() > 0) {
            parts.add(part((flying() ? "in flight " : "queued ") + counts.inFlight(), Slot.STATUS, 6));
        }
        if (columns >= FULL || counts.failed() > 0) {
            parts.add(part("failed " + counts.failed(), alert(counts.failed()), 3));
        }
        return parts;
    }

    /** Whether any own message has been written to a connection and not answered. */
    private boolean flying() {
        return state.inbox().consumers().stream()
                .flatMap(consumer -> consumer.outgoing().stream())
                .map(Outgoing::delivery)
                .anyMatch(delivery -> delivery == Delivery.IN_FLIGHT || delivery == Delivery.UNKNOWN);
    }

    private static Slot alert(int count) {
        return count > 0 ? Slot.STATUS_ALERT : Slot.STATUS;
    }

    private void watchDueTimes() {
        for (Consumer consumer : state.inbox().consumers()) {
            for (Conversation conversation : consumer.conversations()) {
                if (conversation.waitingSince().isPresent()) {
                    conversation.facts().flatMap(facts -> facts.replyDue()).ifPresent(time::watch);
                }
            }
        }
    }

    private List<Part> details(int columns) {
        List<Part> parts = new ArrayList<>();
        List<Consumer> others = state.inbox().consumers().stream()
                .filter(consumer -> !consumer.key().equals(state.selected().consumer()))
                .filter(consumer -> consumer.link().state() != Link.State.ONLINE)
                .toList();
        long coming = others.stream().filter(this::comes).count();
        long down = others.size() - coming;
        Link link = link();
        long roundTrip = state.roundTrip(state.selected().consumer());
        if (columns >= MEDIUM && link.state() == Link.State.ONLINE && roundTrip >= 0) {
            parts.add(part(RoundTrip.label(roundTrip), Slot.STATUS, ROUND_TRIP));
        }
        if (down > 0) {
            parts.add(part("others down " + down, Slot.STATUS_ALERT, 7));
        } else if (coming > 0) {
            parts.add(part("others connecting " + coming, Slot.STATUS, 7));
        }
        Optional<Update.ConsumerKnown> known = state.consumer().flatMap(Consumer::known);
        if (columns >= FULL && known.isPresent()) {
            String id = known.get().consumerId();
            SafeText shown = look.text("you " + id).cut("you ".length() + 8, SafeText.EMPTY);
            parts.add(new Part(shown, Slot.STATUS, 9));
            known.get().tokenExpires().ifPresent(end -> parts.add(part("token " + time.left(end), Slot.STATUS, 10)));
        }
        return parts;
    }

    /** Connecting for the first time is no loss. */
    private boolean comes(Consumer consumer) {
        return consumer.link().state() == Link.State.CONNECTING && !state.hasReached(consumer.key());
    }

    private Link link() {
        return state.consumer().map(Consumer::link).orElse(Link.CLOSED);
    }

    private SafeText word() {
        return look.text(
                switch (link().state()) {
                    case ONLINE -> "online";
                    case CONNECTING -> "connecting";
                    case NOT_HEARD -> "not heard";
                    case OFFLINE -> "offline";
                });
    }

    private Slot slot() {
        return switch (link().state()) {
            case ONLINE -> Slot.STATUS_ONLINE;
            case CONNECTING -> Slot.STATUS_CONNECTING;
            case NOT_HEARD -> Slot.STATUS_NOT_HEARD;
            case OFFLINE -> Slot.STATUS_OFFLINE;
        };
    }

    private Part part(String words, Slot slot, int rank) {
        return new Part(look.text(words), slot, rank);
    }
}
