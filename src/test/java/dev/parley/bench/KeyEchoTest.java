package dev.parley.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From a key pressed to its letter on the screen of the real program, whatever goes on: Promise P8, and the 10 ms. */
@Timeout(300)
class KeyEchoTest {
    private static final int WARMING_UP = 200;
    private static final double MOST_MILLIS = 10;

    @TempDir
    Path home;

    static Stream<Trouble> troubles() {
        return Dose.isFull() ? Stream.of(Trouble.values()) : Stream.of(Trouble.SERVICE_STOPPED);
    }

    @ParameterizedTest
    @MethodSource("troubles")
    @Shows("P8")
    void every_key_is_echoed_at_once_while(Trouble trouble) throws Exception {
        try (Scene scene = Scene.open(home, trouble.startedBy(home))) {
            scene.type(Dose.of(1, WARMING_UP), key -> {});
            trouble.begin(scene);

            Echoes echoes = scene.type(Dose.of(20, 600), key -> trouble.between(scene, key));

            Figures.note("P8", "KeyEchoTest." + trouble.name(), trouble + ": " + echoes);
            assertThat(echoes.count()).isEqualTo(Dose.of(20, 600));
            if (Dose.isFull()) {
                echoes.withinMillis(MOST_MILLIS);
            }
        }
    }
}
