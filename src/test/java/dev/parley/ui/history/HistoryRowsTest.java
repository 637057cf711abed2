package dev.parley.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Content;
import dev.parley.conversation.Place;
import dev.parley.conversation.Role;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.TimelineItem;
import dev.parley.conversation.TimelineItem.Said;
import dev.parley.conversation.TimelineItem.Tick;
import dev.parley.conversation.Who;
import dev.parley.text.Sanitizer;
import dev.parley.ui.glyph.Glyphs;
import dev.parley.ui.state.Bugs;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where an item stands is found near where it stood, however long the history is. */
class HistoryRowsTest {
    private static final Who AGENT = new Who("agent", Role.ASSIGNED_AGENT, false);
    private static final Names NAMES = new Names() {
        @Override
        public String of(Who who) {
            return "Ada";
        }

        @Override
        public Voice voice(Who who) {
            return Voice.AGENT;
        }
    };

    private final HistoryCache cache = new HistoryCache();
    private long looks;
    private long version;

    private static TimelineItem said(long sequence) {
        Turn turn = new Turn(sequence, AGENT, Instant.EPOCH, Content.Text.of("words"), Optional.empty());
        return new Said("a", turn, Tick.NONE);
    }

    /** The turns {@code from} to {@code to}, the latter not among them. */
    private HistoryRows rows(int from, int to) {
        HistoryStyle style = new HistoryStyle(
                80, 1, 5, false, ZoneOffset.UTC, 0, Glyphs.unicode(Sanitizer.NARROW), Sanitizer.NARROW);
        HistoryCache.Key key = new HistoryCache.Key(
                new Place(new ConsumerKey(1), "a"), ++version, 0, style, null, null, Map.of(), Map.of());
        List<TimelineItem> items = new AbstractList<>() {
            @Override
            public TimelineItem get(int index) {
                looks++;
                return said(from + index);
            }

            @Override
            public int size() {
                return to - from;
            }
        };
        return cache.rows(key, () -> items, NAMES, Optional.empty(), new Bugs());
    }

    @Test
    void what_is_loaded_above_it_is_not_searched() {
        String key = rows(90_000, 100_000).key(50);
        assertThat(rows(90_000, 100_000).indexOf(key)).isEqualTo(50);
        looks = 0;

        int found = rows(0, 100_000).indexOf(key);

        assertThat(found).isEqualTo(90_050);
        assertThat(looks).isLessThan(10);
    }

    @Test
    void what_arrives_below_it_is_not_searched() {
        String key = rows(0, 10_000).key(50);
        assertThat(rows(0, 10_000).indexOf(key)).isEqualTo(50);
        looks = 0;

        int found = rows(0, 100_000).indexOf(key);

        assertThat(found).isEqualTo(50);
        assertThat(looks).isLessThan(10);
    }

    @Test
    void what_is_gone_is_found_nowhere() {
        String key = rows(0, 100).key(99);

        assertThat(rows(0, 50).indexOf(key)).isEqualTo(-1);
    }
}
