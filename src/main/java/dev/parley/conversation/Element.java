package dev.parley.conversation;

import java.util.List;
import java.util.Optional;

/**
 * Structured content as a tree (PROTOCOL.md section 10, and what LivePerson's own renderer draws beyond it). All strings
 * are raw and empty where absent; nothing is checked against limits: what an agent sends is shown as far as it goes.
 */
public sealed interface Element {
    Look look();

    record Words(String text, Look look) implements Element {}

    /**
     * Also a {@code submitButton}, whose action is {@link Action.SubmitAsText}.
     *
     * @param disabled whether it waits for a choice; it is drawn, and can be reached
     * @param sends name of the {@link Select} whose chosen cards' metadata goes out in place of its own; mostly empty
     */
    record Button(String title, String subtitle, Click click, boolean disabled, String sends, Look look)
            implements Element {}

    /** @param caption shown; the alt text is {@link Look#alt} */
    record Picture(String url, String caption, Click click, Look look) implements Element {}

    record Map(double latitude, double longitude, Click click, Look look) implements Element {}

    record LinkPreview(String url, String title, String description, String site, Look look) implements Element {}

    /** One of a {@link Kind#CHECKLIST}; {@link Action.Checked} says what it stands for. */
    record Checkbox(String text, Click click, Look look) implements Element {}

    /**
     * Others in an order.
     *
     * @param titles of an accordion's or of tabs' elements; may be fewer
     * @param select empty where nothing is chosen in it
     * @param metadataJson of the group itself: a chosen card of a selection is named by it
     */
    record Group(
            Kind kind,
            List<Element> elements,
            List<Title> titles,
            Optional<Select> select,
            String metadataJson,
            Look look)
            implements Element {
        public Group {
            elements = List.copyOf(elements);
            titles = List.copyOf(titles);
        }
    }

    /** Of a kind that this version does not know: its words, and whatever it holds that is known. */
    record Unknown(String type, String words, List<Element> elements, Look look) implements Element {
        public Unknown {
            elements = List.copyOf(elements);
        }
    }

    enum Kind {
        VERTICAL,
        HORIZONTAL,
        CAROUSEL,
        CAROUSEL_SELECT,
        ACCORDION_SELECT,
        LIST,
        TABS,
        SECTION_LIST,
        SECTION,
        CHECKLIST,
        BUTTON_LIST
    }

    /** @param additional what stands beside it, e.g. a price */
    record Title(String name, String additional) {}

    /** @param name by which the button that sends the choice refers to it */
    record Select(String name, boolean multiple) {}

    /** How it is to look, as far as a terminal can. {@code color} as in CSS, or empty. */
    record Look(
            boolean bold,
            boolean italic,
            Size size,
            String color,
            String background,
            boolean rightToLeft,
            String tooltip,
            String alt) {
        public static final Look PLAIN = new Look(false, false, Size.MEDIUM, "", "", false, "", "");
    }

    enum Size {
        SMALL,
        MEDIUM,
        LARGE
    }

    /**
     * What happens when it is chosen: each of the actions, in order.
     *
     * @param metadataJson to be sent along verbatim (PROTOCOL.md 10.4); empty when there is none
     */
    record Click(List<Action> actions, String metadataJson) {
        public static final Click NONE = new Click(List.of(), "");

        public Click {
            actions = List.copyOf(actions);
        }

        public boolean isNone() {
            return actions.isEmpty() && metadataJson.isEmpty();
        }
    }
}
