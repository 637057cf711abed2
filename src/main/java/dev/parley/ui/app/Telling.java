package dev.parley.ui.app;

import dev.parley.conversation.Link;
import dev.parley.conversation.Place;
import dev.parley.conversation.Storage;
import dev.parley.conversation.Update;
import dev.parley.ui.format.Spans;
import dev.parley.ui.state.Labels;
import dev.parley.ui.state.UiState;
import java.time.Duration;
import java.util.Optional;

/** What the sessions tell: folds it into the inbox, and does what goes beyond that. UI thread only. */
final class Telling {
    private final Desk desk;
    private final UiState state;
    private Storage said = Storage.KEPT;

    Telling(Desk desk) {
        this.desk = desk;
        this.state = desk.state();
    }

    void take(Update update) {
        boolean news = desk.ringing().isNews(update);
        state.apply(update);
        if (news) {
            desk.ringing().ring();
        }
        if (update instanceof Update.LinkChanged changed) {
            if (changed.link().state() == Link.State.ONLINE) {
                state.reached(changed.consumer());
            }
            state.measured(changed.consumer(), changed.link().roundTripMillis());
        } else if (update instanceof Update.ServiceTime measured) {
            serviceTime(measured.ahead());
        } else if (update instanceof Update.NameKnown) {
            state.namesChanged();
        } else if (update instanceof Update.ProfileKnown known) {
            desk.changing().profileKnown(known);
        } else if (update instanceof Update.SavingChanged saving) {
            desk.fetching().changed(saving);
        } else if (update instanceof Update.FormReady ready) {
            desk.forming().ready(ready);
        } else if (update instanceof Update.PlaceOpened opened) {
            desk.switching()
                    .renamed(Place.unopened(opened.consumer()), new Place(opened.consumer(), opened.conversationId()));
        } else if (update instanceof Update.ConversationChanged changed) {
            desk.opening().changed(changed);
        } else if (update instanceof Update.DraftLoaded loaded) {
            desk.drafting().loaded(loaded);
        } else if (update instanceof Update.TextReturned returned) {
            desk.switching().refresh();
            desk.drafting().returned(returned);
        } else if (update instanceof Update.OutgoingChanged changed) {
            desk.sending().changed(changed.outgoing());
        } else if (update instanceof Update.ConversationGone gone) {
            desk.switching().gone(new Place(gone.consumer(), gone.conversationId()));
        } else if (update instanceof Update.StorageChanged) {
            storage();
        } else if (update instanceof Update.Found found) {
            desk.findingInAll().found(found);
        } else if (update instanceof Update.OutgoingRemoved removed) {
            desk.switching().refresh();
            desk.sending().removed(removed);
        } else if (update instanceof Update.Notice notice) {
            notice(notice);
        }
    }

    private void serviceTime(Duration ahead) {
        desk.kit().clock().ahead(ahead);
        state.changed();
        if (ahead.abs().compareTo(Duration.ofMinutes(1)) >= 0) {
            desk.kit()
                    .hint("This machine's clock is " + Spans.span(ahead.abs())
                            + (ahead.isNegative() ? " fast" : " slow") + ": times here are the service's.");
        }
    }

    /** Said once, however many consumers' sessions tell it. */
    private void storage() {
        Storage before = said;
        Storage now = state.storage();
        said = now;
        if (now.equals(before)) {
            return;
        }
        if (now.state() != Storage.State.KEPT) {
            desk.kit().error(now.sentence());
        } else if (before.state() == Storage.State.FAILING) {
            desk.kit().hint("What you type is saved again.");
        }
    }

    private void notice(Update.Notice notice) {
        Place about = new Place(notice.consumer(), notice.conversationId().orElse(null));
        boolean elsewhere = !notice.consumer().equals(state.selected().consumer())
                || notice.conversationId().isPresent() && !about.equals(state.selected());
        String sentence = Optional.of(notice.sentence())
                .filter(words -> elsewhere)
                .map(words -> Labels.place(state, about) + ": " + words)
                .orElse(notice.sentence());
        if (notice.error()) {
            desk.kit().error(sentence);
        } else {
            desk.kit().hint(sentence);
        }
    }
}
