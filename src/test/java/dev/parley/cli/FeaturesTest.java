package dev.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Action;
import dev.parley.conversation.Element;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.protocol.ConversationField;
import dev.parley.session.Announced;
import dev.parley.session.CardSample;
import dev.parley.ui.app.ActionTable;
import dev.parley.ui.keys.KeySequence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import picocli.CommandLine;

/**
 * The table of features in the README: each line has a test that is there and a way that is there, and nothing of the
 * protocol's parts 2 to 13 is missing: no part of it, no element, action, receipt, state or field.
 */
class FeaturesTest {
    private static final Pattern ROW =
            Pattern.compile("\\| ([0-9.]+) \\| (.+) \\| (.+) \\| `([^`]+)`(?: \\(([a-z-]+)\\))? \\|");
    private static final Pattern TEST = Pattern.compile("([a-z.]+\\.[A-Z]\\w+)#(\\w+)");
    private static final Pattern WORD = Pattern.compile("`([^`]+)`");
    private static final Pattern KEY = Pattern.compile("\\b(?:Alt|Ctrl)-\\S\\b|\\bF[0-9]+\\b");

    /** Those that are a consumer's; which ones are not, the README says below the table. */
    private static final List<String> PARTS = List.of(
            "2.1", "2.2", "3.1", "3.2", "3.3", "3.4", "4.1", "4.2", "4.3", "4.4", "4.5", "5", "6.1", "6.2", "6.3", "7",
            "7.1", "8", "8.1", "8.2", "8.3", "8.4", "8.5", "9", "9.1", "9.3", "9.4", "9.5", "9.6", "9.8", "9.9", "10.1",
            "10.2", "10.3", "10.4", "11", "12", "13", "14", "18");

    /** The wire's names of what our tree calls otherwise. */
    private static final Map<Class<?>, String> ELEMENTS = Map.of(
            Element.Words.class, "text",
            Element.Button.class, "button",
            Element.Picture.class, "image",
            Element.Map.class, "map",
            Element.LinkPreview.class, "linkPreview",
            Element.Checkbox.class, "checkbox",
            Element.Unknown.class, "template");

    private static final Map<Class<?>, String> ACTIONS = Map.of(
            Action.PublishText.class, "publishText",
            Action.Link.class, "link",
            Action.Navigate.class, "navigate",
            Action.Checked.class, "checked",
            Action.SubmitAsText.class, "submitAsText",
            Action.DatePicker.class, "datePicker",
            Action.Schedule.class, "scheduleSlotList",
            Action.Other.class, "custom");

    /** What a consumer's client changes; another one of the protocol room does the same or is not ours. */
    private static final Map<Class<?>, String> FIELDS = Map.of(
            ConversationField.DialogChange.class, "DialogChange",
            ConversationField.Stage.class, "Stage",
            ConversationField.CsatRate.class, "CSATRate",
            ConversationField.TtrField.class, "TTRField",
            ConversationField.ParticipantsChange.class, "ParticipantsChange");

    private record Row(String part, String feature, String how, String test, String picture) {}

    private final List<Row> rows = rows();

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        lines().forEach(line -> {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(new Row(
                        row.group(1),
                        row.group(2),
                        row.group(3),
                        row.group(4),
                        row.group(5) == null ? "" : row.group(5)));
            }
        });
        return rows;
    }

    private static Stream<String> lines() {
        try {
            String readme = Files.readString(Path.of("README.md"));
            String table = readme.substring(readme.indexOf("<!-- features:"), readme.indexOf("<!-- /features -->"));
            return table.lines()
                    .filter(line -> line.startsWith("|") && !line.startsWith("|---") && !line.startsWith("| Part"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands in backquotes among the features of a part. */
    private Set<String> named(String part) {
        return rows.stream()
                .filter(row -> row.part().equals(part))
                .flatMap(row -> WORD.matcher(row.feature()).results().map(word -> word.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void each_line_has_all_four_columns_and_stands_there_once() {
        assertThat(rows).hasSize((int) lines().count());
        assertThat(rows.stream().map(row -> row.part() + " " + row.feature())).doesNotHaveDuplicates();
    }

    @Test
    void each_line_names_a_test_that_is_there() {
        assertThat(rows).allSatisfy(row -> {
            Matcher named = TEST.matcher(row.test());
            assertThat(named.matches() && isTest(named.group(1), named.group(2)))
                    .as(row.test())
                    .isTrue();
        });
    }

    @Test
    void a_picture_that_is_named_is_among_those_that_are_looked_at() {
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.test().startsWith("ui.app.CardPicturesTest"))
                    .isEqualTo(!row.picture().isEmpty());
            assertThat(row.picture().isEmpty() || CardSample.NAMES.contains(row.picture()))
                    .as(row.picture())
                    .isTrue();
        });
    }

    @Test
    void each_command_option_and_key_is_there() {
        Set<String> options = new CommandLine(new ClientCommand())
                .getCommandSpec()
                .optionsMap()
                .keySet();
        Set<String> keys = new HashSet<>();
        ActionTable.all()
                .all()
                .forEach(action ->
                        action.keys().stream().map(KeySequence::toString).forEach(keys::add));

        for (Row row : rows) {
            WORD.matcher(row.how()).results().map(word -> word.group(1)).forEach(word -> {
                String first = word.split(" ")[0];
                if (first.startsWith("--")) {
                    assertThat(options).as(row.how()).contains(first);
                } else if (first.startsWith("/")) {
                    assertCommand(word);
                }
            });
            KEY.matcher(row.how())
                    .results()
                    .forEach(key -> assertThat(keys).as(row.how()).contains(key.group()));
        }
    }

    private static void assertCommand(String word) {
        String[] words = word.split(" ");
        String known = ActionTable.all().commands().stream()
                .filter(command -> command.name().equals(words[0]))
                .map(command -> command.name() + " " + command.arguments())
                .findFirst()
                .orElse("");
        assertThat(known).contains(words);
    }

    @Test
    void no_part_of_the_protocol_is_missing() {
        assertThat(rows.stream().map(Row::part).distinct()).containsExactlyElementsOf(PARTS);
    }

    @Test
    void every_feature_that_is_announced_is_among_them() {
        assertThat(named("3.3")).containsExactlyInAnyOrderElementsOf(Announced.features());
    }

    @Test
    void every_kind_of_content_receipt_and_typing_is_among_them() {
        assertThat(named("8.1"))
                .containsExactlyInAnyOrder(
                        "text/plain", "text/html", "hosted/file", "forms/secure-invitation", "forms/secure-submission");
        assertThat(named("8.3"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ReceiptStatus.values())
                        .filter(status -> status != ReceiptStatus.OTHER)
                        .map(Enum::name)
                        .toList());
        assertThat(named("8.4"))
                .containsExactlyInAnyOrder("COMPOSING", "ACTIVE", "INACTIVE", "GONE", "PAUSE", "BACKGROUND");
        assertThat(named("8.5")).contains("ExternalId", "ActionReason", "BotResponse", "EscalationSummary", "Question");
    }

    @Test
    void every_field_that_a_consumer_changes_is_among_them() {
        Set<Class<?>> others = Set.of(ConversationField.ConversationStateField.class, ConversationField.Unknown.class);
        assertThat(kinds(ConversationField.class))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(FIELDS.keySet().stream(), others.stream()).toList());

        FIELDS.values()
                .forEach(field -> assertThat(rows)
                        .anyMatch(row ->
                                row.part().startsWith("9.") && row.feature().contains("`" + field + "`")));
    }

    @Test
    void every_kind_of_element_is_among_them() {
        Set<Class<?>> all = new HashSet<>(ELEMENTS.keySet());
        all.add(Element.Group.class);
        assertThat(kinds(Element.class)).containsExactlyInAnyOrderElementsOf(all);

        assertThat(named("10.1"))
                .containsAll(ELEMENTS.values())
                .contains("submitButton", "datePicker")
                .containsAll(Arrays.stream(Element.Kind.values())
                        .map(kind -> camel(kind.name()))
                        .toList());
    }

    @Test
    void every_card_that_has_pictures_is_among_them() {
        Set<String> elsewhere = Set.of("styles", "schedule", "card-with-replies");

        assertThat(rows.stream().map(Row::picture).filter(name -> !name.isEmpty()))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(CardSample.NAMES.stream(), Stream.of("card"))
                        .filter(name -> !elsewhere.contains(name))
                        .toList());
    }

    @Test
    void every_action_is_among_them() {
        assertThat(kinds(Action.class)).containsExactlyInAnyOrderElementsOf(ACTIONS.keySet());

        assertThat(named("10.2")).containsAll(ACTIONS.values()).contains("addToCart");
    }

    private static List<Class<?>> kinds(Class<?> sealed) {
        return List.of(sealed.getPermittedSubclasses());
    }

    private static String camel(String name) {
        String[] words = name.toLowerCase(Locale.ROOT).split("_");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining());
    }

    private static boolean isTest(String name, String method) {
        try {
            return Arrays.stream(Class.forName("dev.parley." + name).getDeclaredMethods())
                    .filter(each -> each.getName().equals(method))
                    .anyMatch(FeaturesTest::isTest);
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
    }
}
