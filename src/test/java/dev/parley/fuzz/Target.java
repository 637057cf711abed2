package dev.parley.fuzz;

import dev.parley.config.ConfigFuzz;
import dev.parley.store.PagesFuzz;
import dev.parley.store.RecordFuzz;
import dev.parley.terminal.KeysFuzz;
import dev.parley.terminal.Wall;
import dev.parley.terminal.WallFuzz;
import dev.parley.ui.theme.ThemeFuzz;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What takes hostile bytes, and checks what came of them: any exception or error is a finding. */
enum Target {
    DECODER(DecoderFuzz::take),
    SANITIZER(TextFuzz::sanitize),
    WRAP(TextFuzz::wrap),
    LINKS(LinksFuzz::find),
    /** What is drawn without having been made safe. */
    SECOND_WALL(input -> WallFuzz.draw(input, Wall.CELLS)),
    KEYS(KeysFuzz::read),
    RECORDS(RecordFuzz::read, RecordFuzz::seeds),
    PAGES(PagesFuzz::search, PagesFuzz::seeds),
    CONFIG(ConfigFuzz::parse),
    THEME(ThemeFuzz::parse);

    private final Consumer<byte[]> taker;
    private final Supplier<List<byte[]>> seeds;

    Target(Consumer<byte[]> taker) {
        this(taker, List::of);
    }

    Target(Consumer<byte[]> taker, Supplier<List<byte[]>> seeds) {
        this.taker = taker;
        this.seeds = seeds;
    }

    /** Well-formed ones of its own. */
    List<byte[]> seeds() {
        return seeds.get();
    }

    void take(byte[] input) {
        taker.accept(input);
    }

    /** Of its folder of kept inputs. */
    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
