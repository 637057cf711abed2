package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Role;
import dev.parley.conversation.TimelineEvent.Silent;
import dev.parley.conversation.Update;
import dev.parley.conversation.Who;
import org.junit.jupiter.api.Test;

/** Several people in one conversation: who speaks, who writes, and what is not for the consumer's eyes. */
class PeopleTest {
    private static final Who BOT = new Who("b", Role.BOT, false);
    private static final Who MANAGER = new Who("m", Role.MANAGER, false);
    private static final Who CONTROLLER = new Who("c", Role.CONTROLLER, false);
    private static final Who READER = new Who("r", Role.READER, false);

    private final Story ada = Story.ada();
    private final AppDriver app = new AppDriver(120, 24).tell(ada.online(12), ada.name("Ada"), ada.open());

    private Update writing(Who who, boolean on) {
        return new Update.TypingChanged(ada.consumer, ada.id, who, on);
    }

    @Test
    void each_part_has_its_sign_and_its_word() {
        app.tell(
                ada.says("12:01", "the agent"),
                ada.says(BOT, "12:02", "a bot"),
                ada.says(MANAGER, "12:03", "a manager"),
                ada.says(CONTROLLER, "12:04", "We answer from eight o'clock."),
                ada.own("12:05", "the consumer"));

        app.shows(
                "12:01 ◂ Ada   the agent",
                "12:02 ◇ bot   a bot",
                "12:03 ◂ mana… a manager",
                "12:04 · syst… We answer from eight o'clock.",
                "12:05 ▸ you   the consumer");
    }

    @Test
    void one_two_and_more_write() {
        app.tell(writing(ada.agent, true)).shows("… Ada is typing");
        app.tell(writing(BOT, true)).shows("… Ada and bot are typing");
        app.tell(writing(MANAGER, true)).shows("… 3 are typing");

        app.tell(writing(ada.agent, false), writing(MANAGER, false)).shows("… bot is typing");
        app.tell(ada.says(BOT, "12:02", "here")).hides("typing");
    }

    @Test
    void what_is_for_agents_and_managers_takes_its_place_and_shows_nothing() {
        app.tell(ada.says("12:01", "before"), ada.events(new Silent(1)));
        ada.skip(1);

        app.tell(ada.says(READER, "12:02", "after"));

        app.shows("before", "after").hides("missing", "unsupported");
        assertThat(app.failures()).isEmpty();
    }
}
