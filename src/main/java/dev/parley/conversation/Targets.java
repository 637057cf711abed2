package dev.parley.conversation;

import dev.parley.conversation.Element.Click;
import dev.parley.conversation.Element.Group;
import dev.parley.conversation.Element.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of a turn can be chosen, in the order in which it is read: a card's elements, then the quick replies. Whoever draws
 * a card meets them in the same order. Pure.
 */
public final class Targets {
    public enum Kind {
        /** A button, or a picture or map with something behind it. */
        CLICK,
        /** A box to tick. */
        BOX,
        /** A card of a selection. */
        CARD,
        QUICK_REPLY,
        /** A file that can be saved. */
        FILE,
        /** A secure form that can be opened. */
        FORM
    }

    /**
     * One of them. Strings are raw.
     *
     * @param label what it is called where it is named; may be empty
     * @param select of a card: the name of its selection; of a button: the selection that it sends; else empty
     * @param single of a card: whether choosing it lets go of the others
     * @param metadataJson of a card: what goes out when it is chosen and its selection is sent
     * @param off whether it is a button that is switched off, or waits for a choice
     * @param tooltip what more it says about itself; mostly empty
     */
    public record Target(
            Kind kind,
            String label,
            Click click,
            String select,
            boolean single,
            String metadataJson,
            boolean off,
            String tooltip) {
        Target(Kind kind, String label, Click click, String tooltip) {
            this(kind, label, click, "", false, "", false, tooltip);
        }
    }

    private final List<Target> found = new ArrayList<>();

    private Targets() {}

    public static List<Target> of(Content content) {
        Targets targets = new Targets();
        if (content instanceof Content.Card card) {
            targets.add(card.root());
        } else if (content instanceof Content.File file) {
            targets.found.add(new Target(Kind.FILE, file.title(), Click.NONE, ""));
        } else if (content instanceof Content.SecureForm form) {
            targets.found.add(new Target(Kind.FORM, form.title(), Click.NONE, ""));
        }
        for (Content.QuickReply reply : content.quickReplies()) {
            List<Action> actions = new ArrayList<>(reply.leads());
            if (actions.isEmpty() || !reply.text().isEmpty()) {
                actions.add(0, new Action.PublishText(reply.text()));
            }
            Click click = new Click(actions, reply.metadataJson());
            targets.found.add(new Target(Kind.QUICK_REPLY, reply.title(), click, ""));
        }
        return List.copyOf(targets.found);
    }

    /** Whether a group's cards are themselves chosen. */
    public static boolean isChoice(Group group) {
        return group.select().isPresent()
                && (group.kind() == Element.Kind.CAROUSEL_SELECT || group.kind() == Element.Kind.ACCORDION_SELECT);
    }

    /** Whether something is behind a picture, a map or a button. */
    public static boolean isTarget(Click click) {
        return !click.actions().isEmpty();
    }

    private void add(Element element) {
        if (element instanceof Element.Button button) {
            found.add(new Target(
                    Kind.CLICK,
                    button.title(),
                    button.click(),
                    button.sends(),
                    false,
                    "",
                    button.disabled(),
                    button.look().tooltip()));
        } else if (element instanceof Element.Picture picture) {
            String label = picture.caption().isBlank() ? picture.look().alt() : picture.caption();
            clickable(label, picture.click(), picture.look().tooltip());
        } else if (element instanceof Element.Map map) {
            clickable("", map.click(), map.look().tooltip());
        } else if (element instanceof Element.LinkPreview preview) {
            Click click = new Click(List.of(new Action.Link(preview.url(), preview.title())), "");
            found.add(new Target(
                    Kind.CLICK, preview.title(), click, preview.look().tooltip()));
        } else if (element instanceof Element.Checkbox box) {
            found.add(new Target(Kind.BOX, box.text(), box.click(), box.look().tooltip()));
        } else if (element instanceof Group group) {
            add(group);
        } else if (element instanceof Element.Unknown unknown) {
            unknown.elements().forEach(this::add);
        }
    }

    private void add(Group group) {
        Optional<Select> select = group.select().filter(mode -> isChoice(group));
        for (int i = 0; i < group.elements().size(); i++) {
            Element each = group.elements().get(i);
            if (select.isPresent()) {
                String title = i < group.titles().size() ? group.titles().get(i).name() : "";
                String metadata = each instanceof Group card ? card.metadataJson() : "";
                found.add(new Target(
                        Kind.CARD,
                        title,
                        Click.NONE,
                        select.get().name(),
                        !select.get().multiple(),
                        metadata,
                        false,
                        each.look().tooltip()));
            }
            add(each);
        }
    }

    private void clickable(String label, Click click, String tooltip) {
        if (isTarget(click)) {
            found.add(new Target(Kind.CLICK, label, click, tooltip));
        }
    }
}
