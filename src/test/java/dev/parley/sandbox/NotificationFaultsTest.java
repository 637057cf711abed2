package dev.parley.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.scorecard.Dose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the verbs on notifications do, seen from the bytes. */
class NotificationFaultsTest {
    private static final String EVENTS = "ms.MessagingEventNotification";

    @RegisterExtension
    final Sandboxes sandboxes = new Sandboxes();

    private Sandbox sandbox;
    private String jwt;
    private RawPeer peer;
    private String dialog;

    @BeforeEach
    void begin() {
        sandbox = sandboxes.start(SandboxOptions.inMemory().withAgent(Optional.empty()));
        jwt = Talk.signUp(sandbox.port());
        peer = sandboxes.keep(RawPeer.as(jwt, sandbox.port()));
        dialog = peer.open();
    }

    private void fault(String selector, String verbs) {
        Sandboxes.await(sandbox.faults()
                .script("{" + selector.replace('\'', '"') + ",\"do\":[\"" + verbs.replace(",", "\",\"") + "\"]}"));
    }

    /** Says these one after the other. */
    private void say(String... texts) {
        for (String text : texts) {
            peer.say("s", dialog, text);
        }
    }

    /** Sequences of all events told until the clock answers, in the order they were told. */
    private List<Integer> told() {
        List<Integer> told = new ArrayList<>();
        for (JsonNode frame : peer.untilClock()) {
            if (frame.path("type").asText().equals(EVENTS)) {
                frame.at("/body/changes")
                        .forEach(change -> told.add(change.path("sequence").asInt()));
            }
        }
        return told;
    }

    private static List<Integer> sequences(List<JsonNode> changes) {
        return changes.stream().map(change -> change.path("sequence").asInt()).toList();
    }

    @Test
    void one_of_them_comes_twice() {
        fault("'on':'" + EVENTS + "','nth':2", "duplicate");

        say("a", "b", "c");

        assertThat(told()).containsExactly(0, 1, 1, 2);
    }

    @Test
    void one_of_them_comes_behind_the_next() {
        RawPeer listener = sandboxes.keep(RawPeer.as(jwt, sandbox.port()));
        listener.listen(dialog, 0);
        fault("'on':'" + EVENTS + "','sequence':0", "reorder");

        say("a", "b");

        // This socket is sent no answers, so what is next is the next event.
        assertThat(listener.next().json().at("/body/changes/0/sequence").asInt())
                .isEqualTo(1);
        assertThat(listener.next().json().at("/body/changes/0/sequence").asInt())
                .isZero();
    }

    @Test
    void of_a_history_the_changes_are_turned_round() {
        say("a", "b", "c");
        assertThat(told()).containsExactly(0, 1, 2);
        fault("'on':'" + EVENTS + "'", "reorder");

        assertThat(sequences(peer.listen(dialog, 0))).containsExactly(2, 1, 0);
    }

    @Test
    void one_is_dropped_and_found_again_in_the_history() {
        fault("'on':'" + EVENTS + "','nth':2", "drop");

        say("a", "b", "c");

        assertThat(told()).containsExactly(0, 2);
        assertThat(sequences(peer.listen(dialog, 0))).containsExactly(0, 1, 2);
    }

    @Test
    void a_sequence_skipped_once_is_filled_by_asking_again() {
        fault("'on':'" + EVENTS + "','sequence':1,'times':1", "skip-seq");

        say("a", "b", "c");

        assertThat(told()).containsExactly(0, 2);
        assertThat(sequences(peer.listen(dialog, 1))).containsExactly(1, 2);
    }

    @Test
    void a_sequence_skipped_for_ever_is_in_no_history_of_any_socket() {
        fault("'on':'" + EVENTS + "','event':'ContentEvent','nth':2", "skip-seq:ever");

        say("a", "b", "c");

        assertThat(told()).containsExactly(0, 2);
        assertThat(sequences(peer.listen(dialog, 0))).containsExactly(0, 2);
        RawPeer other = sandboxes.keep(RawPeer.as(jwt, sandbox.port()));
        assertThat(sequences(other.listen(dialog, 1))).containsExactly(2);
    }

    @Test
    void everything_is_replayed() {
        fault("'on':'" + EVENTS + "','sequence':2,'times':1", "replay-all");

        say("a", "b", "c");

        assertThat(told()).containsExactly(0, 1, 2, 0, 1, 2);
    }

    @Test
    void an_event_becomes_of_a_type_nobody_knows_and_keeps_its_place() {
        fault("'on':'" + EVENTS + "','sequence':0", "unknown-type");

        say("a");

        JsonNode change = peer.notification(EVENTS).at("/body/changes/0");
        assertThat(change.at("/event/type").asText()).isEqualTo("parley.UnheardOf");
        assertThat(change.path("sequence").asInt()).isZero();
    }

    @Test
    void members_nobody_knows_stand_at_every_level() {
        fault("'on':'" + EVENTS + "','sequence':0", "extra-fields");

        say("a");

        JsonNode frame = peer.notification(EVENTS);
        for (String place : List.of("", "/body", "/body/changes/0", "/body/changes/0/event")) {
            assertThat(frame.at(place).path("parleyUnheardOf").isObject())
                    .as(place)
                    .isTrue();
        }
        assertThat(frame.at("/body/changes/0/event/message").asText()).isEqualTo("a");
    }

    @Test
    void one_is_broken_and_the_next_is_whole() {
        fault("'on':'" + EVENTS + "','sequence':0", "malformed");

        peer.say("s", dialog, "a");
        peer.answer("s");

        assertThat(peer.next().text()).contains("\"notification\"").doesNotEndWith("}");
        say("b");
        assertThat(told()).containsExactly(1);
    }

    @Test
    void the_link_is_cut_right_behind_one() {
        fault("'on':'" + EVENTS + "','sequence':1", "close:1006");

        say("a", "b", "c");

        assertThat(peer.rest()).contains("\"sequence\":1").doesNotContain("\"sequence\":2");
    }

    @Test
    void only_the_conversation_and_the_consumer_named_are_struck() {
        String otherJwt = Talk.signUp(sandbox.port());
        RawPeer other = sandboxes.keep(RawPeer.as(otherJwt, sandbox.port()));
        String otherDialog = other.open();
        fault("'on':'notification','conversation':'" + otherDialog + "'", "drop");
        fault("'on':'GetClock','consumer':'" + RequestFaultsTest.sub(otherJwt) + "'", "close:4000");

        say("a");
        other.say("s", otherDialog, "b");
        other.answer("s");
        other.ask("g", "GetClock", "{}");

        assertThat(told()).containsExactly(0);
        assertThat(other.next().closeCode()).isEqualTo(4000);
    }

    @Test
    void now_strikes_at_once_and_leaves_nothing_in_force() {
        say("a");
        assertThat(told()).containsExactly(0);

        fault("'on':'now','conversation':'" + dialog + "'", "replay-all");

        assertThat(told()).containsExactly(0);
        assertThat(Sandboxes.await(sandbox.faults().accounts())).isEmpty();
        fault("'on':'now'", "rst");
        assertThat(peer.end()).isEqualTo(RawPeer.End.RST);
    }

    @Test
    void cleared_rules_strike_no_more_but_have_counted() {
        fault("'on':'" + EVENTS + "'", "drop");
        say("a");
        assertThat(told()).isEmpty();
        assertThat(Sandboxes.await(sandbox.faults().accounts()))
                .singleElement()
                .satisfies(account -> assertThat(account.struck()).isEqualTo(1));

        Sandboxes.await(sandbox.faults().clear());
        say("b");

        assertThat(told()).containsExactly(1);
    }

    @Test
    void a_burst_is_told_whole_and_in_order_at_its_pace() {
        int count = Dose.of(500, 50_000);
        long began = System.nanoTime();
        fault("'on':'now','conversation':'" + dialog + "'", "burst:" + count + ":5000");

        List<Integer> told = new ArrayList<>();
        while (told.size() < count) {
            peer.notification(EVENTS).at("/body/changes").forEach(change -> {
                assertThat(change.at("/event/message").asText())
                        .isEqualTo("burst " + (told.size() + 1) + " of " + count);
                told.add(change.path("sequence").asInt());
            });
        }

        assertThat(told).isSorted().doesNotHaveDuplicates().startsWith(0).endsWith(count - 1);
        if (Dose.isFull()) {
            assertThat((System.nanoTime() - began) / 1_000_000L).isBetween(9_000L, 15_000L);
        }
    }
}
