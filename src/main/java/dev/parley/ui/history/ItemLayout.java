package dev.parley.ui.history;

import dev.parley.conversation.Content;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.TimelineItem;
import dev.parley.conversation.TimelineItem.Tick;
import dev.parley.conversation.Update.HistoryState;
import dev.parley.text.Graphemes;
import dev.parley.text.SafeText;
import dev.parley.text.Wrap;
import dev.parley.ui.theme.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays one item out. */
final class ItemLayout {
    private static final int MOST_WORDS = 400;

    private final HistoryStyle style;
    private final Names names;

    ItemLayout(HistoryStyle style, Names names) {
        this.style = style;
        this.names = names;
    }

    /** Who said an item, as far as grouping goes, and when; empty for what nobody said. */
    static Optional<Before> said(TimelineItem item) {
        if (item instanceof TimelineItem.Said said) {
            Turn turn = said.turn();
            return Optional.of(new Before(
                    turn.who().self() ? "" : turn.who().id() + turn.who().role(), turn.at()));
        }
        return item instanceof TimelineItem.Own own
                ? Optional.of(new Before("", own.outgoing().at()))
                : Optional.empty();
    }

    /** Whether an item may stand under one head with the one above it; two cards would be read as one. */
    static boolean joins(TimelineItem above, TimelineItem item) {
        return said(above).isPresent() && !(isCard(above) && isCard(item));
    }

    private static boolean isCard(TimelineItem item) {
        return item instanceof TimelineItem.Said said && said.turn().content() instanceof Content.Card;
    }

    /**
     * @param before the turn before it; empty at the beginning
     * @param joined whether the row above it belongs to that turn, so that it may go on with it
     * @param fresh whether {@code new messages} stands above it
     * @param offer how what can be chosen in it stands
     * @param unfolded how often more of it was asked for
     */
    List<Line> rows(
            TimelineItem item, Optional<Before> before, boolean joined, boolean fresh, Offer offer, int unfolded) {
        List<Line> rows = new ArrayList<>();
        boolean newDay = said(item)
                .flatMap(now -> dayLine(now.at(), before))
                .map(rows::add)
                .orElse(false);
        if (fresh) {
            rows.add(newLine());
        }
        boolean goesOn = joined
                && !newDay
                && !fresh
                && !style.exact()
                && said(item)
                        .flatMap(now -> before.filter(then -> then.goesOn(now.who(), now.at())))
                        .isPresent();
        if (item instanceof TimelineItem.Said said) {
            said(said, goesOn, offer, unfolded, rows);
        } else if (item instanceof TimelineItem.Own own) {
            own(own.outgoing(), goesOn, unfolded, rows);
        } else if (item instanceof TimelineItem.Missing missing) {
            note(missing(missing), Slot.HISTORY_HOLE, rows);
        } else if (item instanceof TimelineItem.DialogStart start) {
            rows.add(ruled(DialogNames.of(start.type()), Slot.HISTORY_DAY));
        } else if (item instanceof TimelineItem.DialogEnd end) {
            rows.addAll(ending(Ending.of(end), DialogNames.ended(end), before));
        } else if (item instanceof TimelineItem.HistoryNote note) {
            note(words(note), Slot.HISTORY_NOTE, rows);
        }
        return rows;
    }

    /** {@code · system  The conversation was closed by the agent}, below everything. */
    List<Line> ending(Ending ending, Optional<Before> before) {
        return ending(ending, "The conversation was " + ending.words(), before);
    }

    private List<Line> ending(Ending ending, String words, Optional<Before> before) {
        List<Line> rows = new ArrayList<>();
        ending.at().flatMap(at -> dayLine(at, before)).ifPresent(rows::add);
        List<Span> lead = ending.at()
                .map(at -> lead(Voice.SYSTEM, Ending.NAME, at, -1))
                .orElseGet(() -> lead(Voice.SYSTEM, Ending.NAME, Instant.EPOCH, -1).stream()
                        .filter(span -> span.slot() != Slot.HISTORY_TIME)
                        .toList());
        body(brief(words), Slot.TURN_SYSTEM, style.textColumns(), lead, 0, rows);
        return rows;
    }

    private void said(TimelineItem.Said said, boolean goesOn, Offer offer, int unfolded, List<Line> rows) {
        Turn turn = said.turn();
        Voice voice = names.voice(turn.who());
        List<Span> lead = goesOn ? List.of() : lead(voice, names.of(turn.who()), turn.at(), turn.sequence());
        boolean own = turn.who().self();
        if (turn.content() instanceof Content.Card card) {
            CardRows.add(card.root(), offer, voice.textSlot(), style, unfolded, lead, rows);
        } else if (isAttached(turn.content())) {
            FileRows.add(turn.content(), said.attached(), offer, own, voice.textSlot(), style, lead, rows);
        } else {
            body(
                    text(turn.content()),
                    voice.textSlot(),
                    own ? style.ownTextColumns() : style.textColumns(),
                    lead,
                    unfolded,
                    rows);
        }
        if (said.tick() != Tick.NONE) {
            SafeText done = style.glyphs().done();
            tick(rows, said.tick() == Tick.READ ? done.plus(done) : done, Slot.TICK);
        }
        if (said.copy()) {
            SafeText twice =
                    style.glyphs().done().plus(style.safe(" twice: the service has this message a second time"));
            wrapped(twice, Slot.HISTORY_NOTE, style.textColumns(), rows);
        }
        if (said.clashed()) {
            note("came again with something else in it, what came first is shown", Slot.HISTORY_NOTE, rows);
        }
        if (!turn.content().quickReplies().isEmpty()) {
            QuickReplyRows.add(turn.content(), offer, voice.textSlot(), style, rows);
        }
    }

    private static boolean isAttached(Content content) {
        return content instanceof Content.File
                || content instanceof Content.SecureForm
                || content instanceof Content.FormSubmission;
    }

    private void own(Outgoing outgoing, boolean goesOn, int unfolded, List<Line> rows) {
        List<Span> lead = goesOn ? List.of() : lead(Voice.YOU, "you", outgoing.at(), outgoing.sequence());
        Outgoing.Upload upload = outgoing.upload();
        if (upload == null) {
            body(outgoing.text(), Voice.YOU.textSlot(), style.ownTextColumns(), lead, unfolded, rows);
        } else {
            FileRows.add(outgoing, upload, style, lead, rows);
        }
        switch (outgoing.delivery()) {
            case SAVING, QUEUED -> tick(rows, style.glyphs().ellipsis(), Slot.TURN_PENDING);
            case IN_FLIGHT -> tick(rows, style.glyphs().arrow(), Slot.TURN_PENDING);
            case ACKED -> tick(rows, style.glyphs().done(), Slot.TICK);
            case UNKNOWN -> {
                tick(rows, style.safe("?"), Slot.TURN_PENDING);
                String why = outgoing.reason().isEmpty()
                        ? "it may have arrived, the service is being asked"
                        : brief(outgoing.reason());
                note("? unknown: " + why, Slot.TURN_PENDING, rows);
            }
            case FAILED -> {
                tick(rows, style.glyphs().failed(), Slot.TURN_FAILED);
                SafeText reason = style.glyphs()
                        .failed()
                        .plus(style.safe(
                                " failed" + (outgoing.reason().isEmpty() ? "" : ": " + brief(outgoing.reason()))
                                        + " (Alt-R sends it again)"));
                wrapped(reason, Slot.TURN_FAILED, style.textColumns(), rows);
            }
        }
    }

    private List<Span> lead(Voice voice, String name, Instant at, long sequence) {
        List<Span> lead = new ArrayList<>();
        if (style.timeColumns() > 0) {
            SafeText time = style.safe(time(at, sequence));
            lead.add(new Span(style.timeColumn(), time.cut(style.timeColumns(), SafeText.EMPTY), Slot.HISTORY_TIME));
        }
        if (style.textColumn() > style.glyphColumn()) {
            lead.add(new Span(style.glyphColumn(), voice.glyph(style.glyphs()), voice.nameSlot()));
        }
        if (style.showsNames()) {
            SafeText shown =
                    style.safe(name).cut(style.nameColumns(), style.glyphs().ellipsis());
            lead.add(new Span(style.nameColumn(), shown, voice.nameSlot()));
        }
        return lead;
    }

    private String time(Instant at, long sequence) {
        if (!style.showsExact()) {
            return style.times().clock(at);
        }
        return style.times().exact(at) + (sequence < 0 ? "" : " #" + sequence);
    }

    /** The text in rows, every one of them in the colour of who speaks; what is very long is folded. */
    private void body(String raw, Slot slot, int columns, List<Span> lead, int unfolded, List<Line> rows) {
        Folded folded = Folded.of(raw, columns, style, unfolded);
        boolean first = true;
        for (SafeText row : folded.rows()) {
            List<Span> spans = new ArrayList<>(first ? lead : List.of());
            spans.add(new Span(style.textColumn(), row, slot));
            rows.add(new Line(spans));
            first = false;
        }
        if (folded.more() > 0) {
            SafeText more =
                    style.glyphs().ellipsis().plus(style.safe(" " + folded.more() + " more rows (Alt-V shows more)"));
            rows.add(new Line(List.of(new Span(style.textColumn(), more, Slot.HISTORY_NOTE)), true));
        }
    }

    private static String text(Content content) {
        return content instanceof Content.Unsupported other
                ? "[unsupported message: " + other.what() + "]"
                : content.words();
    }

    /** Puts a sign at the right edge of the last row. */
    private void tick(List<Line> rows, SafeText sign, Slot slot) {
        Line last = rows.remove(rows.size() - 1);
        List<Span> spans = new ArrayList<>(last.spans());
        spans.add(new Span(Math.max(0, style.width() - sign.width()), sign, slot));
        rows.add(new Line(spans, last.fold()));
    }

    private void note(String words, Slot slot, List<Line> rows) {
        wrapped(style.safe(words), slot, style.textColumns(), rows);
    }

    private void wrapped(SafeText words, Slot slot, int columns, List<Line> rows) {
        for (SafeText row : Wrap.wrap(words, columns)) {
            rows.add(new Line(List.of(new Span(style.textColumn(), row, slot))));
        }
    }

    /** Where a moment is on another day than what was said before it. */
    private Optional<Line> dayLine(Instant at, Optional<Before> before) {
        Instant today =
                LocalDate.ofEpochDay(style.today()).atStartOfDay(style.zone()).toInstant();
        LocalDate day = style.times().day(at);
        return before.filter(then -> style.times().day(then.at()).equals(day)).isPresent()
                ? Optional.empty()
                : Optional.of(ruled(style.times().dayLine(day, today), Slot.HISTORY_DAY));
    }

    /** {@code ── words ──} in the middle. */
    private Line ruled(String words, Slot slot) {
        SafeText dash = style.glyphs().horizontal();
        SafeText text =
                dash.plus(dash).plus(style.safe(" " + words + " ")).plus(dash).plus(dash);
        return new Line(List.of(new Span(Math.max(0, (style.width() - 2 - text.width()) / 2), text, slot)));
    }

    private Line newLine() {
        SafeText words = style.safe(" new messages ");
        SafeText dash = style.glyphs().horizontal();
        SafeText text = SafeText.EMPTY;
        for (int i = 0; i < (style.width() - words.width()) / 2; i++) {
            text = text.plus(dash);
        }
        return new Line(List.of(new Span(0, text.plus(words).plus(dash).plus(dash), Slot.HISTORY_NEW)));
    }

    private static String missing(TimelineItem.Missing missing) {
        long count = missing.to() - missing.from() + 1;
        String what = count == 1 ? "1 entry is missing here" : count + " entries are missing here";
        return missing.known()
                ? what + ", the service does not give " + (count == 1 ? "it" : "them")
                : what + ", loading";
    }

    /** The service's words may be of any length, and here they are only an aside. */
    private static String brief(String words) {
        if (words.length() <= MOST_WORDS) {
            return words;
        }
        int cut = Graphemes.previous(words.substring(0, MOST_WORDS), MOST_WORDS);
        return words.substring(0, cut) + " [cut]";
    }

    private static String words(TimelineItem.HistoryNote note) {
        if (note.state() == HistoryState.REFUSED) {
            return "The service no longer gives this history"
                    + (note.words().isBlank() ? "." : ": " + brief(note.words()));
        }
        return note.state() == HistoryState.LOADING ? "Loading the history" : "";
    }
}
