package dev.parley.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The order of the board, beyond what its pictures show. */
class BoardSortTest {
    @Test
    void what_rows_are_sorted_by_is_worked_out_once_for_each() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            rows.add(new Row(new Place(new ConsumerKey(1), "conv-" + i * 37 % 100), true));
        }
        List<Row> asked = new ArrayList<>();

        rows.sort(BoardSort.DUE.by(row -> {
            asked.add(row);
            return Optional.ofNullable(row.place().conversationId());
        }));

        assertThat(asked).hasSize(100).doesNotHaveDuplicates();
        assertThat(rows)
                .extracting(row -> String.valueOf(row.place().conversationId()))
                .isSorted();
    }
}
