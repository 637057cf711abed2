package dev.parley.ui.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InputHistoryTest {
    private final InputHistory history = new InputHistory(List.of("first", "second", "third"), 4);

    @Test
    void up_goes_back_and_stops_at_the_oldest() {
        assertThat(history.older("")).contains("third");
        assertThat(history.older("third")).contains("second");
        assertThat(history.older("second")).contains("first");
        assertThat(history.older("first")).isEmpty();
    }

    @Test
    void what_was_typed_is_kept_and_comes_back() {
        history.older("half a sent");
        history.older("third");
        history.newer("second");

        assertThat(history.newer("third")).contains("half a sent");
        assertThat(history.newer("half a sent")).isEmpty();
    }

    @Test
    void an_entry_that_was_changed_on_the_way_is_kept_too() {
        history.older("");
        history.older("third, changed");

        assertThat(history.newer("second")).contains("third, changed");
        assertThat(history.entries()).containsExactly("first", "second", "third");
    }

    @Test
    void down_without_up_gives_nothing() {
        assertThat(history.newer("typed")).isEmpty();
    }

    @Test
    void sending_ends_the_walk() {
        history.older("");
        history.add("fourth");

        assertThat(history.older("")).contains("fourth");
    }

    @Test
    void blank_and_repeated_texts_are_not_kept_and_the_oldest_goes_first() {
        List.of("third", "  ", "fourth", "fifth").forEach(history::add);

        assertThat(history.entries()).containsExactly("second", "third", "fourth", "fifth");
    }

    @Test
    void an_empty_history_leaves_the_input_alone() {
        InputHistory empty = new InputHistory(List.of(), 10);

        assertThat(empty.older("typed")).isEmpty();
        assertThat(empty.newer("typed")).isEmpty();
    }

    @Test
    void the_search_finds_the_newest_entry_that_contains_the_query() {
        HistorySearch search = history.search("typed").type("IR");

        assertThat(search.query()).isEqualTo("IR");
        assertThat(search.match()).contains("third");
        assertThat(search.failed()).isFalse();
    }

    @Test
    void the_same_key_again_goes_on_to_older_ones() {
        HistorySearch search = history.search("").type("ir").next();

        assertThat(search.match()).contains("first");
        assertThat(search.next().failed()).isTrue();
        assertThat(search.next().match()).contains("first");
    }

    @Test
    void the_search_passes_over_repetitions() {
        InputHistory repeated = new InputHistory(List.of("hello", "yes", "hello", "no", "hello"), 10);

        HistorySearch search = repeated.search("").type("e").next();

        assertThat(search.match()).contains("yes");
    }

    @Test
    void a_longer_query_stays_where_it_still_fits() {
        HistorySearch search = history.search("").type("s").type("e");

        assertThat(search.match()).contains("second");
        assertThat(search.type("x").failed()).isTrue();
        assertThat(search.type("x").backspace().match()).contains("second");
    }

    @Test
    void accepting_takes_the_match_and_cancelling_what_was_typed() {
        HistorySearch search = history.search("typed").type("sec");

        assertThat(search.accept()).isEqualTo("second");
        assertThat(search.cancel()).isEqualTo("typed");
        assertThat(history.search("typed").type("nothing like it").accept()).isEqualTo("typed");
        assertThat(history.search("typed").next().accept()).isEqualTo("typed");
    }

    @Test
    void a_query_deleted_to_nothing_begins_again() {
        HistorySearch search = history.search("typed").type("t").backspace().backspace();

        assertThat(search.query()).isEmpty();
        assertThat(search.match()).isEmpty();
    }
}
