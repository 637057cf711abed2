package dev.parley.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Action;
import dev.parley.conversation.Element;
import dev.parley.conversation.Element.Click;
import dev.parley.conversation.Element.Group;
import dev.parley.conversation.Element.Kind;
import dev.parley.conversation.Element.Look;
import dev.parley.conversation.Element.Select;
import dev.parley.conversation.Element.Size;
import dev.parley.conversation.Element.Title;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElementsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Element read(String json) throws Exception {
        return Elements.read(JSON.readTree(json.replace('\'', '"')));
    }

    private static Group group(String json) throws Exception {
        return (Group) read(json);
    }

    private static Click click(String actions) throws Exception {
        return ((Element.Button) read("{'type':'button','title':'t','click':{'actions':" + actions + "}}")).click();
    }

    @Test
    void words_have_a_look_and_a_tooltip() throws Exception {
        assertThat(read(
                        "{'type':'text','text':'Pick one','tooltip':'tip','alt':'other','rtl':true,'style':{'bold':true,"
                                + "'italic':true,'size':'large','color':'#ff0000','background-color':'white'}}"))
                .isEqualTo(new Element.Words(
                        "Pick one", new Look(true, true, Size.LARGE, "#ff0000", "white", true, "tip", "other")));
    }

    @Test
    void a_button_keeps_its_metadata_as_it_came() throws Exception {
        Element.Button button = (Element.Button)
                read(
                        "{'type':'button','title':'Buy','subtitle':'now','click':{'metadata':"
                                + "[{'type':'ExternalId','id':'buy','new':1}],'actions':[{'type':'publishText','text':'Buy it'}]}}");

        assertThat(button.title()).isEqualTo("Buy");
        assertThat(button.subtitle()).isEqualTo("now");
        assertThat(button.click().actions()).containsExactly(new Action.PublishText("Buy it"));
        assertThat(button.click().metadataJson()).isEqualTo("[{\"type\":\"ExternalId\",\"id\":\"buy\",\"new\":1}]");
    }

    @Test
    void pictures_maps_and_previews() throws Exception {
        assertThat(read("{'type':'image','url':'https://h.example/a.png','caption':'A'}"))
                .isEqualTo(new Element.Picture("https://h.example/a.png", "A", Click.NONE, Look.PLAIN));
        assertThat(read("{'type':'map','la':64.12,'lo':-21.9}"))
                .isEqualTo(new Element.Map(64.12, -21.9, Click.NONE, Look.PLAIN));
        assertThat(
                        read(
                                "{'type':'linkPreview','url':'https://h.example','title':'T','description':'D','siteName':'S'}"))
                .isEqualTo(new Element.LinkPreview("https://h.example", "T", "D", "S", Look.PLAIN));
    }

    @ParameterizedTest
    @CsvSource({
        "vertical, VERTICAL", "horizontal, HORIZONTAL", "carousel, CAROUSEL", "carouselSelect, CAROUSEL_SELECT",
        "accordionSelect, ACCORDION_SELECT", "list, LIST", "tabs, TABS", "sectionList, SECTION_LIST",
        "section, SECTION", "checklist, CHECKLIST", "buttonList, BUTTON_LIST"
    })
    void a_group_of_each_kind_keeps_the_order(String type, Kind kind) throws Exception {
        Group group =
                group("{'type':'" + type + "','elements':[{'type':'text','text':'1'},{'type':'text','text':'2'}]}");

        assertThat(group.kind()).isEqualTo(kind);
        assertThat(group.elements())
                .containsExactly(new Element.Words("1", Look.PLAIN), new Element.Words("2", Look.PLAIN));
    }

    @Test
    void a_selection_has_a_name_and_titles_and_its_cards_their_metadata() throws Exception {
        Group group = group(
                "{'type':'accordionSelect','selectMode':{'name':'plans'},'titles':[{'name':'Small','additional':"
                        + "'5 EUR'}],'elements':[{'type':'vertical','metadata':[{'type':'ExternalCardId','id':'1'}],'elements':[]}]}");

        assertThat(group.select()).contains(new Select("plans", true));
        assertThat(group.titles()).containsExactly(new Title("Small", "5 EUR"));
        assertThat(((Group) group.elements().get(0)).metadataJson())
                .isEqualTo("[{\"type\":\"ExternalCardId\",\"id\":\"1\"}]");
        assertThat(group("{'type':'carouselSelect','selectMode':{'name':'n','type':'multiple'}}")
                        .select())
                .contains(new Select("n", true));
    }

    @Test
    void a_button_can_send_what_is_chosen_in_a_selection() throws Exception {
        Element.Button button = (Element.Button)
                read("{'type':'button','title':'Take it','ref':{'type':'carouselSelect','name':'plans'}}");

        assertThat(button.sends()).isEqualTo("plans");
    }

    @Test
    void a_checklist_is_ticked_and_submitted() throws Exception {
        Group list =
                group("{'type':'list','elements':[{'type':'text','text':'Toppings'},{'type':'sectionList','elements':["
                        + "{'type':'section','sectionID':'s','elements':[{'type':'checklist','elements':[{'type':'checkbox','text':"
                        + "'Olives','click':{'actions':[{'type':'checked','publishText':'olives'}]}}]}]}]},{'type':'buttonList',"
                        + "'elements':[{'type':'submitButton','title':'Send','disabled':true,'click':{'actions':[{'type':"
                        + "'submitAsText','submit':true}]}}]}]}");

        Group sections = (Group) list.elements().get(1);
        Group checklist =
                (Group) ((Group) sections.elements().get(0)).elements().get(0);
        assertThat(checklist.elements())
                .containsExactly(new Element.Checkbox(
                        "Olives", new Click(List.of(new Action.Checked("olives")), ""), Look.PLAIN));
        assertThat(((Group) list.elements().get(2)).elements())
                .containsExactly(new Element.Button(
                        "Send", "", new Click(List.of(new Action.SubmitAsText()), ""), true, "", Look.PLAIN));
    }

    @Test
    void every_action_is_read() throws Exception {
        assertThat(click(
                                "[{'type':'navigate','la':1,'lo':2.5,'name':'Shop'},{'type':'link','uri':'https://h.example','name':"
                                        + "'Site'},{'type':'datePicker','class':'range','title':'When','minDate':1,'maxDate':'2',"
                                        + "'dateFormat':'d/m/y'},{'type':'scheduleSlotList','title':'Slots','slots':[{'type':"
                                        + "'scheduleSlot','id':'a','start':3,'end':4,'title':'T','description':'D'}]},{'type':"
                                        + "'addToCart','items':[]}]")
                        .actions())
                .containsExactly(
                        new Action.Navigate(1, 2.5, "Shop"),
                        new Action.Link("https://h.example", "Site"),
                        new Action.DatePicker(
                                true,
                                "When",
                                Optional.of(Instant.ofEpochSecond(1)),
                                Optional.of(Instant.ofEpochSecond(2)),
                                "d/m/y"),
                        new Action.Schedule(
                                "Slots",
                                List.of(new Action.Slot(
                                        "a",
                                        Instant.ofEpochSecond(3),
                                        Optional.of(Instant.ofEpochSecond(4)),
                                        "T",
                                        "D"))),
                        new Action.Other("addToCart"));
    }

    /** No calendar has a day for the last moment that a machine can count to. */
    @ParameterizedTest
    @ValueSource(strings = {"31556889864403199", "-31556889864403199", "9223372036854775807", "1e3", "'1e3'", "true"})
    void a_day_that_no_calendar_has_is_none(String seconds) throws Exception {
        assertThat(click("{'type':'datePicker','minDate':" + seconds + ",'maxDate':999999999999}")
                        .actions())
                .containsExactly(new Action.DatePicker(
                        false, "", Optional.empty(), Optional.of(Instant.ofEpochSecond(999_999_999_999L)), ""));
    }

    @Test
    void of_a_link_for_several_platforms_the_one_for_the_web_is_taken() throws Exception {
        assertThat(click("{'type':'link','uri':'https://all.example','web':{'uri':'https://web.example'}}")
                        .actions())
                .containsExactly(new Action.Link("https://web.example", ""));
        assertThat(click("{'type':'link','android':{'uri':'https://android.example'}}")
                        .actions())
                .containsExactly(new Action.Link("https://android.example", ""));
    }

    @Test
    void what_is_of_an_unknown_kind_keeps_its_words_and_what_it_holds() throws Exception {
        assertThat(read("{'type':'hologram','title':'Look','elements':[{'type':'text','text':'inside'}]}"))
                .isEqualTo(new Element.Unknown(
                        "hologram", "Look", List.of(new Element.Words("inside", Look.PLAIN)), Look.PLAIN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "[]", "7", "'x'", "{}", "{'type':{}}", "{'type':'vertical','elements':[null,7,[]]}"})
    void what_is_no_card_is_something_all_the_same(String json) {
        assertThatCode(() -> read(json)).doesNotThrowAnyException();
    }

    @Test
    void a_card_without_end_has_an_end() throws Exception {
        String deep = "{'type':'vertical','elements':[".repeat(200) + "]}".repeat(200);
        StringBuilder wide = new StringBuilder("{'type':'vertical','elements':[{'type':'text'}");
        wide.append(",{'type':'text'}".repeat(10_000)).append("]}");

        assertThat(depth(read(deep))).isLessThan(30);
        assertThat(group(wide.toString()).elements())
                .hasSize(2_001)
                .last()
                .isInstanceOfSatisfying(
                        Element.Unknown.class, rest -> assertThat(rest.type()).isEqualTo("more than can be shown"));
    }

    private static int depth(Element element) {
        return element instanceof Group group
                ? 1
                        + group.elements().stream()
                                .mapToInt(ElementsTest::depth)
                                .max()
                                .orElse(0)
                : 1;
    }

    /** RELIABILITY.md R12 in small: each leaf dropped, null, of a wrong type, huge. */
    @Test
    void whatever_is_wrong_with_a_leaf_the_others_are_read() throws Exception {
        JsonNode whole = JSON.readTree(
                ("{'type':'vertical','elements':[{'type':'text','text':'kept'},{'type':'button','title':'b',"
                                + "'style':{'bold':true,'size':'large'},'click':{'metadata':[{'id':'1'}],'actions':[{'type':'link','uri':"
                                + "'https://h.example'},{'type':'datePicker','minDate':1}]}},{'type':'map','la':1,'lo':2},{'type':'carouselSelect',"
                                + "'selectMode':{'name':'n','type':'single'},'titles':[{'name':'t'}],'elements':[]}]}")
                        .replace('\'', '"'));
        List<JsonNode> spoilt = new ArrayList<>();
        spoil(whole, whole, spoilt);

        assertThat(spoilt).hasSizeGreaterThan(100);
        assertThat(spoilt)
                .allSatisfy(json -> assertThatCode(() -> Elements.read(json)).doesNotThrowAnyException());
    }

    private static void spoil(JsonNode root, JsonNode at, List<JsonNode> spoilt) {
        for (String value : List.of("null", "1e400", "\"" + "x".repeat(10_000) + "\"", "[[]]", "{\"a\":1}", "true")) {
            if (at instanceof ObjectNode object) {
                List<String> names = new ArrayList<>();
                object.fieldNames().forEachRemaining(names::add);
                names.forEach(name -> spoilt.add(copied(root, at, value, name)));
            }
        }
        for (JsonNode child : at) {
            spoil(root, child, spoilt);
        }
    }

    /** The whole with one field of one object set to another value. */
    private static JsonNode copied(JsonNode root, JsonNode at, String value, String name) {
        try {
            JsonNode before = at.get(name);
            ((ObjectNode) at).set(name, JSON.readTree(value));
            JsonNode copy = root.deepCopy();
            ((ObjectNode) at).set(name, before);
            return copy;
        } catch (java.io.IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
