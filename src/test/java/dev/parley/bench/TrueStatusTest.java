package dev.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the real program's first row says, beside what the kernel knows of its connection. */
@Timeout(300)
class TrueStatusTest {
    private static final double MOST_SECONDS = 15;
    private static final int LOOKS = 225;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    @TempDir
    Path home;

    static Stream<Trouble> troubles() {
        return Stream.of(
                Trouble.SERVICE_STOPPED, Trouble.LINK_CUT, Trouble.REFUSED, Trouble.SLOW_SERVICE, Trouble.STORM);
    }

    @ParameterizedTest
    @MethodSource("troubles")
    @Shows("R25")
    void online_is_never_shown_when_nothing_was_heard_for_15_seconds_while(Trouble trouble) throws Exception {
        assumeTrue(Dose.isFull(), "15 s take 15 s; the sessions' own tests turn the clock by hand");
        double longest = 0;
        int online = 0;
        try (Scene scene = Scene.open(home, List.of())) {
            Received received =
                    new Received(scene.sandbox().url(), scene.typist().program());
            assertThat(received.secondsSilent()).isLessThan(MOST_SECONDS);
            trouble.begin(scene);
            for (int look = 0; look < LOOKS; look++) {
                trouble.between(scene, look);
                scene.typist().look(BETWEEN_LOOKS);
                double silent = received.secondsSilent();
                if (scene.typist().screen().line(0).contains("online")) {
                    online++;
                    longest = Math.max(longest, silent);
                }
            }
        }
        Figures.note(
                "R25",
                "TrueStatusTest." + trouble.name(),
                String.format(
                        Locale.ROOT,
                        "%s: \"online\" at %d of %d looks, at most %.1f s after the last byte",
                        trouble,
                        online,
                        LOOKS,
                        longest));
        assertThat(longest).isLessThanOrEqualTo(MOST_SECONDS);
    }
}
