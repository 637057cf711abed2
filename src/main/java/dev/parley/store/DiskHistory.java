package dev.parley.store;

import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.History;
import dev.parley.conversation.Timeline.Range;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.TimelineEvent.Turn;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What cannot be read is left out: the session sees a hole, and the service has it. */
final class DiskHistory implements History {
    private static final String OF = "account = ? AND consumer = ?";

    private final Shelf<Sql> shelf;
    private final Owner owner;
    private final History memory;

    DiskHistory(Shelf<Sql> shelf, Owner owner, History memory) {
        this.shelf = shelf;
        this.owner = owner;
        this.memory = memory;
    }

    @Override
    public CompletionStage<Void> add(String conversationId, String dialogId, List<TimelineEvent> events) {
        List<TimelineEvent> handedIn = List.copyOf(events);
        CompletionStage<Void> all =
                addPart(conversationId, dialogId, handedIn.subList(0, Math.min(Shelf.TOGETHER, handedIn.size())));
        for (int from = Shelf.TOGETHER; from < handedIn.size(); from += Shelf.TOGETHER) {
            List<TimelineEvent> part = handedIn.subList(from, Math.min(from + Shelf.TOGETHER, handedIn.size()));
            all = both(all, addPart(conversationId, dialogId, part));
        }
        return all;
    }

    private static CompletionStage<Void> both(CompletionStage<Void> one, CompletionStage<Void> other) {
        CompletableFuture<Void> both = new CompletableFuture<>();
        one.whenComplete((done, failure) -> other.whenComplete((alsoDone, otherFailure) -> {
            Throwable why = failure == null ? otherFailure : failure;
            if (why == null) {
                both.complete(done);
            } else {
                both.completeExceptionally(why);
            }
        }));
        return both;
    }

    private CompletionStage<Void> addPart(String conversationId, String dialogId, List<TimelineEvent> part) {
        return shelf.write(
                Math.max(1, part.size()),
                sql -> {
                    long dialog = numbered(sql, conversationId, dialogId);
                    for (TimelineEvent event : part) {
                        add(sql, dialog, event);
                    }
                },
                () -> memory.add(conversationId, dialogId, part));
    }

    private static void add(Sql sql, long dialog, TimelineEvent event) throws SQLException, IOException {
        Writer body = new Writer();
        EventCodec.write(body, event);
        int added = sql.update("INSERT OR IGNORE INTO events VALUES(?, ?, ?)", dialog, event.sequence(), body.done());
        if (added == 1 && event instanceof Turn turn && !turn.content().words().isEmpty()) {
            sql.update(
                    "INSERT INTO said(dialog, sequence, at) VALUES(?, ?, ?)",
                    dialog,
                    turn.sequence(),
                    order(turn.at()));
            sql.update(
                    "INSERT INTO words(rowid, plain) VALUES(last_insert_rowid(), ?)",
                    Search.indexed(Words.plain(turn.content().words())));
        }
    }

    /** Nanoseconds, as far as they go. */
    private static long order(Instant at) {
        try {
            return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
        } catch (ArithmeticException far) {
            return at.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    private long numbered(Sql sql, String conversationId, String dialogId) throws SQLException, IOException {
        sql.update(
                "INSERT OR IGNORE INTO dialogs(account, consumer, conversation, dialog) VALUES(?, ?, ?, ?)",
                owner.account(),
                owner.consumerId(),
                conversationId,
                dialogId);
        return number(sql, conversationId, dialogId);
    }

    /** -1 when nothing is kept of it. */
    private long number(Sql sql, String conversationId, String dialogId) throws SQLException, IOException {
        return sql.number(
                "SELECT coalesce((SELECT id FROM dialogs WHERE " + OF + " AND conversation = ? AND dialog = ?), -1)",
                owner.account(),
                owner.consumerId(),
                conversationId,
                dialogId);
    }

    @Override
    public CompletionStage<List<TimelineEvent>> of(String conversationId, String dialogId) {
        return shelf.read(
                sql -> bodies(
                        sql,
                        EventCodec::read,
                        "SELECT body FROM events WHERE dialog = ? ORDER BY sequence",
                        number(sql, conversationId, dialogId)),
                () -> memory.of(conversationId, dialogId));
    }

    @Override
    public CompletionStage<Page> page(String conversationId, String dialogId, long upTo, int most) {
        return shelf.read(
                sql -> page(sql, number(sql, conversationId, dialogId), upTo, most),
                () -> memory.page(conversationId, dialogId, upTo, most));
    }

    private static Page page(Sql sql, long dialog, long upTo, int most) throws SQLException, IOException {
        List<TimelineEvent> events = new ArrayList<>();
        int[] rows = {0};
        long[] least = {upTo};
        sql.each(
                "SELECT body, sequence FROM events WHERE dialog = ? AND sequence <= ? ORDER BY sequence DESC LIMIT ?",
                row -> {
                    rows[0]++;
                    least[0] = row.get(1) instanceof Long sequence ? sequence : least[0];
                    try {
                        events.add(Parser.parse(row.get(0), EventCodec::read));
                    } catch (Damaged leftOut) {
                        return;
                    }
                },
                dialog,
                upTo,
                (long) most);
        Collections.reverse(events);
        boolean more = rows[0] == most && least[0] > Long.MIN_VALUE;
        return new Page(events, more ? OptionalLong.of(least[0] - 1) : OptionalLong.empty());
    }

    private static <T> List<T> bodies(Sql sql, Parser.One<T> one, String query, @Nullable Object... values)
            throws SQLException, IOException {
        List<T> all = new ArrayList<>();
        sql.each(
                query,
                row -> {
                    try {
                        all.add(Parser.parse(row.get(0), one));
                    } catch (Damaged leftOut) {
                        return;
                    }
                },
                values);
        return List.copyOf(all);
    }

    @Override
    public CompletionStage<Void> addHole(String conversationId, String dialogId, long from, long to) {
        return shelf.write(
                sql -> sql.update(
                        "INSERT OR IGNORE INTO holes VALUES(?, ?, ?)",
                        numbered(sql, conversationId, dialogId),
                        from,
                        to),
                () -> memory.addHole(conversationId, dialogId, from, to));
    }

    @Override
    public CompletionStage<List<Range>> holes(String conversationId, String dialogId) {
        return shelf.read(
                sql -> {
                    List<Range> holes = new ArrayList<>();
                    sql.each(
                            "SELECT low, high FROM holes WHERE dialog = ? ORDER BY rowid",
                            row -> {
                                if (row.get(0) instanceof Long from && row.get(1) instanceof Long to) {
                                    holes.add(new Range(from, to));
                                }
                            },
                            number(sql, conversationId, dialogId));
                    return List.copyOf(holes);
                },
                () -> memory.holes(conversationId, dialogId));
    }

    @Override
    public CompletionStage<Void> keep(ConversationFacts facts) {
        return shelf.write(
                sql -> {
                    Writer body = new Writer();
                    FactsCodec.write(body, facts);
                    sql.update(
                            "INSERT INTO facts VALUES(?, ?, ?, ?, ?) ON CONFLICT(account, consumer, conversation)"
                                    + " DO UPDATE SET updated = excluded.updated, body = excluded.body"
                                    + " WHERE excluded.updated >= updated",
                            owner.account(),
                            owner.consumerId(),
                            facts.id(),
                            facts.updatedMillis(),
                            body.done());
                },
                () -> memory.keep(facts));
    }

    @Override
    public CompletionStage<Void> forget(String conversationId) {
        String dialogs = " IN (SELECT id FROM dialogs WHERE " + OF + " AND conversation = ?)";
        return shelf.write(
                sql -> {
                    @Nullable Object[] which = {owner.account(), owner.consumerId(), conversationId};
                    sql.update("DELETE FROM facts WHERE " + OF + " AND conversation = ?", which);
                    sql.update(
                            "DELETE FROM words WHERE rowid IN (SELECT id FROM said WHERE dialog" + dialogs + ")",
                            which);
                    sql.update("DELETE FROM said WHERE dialog" + dialogs, which);
                    sql.update("DELETE FROM events WHERE dialog" + dialogs, which);
                    sql.update("DELETE FROM holes WHERE dialog" + dialogs, which);
                    sql.update("DELETE FROM dialogs WHERE " + OF + " AND conversation = ?", which);
                },
                () -> memory.forget(conversationId));
    }

    @Override
    public CompletionStage<List<ConversationFacts>> conversations() {
        return shelf.read(
                sql -> bodies(
                        sql,
                        FactsCodec::facts,
                        "SELECT body FROM facts WHERE " + OF + " ORDER BY rowid",
                        owner.account(),
                        owner.consumerId()),
                memory::conversations);
    }

    @Override
    public CompletionStage<Void> name(Name name) {
        return shelf.write(
                sql -> {
                    Writer body = new Writer();
                    FactsCodec.write(body, name);
                    sql.update(
                            "INSERT INTO names VALUES(?, ?, ?, ?) ON CONFLICT(account, consumer, participant)"
                                    + " DO UPDATE SET body = excluded.body",
                            owner.account(),
                            owner.consumerId(),
                            name.participantId(),
                            body.done());
                },
                () -> memory.name(name));
    }

    @Override
    public CompletionStage<List<Name>> names() {
        return shelf.read(
                sql -> bodies(
                        sql,
                        FactsCodec::name,
                        "SELECT body FROM names WHERE " + OF + " ORDER BY rowid",
                        owner.account(),
                        owner.consumerId()),
                memory::names);
    }

    @Override
    public CompletionStage<List<Hit>> find(String text, Optional<String> conversationId, int most) {
        return shelf.read(
                sql -> new Finding(sql, owner, conversationId).find(new Words(text), most),
                () -> memory.find(text, conversationId, most));
    }
}
