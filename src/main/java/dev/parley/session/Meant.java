package dev.parley.session;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.ConversationFacts.DialogFacts;
import dev.parley.conversation.Outgoing;
import java.util.List;

/**
 * For which dialog something was written: nobody means what was said to an agent as the answer to a survey that was not
 * in view yet (PROTOCOL.md 9.9).
 */
final class Meant {
    static final String OVER = "the talk has ended, and now it would answer the survey";

    private Meant() {}

    /** For the dialog that is open now. */
    static Outgoing now(Desk desk, Outgoing outgoing) {
        return desk.inbox()
                .conversation(outgoing.place())
                .map(conversation -> outgoing.inDialog(conversation.dialogId()))
                .orElse(outgoing);
    }

    /** Whether its dialog has ended, and what is said now goes to one that is not the talk with the agent. */
    static boolean isOver(Outgoing outgoing, Conversation conversation) {
        String meant = outgoing.dialogId();
        String open = conversation.dialogId();
        return !meant.isEmpty()
                && !meant.equals(open)
                && !open.equals(conversation.id())
                && dialogs(conversation).stream().noneMatch(each -> each.id().equals(meant) && each.open());
    }

    private static List<DialogFacts> dialogs(Conversation conversation) {
        return conversation.facts().map(ConversationFacts::dialogs).orElse(List.of());
    }
}
