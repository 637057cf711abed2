package dev.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.conversation.Ports;
import dev.parley.conversation.SentTexts;
import dev.parley.conversation.Storage;
import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.store.Steps.State;
import dev.parley.store.Steps.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program ends at the k-th call to the disk, for every k: what was told to be kept is there in the next run, and of
 * what was under way all or nothing.
 */
class CrashPointsTest {
    /** What a store is to a session, and how its files are opened again by the next run. */
    private record Opened(Ports.Factory factory, SentTexts sentTexts, Runnable leave) {
        Ports ports() {
            return factory.of("10000001", "c0a5");
        }
    }

    private interface Opening {
        Opened open(Path folder, Calls calls);
    }

    @TempDir
    Path temp;

    @Test
    @Shows({"R1", "R21"})
    void a_crash_at_any_call_loses_nothing_that_was_told_to_be_kept() {
        int calls = checkAll(CrashPointsTest::onDisk, false);

        Figures.note(
                "R1",
                "CrashPointsTest",
                calls + (Dose.isFull() ? " crash points, one at every call" : " crash points, at every 11th call")
                        + " of the store in a talk of " + Steps.ALL.size()
                        + " steps: nothing kept is lost, nothing is there by half");
    }

    @Test
    @Shows("R1")
    void the_same_when_the_steps_come_all_at_once_and_share_transactions() {
        int calls = checkAll(CrashPointsTest::onDisk, true);

        assertThat(calls).isPositive();
    }

    @Test
    @Shows(value = "R1", withoutGuard = true)
    void a_store_that_tells_before_it_has_kept_is_found_out() {
        assertThatThrownBy(() -> checkAll(CrashPointsTest::tellsTooEarly, false))
                .isInstanceOf(AssertionError.class);
    }

    private static Opened onDisk(Path folder, Calls calls) {
        DiskStore store = DiskStore.writing(folder, Sample.CLOCK, Layout.ALL, calls);
        return new Opened(store, store.sentTexts(), store::close);
    }

    /** Keeps it all, but not on disk. */
    private static Opened tellsTooEarly(Path folder, Calls calls) {
        return new Opened(new MemoryPorts(), new MemorySentTexts(), () -> {});
    }

    /** @return at how many calls it crashed */
    private int checkAll(Opening opening, boolean atOnce) {
        int crashes = 0;
        for (int k = 1; check(opening, k, atOnce); k += Dose.of(11, 1)) {
            crashes++;
        }
        return crashes;
    }

    private boolean check(Opening opening, int k, boolean atOnce) {
        Path before = folder("before-" + k);
        Path after = folder("after-" + k);
        CrashAt crash = new CrashAt(k, before, after);
        Opened first = opening.open(before, crash);
        int kept = atOnce ? keptAtOnce(first) : kept(first);
        if (kept == Steps.ALL.size()) {
            first.leave().run();
            Opened second = opening.open(before, Calls.UNHINDERED);
            assertThat(Steps.state(second.ports(), second.sentTexts())).isEqualTo(Steps.after(Steps.ALL));
            second.leave().run();
            return false;
        }

        Opened second = opening.open(after, Calls.UNHINDERED);

        State found = Steps.state(second.ports(), second.sentTexts());
        if (atOnce) {
            assertThat(statesFrom(kept))
                    .as("crash at call %d", k)
                    .anySatisfy(state -> assertThat(found.mine()).isEqualTo(state.mine()));
            assertThat(statesFrom(0))
                    .as("crash at call %d", k)
                    .anySatisfy(state -> assertThat(found.said()).isEqualTo(state.said()));
        } else {
            assertThat(found)
                    .as("crash at call %d, after %d steps", k, kept)
                    .isIn(Steps.after(Steps.ALL.subList(0, kept)), Steps.after(Steps.ALL.subList(0, kept + 1)));
        }
        assertThat(Sample.now(second.factory().storage())).isEqualTo(Storage.KEPT);
        second.leave().run();
        return true;
    }

    private static List<State> statesFrom(int kept) {
        List<State> states = new ArrayList<>();
        for (int done = kept; done <= Steps.ALL.size(); done++) {
            states.add(Steps.after(Steps.ALL.subList(0, done)));
        }
        return states;
    }

    /** How many steps were told to be kept, one after the other. */
    private static int kept(Opened store) {
        int kept = 0;
        for (Step step : Steps.ALL) {
            if (!Sample.reason(step.apply(store.ports(), store.sentTexts())).isEmpty()) {
                return kept;
            }
            kept++;
        }
        return kept;
    }

    /** How many of the first steps were told to be kept, all being handed in before one is waited for. */
    private static int keptAtOnce(Opened store) {
        List<CompletionStage<Void>> stages = new ArrayList<>();
        for (Step step : Steps.ALL) {
            stages.add(step.apply(store.ports(), store.sentTexts()));
        }
        List<Boolean> told =
                stages.stream().map(stage -> Sample.reason(stage).isEmpty()).toList();
        return told.contains(false) ? told.indexOf(false) : told.size();
    }

    private Path folder(String name) {
        try {
            return Files.createDirectory(temp.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
