package dev.parley.session;

import dev.parley.conversation.Command;
import dev.parley.conversation.Place;
import dev.parley.conversation.Update;
import java.util.Optional;

/**
 * What a session does that may only show what is kept, because another Parley has the state: nothing is sent or stored,
 * and whoever asks for more is told why. Event loop.
 */
final class LookingOnly {
    private LookingOnly() {}

    /** @param why the reason, for the person */
    static void handle(Desk desk, Archive archive, String why, Command command) {
        if (command instanceof Command.Send send) {
            desk.tell(new Update.TextReturned(desk.key(), send.place(), send.cid(), send.text(), why));
        } else if (command instanceof Command.OpenConversation open
                && !open.text().isBlank()) {
            desk.tell(new Update.TextReturned(desk.key(), Place.unopened(desk.key()), open.cid(), open.text(), why));
        } else if (command instanceof Command.LoadHistory load) {
            archive.read(load.conversationId());
        } else if (command instanceof Command.Search search) {
            archive.find(search.text(), search.conversationId());
        } else if (command instanceof Command.MarkRead read) {
            desk.tell(new Update.ReadMarked(desk.key(), read.conversationId(), read.dialogId(), read.upToSequence()));
        } else if (!(command instanceof Command.SaveDraft || command instanceof Command.Typing)) {
            desk.complain(Optional.empty(), "This cannot be done here: " + why);
        }
    }
}
