package dev.parley.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.Codec;
import dev.parley.protocol.Event;
import dev.parley.protocol.Frame;
import dev.parley.protocol.MalformedFrame;
import dev.parley.protocol.NotificationBody.ConversationChange;
import dev.parley.protocol.NotificationBody.ExConversationChange;
import dev.parley.protocol.NotificationBody.MessageChange;
import dev.parley.protocol.NotificationBody.MessagingEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the codec makes of what the referee says: two readings of the same examples that were written apart. */
class QuirksAndCodecTest {
    @ParameterizedTest
    @EnumSource(Quirk.class)
    void under_each_quirk_the_codec_reads_the_same_story(Quirk quirk) throws Exception {
        tellUnder(quirk);
    }

    @Test
    void under_all_quirks_together_too() throws Exception {
        tellUnder(Quirk.values());
    }

    private static void tellUnder(Quirk... quirks) throws Exception {
        try (Referee referee = Referee.start()) {
            referee.behave(quirks);
            String conv = referee.conversationOf("c0a51e77-consumer");
            referee.consumerSays(conv, "one");
            referee.agentSays(conv, "two");
            try (Caller caller = new Caller(referee.socket(), referee.token("c0a51e77-consumer"))) {
                caller.say("""
                        {"kind":"req","id":"1","type":"ms.SubscribeMessagingEvents","body":{"dialogId":"%s","fromSeq":0}}""".formatted(conv));
                caller.say("""
                        {"kind":"req","id":"2","type":"cqm.SubscribeExConversations","body":{"stage":["OPEN","CLOSE"]}}""");
                caller.say("""
                        {"kind":"req","id":"3","type":"cm.UpdateConversationField","body":{"conversationId":"%s",
                         "conversationField":[{"field":"Stage","conversationState":"CLOSE"}]}}""".formatted(conv));
                caller.say("{\"kind\":\"req\",\"id\":\"4\",\"type\":\"GetClock\"}");

                assertThat(read(caller)).isEqualTo(story(referee.ledger()));
            }
        }
    }

    private static String story(List<Committed> ledger) {
        return ledger.stream()
                .filter(entry -> !entry.text().isEmpty())
                .map(entry -> entry.text() + "@" + entry.sequence())
                .collect(Collectors.joining(" ", "", " CLOSE"));
    }

    /** The consumer's and the agent's message with their sequences, and the last stage heard of. */
    private static String read(Caller caller) throws InterruptedException {
        List<MessageChange> messages = new ArrayList<>();
        List<ConversationChange> conversations = new ArrayList<>();
        boolean last = false;
        while (!last) {
            try {
                Frame frame = Codec.decode(caller.hearText());
                last = frame instanceof Frame.Response response
                        && response.reqId().equals("4");
                if (frame instanceof Frame.Notification notification) {
                    if (notification.body() instanceof MessagingEvents events) {
                        assertThat(events.unreadable()).isEmpty();
                        messages.addAll(events.changes());
                    } else if (notification.body() instanceof ExConversationChange changes) {
                        assertThat(changes.unreadable()).isEmpty();
                        conversations.addAll(changes.changes());
                    }
                }
            } catch (MalformedFrame expected) {
                // Quirk.BROKEN_FRAMES.
                assertThat(expected).hasMessage("not JSON");
            }
        }
        ConversationChange newest = conversations.stream()
                .max((a, b) -> Long.compare(
                        a.result().metaDataLastUpdateTs().orElse(0),
                        b.result().metaDataLastUpdateTs().orElse(0)))
                .orElseThrow();
        assertThat(newest.result().participants()).hasSize(1);
        assertThat(newest.result().dialogs()).hasSize(1);
        return place(messages, "one") + " " + place(messages, "two") + " "
                + newest.result().stage();
    }

    private static String place(List<MessageChange> messages, String text) {
        return messages.stream()
                .filter(change -> change.event() instanceof Event.ContentEvent content
                        && content.message().asText().equals(text))
                .map(change -> text + "@" + change.sequence().orElseThrow())
                .findFirst()
                .orElse("no " + text);
    }
}
