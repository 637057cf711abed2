package dev.parley.ui;

import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Content;
import dev.parley.conversation.Content.QuickReply;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.ConversationFacts.DialogFacts;
import dev.parley.conversation.Link;
import dev.parley.conversation.Role;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.TimelineEvent.Receipt;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.Update;
import dev.parley.conversation.Who;
import dev.parley.terminal.CellGrid;
import dev.parley.terminal.SvgPicture;
import dev.parley.ui.app.Still;
import dev.parley.ui.state.UiClock;
import dev.parley.ui.theme.Themes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The README's picture: the real program, told a short story at a fixed moment, so that the same code draws the same picture. */
public final class Pictures {
    private static final Instant NOW = Instant.parse("2026-11-22T12:04:30Z");
    private static final ConsumerKey ONE = new ConsumerKey(1);
    private static final ConsumerKey TWO = new ConsumerKey(2);
    private static final Who ADA = new Who("ada", Role.BOT, false);
    private static final Who BO = new Who("bo", Role.ASSIGNED_AGENT, false);

    private Pictures() {}

    /** SVG. */
    public static String readme() {
        return SvgPicture.of(
                screen(), "Parley in a terminal: the list of conversations, the history of one, and the input");
    }

    static CellGrid screen() {
        UiOptions options = new UiOptions(false, false, "default", true, ZoneOffset.UTC, Map.of(), 2);
        return Still.of(120, 26, options, new Themes(List.of()), standing(), story(), "thanks! could you also");
    }

    private static UiClock standing() {
        return new UiClock() {
            @Override
            public Instant now() {
                return NOW;
            }

            @Override
            public long millis() {
                return 0;
            }
        };
    }

    private static List<Update> story() {
        Who self = self(ONE);
        Who other = self(TWO);
        return List.of(
                new Update.ConsumerKnown(
                        ONE,
                        "10000001",
                        "19f98cd2",
                        "127.0.0.1",
                        true,
                        Optional.of(NOW.plus(Duration.ofDays(29)).plusSeconds(1))),
                new Update.NameKnown(ONE, ADA.id(), "Ada"),
                new Update.NameKnown(TWO, BO.id(), "Bo"),
                new Update.LinkChanged(TWO, new Link(Link.State.ONLINE, 12, "")),
                new Update.LinkChanged(ONE, new Link(Link.State.ONLINE, 12, "")),
                conversation(ONE, "one", ADA, true, 3, 10),
                events(
                        ONE,
                        "one",
                        turn(0, self, 3, "Hi, my order 4711 is late."),
                        new Turn(
                                1,
                                ADA,
                                before(2),
                                new Content.Text(
                                        "Sorry to hear that. Where should it go?",
                                        List.of(reply("Home"), reply("Office"), reply("Somewhere else"))),
                                Optional.empty()),
                        turn(2, self, 2, "Office"),
                        new Receipt(3, ADA, ReceiptStatus.READ, List.of(0L, 2L)),
                        new Receipt(4, self, ReceiptStatus.READ, List.of(1L)),
                        turn(
                                5,
                                ADA,
                                0,
                                "Sure, one moment. I am looking at the parcel now, and it seems that the depot has it"
                                        + " since this morning.")),
                new Update.TypingChanged(ONE, "one", ADA, true),
                conversation(TWO, "two", BO, true, 12, -1),
                events(TWO, "two", turn(0, other, 7, "Hello? Anyone there?")),
                conversation(ONE, "old", ADA, false, 60 * 48, 0),
                events(
                        ONE,
                        "old",
                        turn(0, ADA, 60 * 47, "Glad I could help!"),
                        new Receipt(1, self, ReceiptStatus.READ, List.of(0L))));
    }

    private static Update conversation(
            ConsumerKey consumer, String id, Who agent, boolean open, int startedMinutes, int dueMinutes) {
        return new Update.ConversationChanged(
                consumer,
                new ConversationFacts(
                        id,
                        open,
                        List.of(self(consumer), agent),
                        Optional.of("Sales"),
                        before(startedMinutes),
                        open ? Optional.empty() : Optional.of(before(60 * 47)),
                        open ? Optional.of(NOW.plus(Duration.ofMinutes(dueMinutes))) : Optional.empty(),
                        open ? Optional.empty() : Optional.of("AGENT"),
                        open ? Optional.empty() : Optional.of(5),
                        "NORMAL",
                        List.of(new DialogFacts(id, "MAIN", open, true, Optional.empty(), 1)),
                        1,
                        Optional.empty()));
    }

    private static Update events(ConsumerKey consumer, String id, TimelineEvent... events) {
        return new Update.Events(consumer, id, id, List.of(events));
    }

    private static Turn turn(long sequence, Who who, int minutesAgo, String text) {
        return new Turn(sequence, who, before(minutesAgo), Content.Text.of(text), Optional.empty());
    }

    private static QuickReply reply(String title) {
        return new QuickReply(title, title, "");
    }

    private static Who self(ConsumerKey consumer) {
        return new Who("consumer-" + consumer.number(), Role.CONSUMER, true);
    }

    private static Instant before(int minutes) {
        return NOW.minus(Duration.ofMinutes(minutes));
    }
}
