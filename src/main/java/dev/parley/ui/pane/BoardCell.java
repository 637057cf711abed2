package dev.parley.ui.pane;

import dev.parley.conversation.Consumer;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.LastAnswer;
import dev.parley.conversation.Profile;
import dev.parley.text.SafeText;
import dev.parley.ui.format.Spans;
import dev.parley.ui.state.BoardColumn;
import dev.parley.ui.state.Labels;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.UiState;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What stands in the cells of one row of the board. */
final class BoardCell {
    private static final int SHORT_ID = 8;

    private final UiState state;
    private final Look look;
    private final FrameTime time;
    private final RowFacts row;
    private final Optional<Conversation> conversation;
    private final Optional<ConversationFacts> facts;

    BoardCell(UiState state, FrameTime time, RowFacts row) {
        this.state = state;
        this.look = state.look();
        this.time = time;
        this.row = row;
        this.conversation = state.inbox().conversation(row.place());
        this.facts = conversation.flatMap(Conversation::facts);
    }

    /** Cut where it is wider. */
    SafeText of(BoardColumn column, int width) {
        return column == BoardColumn.CONSUMER ? consumer(width) : look.fit(of(column), width);
    }

    private SafeText of(BoardColumn column) {
        return switch (column) {
            case STATE -> look.text(stateWord());
            case CONSUMER -> look.text(number());
            case AGENT -> look.text(conversation.isPresent() ? Labels.name(state, row.place()) : "");
            case SKILL -> look.text(facts.flatMap(ConversationFacts::skillId).orElse(""));
            case URGENCY -> look.text(urgency());
            case WAITS -> look.text(row.waitingSince().map(time::waiting).orElse(""));
            case DUE -> row.stars(look).isEmpty() ? look.text(due()) : row.stars(look);
            case UNREAD -> unread();
            case ANSWER -> look.text(answer().map(known -> time.ago(known.at())).orElse(""));
            case TOOK ->
                look.text(answer().flatMap(LastAnswer::took).map(Spans::took).orElse(""));
            case ID -> look.text(id());
        };
    }

    private String stateWord() {
        if (conversation.isEmpty()) {
            return "new";
        }
        if (!row.open()) {
            return "closed";
        }
        if (row.overdue()) {
            return "overdue";
        }
        if (row.waitingSince().isPresent()) {
            return "waiting";
        }
        if (facts.filter(ConversationFacts::inSurvey).isPresent()) {
            return "survey";
        }
        return facts.map(known -> known.particulars().stage())
                .filter(stage -> !stage.isBlank())
                .map(stage -> stage.toLowerCase(Locale.ROOT))
                .orElse("open");
    }

    /** {@code c3 Ann}, or the beginning of its id, of which a part says nothing. */
    private SafeText consumer(int width) {
        Optional<Consumer> consumer = state.inbox().consumer(row.place().consumer());
        Optional<String> name =
                consumer.flatMap(Consumer::profile).map(Profile::name).filter(known -> !known.isBlank());
        if (name.isPresent()) {
            return look.fit(look.text(number() + " " + name.get()), width);
        }
        SafeText id = consumer.flatMap(Consumer::known)
                .map(known -> look.text(number() + " " + known.consumerId())
                        .cut(number().length() + 1 + SHORT_ID, SafeText.EMPTY))
                .orElse(SafeText.EMPTY);
        return id.isEmpty() || id.width() > width ? look.fit(look.text(number()), width) : id;
    }

    private String number() {
        return "c" + row.place().consumer().number();
    }

    private String urgency() {
        String word = facts.filter(known -> row.open())
                .map(ConversationFacts::ttrType)
                .orElse("")
                .toLowerCase(Locale.ROOT);
        return word.equals("normal") ? "" : word;
    }

    private String due() {
        Instant now = time.now();
        return facts.filter(known -> row.open())
                .flatMap(ConversationFacts::replyDue)
                .filter(due -> row.waitingSince().isPresent() || due.isAfter(now))
                .map(time::due)
                .orElse("");
    }

    private SafeText unread() {
        SafeText count = look.text(row.unread() == 0 ? "" : row.unread() > 999 ? "999+" : String.valueOf(row.unread()));
        return row.draft() ? look.glyphs().draft().plus(look.text(" ")).plus(count) : count;
    }

    private Optional<LastAnswer> answer() {
        return conversation.flatMap(Conversation::lastAnswer);
    }

    private String id() {
        return Optional.ofNullable(row.place().conversationId()).orElse("");
    }
}
