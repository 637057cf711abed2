package dev.parley.store;

import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Content;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.ConversationFacts.Delay;
import dev.parley.conversation.ConversationFacts.DialogFacts;
import dev.parley.conversation.ConversationFacts.Particulars;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Outgoing.Attempt;
import dev.parley.conversation.Outgoing.Click;
import dev.parley.conversation.Place;
import dev.parley.conversation.Ports;
import dev.parley.conversation.Role;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.Who;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What tests of the store put in it. */
final class Sample {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    static final Place HERE = new Place(new ConsumerKey(1), "conv-1");
    static final Place UNOPENED = Place.unopened(new ConsumerKey(1));
    static final Who AGENT = new Who("agent-7", Role.ASSIGNED_AGENT, false);

    private Sample() {}

    static Ports ports(DiskStore store) {
        return store.of("10000001", "c0a5");
    }

    /** Waits for as long as a loaded machine may take. */
    static <T> T now(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new CompletionException(failed.getCause());
        } catch (InterruptedException | TimeoutException failed) {
            throw new AssertionError(failed);
        }
    }

    /** For the worker thread, which nobody interrupts. */
    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** The reason it failed for, or empty. */
    static String reason(CompletionStage<?> stage) {
        return now(stage.handle((done, failure) -> failure == null ? "" : String.valueOf(failure.getMessage())));
    }

    static Outgoing message(String cid) {
        return Outgoing.saving(cid, HERE, "text of " + cid, CLOCK.instant());
    }

    /** With all there can be. */
    static Outgoing tried(String cid) {
        return new Outgoing(
                cid,
                HERE,
                "text of " + cid + " \u00e9\ud83d\ude00\u0000\ud83d half",
                Instant.parse("2026-01-02T03:04:05.678901234Z"),
                Delivery.UNKNOWN,
                "no answer",
                17,
                "dialog-2",
                new Click(4, "[{\"type\":\"ExternalId\"}]"),
                new Attempt("dialog-2", 2, Instant.parse("2026-01-02T03:04:06Z"), 16));
    }

    static Turn said(long sequence, String text) {
        return new Turn(
                sequence, AGENT, Instant.ofEpochMilli(1_000 * sequence), Content.Text.of(text), Optional.empty());
    }

    static ConversationFacts facts(String id, long updatedMillis) {
        DialogFacts main = new DialogFacts(
                id,
                "MAIN",
                true,
                true,
                Optional.of("CONSUMER"),
                updatedMillis,
                Optional.of("Completed"),
                Optional.of(Instant.ofEpochMilli(7)));
        Particulars particulars = new Particulars(
                "CLOSE",
                "OPEN",
                Optional.of(600L),
                Optional.of(new Delay("NIGHT", Optional.of(Instant.ofEpochMilli(9)))),
                Optional.of(true),
                "{\"campaignId\":1}",
                "{\"type\":\"SharkContext\"}");
        return facts(id, updatedMillis, main).with(particulars);
    }

    /** As they were kept before more was kept. */
    static ConversationFacts plainFacts(String id, long updatedMillis) {
        return facts(
                id, updatedMillis, new DialogFacts(id, "MAIN", true, true, Optional.of("CONSUMER"), updatedMillis));
    }

    private static ConversationFacts facts(String id, long updatedMillis, DialogFacts main) {
        return new ConversationFacts(
                id,
                true,
                List.of(AGENT, new Who("me", Role.CONSUMER, true)),
                Optional.of("skill-1"),
                Instant.EPOCH,
                Optional.empty(),
                Optional.of(Instant.ofEpochMilli(updatedMillis)),
                Optional.of("AGENT"),
                Optional.of(5),
                "NORMAL",
                List.of(main),
                updatedMillis,
                Optional.of(said(3, "preview")));
    }
}
