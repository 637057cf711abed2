package dev.parley.session;

import dev.parley.conversation.Command;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Update;
import dev.parley.protocol.ConversationField;
import dev.parley.protocol.ConversationField.CsatRate;
import dev.parley.protocol.ConversationField.DialogChange;
import dev.parley.protocol.ConversationField.Stage;
import dev.parley.protocol.ConversationField.TtrField;
import dev.parley.protocol.RequestBody;
import java.util.List;
import java.util.Optional;

/**
 * What a consumer may change of a conversation (PROTOCOL.md section 9). The answer's code counts, whatever its text; what
 * has changed comes with the next UPSERT. Event loop.
 */
final class Changes {
    /** Required by the published schema, honoured for CUSTOM only. */
    private static final long URGENT_SECONDS = 300;

    private static final long NORMAL_SECONDS = 600;

    private final Desk desk;
    private final Insisting insisting;

    Changes(Desk desk) {
        this.desk = desk;
        this.insisting = new Insisting(desk);
    }

    /** The dialog that is open: MAIN, of which nobody knows a name but the conversation's, or what follows it. */
    void close(Command.Close close) {
        String id = close.conversationId();
        String dialogId = desk.conversation(id).map(Conversation::dialogId).orElse(id);
        DialogChange change = new DialogChange("UPDATE", dialogId, "CLOSE", Optional.of("Closed by consumer"));
        change(id, change, "The conversation was not closed: ", "");
    }

    void closeAll(Command.CloseAll close) {
        change(close.conversationId(), new Stage("CLOSE"), "The conversation was not closed: ", "");
    }

    void urgency(Command.SetUrgency urgency) {
        TtrField field = urgency.urgent()
                ? new TtrField("URGENT", Optional.of(URGENT_SECONDS))
                : new TtrField("NORMAL", Optional.of(NORMAL_SECONDS));
        change(
                urgency.conversationId(),
                field,
                urgency.urgent()
                        ? "The conversation was not marked urgent: "
                        : "The conversation is as urgent as before: ",
                urgency.urgent() ? "Marked urgent." : "Back to the normal urgency.");
    }

    void rate(Command.Rate rate) {
        change(
                rate.conversationId(),
                new CsatRate(rate.stars(), Optional.of(rate.solved()), "FILLED"),
                "Your rating was not taken: ",
                "Your rating is with the service, thank you.");
    }

    /** @param done for the person; empty where the screen shows it anyway */
    private void change(String conversationId, ConversationField field, String refused, String done) {
        RequestBody body = new RequestBody.UpdateConversationField(conversationId, List.of(field));
        insisting.ask(body, outcome -> {
            Optional<String> about = Optional.of(conversationId);
            if (!outcome.isOk()) {
                desk.complain(about, refused + outcome.words());
            } else if (!done.isEmpty()) {
                desk.tell(new Update.Notice(desk.key(), about, false, done));
            }
        });
    }
}
