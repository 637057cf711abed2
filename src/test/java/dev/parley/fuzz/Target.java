package dev.parley.fuzz;

import dev.parley.config.ConfigFuzz;
import dev.parley.terminal.KeysFuzz;
import dev.parley.terminal.WallFuzz;
import dev.parley.ui.theme.ThemeFuzz;
import java.util.Locale;
import java.util.function.Consumer;

/** What takes hostile bytes, and checks what came of them: any exception or error is a finding. */
enum Target {
    DECODER(DecoderFuzz::take),
    SANITIZER(TextFuzz::sanitize),
    WRAP(TextFuzz::wrap),
    /** What is drawn without having been made safe. */
    SECOND_WALL(WallFuzz::draw),
    KEYS(KeysFuzz::read),
    CONFIG(ConfigFuzz::parse),
    THEME(ThemeFuzz::parse);

    private final Consumer<byte[]> taker;

    Target(Consumer<byte[]> taker) {
        this.taker = taker;
    }

    void take(byte[] input) {
        taker.accept(input);
    }

    /** Of its folder of kept inputs. */
    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
