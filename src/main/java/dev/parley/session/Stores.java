package dev.parley.session;

import dev.parley.conversation.Drafts;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.Ports;
import dev.parley.conversation.Update;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The consumer's ports, opened when its sign-in has told who it is; drafts written before that wait. Event loop. */
final class Stores {
    private final Desk desk;
    private final Map<Place, String> waiting = new LinkedHashMap<>();
    private @Nullable Ports ports;
    private boolean saidThatDraftsFail;

    Stores(Desk desk) {
        this.desk = desk;
    }

    /**
     * Opens them, once.
     *
     * @param then gets the ports and what the outbox kept; when the outbox cannot tell, nothing was kept
     */
    void open(Ports opened, BiConsumer<Ports, List<Outgoing>> then) {
        if (ports != null) {
            return;
        }
        ports = opened;
        opened.drafts()
                .all()
                .whenComplete((drafts, failure) -> desk.loop().execute(() -> {
                    if (failure == null) {
                        drafts.forEach(this::loaded);
                    }
                    waiting.forEach(this::saveDraft);
                    waiting.clear();
                }));
        opened.outbox()
                .all()
                .whenComplete((kept, failure) -> desk.loop().execute(() -> {
                    if (failure != null) {
                        desk.complain(Optional.empty(), "Messages that were not sent last time could not be read.");
                    }
                    then.accept(opened, failure == null ? kept : List.of());
                }));
    }

    void saveDraft(Place place, String text) {
        Ports open = ports;
        if (open == null) {
            waiting.put(place, text);
            return;
        }
        Drafts drafts = open.drafts();
        drafts.save(place, text).whenComplete((done, failure) -> {
            if (failure != null) {
                desk.loop().execute(this::draftsFail);
            }
        });
    }

    private void loaded(Place place, String text) {
        if (!waiting.containsKey(place)) {
            desk.tell(new Update.DraftLoaded(desk.key(), place, text));
        }
    }

    private void draftsFail() {
        if (!saidThatDraftsFail) {
            saidThatDraftsFail = true;
            desk.complain(Optional.empty(), "Drafts cannot be saved now.");
        }
    }
}
