package dev.parley.session;

import dev.parley.conversation.Drafts;
import dev.parley.conversation.Outbox;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.Ports;
import dev.parley.conversation.Update;
import dev.parley.session.Keeper.Port;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The consumer's ports, opened as soon as it is known who it is, which needs no connection. What is typed from then on is
 * stored at once; what an earlier run left comes out in an order in which each part finds what it belongs to. Event loop.
 */
final class Stores {
    private final Desk desk;
    private final Keeper keeper;
    private final Archive archive;
    private final BiConsumer<Place, String> drafted;
    /** Typed before it was known where to keep it. */
    private final Map<Place, String> waiting = new LinkedHashMap<>();
    /** Where something was typed in this run, by this consumer: what is kept from the last one is older. */
    private final Set<Place> typed = new HashSet<>();

    private @Nullable Drafts drafts;

    /** @param drafted runs when a draft is stored */
    Stores(Desk desk, Keeper keeper, Archive archive, BiConsumer<Place, String> drafted) {
        this.desk = desk;
        this.keeper = keeper;
        this.archive = archive;
        this.drafted = drafted;
    }

    /** @param left gets what the outbox kept, last of all; when the outbox cannot tell, nothing was kept */
    void open(Ports ports, Consumer<List<Outgoing>> left) {
        Drafts former = drafts;
        drafts = ports.drafts();
        if (former != null) {
            typed.clear();
            takeAlong(former);
        }
        archive.open(ports.history(), ports.marks());
        Map<Place, String> earlier = Map.copyOf(waiting);
        waiting.clear();
        earlier.forEach(this::saveDraft);
        archive.restore(() -> ports.drafts()
                .all()
                .whenComplete((texts, failure) -> desk.loop().execute(() -> {
                    if (failure == null) {
                        texts.forEach((place, text) -> loaded(mine(place), text));
                    }
                    readOutbox(ports.outbox(), left);
                })));
    }

    /** The consumer has become another one: what it has begun to write stays begun, where it can still be sent. */
    private void takeAlong(Drafts former) {
        former.all()
                .whenComplete((texts, failure) -> desk.loop().execute(() -> {
                    if (failure == null) {
                        texts.forEach((place, text) -> {
                            String id = place.conversationId();
                            if (!typed.contains(place)
                                    && (id == null || desk.conversation(id).isPresent())) {
                                saveDraft(place, text);
                            }
                        });
                    }
                }));
    }

    private void readOutbox(Outbox outbox, Consumer<List<Outgoing>> left) {
        outbox.all()
                .whenComplete((kept, failure) -> desk.loop().execute(() -> {
                    if (failure != null) {
                        desk.complain(Optional.empty(), "Messages that were not sent last time could not be read.");
                        left.accept(List.of());
                    } else {
                        left.accept(kept.stream()
                                .map(each -> each.in(mine(each.place())))
                                .toList());
                    }
                }));
    }

    void saveDraft(Place place, String text) {
        typed.add(place);
        Drafts port = drafts;
        if (port == null) {
            waiting.put(place, text);
        } else {
            keeper.write(Port.DRAFTS, place, () -> port.save(place, text), () -> drafted.accept(place, text));
        }
    }

    private void loaded(Place place, String text) {
        if (!typed.contains(place)) {
            desk.tell(new Update.DraftLoaded(desk.key(), place, text));
        }
    }

    /** A consumer may have had another number in an earlier run. */
    private Place mine(Place place) {
        return new Place(desk.key(), place.conversationId());
    }
}
