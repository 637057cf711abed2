package dev.parley.ui.theme;

import dev.parley.fuzz.Found;
import dev.parley.fuzz.Raw;

/** A theme is read, or refused with a sentence. */
public final class ThemeFuzz {
    private ThemeFuzz() {}

    public static void parse(byte[] input) {
        try {
            ThemeFile.parse("mine.properties", Raw.text(input));
        } catch (BadTheme refused) {
            Found.unless(refused.sentence().startsWith("mine.properties"), "a sentence that names no file");
        }
    }
}
