package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.text.SafeText;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A terminal that is not in UTF-8 may take the second byte of ۛ (DB 9B) for CSI. */
class RepertoireTest {
    private final FrameWriter ascii = new FrameWriter(ColorMode.NONE, true, Repertoire.ASCII, Wall.CELLS);

    @Test
    void where_only_ascii_is_understood_only_ascii_is_sent_and_columns_stay() {
        CellGrid grid = new CellGrid(20, 1);
        new CellGraphics(grid).put(0, 0, SafeTexts.of("\u06DB é 漢 👍🏽 end"), Style.PLAIN);

        byte[] sent = ascii.write(new Frame(grid, 0, 0, false, SafeTexts.of("naïve")), false);

        Emulator emulator = new Emulator(20, 1);
        emulator.write(sent);
        assertThat(sent).doesNotContain(nonAscii());
        assertThat(emulator.line(0)).isEqualTo("? ? ?  ?  end");
        assertThat(emulator.title()).isEqualTo("na?ve");
        assertThat(ascii.wallHits()).isZero();
    }

    @Test
    void what_is_cheap_to_write_again_is_asked_too() {
        CellGrid grid = new CellGrid(8, 1);
        CellGraphics page = new CellGraphics(grid);
        page.put(0, 0, SafeTexts.of("aéb"), Style.PLAIN);
        ascii.write(new Frame(grid.copy(), 0, 0, false, SafeText.EMPTY), false);
        page.put(0, 0, SafeTexts.of("xéy"), Style.PLAIN);

        byte[] sent = ascii.write(new Frame(grid.copy(), 3, 0, false, SafeText.EMPTY), false);

        assertThat(sent).doesNotContain(nonAscii());
        assertThat(new String(sent, StandardCharsets.US_ASCII)).contains("x").contains("y");
    }

    private static byte[] nonAscii() {
        byte[] all = new byte[128];
        for (int i = 0; i < 128; i++) {
            all[i] = (byte) (i + 128);
        }
        return all;
    }
}
