package dev.parley.ui.app;

import dev.parley.conversation.Command;
import dev.parley.conversation.Content;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.TimelineItem;
import dev.parley.conversation.Update;
import dev.parley.ui.overlay.Choice;
import dev.parley.ui.state.UiState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Quick replies. UI thread only. */
final class Picking {
    private final Kit kit;
    private final UiState state;
    private final Attending reading;

    Picking(Kit kit, Attending reading) {
        this.kit = kit;
        this.state = kit.state();
        this.reading = reading;
    }

    /** The newest turn that offers quick replies. */
    Optional<TimelineItem.Said> offering() {
        List<TimelineItem> items = state.conversation()
                .filter(Conversation::isOpen)
                .map(Conversation::items)
                .orElse(List.of());
        for (int i = items.size() - 1; i >= Math.max(0, items.size() - 50); i--) {
            if (items.get(i) instanceof TimelineItem.Said said
                    && !said.turn().who().self()
                    && said.turn().content() instanceof Content.Text text
                    && !text.quickReplies().isEmpty()) {
                return Optional.of(said);
            }
        }
        return Optional.empty();
    }

    /** {@code /pick n}, or, without a number, a list to pick from. */
    void pick(String words) {
        Optional<TimelineItem.Said> offering = offering();
        if (offering.isEmpty()) {
            kit.hint("Nothing here offers quick replies.");
            return;
        }
        TimelineItem.Said said = offering.get();
        List<Content.QuickReply> replies = ((Content.Text) said.turn().content()).quickReplies();
        if (words.isEmpty()) {
            List<Choice.Option> options = new ArrayList<>();
            for (int i = 0; i < replies.size(); i++) {
                int index = i;
                options.add(new Choice.Option("", replies.get(i).title(), () -> pick(said, index)));
            }
            state.overlays().open(new Choice("Quick replies", "", options));
            return;
        }
        int number = words.matches("[0-9]{1,3}") ? Integer.parseInt(words) : 0;
        if (number < 1 || number > replies.size()) {
            kit.hint("/pick takes a number from 1 to " + replies.size() + ".");
            return;
        }
        pick(said, number - 1);
    }

    private void pick(TimelineItem.Said said, int index) {
        Place place = state.selected();
        String id = place.conversationId();
        if (id == null) {
            return;
        }
        Content.QuickReply reply =
                ((Content.Text) said.turn().content()).quickReplies().get(index);
        String cid = kit.ids().get();
        state.here().scroll().release();
        reading.answered();
        state.inbox()
                .apply(new Update.OutgoingChanged(
                        place.consumer(),
                        Outgoing.saving(cid, place, reply.text(), kit.clock().now())));
        kit.send(new Command.Pick(
                place.consumer(), id, said.dialogId(), said.turn().sequence(), index, cid));
    }
}
