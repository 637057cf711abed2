package dev.parley.ui.app;

import dev.parley.conversation.Command;
import dev.parley.conversation.Content;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Place;
import dev.parley.conversation.TimelineEvent.ReceiptStatus;
import dev.parley.conversation.TimelineItem;
import dev.parley.conversation.TimelineItem.Said;
import dev.parley.conversation.Update;
import dev.parley.text.Link;
import dev.parley.text.Links;
import dev.parley.ui.Outside;
import dev.parley.ui.overlay.LinkQuestion;
import dev.parley.ui.state.UiState;
import java.util.List;
import java.util.Optional;

/**
 * Secure forms: filled in elsewhere, at an address that holds once. It is shown without its tokens, and forgotten with the
 * question that asks about it (RELIABILITY.md 3.5). UI thread only.
 */
final class Forming {
    private final Kit kit;
    private final UiState state;
    private final Outside outside;
    private final Copying copying;
    private final Desk.Screen screen;
    /** What stood in the input when an address was asked for. */
    private String written = "";

    Forming(Kit kit, Outside outside, Copying copying, Desk.Screen screen) {
        this.kit = kit;
        this.state = kit.state();
        this.outside = outside;
        this.copying = copying;
        this.screen = screen;
    }

    /** Asks for the address of a form. */
    void ask(Said said) {
        String id = state.selected().conversationId();
        if (said.attached().told() == ReceiptStatus.SUBMITTED) {
            kit.hint("This form was sent already.");
        } else if (id != null) {
            kit.hint("Asking where this form is filled in.");
            written = state.here().editor().text();
            kit.send(new Command.OpenForm(
                    state.selected().consumer(),
                    id,
                    said.dialogId(),
                    said.turn().sequence()));
        }
    }

    /** It can be filled in now. */
    void ready(Update.FormReady ready) {
        Place about = new Place(ready.consumer(), ready.conversationId());
        if (!about.equals(state.selected())) {
            kit.hint("The form can be opened where it was asked for.");
            return;
        }
        // The next letter of a sentence would answer the question, and what is told to the agent cannot be taken back.
        if (!state.overlays().isEmpty() || !state.here().editor().text().equals(written)) {
            kit.hint("The form can be opened now: choose it again when you are done.");
            return;
        }
        Optional<Link> shown = Links.judge(ready.address().shown()).link();
        Optional<Link> whole = Links.judge(ready.address().reveal()).link();
        if (shown.isEmpty() || whole.isEmpty()) {
            kit.error("The form's address is not one that could be opened.");
            return;
        }
        state.notices().clearHint();
        state.overlays()
                .open(LinkQuestion.form(
                        shown.get(),
                        outside.askPrivately(whole.get()).map(opening -> () -> open(ready, opening)),
                        () -> {
                            tell(ready, ReceiptStatus.VIEWED);
                            copying.text(whole.get().target());
                        },
                        () -> tell(ready, ReceiptStatus.ABORTED)));
    }

    private void open(Update.FormReady ready, Outside.Opening opening) {
        opening.yes()
                .thenAccept(done -> screen.later(() -> {
                    if (done) {
                        tell(ready, ReceiptStatus.VIEWED);
                        kit.hint("Handed to the program that opens links here. Once it is sent: /submitted number");
                    } else {
                        kit.error("The program that opens links here could not be started.");
                    }
                }));
    }

    private void tell(Update.FormReady ready, ReceiptStatus status) {
        kit.send(new Command.TellForm(
                ready.consumer(), ready.conversationId(), ready.dialogId(), ready.sequence(), status));
    }

    /** Why no form can be said to be sent; empty when one can. */
    Optional<String> whyNot() {
        return ActionTable.off(unsent().isEmpty(), "there is no form here that was not sent");
    }

    /** {@code /submitted number}: the person has sent the newest form, and its page has given this for it. */
    void submitted(String number) {
        String id = state.selected().conversationId();
        Optional<Said> form = unsent();
        if (number.isEmpty()) {
            kit.hint("/submitted needs the number that the form's page has given when it was sent.");
        } else if (id != null && form.isPresent()) {
            kit.send(new Command.SubmitForm(
                    state.selected().consumer(),
                    id,
                    form.get().dialogId(),
                    form.get().turn().sequence(),
                    number,
                    kit.ids().get()));
        }
    }

    private Optional<Said> unsent() {
        List<TimelineItem> items = state.conversation()
                .filter(Conversation::isOpen)
                .map(Conversation::items)
                .orElse(List.of());
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i) instanceof Said said
                    && said.turn().content() instanceof Content.SecureForm
                    && said.attached().told() != ReceiptStatus.SUBMITTED) {
                return Optional.of(said);
            }
        }
        return Optional.empty();
    }
}
