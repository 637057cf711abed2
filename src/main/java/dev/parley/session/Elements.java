package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Action;
import dev.parley.conversation.Element;
import dev.parley.conversation.Element.Click;
import dev.parley.conversation.Element.Kind;
import dev.parley.conversation.Element.Look;
import dev.parley.conversation.Element.Select;
import dev.parley.conversation.Element.Size;
import dev.parley.conversation.Element.Title;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads structured content (PROTOCOL.md section 10). Whatever comes gives an element: one that is malformed loses what
 * could not be read, one of an unknown kind keeps its words and what it holds. Pure.
 */
final class Elements {
    private static final Map<String, Kind> GROUPS = Map.ofEntries(
            Map.entry("vertical", Kind.VERTICAL),
            Map.entry("horizontal", Kind.HORIZONTAL),
            Map.entry("carousel", Kind.CAROUSEL),
            Map.entry("carouselSelect", Kind.CAROUSEL_SELECT),
            Map.entry("accordionSelect", Kind.ACCORDION_SELECT),
            Map.entry("list", Kind.LIST),
            Map.entry("tabs", Kind.TABS),
            Map.entry("sectionList", Kind.SECTION_LIST),
            Map.entry("section", Kind.SECTION),
            Map.entry("checklist", Kind.CHECKLIST),
            Map.entry("buttonList", Kind.BUTTON_LIST));

    /** Of one message: LivePerson's schemas allow 256 in each of few levels. What is beyond cannot be read by anybody. */
    private static final int MOST_ELEMENTS = 2_000;

    private static final int DEEPEST = 24;
    private static final int MOST_ACTIONS = 8;
    private static final int MOST_SLOTS = 256;

    private int left = MOST_ELEMENTS;
    /** Whether it has been said that something is left out. */
    private boolean cut;

    private Elements() {}

    static Element read(JsonNode content) {
        return new Elements().element(content, 0);
    }

    private Element element(JsonNode json, int depth) {
        String type = text(json, "type");
        Look look = look(json);
        Kind kind = GROUPS.get(type);
        if (kind != null) {
            return new Element.Group(
                    kind, elements(json, depth), titles(json), select(json), raw(json.path("metadata")), look);
        }
        return switch (type) {
            case "text" -> new Element.Words(Hyperlinks.plain(text(json, "text")), look);
            case "button", "submitButton" ->
                new Element.Button(
                        text(json, "title"),
                        text(json, "subtitle"),
                        click(json),
                        json.path("disabled").asBoolean(),
                        text(json.path("ref"), "name"),
                        look);
            case "image" -> new Element.Picture(text(json, "url"), text(json, "caption"), click(json), look);
            case "map" ->
                new Element.Map(json.path("la").asDouble(), json.path("lo").asDouble(), click(json), look);
            case "linkPreview" ->
                new Element.LinkPreview(
                        text(json, "url"),
                        text(json, "title"),
                        text(json, "description"),
                        text(json, "siteName"),
                        look);
            case "checkbox" -> new Element.Checkbox(text(json, "text"), click(json), look);
            default -> new Element.Unknown(type, words(json), elements(json, depth), look);
        };
    }

    private List<Element> elements(JsonNode json, int depth) {
        List<Element> elements = new ArrayList<>();
        for (JsonNode each : listed(json.path("elements"))) {
            if (depth >= DEEPEST || left <= 0) {
                if (!cut) {
                    elements.add(new Element.Unknown("more than can be shown", "", List.of(), Look.PLAIN));
                }
                cut = true;
                break;
            }
            left--;
            elements.add(element(each, depth + 1));
        }
        return elements;
    }

    /** Of something unknown: what most probably is meant to be read. */
    private static String words(JsonNode json) {
        for (String field : List.of("text", "title", "caption", "alt", "url")) {
            String found = text(json, field);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    private static List<Title> titles(JsonNode json) {
        List<Title> titles = new ArrayList<>();
        for (JsonNode each : json.path("titles")) {
            if (titles.size() < MOST_ELEMENTS) {
                titles.add(new Title(text(each, "name"), text(each, "additional")));
            }
        }
        return titles;
    }

    /** Of an accordion any number can be chosen, and it says nothing about that. */
    private static Optional<Select> select(JsonNode json) {
        JsonNode mode = json.path("selectMode");
        return mode.isObject()
                ? Optional.of(new Select(
                        text(mode, "name"),
                        text(mode, "type").equals("multiple")
                                || text(json, "type").equals("accordionSelect")))
                : Optional.empty();
    }

    private static Look look(JsonNode json) {
        JsonNode style = json.path("style");
        return new Look(
                style.path("bold").asBoolean(),
                style.path("italic").asBoolean(),
                size(text(style, "size")),
                text(style, "color"),
                text(style, "background-color"),
                json.path("rtl").asBoolean(),
                text(json, "tooltip"),
                text(json, "alt"));
    }

    private static Size size(String name) {
        return switch (name) {
            case "small" -> Size.SMALL;
            case "large" -> Size.LARGE;
            default -> Size.MEDIUM;
        };
    }

    private static Click click(JsonNode json) {
        JsonNode click = json.path("click");
        return new Click(actions(click), raw(click.path("metadata")));
    }

    static List<Action> actions(JsonNode click) {
        List<Action> actions = new ArrayList<>();
        for (JsonNode each : listed(click.path("actions"))) {
            if (actions.size() < MOST_ACTIONS && each.isObject()) {
                actions.add(action(each));
            }
        }
        return actions;
    }

    private static Action action(JsonNode json) {
        String type = text(json, "type");
        return switch (type) {
            case "publishText" -> new Action.PublishText(text(json, "text"));
            case "link" -> new Action.Link(uri(json), text(json, "name"));
            case "navigate" ->
                new Action.Navigate(json.path("la").asDouble(), json.path("lo").asDouble(), text(json, "name"));
            case "checked" -> new Action.Checked(text(json, "publishText"));
            case "submitAsText" -> new Action.SubmitAsText();
            case "datePicker" ->
                new Action.DatePicker(
                        text(json, "class").equals("range"),
                        text(json, "title"),
                        instant(json.path("minDate")),
                        instant(json.path("maxDate")),
                        text(json, "dateFormat"));
            case "scheduleSlotList" -> new Action.Schedule(text(json, "title"), slots(json));
            default -> new Action.Other(type);
        };
    }

    /** For a terminal the one that is meant for browsers; the others may lead into an app's own scheme. */
    private static String uri(JsonNode json) {
        for (String platform : List.of("web", "", "android", "ios")) {
            String uri = text(platform.isEmpty() ? json : json.path(platform), "uri");
            if (!uri.isEmpty()) {
                return uri;
            }
        }
        return "";
    }

    private static List<Action.Slot> slots(JsonNode json) {
        List<Action.Slot> slots = new ArrayList<>();
        for (JsonNode each : json.path("slots")) {
            if (slots.size() < MOST_SLOTS) {
                instant(each.path("start"))
                        .ifPresent(start -> slots.add(new Action.Slot(
                                text(each, "id"),
                                start,
                                instant(each.path("end")),
                                text(each, "title"),
                                text(each, "description"))));
            }
        }
        return slots;
    }

    /** Epoch seconds, as a number or in quotes; empty where calendars end before it. */
    private static Optional<Instant> instant(JsonNode seconds) {
        boolean number = seconds.isIntegralNumber() || seconds.isTextual();
        return number && seconds.asText().matches("-?[0-9]{1,12}")
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds.asText())))
                : Optional.empty();
    }

    /** One alone stands for a list of one: some senders leave the brackets out. */
    private static Iterable<JsonNode> listed(JsonNode json) {
        return json.isObject() ? List.of(json) : json;
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isTextual() || value.isNumber() ? value.asText() : "";
    }

    private static String raw(JsonNode json) {
        return json.isArray() || json.isObject() ? json.toString() : "";
    }
}
