package dev.parley.conversation;

import static dev.parley.conversation.Sample.C;
import static dev.parley.conversation.Sample.HERE;
import static dev.parley.conversation.Sample.ONE;
import static dev.parley.conversation.Sample.SURVEY;
import static dev.parley.conversation.Sample.UNOPENED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ConversationFacts.DialogFacts;
import dev.parley.conversation.TimelineItem.Own;
import dev.parley.conversation.TimelineItem.Said;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the order, the view is that of the plain model. A failure names its seed. */
class ModelLawsTest {
    private static final int CHAINS = 320;

    @Test
    void after_every_update_the_view_is_that_of_a_sorted_list_without_duplicates() {
        for (long seed = 0; seed < CHAINS; seed++) {
            Inbox inbox = new Inbox();
            PlainModel plain = new PlainModel();
            int step = 0;
            for (Update update : new Chain(seed, true).woven()) {
                inbox.apply(update);
                plain.apply(update);
                String where = "seed " + seed + ", step " + step++;
                assertSame(inbox, plain, () -> where + ", " + update);
            }
        }
    }

    /** Now and then only: the plain model takes its time over a long talk. */
    @Test
    void what_is_packed_looks_as_it_did_and_still_takes_what_comes_late() {
        for (long seed = 0; seed < 3; seed++) {
            Inbox inbox = new Inbox();
            PlainModel plain = new PlainModel();
            int step = 0;
            List<Update> updates = new Chain(seed, true, 20 * Page.SIZE).woven();
            for (Update update : updates) {
                inbox.apply(update);
                plain.apply(update);
                step++;
                if (step % 700 == 0 || step == updates.size()) {
                    String where = "seed " + seed + ", step " + step;
                    assertSame(inbox, plain, () -> where);
                }
            }
            assertThat(inbox.conversation(HERE)
                            .orElseThrow()
                            .timeline(C)
                            .orElseThrow()
                            .pagesPacked())
                    .as("seed %d", seed)
                    .isGreaterThan(5);
        }
    }

    private static void assertSame(Inbox inbox, PlainModel plain, Supplier<String> where) {
        Optional<Conversation> conversation = inbox.conversation(HERE);
        assertThat(conversation.map(Conversation::items).orElse(List.of()))
                .as(where)
                .isEqualTo(plain.items(HERE));
        assertThat(inbox.consumer(ONE).orElseThrow().unopened()).as(where).isEqualTo(plain.outgoing(UNOPENED));
        assertThat(conversation.map(Conversation::unread).orElse(0)).as(where).isEqualTo(plain.unread());
        for (String dialogId : List.of(C, SURVEY)) {
            conversation.flatMap(known -> known.timeline(dialogId)).ifPresent(timeline -> {
                assertThat(timeline.contiguous()).as(where).isEqualTo(plain.contiguous(dialogId));
                assertThat(timeline.highest()).as(where).isEqualTo(plain.highest(dialogId));
            });
        }
    }

    @Test
    void every_way_of_weaving_ends_in_what_is_stored() {
        for (long seed = 0; seed < CHAINS; seed++) {
            Chain chain = new Chain(seed, false);
            Inbox stored = new Inbox();
            chain.stored().forEach(stored::apply);
            List<TimelineItem> expected =
                    stored.conversation(HERE).orElseThrow().items();

            for (int way = 0; way < 3; way++) {
                Inbox inbox = new Inbox();
                chain.woven().forEach(inbox::apply);

                assertThat(inbox.conversation(HERE).orElseThrow().items())
                        .as("seed %d, way %d", seed, way)
                        .filteredOn(item -> !(item instanceof Own))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void a_message_never_has_two_rows_and_never_loses_its_last() {
        for (long seed = 0; seed < CHAINS; seed++) {
            Chain chain = new Chain(seed, false);
            Set<String> recognisable = chain.cidsKnownAgain();
            Inbox inbox = new Inbox();
            Map<String, Integer> rowsDue = new HashMap<>();
            for (Update update : chain.woven()) {
                inbox.apply(update);
                if (update instanceof Update.OutgoingRemoved gone) {
                    rowsDue.put(gone.cid(), 0);
                } else if (update instanceof Update.OutgoingChanged changed) {
                    Outgoing outgoing = changed.outgoing();
                    // A turn that lost its id is known again by the answer only.
                    boolean known = recognisable.contains(outgoing.cid()) || outgoing.delivery() == Delivery.ACKED;
                    rowsDue.merge(outgoing.cid(), known ? 1 : 2, Math::min);
                }

                Map<String, Integer> rows = new HashMap<>();
                texts(inbox).forEach(text -> rows.merge(text, 1, Integer::sum));
                Map<String, Integer> wrong = new HashMap<>(rowsDue);
                wrong.entrySet().removeIf(due -> {
                    int shown = rows.getOrDefault("text of " + due.getKey(), 0);
                    return shown >= Math.min(1, due.getValue()) && shown <= due.getValue();
                });
                assertThat(wrong).as("seed %d, %s", seed, update).isEmpty();
            }
        }
    }

    private static List<String> texts(Inbox inbox) {
        Stream<String> unopened =
                inbox.consumer(ONE).orElseThrow().unopened().stream().map(Outgoing::text);
        Stream<String> rows = inbox.conversation(HERE).stream()
                .flatMap(conversation -> conversation.items().stream())
                .flatMap(item -> {
                    if (item instanceof Own own) {
                        return Stream.of(own.outgoing().text());
                    }
                    return item instanceof Said said && said.turn().content() instanceof Content.Text text
                            ? Stream.of(text.text())
                            : Stream.empty();
                });
        return Stream.concat(unopened, rows).toList();
    }

    @Test
    void an_update_tells_of_every_change_and_of_none_the_second_time() {
        for (long seed = 0; seed < CHAINS; seed++) {
            Inbox inbox = new Inbox();
            View before = View.of(inbox);
            for (Update update : new Chain(seed, true).woven()) {
                boolean told = inbox.apply(update);
                View after = View.of(inbox);
                assertThat(told || after.equals(before))
                        .as("seed %d, %s", seed, update)
                        .isTrue();
                assertThat(after.version() > before.version() || after.items().equals(before.items()))
                        .as("version, seed %d, %s", seed, update)
                        .isTrue();

                assertThat(inbox.apply(update))
                        .as("again, seed %d, %s", seed, update)
                        .isFalse();
                assertThat(View.of(inbox))
                        .as("again, seed %d, %s", seed, update)
                        .isEqualTo(after);
                before = after;
            }
        }
    }

    /** All that shows, copied. */
    private record View(List<TimelineItem> items, long version, int unread, List<Outgoing> unopened) {
        static View of(Inbox inbox) {
            Optional<Conversation> conversation = inbox.conversation(HERE);
            return new View(
                    conversation.map(Conversation::items).map(List::copyOf).orElse(List.of()),
                    conversation.map(Conversation::version).orElse(-1L),
                    conversation.map(Conversation::unread).orElse(0),
                    inbox.consumer(ONE).map(Consumer::unopened).orElse(List.of()));
        }
    }

    @Test
    void any_order_of_metadata_ends_in_the_newest_of_each() {
        for (long seed = 0; seed < CHAINS; seed++) {
            Random random = new Random(seed);
            List<ConversationFacts> told = new ArrayList<>();
            for (int time = 1; time <= 8; time++) {
                told.add(Sample.facts(random.nextBoolean(), time, main(random, time), survey(random, time)));
            }
            ConversationFacts newest = told.get(7);
            List<ConversationFacts> shuffled = new ArrayList<>(told);
            Collections.shuffle(shuffled, random);

            Inbox inbox = new Inbox();
            shuffled.forEach(facts -> inbox.apply(Sample.changed(facts)));
            shuffled.subList(0, 4).forEach(facts -> inbox.apply(Sample.changed(facts)));

            assertThat(inbox.conversation(HERE).orElseThrow().facts())
                    .as("seed %d", seed)
                    .contains(newest);
        }
    }

    private static DialogFacts main(Random random, int time) {
        return Sample.main(random.nextBoolean(), time);
    }

    private static DialogFacts survey(Random random, int time) {
        return Sample.survey(random.nextBoolean(), time);
    }
}
