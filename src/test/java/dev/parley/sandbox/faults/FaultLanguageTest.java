package dev.parley.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultLanguageTest {
    private static FaultRule rule(String line) {
        try {
            return FaultRule.parse(line.replace('\'', '"'));
        } catch (FaultRefused e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> words(List<Step> steps) {
        return steps.stream()
                .map(step -> step.verb().form().replaceAll("\\W.*", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "commit,drop-response,close:1006 | | true | drop,close",
                "drop-response | | true | drop",
                "delay:5 | delay | true |",
                "delay:5,duplicate | delay | true | duplicate",
                "commit,delay:5 | | true | delay",
                "close:1006 | close | false |",
                "rst | rst | false |",
                "stall | stall | false |",
                "http:429 | http | false |",
                "drop-request | drop | false |",
                "drop-request,close:1006 | drop,close | false |",
                "expire-jwt,close:4401 | expire,close | false |",
                "expire-jwt | expire | true |",
                "close:1006,delay:5,commit | close,delay | true |",
                "commit,http:500 | | true | http",
            })
    void a_request_is_taken_in_where_the_verbs_say(String verbs, String before, boolean commits, String after) {
        FaultRule rule = rule("{'on':'ms.PublishEvent','do':['" + verbs.replace(",", "','") + "']}");

        assertThat(rule.commits()).isEqualTo(commits);
        assertThat(String.join(",", words(rule.before()))).isEqualTo(before == null ? "" : before);
        assertThat(String.join(",", words(rule.after()))).isEqualTo(after == null ? "" : after);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | this is not JSON",
                "[] | a rule is a JSON object",
                "{'do':['rst']} | on is missing",
                "{'on':'ms.publishEvent','do':['rst']} | on cannot be \"ms.publishEvent\"",
                "{'on':'request','nht':3,'do':['rst']} | a rule has no member \"nht\"",
                "{'on':'request','nth':0,'do':['rst']} | nth is a whole number from 1",
                "{'on':'request','nth':'3','do':['rst']} | nth is a whole number from 1",
                "{'on':'request','chance':0,'do':['rst']} | chance is a number above 0, at most 1",
                "{'on':'request','do':[]} | do is a list of 1 to 64 verbs",
                "{'on':'request','do':'rst'} | do is a list of 1 to 64 verbs",
                "{'on':'request','do':[1]} | a verb is a text",
                "{'on':'request','do':['explode']} | there is no verb \"explode\"",
                "{'on':'request','do':['delay']} | the verb is written delay:<ms>, not \"delay\"",
                "{'on':'request','do':['delay:x']} | the verb is written delay:<ms>, not \"delay:x\"",
                "{'on':'request','do':['delay:900000']} | delay:<ms> takes 0 to 600000, not 900000",
                "{'on':'request','do':['rst:1']} | the verb is written rst, not \"rst:1\"",
                "{'on':'request','do':['close:1015']} | a socket cannot be closed with 1015",
                "{'on':'request','do':['close:2000']} | a socket cannot be closed with 2000",
                "{'on':'request','do':['http:99']} | http:<status>[-html] takes 200 to 599, not 99",
                "{'on':'request','do':['drop']} | drop makes no sense on request",
                "{'on':'notification','do':['commit']} | commit makes no sense on notification",
                "{'on':'upgrade','do':['close:4401']} | close makes no sense on upgrade",
                "{'on':'domains','do':['expire-jwt']} | expire-jwt makes no sense on domains",
                "{'on':'request','do':['commit','commit']} | commit stands twice",
                "{'on':'request','do':['duplicate','commit']} | duplicate comes behind commit",
                "{'on':'request','do':['drop-request','commit']} | drop-request and commit exclude each other",
            })
    void a_bad_line_is_named_with_file_and_number_and_what_is_wrong(String line, String sentence) {
        String script = "# a comment\n\n{\"on\":\"request\",\"do\":[\"rst\"]}\n" + line.replace('\'', '"');

        assertThatThrownBy(() -> FaultScript.read("my.faults", script))
                .isInstanceOf(FaultRefused.class)
                .hasMessage("my.faults, line 4: " + sentence);
    }

    @Test
    void a_refusal_shows_nothing_that_could_act_on_a_terminal() {
        assertThatThrownBy(() -> FaultRule.parse("{\"on\":\"\\u001b]0;x\\u0007\",\"do\":[\"rst\"]}"))
                .hasMessage("on cannot be \"?]0;x?\"");
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void the_help_says_every_verb(Verb verb) {
        assertThat(FaultHelp.lines())
                .anyMatch(line -> line.startsWith(verb.form()) && line.endsWith(verb.meaning()))
                .allMatch(line -> line.length() <= 110);
    }

    private static final Occasion CLOCK = new Occasion("request", "GetClock", Optional.of("c"), List.of());

    /** At which of the first twenty occasions a rule strikes. */
    private static List<Integer> strikes(String counting) {
        RuleBook book = new RuleBook();
        book.add(rule("{'on':'GetClock'" + counting + ",'do':['rst']}"));
        List<Integer> strikes = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            if (book.strike(CLOCK).isPresent()) {
                strikes.add(i);
            }
        }
        return strikes;
    }

    @Test
    void occasions_are_counted_as_the_rule_says() {
        assertThat(strikes("")).hasSize(20);
        assertThat(strikes(",'nth':3")).containsExactly(3);
        assertThat(strikes(",'every':6")).containsExactly(6, 12, 18);
        assertThat(strikes(",'nth':2,'every':8")).containsExactly(2, 10, 18);
        assertThat(strikes(",'times':2")).containsExactly(1, 2);
        assertThat(strikes(",'every':5,'times':2")).containsExactly(5, 10);
    }

    @Test
    void chance_is_the_same_in_every_run_of_a_seed() {
        List<Integer> once = strikes(",'chance':0.5,'seed':7");

        assertThat(once).isEqualTo(strikes(",'chance':0.5,'seed':7"));
        assertThat(once.size()).isBetween(3, 17);
        assertThat(once).isNotEqualTo(strikes(",'chance':0.5,'seed':8"));
    }

    @Test
    void every_rule_counts_and_of_several_the_first_strikes() {
        RuleBook book = new RuleBook();
        book.add(rule("{'on':'GetClock','nth':2,'do':['rst']}"));
        book.add(rule("{'on':'request','do':['stall']}"));

        List<String> struck = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            struck.add(words(book.strike(CLOCK).orElseThrow().before()).get(0));
        }

        assertThat(struck).containsExactly("stall", "rst", "stall");
        assertThat(book.accounts()).extracting(RuleBook.Account::seen).containsExactly(3L, 3L);
        assertThat(book.accounts()).extracting(RuleBook.Account::struck).containsExactly(1L, 2L);
    }

    @Test
    void a_rule_selects_by_consumer_conversation_event_and_sequence_together() {
        Occasion.Item text = new Occasion.Item("d1", "ContentEvent", OptionalLong.of(4));
        Occasion.Item receipt = new Occasion.Item("d2", "AcceptStatusEvent", OptionalLong.of(5));
        Occasion both =
                new Occasion("notification", "ms.MessagingEventNotification", Optional.of("c"), List.of(text, receipt));

        assertThat(selects("'consumer':'c'", both)).isTrue();
        assertThat(selects("'consumer':'d'", both)).isFalse();
        assertThat(selects("'conversation':'d1','event':'ContentEvent','sequence':4", both))
                .isTrue();
        assertThat(selects("'conversation':'d1','event':'AcceptStatusEvent'", both))
                .isFalse();
        assertThat(selects("'sequence':6", both)).isFalse();
        assertThat(selects("'conversation':'d1'", CLOCK)).isFalse();
    }

    private static boolean selects(String selector, Occasion occasion) {
        return rule("{'on':'notification'," + selector + ",'do':['drop']}")
                .selector()
                .selects(occasion);
    }
}
