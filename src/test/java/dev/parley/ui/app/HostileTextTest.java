package dev.parley.ui.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Content;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Link;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.Update;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Wherever text of others can stand, it cannot touch the terminal. The emulator throws on any control it is sent. */
class HostileTextTest {
    private static final List<String> ATTACKS = List.of(
            "\u001b[2J\u001b]0;owned\u0007",
            "\u009b31mred\u009d0;x\u009c",
            "a\rb\bc\u007fd\u0000e",
            "\u202Eevil\u2066\u2069",
            "z\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
            "\ud800 lone \udc00",
            "\u2028line\u2029end\ufeff",
            "tab\tand\nline\r\nbreaks");

    @Test
    void in_every_place() {
        for (String attack : ATTACKS) {
            Story ada = new Story(1, "conv" + attack, "agent" + attack, Instant.parse("2026-11-22T12:01:00Z"));
            AppDriver app = new AppDriver(120, 30);

            app.tell(
                            new Update.ConsumerKnown(Story.ONE, attack, attack, attack, true, Optional.empty()),
                            ada.open(),
                            ada.name(attack),
                            ada.says("12:01", attack),
                            ada.offers("12:02", attack, attack, attack),
                            ada.typing(true),
                            unsupported(ada, attack),
                            failed(ada.place(), attack),
                            new Update.HistoryChanged(
                                    Story.ONE, ada.id, "d" + attack, Update.HistoryState.REFUSED, attack),
                            new Update.LinkChanged(Story.ONE, new Link(Link.State.OFFLINE, -1, attack)))
                    .paste(attack);
            for (String key :
                    List.of("Alt-I", "Esc", "Ctrl-G", "Esc", "Tab", "Esc", "Alt-Q", "Alt-L", "Alt-L", "F2", "F2")) {
                app.press(key);
            }
            app.tell(new Update.Notice(Story.ONE, Optional.of("conv" + attack), true, attack));

            assertThat(app.failures()).isEmpty();
            assertThat(app.tty().wallHits()).isZero();
            assertThat(app.screen()).contains("SANDBOX");
        }
    }

    @Test
    void a_megabyte_is_folded() {
        Story ada = Story.ada();
        AppDriver app = new AppDriver(80, 24).tell(ada.open(), ada.says("12:01", "word ".repeat(200_000)));

        app.shows("more rows");
        app.press("Alt-Home").shows("12:01 ◂ word word");
    }

    @Test
    void a_message_of_another_kind_is_named() {
        Story ada = Story.ada();

        new AppDriver(80, 24)
                .tell(ada.open(), unsupported(ada, "RichContentEvent"))
                .shows("[unsupported message: RichContentEvent]");
    }

    private static Update unsupported(Story story, String what) {
        return story.events(new TimelineEvent.Turn(
                40, story.agent, AppDriver.NOON, new Content.Unsupported(what), Optional.empty()));
    }

    private static Update failed(Place place, String text) {
        return new Update.OutgoingChanged(
                place.consumer(),
                Outgoing.saving("cid", place, text, AppDriver.NOON).with(Delivery.FAILED, text));
    }
}
