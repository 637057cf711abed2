package dev.parley.sandbox.agents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.service.Rig;
import dev.parley.sandbox.service.Vault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Demo at the service, at once. */
class DemoTest {
    static final List<String> CARDS = Cards.NAMES;

    private final Rig rig = new Rig();
    private final Rig.Socket socket = rig.socket();
    private final List<String> levers = new ArrayList<>();

    private String staffed(String onDuty) {
        Roster roster = new Roster(
                Optional.of(onDuty), nickname -> nickname.equals("Demo") ? new Demo(0) : new Ada(nickname, 0));
        new Desk(rig.service.conversations(), roster, rig.time, Vault.inMemory(), new Desk.Levers() {
                    @Override
                    public void trouble(String script) {
                        levers.add(script);
                    }

                    @Override
                    public void bend(String quirk) {
                        levers.add(quirk);
                    }
                })
                .open();
        String dialog = socket.open();
        socket.listen(dialog, 0);
        say(dialog, "hello");
        socket.frames.clear();
        return dialog;
    }

    private void say(String dialog, String text) {
        socket.say(dialog, text);
        rig.time.advance(1_000);
    }

    private List<JsonNode> contents() {
        return socket.events().stream()
                .map(change -> change.path("event"))
                .filter(event -> event.path("type").asText().endsWith("ContentEvent"))
                .toList();
    }

    @ParameterizedTest
    @FieldSource("CARDS")
    void each_card_is_brought_up_by_its_name(String name) {
        String dialog = staffed("Demo");

        say(dialog, "Show " + name.replace('-', ' '));

        assertThat(contents()).last().isEqualTo(Cards.event(name));
    }

    @Test
    void whatever_the_list_names_does_something() {
        String dialog = staffed("Demo");
        say(dialog, "show");
        String list = contents().get(contents().size() - 1).path("message").asText();

        List<String> named = Arrays.stream(list.split("[\n\u00b7]"))
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.endsWith(":") && !line.startsWith("tour shows"))
                .toList();

        assertThat(named).hasSizeGreaterThan(Cards.NAMES.size() + 20);
        assertThat(named)
                .allSatisfy(words -> assertThat(new Tour().answer(words, true))
                        .as(words)
                        .noneMatch(step -> step.act() instanceof Act.Say said
                                && said.text().startsWith("You said")));
    }

    @Test
    void metadata_goes_along_beside_the_words() {
        String dialog = staffed("Demo");

        say(dialog, "metadata");

        assertThat(socket.events())
                .anySatisfy(change ->
                        assertThat(change.at("/metadata/0/type").asText()).isEqualTo("BotResponse"));
    }

    @Test
    void the_tour_shows_all_cards() {
        String dialog = staffed("Demo");

        say(dialog, "tour");

        assertThat(contents())
                .containsAll(Stream.of("carousel", "checklist", "tabs")
                        .map(Cards::event)
                        .toList());
        assertThat(contents()).hasSizeGreaterThanOrEqualTo(Cards.NAMES.size() + 2);
    }

    @Test
    void ada_hands_over_to_demo() {
        String dialog = staffed("Ada");

        say(dialog, "demo");

        assertThat(socket.heard()).last().asString().startsWith("Hello, I am Demo");
    }

    @Test
    void a_click_is_told_with_its_metadata() {
        String dialog = staffed("Demo");
        say(dialog, "show button");

        socket.ask(
                "ms.PublishEvent",
                "{\"dialogId\":\"" + dialog
                        + "\",\"event\":{\"type\":\"AcceptStatusEvent\",\"status\":\"ACTION\",\"sequenceList\":[1]}}",
                ",\"metadata\":[{\"type\":\"ExternalId\",\"id\":\"like\"}]");
        rig.time.advance(1_000);

        assertThat(socket.heard()).last().asString().contains("A click came in", "\"id\":\"like\"");
    }

    @Test
    void a_file_is_sent_with_its_preview() {
        String dialog = staffed("Demo");

        say(dialog, "send me a file");
        rig.time.advance(1_000);

        assertThat(contents()).last().satisfies(event -> {
            assertThat(event.path("contentType").asText()).isEqualTo("hosted/file");
            assertThat(event.at("/message/fileType").asText()).isEqualTo("PNG");
            assertThat(event.at("/message/preview").asText())
                    .startsWith("data:image/png;base64,")
                    .hasSizeLessThan(30_000);
        });
    }

    @Test
    void trouble_is_made_for_one_message_only() {
        String dialog = staffed("Demo");

        say(dialog, "fail");

        assertThat(levers).singleElement().asString().contains("\"times\":1", "http:400");
    }

    @Test
    void what_she_does_not_know_she_says_back_as_ada_does() {
        String dialog = staffed("Demo");

        say(dialog, "good morning");

        assertThat(socket.heard()).last().isEqualTo("You said: good morning");
    }

    @Test
    void being_slow_takes_as_long_as_was_asked_for() {
        String dialog = staffed("Demo");

        say(dialog, "be slow 5");
        assertThat(socket.heard()).noneMatch(text -> text.startsWith("That took"));
        rig.time.advance(5_000);

        assertThat(socket.heard()).last().isEqualTo("That took 5 s.");
    }
}
