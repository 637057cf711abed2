package dev.parley.session;

import dev.parley.conversation.Command;
import java.util.Optional;
import java.util.function.Supplier;

/** Does what the screen asks about files and secure forms. Event loop. */
record FileCommands(Uploads uploads, Saves saves, SecureForms forms) {
    static FileCommands of(
            Desk desk, Dialogs dialogs, Freight freight, String account, Supplier<Optional<Hosts>> hosts) {
        return new FileCommands(
                new Uploads(desk, dialogs, freight, hosts),
                new Saves(desk, freight, hosts),
                new SecureForms(desk, account, hosts));
    }

    /** False when it is about something else. */
    boolean handle(Command command) {
        if (command instanceof Command.Retry retry) {
            return uploads.retry(retry.cid());
        }
        if (command instanceof Command.Discard discard) {
            return uploads.discard(discard.cid());
        }
        if (command instanceof Command.Attach attach) {
            uploads.attach(attach);
        } else if (command instanceof Command.SaveFile save) {
            saves.save(save);
        } else if (command instanceof Command.StopSaving stop) {
            saves.stop(stop);
        } else if (command instanceof Command.OpenForm open) {
            forms.open(open);
        } else if (command instanceof Command.TellForm tell) {
            forms.tell(tell);
        } else if (command instanceof Command.SubmitForm submit) {
            forms.submit(submit);
        } else {
            return false;
        }
        return true;
    }
}
