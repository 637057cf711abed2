package dev.parley.store;

import dev.parley.conversation.Action;
import dev.parley.conversation.Element;
import dev.parley.conversation.Element.Button;
import dev.parley.conversation.Element.Checkbox;
import dev.parley.conversation.Element.Click;
import dev.parley.conversation.Element.Group;
import dev.parley.conversation.Element.Kind;
import dev.parley.conversation.Element.LinkPreview;
import dev.parley.conversation.Element.Look;
import dev.parley.conversation.Element.Picture;
import dev.parley.conversation.Element.Select;
import dev.parley.conversation.Element.Size;
import dev.parley.conversation.Element.Title;
import dev.parley.conversation.Element.Unknown;
import dev.parley.conversation.Element.Words;
import java.util.List;
import java.util.function.BiConsumer;

/** Structured content as bytes; what {@link ContentCodec} says of new and changed kinds holds here too. */
final class ElementCodec {
    private record One<T, S extends T>(int code, Class<S> type, BiConsumer<Writer, S> write, Parser.One<S> read) {
        void write(Writer to, T value) {
            write.accept(to.code(code), type.cast(value));
        }
    }

    private static final List<One<Element, ?>> ELEMENTS = List.of(
            new One<>(
                    1, Words.class, (to, e) -> look(to.text(e.text()), e), from -> new Words(from.text(), look(from))),
            new One<>(
                    2,
                    Button.class,
                    (to, e) -> look(
                            click(to.text(e.title()).text(e.subtitle()), e.click())
                                    .yes(e.disabled())
                                    .text(e.sends()),
                            e),
                    from -> new Button(from.text(), from.text(), click(from), from.yes(), from.text(), look(from))),
            new One<>(
                    3,
                    Picture.class,
                    (to, e) -> look(click(to.text(e.url()).text(e.caption()), e.click()), e),
                    from -> new Picture(from.text(), from.text(), click(from), look(from))),
            new One<>(
                    4,
                    Element.Map.class,
                    (to, e) -> look(click(number(number(to, e.latitude()), e.longitude()), e.click()), e),
                    from -> new Element.Map(number(from), number(from), click(from), look(from))),
            new One<>(
                    5,
                    LinkPreview.class,
                    (to, e) -> look(
                            to.text(e.url())
                                    .text(e.title())
                                    .text(e.description())
                                    .text(e.site()),
                            e),
                    from -> new LinkPreview(from.text(), from.text(), from.text(), from.text(), look(from))),
            new One<>(
                    6,
                    Checkbox.class,
                    (to, e) -> look(click(to.text(e.text()), e.click()), e),
                    from -> new Checkbox(from.text(), click(from), look(from))),
            new One<>(
                    7,
                    Group.class,
                    (to, e) -> look(
                            to.text(e.kind().name())
                                    .all(e.elements(), ElementCodec::write)
                                    .all(
                                            e.titles(),
                                            (w, title) -> w.text(title.name()).text(title.additional()))
                                    .optional(
                                            e.select(),
                                            (w, select) -> w.text(select.name()).yes(select.multiple()))
                                    .text(e.metadataJson()),
                            e),
                    from -> new Group(
                            from.oneOf(Kind.class),
                            from.all(ElementCodec::read),
                            from.all(f -> new Title(f.text(), f.text())),
                            from.optional(f -> new Select(f.text(), f.yes())),
                            from.text(),
                            look(from))),
            new One<>(
                    8,
                    Unknown.class,
                    (to, e) -> look(to.text(e.type()).text(e.words()).all(e.elements(), ElementCodec::write), e),
                    from -> new Unknown(from.text(), from.text(), from.all(ElementCodec::read), look(from))));

    private static final List<One<Action, ?>> ACTIONS = List.of(
            new One<>(
                    1,
                    Action.PublishText.class,
                    (to, a) -> to.text(a.text()),
                    from -> new Action.PublishText(from.text())),
            new One<>(
                    2,
                    Action.Link.class,
                    (to, a) -> to.text(a.uri()).text(a.name()),
                    from -> new Action.Link(from.text(), from.text())),
            new One<>(
                    3,
                    Action.Navigate.class,
                    (to, a) -> number(number(to, a.latitude()), a.longitude()).text(a.name()),
                    from -> new Action.Navigate(number(from), number(from), from.text())),
            new One<>(4, Action.Checked.class, (to, a) -> to.text(a.text()), from -> new Action.Checked(from.text())),
            new One<>(5, Action.SubmitAsText.class, (to, a) -> {}, from -> new Action.SubmitAsText()),
            new One<>(
                    6,
                    Action.DatePicker.class,
                    (to, a) -> to.yes(a.range())
                            .text(a.title())
                            .optional(a.least(), Writer::instant)
                            .optional(a.most(), Writer::instant)
                            .text(a.format()),
                    from -> new Action.DatePicker(
                            from.yes(),
                            from.text(),
                            from.optional(Parser::instant),
                            from.optional(Parser::instant),
                            from.text())),
            new One<>(
                    7,
                    Action.Schedule.class,
                    (to, a) -> to.text(a.title())
                            .all(
                                    a.slots(),
                                    (w, slot) -> w.text(slot.id())
                                            .instant(slot.start())
                                            .optional(slot.end(), Writer::instant)
                                            .text(slot.title())
                                            .text(slot.description())),
                    from -> new Action.Schedule(
                            from.text(),
                            from.all(f -> new Action.Slot(
                                    f.text(), f.instant(), f.optional(Parser::instant), f.text(), f.text())))),
            new One<>(8, Action.Other.class, (to, a) -> to.text(a.type()), from -> new Action.Other(from.text())));

    private ElementCodec() {}

    static void write(Writer to, Element element) {
        write(ELEMENTS, to, element);
    }

    static Element read(Parser from) throws Damaged {
        return read(ELEMENTS, from);
    }

    private static <T> void write(List<One<T, ?>> all, Writer to, T value) {
        all.stream()
                .filter(one -> one.type().isInstance(value))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no code for " + value.getClass()))
                .write(to, value);
    }

    private static <T> T read(List<One<T, ?>> all, Parser from) throws Damaged {
        int code = from.code();
        for (One<T, ?> one : all) {
            if (one.code() == code) {
                return one.read().read(from);
            }
        }
        throw new Damaged("element " + code);
    }

    static Writer click(Writer to, Click click) {
        return to.all(click.actions(), (w, action) -> write(ACTIONS, w, action)).text(click.metadataJson());
    }

    static Click click(Parser from) throws Damaged {
        return new Click(from.all(f -> read(ACTIONS, f)), from.text());
    }

    private static Writer look(Writer to, Element element) {
        Look look = element.look();
        return to.yes(look.bold())
                .yes(look.italic())
                .text(look.size().name())
                .text(look.color())
                .text(look.background())
                .yes(look.rightToLeft())
                .text(look.tooltip())
                .text(look.alt());
    }

    private static Look look(Parser from) throws Damaged {
        return new Look(
                from.yes(),
                from.yes(),
                from.oneOf(Size.class),
                from.text(),
                from.text(),
                from.yes(),
                from.text(),
                from.text());
    }

    private static Writer number(Writer to, double number) {
        return to.whole(Double.doubleToLongBits(number));
    }

    private static double number(Parser from) {
        return Double.longBitsToDouble(from.whole());
    }
}
