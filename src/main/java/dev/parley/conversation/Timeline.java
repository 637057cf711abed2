package dev.parley.conversation;

import dev.parley.conversation.TimelineEvent.Receipt;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.TimelineItem.Said;
import dev.parley.conversation.TimelineItem.Tick;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One dialog's stored events: ordered by sequence, each once, holes named (PROTOCOL.md section 11, RELIABILITY.md M1 to
 * M4). Package-private mutation; see Conversation.
 */
public final class Timeline {
    /** Pages that are not packed: more than new messages, receipts and a screen are at work on at the same time. */
    private static final int MOST_OPEN = 8;

    private final String dialogId;
    private final TreeMap<Long, Page> pages = new TreeMap<>();
    /** Those that something changed in lately, oldest change first; the others are packed. */
    private final Set<Long> open = new LinkedHashSet<>();

    private final Gaps gaps;
    private final Receipts receipts = new Receipts();
    private final Copies copies = new Copies();
    private final Choices choices = new Choices();
    private final Attachments attachments = new Attachments();
    /** Sequences that came again with something else in them. */
    private final Set<Long> clashing = new HashSet<>();

    private long lastOther = -1;
    private @Nullable Turn newest;
    private long clashes;
    private long revision;
    private long pagesMade;

    Timeline(String dialogId) {
        this.dialogId = dialogId;
        this.gaps = new Gaps(dialogId);
    }

    public String dialogId() {
        return dialogId;
    }

    /** Highest sequence below which nothing is missing but known holes; -1 when nothing is there. */
    public long contiguous() {
        return gaps.contiguous();
    }

    /** Highest sequence seen; -1 when none. */
    public long highest() {
        return gaps.highest();
    }

    /** Missing ranges below {@link #highest} that are not known holes, ascending. */
    public List<Range> holes() {
        return gaps.holes();
    }

    /** Inclusive. */
    public record Range(long from, long to) {}

    public Optional<TimelineEvent> event(long sequence) {
        return page(sequence).map(page -> page.event(sequence));
    }

    /** Turns behind {@code sequence} in order. What is older is not unpacked for it. */
    public List<Turn> turnsAfter(long sequence) {
        return new Chunks<>(pages.tailMap(Page.number(sequence + 1), true).values().stream()
                        .map(Page::turns)
                        .toList())
                .stream().filter(turn -> turn.sequence() > sequence).toList();
    }

    /** Sequences of others' turns that our receipts do not list as accepted (or read). */
    public List<Long> unaccepted() {
        return receipts.unaccepted();
    }

    /** Sequences of others' turns up to {@code upTo} that our receipts do not list as read. */
    public List<Long> unread(long upTo) {
        return receipts.unread(upTo);
    }

    /** Sequences of others' turns that cannot be shown, which no NACK of ours lists. */
    public List<Long> unrefused() {
        return receipts.unrefused();
    }

    /** Whether it is a turn that cannot be shown. */
    public boolean isUnshowable(long sequence) {
        return event(sequence).orElse(null) instanceof Turn turn && turn.content() instanceof Content.Unsupported;
    }

    /** Whether there is one of {@link #unread}. */
    public boolean hasUnread(long upTo) {
        return receipts.hasUnread(upTo);
    }

    /** How often a sequence came again with something else in it; the first is kept. */
    public long clashes() {
        return clashes;
    }

    /** Does nothing when its sequence is there already, or is none. */
    void add(TimelineEvent event) {
        long sequence = event.sequence();
        if (sequence < 0) {
            return;
        }
        if (gaps.has(sequence)) {
            event(sequence).filter(first -> clash(first, event)).ifPresent(this::clashed);
            return;
        }
        // Even an event that shows nothing is the beginning of its dialog.
        revision += pages.isEmpty() ? 1 : 0;
        pages.computeIfAbsent(Page.number(sequence), number -> new Page()).put(event);
        gaps.fill(sequence).ifPresent(this::gapChanged);
        changed(sequence);
        List<Long> attached = attachments.take(event);
        if (event instanceof Turn turn) {
            said(turn);
        } else if (event instanceof Receipt receipt) {
            receipts.take(receipt).forEach(this::read);
        }
        attached.forEach(this::attached);
        choices.take(event, this::event).ifPresent(this::sayAgain);
    }

    private void changed(long sequence) {
        Long number = Page.number(sequence);
        if (open.remove(number)) {
            open.add(number);
            return;
        }
        open.add(number);
        if (open.size() > MOST_OPEN) {
            Long eldest = open.iterator().next();
            open.remove(eldest);
            Optional.ofNullable(pages.get(eldest)).ifPresent(page -> page.pack(dialogId, this::isWholeBefore));
        }
    }

    private boolean isWholeBefore(long sequence) {
        return gaps.before(sequence).isEmpty();
    }

    private void clashed(TimelineEvent first) {
        clashes++;
        if (clashing.add(first.sequence()) && first instanceof Turn turn) {
            say(turn);
        }
    }

    private void gapChanged(long next) {
        page(next).ifPresent(Page::stale);
        changed(next);
        revision++;
    }

    private void said(Turn turn) {
        long sequence = turn.sequence();
        if (!turn.who().self()) {
            receipts.othersTurn(sequence);
            lastOther = Math.max(lastOther, sequence);
            if (turn.content() instanceof Content.Unsupported) {
                receipts.unshowable(sequence);
            }
        }
        if (newest == null || newest.sequence() < sequence) {
            newest = turn;
        }
        say(turn);
        copies.said(turn).ifPresent(this::sayAgain);
    }

    /** An own message stands here for the second time, though nothing in it says so. */
    void copyKnown(long sequence) {
        if (copies.know(sequence)) {
            sayAgain(sequence);
        }
    }

    /** Whether it is an own message that stands here already, in an earlier turn. */
    public boolean isCopy(long sequence) {
        return copies.has(sequence);
    }

    private void sayAgain(long sequence) {
        if (event(sequence).orElse(null) instanceof Turn turn) {
            say(turn);
        }
    }

    /** A file is on its way to the disk, or has arrived there. */
    void saving(long sequence, Attached.Saving now) {
        if (attachments.saving(sequence, now)) {
            attached(sequence);
        }
    }

    private void attached(long sequence) {
        if (event(sequence).orElse(null) instanceof Turn turn
                && !attachments
                        .of(turn)
                        .equals(said(sequence).map(Said::attached).orElse(Attached.NOTHING))) {
            say(turn);
        }
    }

    private void read(long sequence) {
        if (event(sequence).orElse(null) instanceof Turn turn && turn.who().self()) {
            say(turn);
        }
    }

    private void say(Turn turn) {
        Tick tick = Tick.NONE;
        if (turn.who().self()) {
            tick = receipts.isReadByThem(turn.sequence()) ? Tick.READ : Tick.ACCEPTED;
        }
        long sequence = turn.sequence();
        Said row = new Said(
                dialogId,
                turn,
                tick,
                copies.has(sequence),
                clashing.contains(sequence),
                List.copyOf(choices.of(sequence)),
                attachments.of(turn));
        page(sequence).ifPresent(page -> page.say(row));
        changed(sequence);
        revision++;
    }

    /** Live and replayed copies of one event may differ in role, time and metadata; what was said may not. */
    private static boolean clash(TimelineEvent first, TimelineEvent again) {
        if (first instanceof Turn one && again instanceof Turn other) {
            return !one.who().id().equals(other.who().id()) || !one.content().equals(other.content());
        }
        if (first instanceof Receipt one && again instanceof Receipt other) {
            return !one.who().id().equals(other.who().id())
                    || one.status() != other.status()
                    || !one.sequences().equals(other.sequences());
        }
        return !first.getClass().equals(again.getClass());
    }

    void holeKnown(long from, long to) {
        gaps.know(from, to).forEach(this::gapChanged);
    }

    /**
     * The person has seen what stands here up to {@code upTo}. What is missing at this time was not seen: should it come
     * later, it is unread.
     */
    void markRead(long upTo) {
        long next = 0;
        for (Range gap : gaps.missing(upTo)) {
            receipts.mark(next, gap.from() - 1);
            next = gap.to() + 1;
        }
        receipts.mark(next, upTo);
    }

    int unseen() {
        return receipts.unseen();
    }

    boolean isSeen(long sequence) {
        return receipts.isSeen(sequence);
    }

    Optional<Said> firstUnseen() {
        return receipts.firstUnseen().flatMap(this::said);
    }

    Optional<Turn> newest() {
        return Optional.ofNullable(newest);
    }

    /** The first of the consumer's own turns since somebody else spoke. */
    Optional<Turn> firstUnanswered() {
        long from = lastOther + 1;
        for (Map.Entry<Long, Page> page : pages.tailMap(Page.number(from), true).entrySet()) {
            for (Turn turn : page.getValue().turns()) {
                if (turn.sequence() >= from) {
                    return Optional.of(turn);
                }
            }
        }
        return Optional.empty();
    }

    /** What others said last. */
    Optional<LastAnswer> lastAnswer() {
        LastAnswer.Search search = new LastAnswer.Search();
        for (Page page : pages.descendingMap().values()) {
            if (!search.back(page.turns())) {
                break;
            }
        }
        return search.found();
    }

    /** Grows with every change of the rows. */
    long revision() {
        return revision;
    }

    /** How many pages were turned into rows so far: the work done, for whoever wants to know. */
    long pagesMade() {
        return pagesMade;
    }

    /** How many pages are packed. */
    long pagesPacked() {
        return pages.values().stream().filter(Page::isPacked).count();
    }

    /** Turns and missing ranges in order, as unmodifiable parts; those that have not changed are the same as before. */
    List<List<TimelineItem>> rows() {
        List<List<TimelineItem>> parts = new ArrayList<>(pages.size());
        for (Page page : pages.values()) {
            pagesMade += page.isStale() ? 1 : 0;
            parts.add(page.rows(gaps::before));
        }
        return parts;
    }

    private Optional<Said> said(long sequence) {
        return page(sequence).map(page -> page.said(sequence));
    }

    private Optional<Page> page(long sequence) {
        return sequence < 0 ? Optional.empty() : Optional.ofNullable(pages.get(Page.number(sequence)));
    }
}
