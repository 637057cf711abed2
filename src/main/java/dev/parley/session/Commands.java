package dev.parley.session;

import dev.parley.conversation.Command;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Picked;
import dev.parley.conversation.Place;
import dev.parley.conversation.Targets;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.protocol.Event;
import dev.parley.protocol.RequestBody;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does what the screen asks of one consumer's session. Event loop. */
final class Commands {
    private final Desk desk;
    private final Dialogs dialogs;
    private final Archive archive;
    private final Stores stores;
    private final Letterbox box;
    private final Opener opener;
    private final ReceiptWriter receipts;
    private final Composing composing;
    private final Changes changes;
    private final OwnProfile profile;
    private final FileCommands files;

    Commands(
            Desk desk,
            Dialogs dialogs,
            Archive archive,
            Stores stores,
            Letterbox box,
            Opener opener,
            ReceiptWriter receipts,
            Composing composing,
            Shared shared,
            Identity identity) {
        this.desk = desk;
        this.dialogs = dialogs;
        this.archive = archive;
        this.stores = stores;
        this.box = box;
        this.opener = opener;
        this.receipts = receipts;
        this.composing = composing;
        this.changes = new Changes(desk);
        this.profile = new OwnProfile(desk);
        this.files = FileCommands.of(
                desk, dialogs, shared.freight(), shared.options().account(), identity::hosts);
    }

    /** A dialog's history is known again. */
    void caughtUp(String dialogId) {
        files.uploads().caughtUp(dialogId);
    }

    void handle(Command command) {
        if (files.handle(command)) {
            return;
        }
        if (command instanceof Command.Send send) {
            write(send.place(), send.cid(), send.text(), send.at(), send.dialogId(), null);
        } else if (command instanceof Command.Retry retry) {
            box.retry(retry.cid());
        } else if (command instanceof Command.Discard discard) {
            box.discard(discard.cid());
        } else if (command instanceof Command.OpenConversation open) {
            open(open);
        } else if (command instanceof Command.Close close) {
            changes.close(close);
        } else if (command instanceof Command.CloseAll close) {
            changes.closeAll(close);
        } else if (command instanceof Command.SetUrgency urgency) {
            changes.urgency(urgency);
        } else if (command instanceof Command.Rate rate) {
            changes.rate(rate);
        } else if (command instanceof Command.AskProfile) {
            profile.ask();
        } else if (command instanceof Command.SetProfile set) {
            profile.set(set);
        } else if (command instanceof Command.MarkRead read) {
            receipts.seen(read.conversationId(), read.dialogId(), read.upToSequence());
        } else if (command instanceof Command.Typing typing) {
            composing.self(typing.conversationId(), typing.typing());
        } else if (command instanceof Command.SaveDraft draft) {
            stores.saveDraft(draft.place(), draft.text());
        } else if (command instanceof Command.LoadHistory load) {
            archive.read(load.conversationId());
            dialogs.want(load.conversationId());
        } else if (command instanceof Command.Search search) {
            archive.find(search.text(), search.conversationId());
        } else if (command instanceof Command.Pick pick) {
            pick(pick);
        }
    }

    private void write(
            Place place, String cid, String text, Instant at, String dialogId, Outgoing.@Nullable Click click) {
        // The service refuses empty text (PROTOCOL.md section 8).
        if (!text.isBlank()) {
            box.add(new Letter(
                    Outgoing.saving(cid, place, text, at).inDialog(dialogId).clicking(click)));
        }
    }

    private void open(Command.OpenConversation open) {
        if (open.text().isBlank()) {
            opener.insist(open.opening(), null);
            return;
        }
        Outgoing first = Outgoing.saving(open.cid(), Place.unopened(desk.key()), open.text(), open.at());
        Letter letter = new Letter(first);
        letter.waits = Letter.Wait.OPENING;
        box.add(letter);
        opener.insist(open.opening(), letter);
    }

    private void pick(Command.Pick pick) {
        List<Targets.Target> targets = desk.conversation(pick.conversationId())
                .flatMap(conversation -> conversation.timeline(pick.dialogId()))
                .flatMap(timeline -> timeline.event(pick.sequence()))
                .map(event -> event instanceof Turn turn ? Targets.of(turn.content()) : List.<Targets.Target>of())
                .orElse(List.of());
        if (pick.index() < 0 || pick.index() >= targets.size()) {
            desk.complain(Optional.of(pick.conversationId()), "There is nothing of that kind to choose any more.");
            return;
        }
        Picked picked = Picked.of(targets, pick.index(), pick.ticked(), pick.entered());
        Outgoing.Click click = new Outgoing.Click(pick.sequence(), CardMetadata.together(picked.metadataJson()));
        if (picked.text().isBlank()) {
            click(pick, click);
            return;
        }
        Place place = new Place(desk.key(), pick.conversationId());
        write(place, pick.cid(), picked.text(), desk.time().now(), pick.dialogId(), click);
    }

    /** Only that it was clicked: there are no words to say. */
    private void click(Command.Pick pick, Outgoing.Click click) {
        RequestBody body = new RequestBody.PublishEvent(
                pick.dialogId(),
                Optional.of(pick.conversationId()),
                new Event.AcceptStatusEvent("ACTION", List.of(click.sequence())));
        Consumer<Outcome> end = outcome -> {
            if (!outcome.isOk()) {
                desk.complain(
                        Optional.of(pick.conversationId()),
                        "The service was not told what you chose: " + outcome.words());
            }
        };
        desk.requests().ask(body, CardMetadata.of(click), end, late -> {});
    }
}
