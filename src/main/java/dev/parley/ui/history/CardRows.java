package dev.parley.ui.history;

import dev.parley.conversation.Action;
import dev.parley.conversation.Element;
import dev.parley.conversation.Element.Click;
import dev.parley.conversation.Element.Group;
import dev.parley.conversation.Element.Kind;
import dev.parley.conversation.Element.Look;
import dev.parley.conversation.Element.Size;
import dev.parley.conversation.Element.Title;
import dev.parley.conversation.Targets;
import dev.parley.text.Link;
import dev.parley.text.Links;
import dev.parley.text.SafeText;
import dev.parley.text.Wrap;
import dev.parley.ui.theme.Slot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A card in rows: what can be chosen has a number, in the order of {@link Targets}. What is meant to stand side by side
 * does so where there is room, else one below the other.
 */
final class CardRows {
    /** A column narrower than this cannot be read. */
    private static final int LEAST_COLUMN = 12;

    private static final int GAP = 2;
    private static final int INDENT = 2;

    /** Elements of these are cards of their own, each under a heading. */
    private static final Set<Kind> HEADED =
            EnumSet.of(Kind.CAROUSEL, Kind.CAROUSEL_SELECT, Kind.ACCORDION_SELECT, Kind.TABS);

    private static final Set<Kind> IN_A_ROW = EnumSet.of(Kind.HORIZONTAL, Kind.BUTTON_LIST);

    private final HistoryStyle style;
    private final Slot textSlot;
    private final Offer offer;
    private final int unfolded;
    /** The number of the next target, from 0. */
    private int next;

    private boolean folded;

    private CardRows(HistoryStyle style, Slot textSlot, Offer offer, int unfolded) {
        this.style = style;
        this.textSlot = textSlot;
        this.offer = offer;
        this.unfolded = unfolded;
    }

    /**
     * @param unfolded how often more of its texts was asked for
     * @param lead what stands before the first row: time and name
     */
    static void add(
            Element root,
            Offer offer,
            Slot textSlot,
            HistoryStyle style,
            int unfolded,
            List<Span> lead,
            List<Line> rows) {
        CardRows card = new CardRows(style, textSlot, offer, unfolded);
        List<List<Span>> laid = card.rows(root, style.textColumns());
        if (laid.isEmpty()) {
            laid = card.note("[an empty card]", style.textColumns());
        }
        boolean first = true;
        for (List<Span> row : laid) {
            List<Span> spans = new ArrayList<>(first ? lead : List.of());
            row.forEach(span -> spans.add(span.moved(style.textColumn())));
            rows.add(new Line(spans, card.folded));
            first = false;
        }
    }

    private List<List<Span>> rows(Element element, int columns) {
        if (element instanceof Element.Words words) {
            return words(words.text(), words.look(), columns);
        }
        if (element instanceof Element.Button button) {
            SafeText waits = style.safe(button.disabled() ? " (off)" : "");
            return target(
                    dotted(button.title(), button.subtitle(), aside(button.click()))
                            .plus(waits),
                    columns);
        }
        if (element instanceof Element.Picture picture) {
            String words = picture.caption().isBlank() ? picture.look().alt() : picture.caption();
            return clickable("[image" + (words.isBlank() ? "" : ": " + words) + "]", picture.click(), columns);
        }
        if (element instanceof Element.Map map) {
            String where = String.format(Locale.ROOT, "[map: %.5f, %.5f]", map.latitude(), map.longitude());
            return clickable(where, map.click(), columns);
        }
        if (element instanceof Element.LinkPreview preview) {
            Click click = new Click(List.of(new Action.Link(preview.url(), "")), "");
            List<List<Span>> rows = new ArrayList<>(target(dotted(preview.title(), aside(click)), columns));
            rows.addAll(words(preview.description(), Look.PLAIN, columns));
            return rows;
        }
        if (element instanceof Element.Checkbox box) {
            return target(tick().plus(style.safe(box.text())), columns);
        }
        return element instanceof Group group ? group(group, columns) : unknown((Element.Unknown) element, columns);
    }

    private List<List<Span>> unknown(Element.Unknown unknown, int columns) {
        String name = unknown.type().isBlank() ? "unknown" : unknown.type();
        List<List<Span>> rows = new ArrayList<>(note("[" + name + "] " + unknown.words(), columns));
        unknown.elements().forEach(each -> rows.addAll(rows(each, columns)));
        return rows;
    }

    private List<List<Span>> group(Group group, int columns) {
        if (IN_A_ROW.contains(group.kind())) {
            return sideBySide(group.elements(), columns);
        }
        List<List<Span>> rows = new ArrayList<>();
        for (int i = 0; i < group.elements().size(); i++) {
            Element each = group.elements().get(i);
            if (HEADED.contains(group.kind())) {
                rows.addAll(heading(group, i, columns));
                rows.addAll(moved(rows(each, Math.max(1, columns - INDENT)), INDENT));
            } else {
                rows.addAll(rows(each, columns));
            }
        }
        return rows;
    }

    /** {@code - 2 of 3}, or the box of a card that can be chosen. */
    private List<List<Span>> heading(Group group, int index, int columns) {
        Title title = index < group.titles().size() ? group.titles().get(index) : new Title("", "");
        String name =
                title.name().isBlank() ? (index + 1) + " of " + group.elements().size() : title.name();
        SafeText words = dotted(name, title.additional());
        return Targets.isChoice(group)
                ? target(tick().plus(words), columns)
                : wrapped(style.safe("- ").plus(words), Slot.HISTORY_NOTE, columns);
    }

    private List<List<Span>> sideBySide(List<Element> elements, int columns) {
        int count = elements.size();
        int each = count == 0 ? 0 : (columns - GAP * (count - 1)) / count;
        if (count < 2 || each < LEAST_COLUMN) {
            List<List<Span>> rows = new ArrayList<>();
            elements.forEach(element -> rows.addAll(rows(element, columns)));
            return rows;
        }
        List<List<Span>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<List<Span>> column = moved(rows(elements.get(i), each), i * (each + GAP));
            for (int y = 0; y < column.size(); y++) {
                if (y == rows.size()) {
                    rows.add(new ArrayList<>());
                }
                rows.get(y).addAll(column.get(y));
            }
        }
        return rows;
    }

    private static List<List<Span>> moved(List<List<Span>> rows, int columns) {
        List<List<Span>> moved = new ArrayList<>();
        for (List<Span> row : rows) {
            moved.add(row.stream().map(span -> span.moved(columns)).toList());
        }
        return moved;
    }

    /** Where a link leads is seen before it is chosen. */
    private static String aside(Click click) {
        for (Action action : click.actions()) {
            if (action instanceof Action.Link toSite) {
                return Links.judge(toSite.uri()).link().map(Link::host).orElse("a link that is not opened");
            }
        }
        return "";
    }

    private SafeText tick() {
        return style.safe(offer.ticked().contains(next) ? "(x) " : "( ) ");
    }

    /** Those that are not blank, with dots between them. */
    private SafeText dotted(String... parts) {
        SafeText all = SafeText.EMPTY;
        for (String part : parts) {
            if (!part.isBlank()) {
                SafeText dot = style.safe(" ").plus(style.glyphs().dot()).plus(style.safe(" "));
                all = (all.isEmpty() ? all : all.plus(dot)).plus(style.safe(part));
            }
        }
        return all;
    }

    private List<List<Span>> clickable(String label, Click click, int columns) {
        return Targets.isTarget(click) ? target(dotted(label, aside(click)), columns) : note(label, columns);
    }

    private List<List<Span>> target(SafeText label, int columns) {
        Slot slot = next == offer.target() ? Slot.QUICK_REPLY_SELECTED : Slot.QUICK_REPLY;
        SafeText number = style.safe("[" + (next + 1) + "] ");
        SafeText done = offer.made().contains(next) ? style.glyphs().done().plus(style.safe(" ")) : SafeText.EMPTY;
        next++;
        return wrapped(number.plus(done).plus(label), slot, columns);
    }

    private List<List<Span>> note(String raw, int columns) {
        return wrapped(style.safe(raw), Slot.HISTORY_NOTE, columns);
    }

    private static List<List<Span>> wrapped(SafeText words, Slot slot, int columns) {
        List<List<Span>> rows = new ArrayList<>();
        Wrap.wrap(words, columns).forEach(row -> rows.add(List.of(new Span(0, row, slot))));
        return rows;
    }

    private List<List<Span>> words(String raw, Look look, int columns) {
        if (raw.isBlank()) {
            return List.of();
        }
        Slot slot = CardColour.slot(look.color()).orElse(textSlot);
        boolean bold = look.bold() || look.size() == Size.LARGE;
        List<List<Span>> rows = new ArrayList<>();
        Folded text = Folded.of(raw, columns, style, unfolded);
        for (SafeText row : text.rows()) {
            rows.add(List.of(new Span(0, row, slot, bold, look.italic())));
        }
        if (text.more() > 0) {
            folded = true;
            SafeText more = style.safe(" " + text.more() + " more rows (Alt-V shows more)");
            rows.addAll(wrapped(style.glyphs().ellipsis().plus(more), Slot.HISTORY_NOTE, columns));
        }
        return rows;
    }
}
