package dev.parley.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import dev.parley.terminal.WallFuzz;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FuzzTest {
    private static final int AT_A_TIME = 2;

    @TempDir
    Path folder;

    @Test
    @Shows("R12")
    void no_exception_leaves_the_decoder() throws Exception {
        check("R12", Target.DECODER);
    }

    @Test
    @Shows("S3")
    void nothing_that_comes_in_breaks_what_makes_it_safe_and_draws_it() throws Exception {
        check("S3", Target.SECOND_WALL, Target.SANITIZER, Target.WRAP, Target.LINKS, Target.KEYS);
    }

    @Test
    @Shows("R22")
    void files_of_the_state_and_of_the_person_are_read_or_refused() throws Exception {
        check("R22", Target.RECORDS, Target.PAGES, Target.CONFIG, Target.THEME);
    }

    @Test
    @Shows(value = "S3", withoutGuard = true)
    void without_the_second_wall_something_leaves_for_the_terminal() {
        assertThatThrownBy(() -> tried(Target.SECOND_WALL, input -> WallFuzz.draw(input, everything -> true)))
                .isInstanceOf(AssertionError.class);
    }

    private void check(String line, Target... targets) throws Exception {
        int mutants = 0;
        for (Target target : targets) {
            mutants += tried(target, target::take);
        }
        Figures.note(line, "FuzzTest", mutants + " seeds and mutants, no finding");
        if (Dose.isFull()) {
            List<Jazzer.Ran> ran = fuzzed(Integer.getInteger("parley.fuzz.seconds", 600), targets);
            Figures.note(line, "FuzzTest", said(ran));
            assertThat(ran).allSatisfy(one -> assertThat(one.finding()).isEmpty());
        }
    }

    /** The seeds, and some mutants: in the full dose other ones in every run. */
    private static int tried(Target target, Consumer<byte[]> taker) throws IOException {
        List<byte[]> inputs = new ArrayList<>(Seeds.of(target));
        long seed = Dose.isFull() ? System.nanoTime() : 12;
        SplittableRandom random = new SplittableRandom(seed);
        List<byte[]> seeds = List.copyOf(inputs);
        for (int i = 0; i < Dose.of(400, 40_000); i++) {
            inputs.add(Seeds.mutant(seeds, random));
        }
        for (byte[] input : inputs) {
            try {
                taker.accept(input);
            } catch (Throwable found) {
                String hex = HexFormat.of().formatHex(input);
                throw new AssertionError(
                        target + " breaks at (seed " + seed + "; keep it in " + Seeds.kept(target) + ") " + hex, found);
            }
        }
        return inputs.size();
    }

    private List<Jazzer.Ran> fuzzed(int seconds, Target... targets) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<Future<Jazzer.Ran>> running = new ArrayList<>();
            for (Target target : targets) {
                running.add(pool.submit(() -> Jazzer.run(target, folder.resolve(target.folder()), seconds)));
            }
            List<Jazzer.Ran> ran = new ArrayList<>();
            for (Future<Jazzer.Ran> one : running) {
                ran.add(one.get());
            }
            return ran;
        } finally {
            pool.shutdownNow();
        }
    }

    private static String said(List<Jazzer.Ran> ran) {
        int seconds = Integer.getInteger("parley.fuzz.seconds", 600);
        return ran.stream()
                .map(one -> "%s %,d inputs in %d s over %,d edges, %s"
                        .formatted(
                                one.target().folder(),
                                one.inputs(),
                                seconds,
                                one.covered(),
                                one.finding().isEmpty() ? "no finding" : "A FINDING"))
                .collect(Collectors.joining("; "));
    }
}
