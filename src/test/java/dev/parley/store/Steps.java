package dev.parley.store;

import static dev.parley.store.Sample.HERE;
import static dev.parley.store.Sample.UNOPENED;
import static dev.parley.store.Sample.facts;
import static dev.parley.store.Sample.message;
import static dev.parley.store.Sample.now;
import static dev.parley.store.Sample.said;
import static dev.parley.store.Sample.tried;

import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.History.Name;
import dev.parley.conversation.Marks.Mark;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.Ports;
import dev.parley.conversation.SentTexts;
import dev.parley.conversation.Timeline.Range;
import dev.parley.conversation.TimelineEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** A talk as the store sees it, step by step, and what must be there after each. */
final class Steps {
    /** One step; tells when it is done. */
    interface Step extends BiFunction<Ports, SentTexts, CompletionStage<Void>> {}

    /** All of what is kept. */
    record Mine(List<Outgoing> outbox, Map<Place, String> drafts, List<Mark> marks, List<String> sent) {}

    record Said(List<TimelineEvent> events, List<Range> holes, List<ConversationFacts> facts, List<Name> names) {}

    record State(Mine mine, Said said) {}

    static final List<Step> ALL = List.of(
            (ports, sent) -> ports.drafts().save(HERE, "text of"),
            (ports, sent) -> ports.drafts().save(UNOPENED, "half a sentence"),
            (ports, sent) -> ports.history().keep(facts("conv-1", 7)),
            (ports, sent) -> ports.outbox().accept(message("a")),
            (ports, sent) -> sent.add("text of a"),
            (ports, sent) -> ports.outbox().update(message("a").with(Delivery.IN_FLIGHT, "")),
            (ports, sent) -> ports.drafts().save(HERE, "more"),
            (ports, sent) -> ports.history().add("conv-1", "conv-1", List.of(said(0, "hello"), said(1, "you"))),
            (ports, sent) -> ports.outbox().accept(tried("b")),
            (ports, sent) -> ports.history().add("conv-1", "conv-1", List.of(said(3, "text of a"))),
            (ports, sent) -> ports.outbox().remove("a"),
            (ports, sent) -> ports.history().addHole("conv-1", "conv-1", 2, 2),
            (ports, sent) -> ports.marks().mark("conv-1", "conv-1", 3),
            (ports, sent) -> ports.history().name(new Name("agent-7", "Ada", true)),
            (ports, sent) -> ports.drafts().save(UNOPENED, ""),
            (ports, sent) -> ports.marks().mark("conv-1", "conv-1", 4));

    private Steps() {}

    static State state(Ports ports, SentTexts sent) {
        return new State(
                new Mine(
                        now(ports.outbox().all()),
                        now(ports.drafts().all()),
                        now(ports.marks().all()),
                        now(sent.all())),
                new Said(
                        now(ports.history().of("conv-1", "conv-1")),
                        now(ports.history().holes("conv-1", "conv-1")),
                        now(ports.history().conversations()),
                        now(ports.history().names())));
    }

    static State state(DiskStore store) {
        return state(Sample.ports(store), store.sentTexts());
    }

    /** What is there when these steps, and no others, were done. */
    static State after(List<Step> steps) {
        Ports ports = new MemoryPorts().of("10000001", "c0a5");
        SentTexts sent = new MemorySentTexts();
        steps.forEach(step -> now(step.apply(ports, sent)));
        return state(ports, sent);
    }
}
