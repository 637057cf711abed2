package dev.parley.ui.history;

import dev.parley.conversation.Attached;
import dev.parley.conversation.Content;
import dev.parley.conversation.FileKind;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.text.SafeText;
import dev.parley.text.Wrap;
import dev.parley.ui.theme.Slot;
import java.util.ArrayList;
import java.util.List;

/** Files and secure forms in rows: what it is, then how it stands. No picture is drawn. */
final class FileRows {
    private static final int BAR = 20;

    private FileRows() {}

    /** @param textSlot of the one who sent it; {@code own} ones cannot be chosen with a number */
    static void add(
            Content content,
            Attached attached,
            Offer offer,
            boolean own,
            Slot textSlot,
            HistoryStyle style,
            List<Span> lead,
            List<Line> rows) {
        SafeText label = label(content, style);
        if (own || content instanceof Content.FormSubmission) {
            wrapped(label, textSlot, style, lead, rows);
        } else {
            boolean done = attached.told() == ReceiptStatus.ACCESS || attached.told() == ReceiptStatus.SUBMITTED;
            SafeText sign = done ? style.glyphs().done().plus(style.safe(" ")) : SafeText.EMPTY;
            Slot slot = offer.target() == 0 ? Slot.QUICK_REPLY_SELECTED : Slot.QUICK_REPLY;
            wrapped(style.safe("[1] ").plus(sign).plus(label), slot, style, lead, rows);
        }
        if (content instanceof Content.SecureForm) {
            String state = words(attached.told());
            if (!state.isEmpty()) {
                wrapped(style.safe(state), Slot.HISTORY_NOTE, style, List.of(), rows);
            }
        }
        attached.saving().ifPresent(saving -> saving(saving, style, rows));
    }

    private static String words(ReceiptStatus told) {
        return switch (told) {
            case VIEWED -> "opened, not sent yet";
            case SUBMITTED -> "sent";
            case ABORTED -> "will not be filled in";
            case ERROR -> "something went wrong with it";
            default -> "";
        };
    }

    private static void saving(Attached.Saving saving, HistoryStyle style, List<Line> rows) {
        switch (saving.state()) {
            case RUNNING -> {
                SafeText how = saving.all() > 0
                        ? bar(saving.got(), saving.all(), style)
                        : style.safe(FileKind.size(saving.got()));
                wrapped(style.safe("saving ").plus(how), Slot.TURN_PENDING, style, List.of(), rows);
            }
            case SAVED ->
                wrapped(
                        style.glyphs().done().plus(style.safe(" saved as " + saving.words())),
                        Slot.HISTORY_NOTE,
                        style,
                        List.of(),
                        rows);
            case FAILED ->
                wrapped(
                        style.glyphs().failed().plus(style.safe(" not saved: " + saving.words())),
                        Slot.TURN_FAILED,
                        style,
                        List.of(),
                        rows);
            case STOPPED -> wrapped(style.safe("not saved: stopped"), Slot.HISTORY_NOTE, style, List.of(), rows);
        }
    }

    /** Of one on its way out: its first row only is like what it will be. */
    static void add(Outgoing outgoing, Outgoing.Upload upload, HistoryStyle style, List<Span> lead, List<Line> rows) {
        List<String> parts = new ArrayList<>(List.of("file: " + outgoing.text()));
        if (!upload.fileType().isEmpty()) {
            parts.add(upload.fileType());
            parts.add(FileKind.size(upload.size()));
        }
        wrapped(bracketed(parts, style), Voice.YOU.textSlot(), style, lead, rows);
        boolean going = outgoing.delivery().isPending() && upload.sent() > 0 && upload.sent() < upload.size();
        if (going) {
            SafeText bar = bar(upload.sent(), upload.size(), style).plus(style.safe(" (Alt-Z stops it)"));
            wrapped(style.safe("uploading ").plus(bar), Slot.TURN_PENDING, style, List.of(), rows);
        }
    }

    /** {@code [#####---------------] 25 %}. */
    private static SafeText bar(long part, long all, HistoryStyle style) {
        int done = (int) Math.min(BAR, part * BAR / Math.max(1, all));
        int percent = (int) Math.min(100, part * 100 / Math.max(1, all)) / (100 / BAR) * (100 / BAR);
        return style.safe("[" + "#".repeat(done) + "-".repeat(BAR - done) + "] " + percent + " %");
    }

    private static SafeText label(Content content, HistoryStyle style) {
        if (content instanceof Content.File file) {
            return bracketed(List.of("file: " + file.title(), file.fileType()), style);
        }
        return style.safe(content.words());
    }

    private static SafeText bracketed(List<String> parts, HistoryStyle style) {
        SafeText all = SafeText.EMPTY;
        for (String part : parts) {
            if (!part.isBlank()) {
                SafeText dot = style.safe(" ").plus(style.glyphs().dot()).plus(style.safe(" "));
                all = (all.isEmpty() ? all : all.plus(dot)).plus(style.safe(part));
            }
        }
        return style.safe("[").plus(all).plus(style.safe("]"));
    }

    private static void wrapped(SafeText words, Slot slot, HistoryStyle style, List<Span> lead, List<Line> rows) {
        boolean first = true;
        for (SafeText row : Wrap.wrap(words, style.textColumns())) {
            List<Span> spans = new ArrayList<>(first ? lead : List.of());
            spans.add(new Span(style.textColumn(), row, slot));
            rows.add(new Line(spans));
            first = false;
        }
    }
}
