package dev.parley.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.text.Sanitizer;
import dev.parley.ui.theme.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The view against a plain model of it: all rows in one list, and a piece of that. */
class WindowTest {
    @Test
    void any_walk_shows_the_piece_that_a_plain_list_would_show() {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            FakeRows rows = new FakeRows(random);
            int height = random.nextInt(1, 12);
            Anchor anchor = null;
            int top = Math.max(0, rows.all.size() - height);
            for (int step = 0; step < 40; step++) {
                int delta = random.nextInt(-15, 16);
                Optional<Anchor> moved = Window.at(rows, anchor, height).moved(rows, delta, height);
                int bottom = Math.max(0, rows.all.size() - height);
                top = Math.max(0, Math.min(bottom, top + delta));
                anchor = moved.orElse(null);

                assertThat(texts(Window.at(rows, anchor, height)))
                        .as("seed %d step %d", seed, step)
                        .isEqualTo(rows.all.subList(top, Math.min(rows.all.size(), top + height)));
                assertThat(anchor == null)
                        .as("follows, seed %d step %d", seed, step)
                        .isEqualTo(top == bottom);
            }
        }
    }

    @Test
    void what_comes_below_does_not_move_a_view_that_stands() {
        for (long seed = 1; seed <= 100; seed++) {
            Random random = new Random(seed);
            FakeRows rows = new FakeRows(random);
            Optional<Anchor> anchor = Window.at(rows, null, 5).moved(rows, -3, 5);
            if (anchor.isEmpty()) {
                continue;
            }
            List<String> before = texts(Window.at(rows, anchor.get(), 5));

            rows.add(random);

            assertThat(texts(Window.at(rows, anchor.get(), 5)))
                    .as("seed %d", seed)
                    .isEqualTo(before);
        }
    }

    @Test
    void an_anchor_whose_item_is_gone_shows_the_newest() {
        FakeRows rows = new FakeRows(new Random(1));

        assertThat(Window.at(rows, new Anchor("gone", 0), 5)).isEqualTo(Window.at(rows, null, 5));
    }

    @Test
    void only_what_is_in_view_is_laid_out() {
        FakeRows rows = new FakeRows(new Random(7));
        for (int i = 0; i < 1_000; i++) {
            rows.add(new Random(i));
        }
        rows.asked = 0;

        Window.at(rows, null, 10);

        assertThat(rows.asked).isLessThanOrEqualTo(40);
    }

    private static List<String> texts(Window window) {
        return window.lines().stream()
                .map(line -> line.spans().get(0).text().toString())
                .toList();
    }

    /** Items of 1 to 4 rows. */
    private static final class FakeRows implements Rows {
        final List<List<Line>> items = new ArrayList<>();
        final List<String> all = new ArrayList<>();
        int asked;

        FakeRows(Random random) {
            int count = random.nextInt(1, 12);
            for (int i = 0; i < count; i++) {
                add(random);
            }
        }

        void add(Random random) {
            List<Line> lines = new ArrayList<>();
            int rows = random.nextInt(1, 5);
            for (int row = 0; row < rows; row++) {
                String text = items.size() + "." + row;
                all.add(text);
                lines.add(new Line(List.of(new Span(0, Sanitizer.NARROW.line(text), Slot.TURN_YOU))));
            }
            items.add(lines);
        }

        @Override
        public int size() {
            return items.size();
        }

        @Override
        public List<Line> of(int item) {
            asked++;
            return items.get(item);
        }

        @Override
        public String key(int item) {
            return "item " + item;
        }
    }
}
