package dev.parley.ui.state;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.LastAnswer;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** By what the board is sorted. What has nothing in that column stands last, either way. */
public record BoardSort(BoardColumn column, boolean reversed) {
    public static final BoardSort DUE = new BoardSort(BoardColumn.DUE, false);

    private static final String REVERSED = "-";

    /** {@code due}, or {@code -due} the other way round. */
    public static Optional<BoardSort> of(String word) {
        boolean reversed = word.startsWith(REVERSED);
        return BoardColumn.of(reversed ? word.substring(REVERSED.length()) : word)
                .map(column -> new BoardSort(column, reversed));
    }

    public String word() {
        return (reversed ? REVERSED : "") + column.word();
    }

    /** The same column once more turns it round. */
    public BoardSort then(BoardColumn next) {
        return new BoardSort(next, next == column && !reversed);
    }

    /** For one sort of {@code state} as it is now. */
    public Comparator<Row> order(UiState state) {
        Function<Row, Optional<Conversation>> conversation =
                row -> state.inbox().conversation(row.place());
        Function<Row, Optional<ConversationFacts>> facts =
                row -> conversation.apply(row).flatMap(Conversation::facts);
        return switch (column) {
            case STATE -> by(row -> Optional.of(rank(conversation.apply(row))));
            case CONSUMER -> by(row -> Optional.of(row.place().consumer().number()));
            case AGENT ->
                by(row -> conversation
                        .apply(row)
                        .flatMap(Conversation::agent)
                        .map(agent -> Labels.name(state, row.place()).toLowerCase(Locale.ROOT)));
            case SKILL -> by(row -> facts.apply(row).flatMap(ConversationFacts::skillId));
            case URGENCY -> by(row -> facts.apply(row).map(known -> known.urgent() ? 0 : 1));
            case WAITS -> by(row -> conversation.apply(row).flatMap(Conversation::waitingSince));
            case DUE ->
                by(row -> conversation.apply(row).map(RowOrder.DUE::before).filter(due -> due.isBefore(Instant.MAX)));
            case UNREAD ->
                by(row -> conversation.apply(row).map(known -> -known.unread()).filter(count -> count < 0));
            case ANSWER ->
                by(row ->
                        answer(conversation.apply(row)).map(known -> -known.at().toEpochMilli()));
            case TOOK ->
                by(row -> answer(conversation.apply(row))
                        .flatMap(LastAnswer::took)
                        .map(took -> -took.toMillis()));
            case ID -> by(row -> Optional.ofNullable(row.place().conversationId()));
        };
    }

    /** A key is worked out once for each row, not for each of the many times that rows are compared. */
    <T extends Comparable<T>> Comparator<Row> by(Function<Row, Optional<T>> key) {
        Map<Row, Optional<T>> keys = new HashMap<>();
        Comparator<T> order = reversed ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return (one, other) -> {
            Optional<T> left = keys.computeIfAbsent(one, key);
            Optional<T> right = keys.computeIfAbsent(other, key);
            return left.isPresent() && right.isPresent()
                    ? order.compare(left.get(), right.get())
                    : Boolean.compare(left.isEmpty(), right.isEmpty());
        };
    }

    private static Optional<LastAnswer> answer(Optional<Conversation> conversation) {
        return conversation.flatMap(Conversation::lastAnswer);
    }

    /** Those that wait by when they may expect an answer, which brings the overdue ones to the top. */
    private static long rank(Optional<Conversation> conversation) {
        if (conversation.isEmpty()) {
            return Long.MAX_VALUE;
        }
        if (conversation.get().waitingSince().isPresent()) {
            Instant due = RowOrder.DUE.before(conversation.get());
            return due.equals(Instant.MAX) ? Long.MAX_VALUE - 3 : due.toEpochMilli();
        }
        boolean survey =
                conversation.get().facts().filter(ConversationFacts::inSurvey).isPresent();
        return survey ? Long.MAX_VALUE - 1 : Long.MAX_VALUE - 2;
    }
}
