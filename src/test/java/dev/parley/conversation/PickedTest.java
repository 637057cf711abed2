package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Element.Click;
import dev.parley.conversation.Element.Group;
import dev.parley.conversation.Element.Kind;
import dev.parley.conversation.Element.Look;
import dev.parley.conversation.Element.Select;
import dev.parley.conversation.Targets.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PickedTest {
    private static Element button(String title, String metadata, Action... actions) {
        return new Element.Button(title, "", new Click(List.of(actions), metadata), false, "", Look.PLAIN);
    }

    private static Element box(String text, String says) {
        return new Element.Checkbox(
                text, new Click(List.of(new Action.Checked(says)), "[\"" + says + "\"]"), Look.PLAIN);
    }

    private static Element group(Kind kind, Element... elements) {
        return new Group(kind, List.of(elements), List.of(), Optional.empty(), "", Look.PLAIN);
    }

    private static List<Target> targets(Element... elements) {
        return Targets.of(new Content.Card(group(Kind.VERTICAL, elements), List.of()));
    }

    @Test
    void a_button_says_its_text_and_brings_its_metadata() {
        List<Target> targets = targets(button("Buy", "[1]", new Action.PublishText("Buy it")));

        assertThat(Picked.of(targets, 0, Set.of(), "")).isEqualTo(new Picked("Buy it", List.of("[1]")));
    }

    @Test
    void a_text_of_blanks_is_the_buttons_title() {
        List<Target> targets = targets(button("Buy", "", new Action.PublishText(" ")));

        assertThat(Picked.of(targets, 0, Set.of(), "")).isEqualTo(new Picked("Buy", List.of()));
    }

    @Test
    void a_link_says_nothing() {
        List<Target> targets = targets(button("Site", "[1]", new Action.Link("https://h.example", "")));

        assertThat(Picked.of(targets, 0, Set.of(), "")).isEqualTo(new Picked("", List.of("[1]")));
    }

    @Test
    void what_was_entered_is_said() {
        List<Target> targets = targets(
                button("When", "[1]", new Action.DatePicker(false, "", Optional.empty(), Optional.empty(), "")));

        assertThat(Picked.of(targets, 0, Set.of(), "2026-12-24").text()).isEqualTo("2026-12-24");
    }

    @Test
    void ticked_boxes_are_sent_in_the_order_of_the_card_with_what_is_theirs() {
        List<Target> targets =
                targets(box("A", "a"), box("B", "b"), box("C", ""), button("Send", "[0]", new Action.SubmitAsText()));

        Picked picked = Picked.of(targets, 3, Set.of(2, 0), "");

        assertThat(picked.text()).isEqualTo("a\nC");
        assertThat(picked.metadataJson()).containsExactly("[0]", "[\"a\"]", "[\"\"]");
        assertThat(Picked.waits(targets, 3, Set.of())).isTrue();
        assertThat(Picked.waits(targets, 3, Set.of(1))).isFalse();
    }

    @Test
    void a_button_that_sends_a_selection_brings_the_chosen_cards_metadata_in_place_of_its_own() {
        Element one = new Group(Kind.VERTICAL, List.of(), List.of(), Optional.empty(), "[\"one\"]", Look.PLAIN);
        Element two = new Group(Kind.VERTICAL, List.of(), List.of(), Optional.empty(), "[\"two\"]", Look.PLAIN);
        Element selection = new Group(
                Kind.CAROUSEL_SELECT,
                List.of(one, two),
                List.of(),
                Optional.of(new Select("plan", false)),
                "",
                Look.PLAIN);
        Element take = new Element.Button(
                "Take",
                "",
                new Click(List.of(new Action.PublishText("taken")), "[\"own\"]"),
                false,
                "plan",
                Look.PLAIN);
        List<Target> targets = targets(selection, take);

        assertThat(Picked.of(targets, 2, Set.of(1), "")).isEqualTo(new Picked("taken", List.of("[\"two\"]")));
        assertThat(Picked.waits(targets, 2, Set.of())).isTrue();
        assertThat(Picked.tick(targets, 1, Set.of(0))).containsExactly(1);
        assertThat(Picked.tick(targets, 1, Set.of(1))).isEmpty();
    }

    @Test
    void of_boxes_each_is_ticked_for_itself() {
        List<Target> targets = targets(box("A", "a"), box("B", "b"));

        assertThat(Picked.tick(targets, 1, Set.of(0))).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void words_show_what_was_chosen_only_where_they_say_all_of_it() {
        List<Target> targets = targets(
                box("A", "a"),
                box("B", "b"),
                button("Send", "", new Action.SubmitAsText()),
                button("Buy", "", new Action.PublishText("Buy it")),
                button("Site", "", new Action.Link("https://h.example", "")));

        assertThat(Picked.made(targets, "b")).containsExactly(1, 2);
        assertThat(Picked.made(targets, "a\nb")).containsExactly(0, 1, 2);
        assertThat(Picked.made(targets, "Buy it")).containsExactly(3);
        assertThat(Picked.made(targets, "a\nand more")).isEmpty();
        assertThat(Picked.made(targets, "")).isEmpty();
    }
}
