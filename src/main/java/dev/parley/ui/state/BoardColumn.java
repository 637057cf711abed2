package dev.parley.ui.state;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A column of the board, in the order of the board; the lower the rank, the longer it stays as the board gets narrower. */
public enum BoardColumn {
    STATE("State", 7, 7, 0),
    CONSUMER("Who", 4, 12, 1),
    AGENT("Agent", 8, 14, 2),
    SKILL("Skill", 6, 12, 6),
    URGENCY("Prio", 6, 8, 9),
    WAITS("Waits", 6, 7, 5),
    DUE("Due", 6, 7, 4),
    UNREAD("Unread", 7, 7, 3),
    ANSWER("Answer", 7, 11, 7),
    TOOK("Took", 6, 6, 8),
    ID("Id", 8, 36, 10);

    private final String heading;
    private final int least;
    private final int wanted;
    private final int rank;

    BoardColumn(String heading, int least, int wanted, int rank) {
        this.heading = heading;
        this.least = least;
        this.wanted = wanted;
        this.rank = rank;
    }

    public String heading() {
        return heading;
    }

    /** Columns of the screen below which it says too little; there is room for its heading and an arrow. */
    public int least() {
        return least;
    }

    /** Columns of the screen above which it says no more. */
    public int wanted() {
        return wanted;
    }

    public int rank() {
        return rank;
    }

    /** What it is called after {@code /sort}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What comes first when the board is sorted by it, for a list of choices. */
    public String first() {
        return switch (this) {
            case STATE -> "who waits, then open, survey, closed";
            case CONSUMER -> "by number";
            case AGENT, SKILL, ID -> "by alphabet";
            case URGENCY -> "urgent ones";
            case WAITS -> "who waits longest";
            case DUE -> "whose reply is due soonest, or most overdue";
            case UNREAD -> "most unread";
            case ANSWER -> "the newest answer";
            case TOOK -> "the slowest answer";
        };
    }

    public static Optional<BoardColumn> of(String word) {
        return Stream.of(values()).filter(column -> column.word().equals(word)).findFirst();
    }
}
