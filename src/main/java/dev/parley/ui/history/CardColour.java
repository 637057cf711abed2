package dev.parley.ui.history;

import dev.parley.ui.theme.Slot;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The colour of the theme that is nearest to one as CSS writes it. Only the hue counts: whether it can be read on this
 * ground is the theme's business, so black, white and grey are the turn's own colour.
 */
final class CardColour {
    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("red", 0xFF0000),
            Map.entry("crimson", 0xDC143C),
            Map.entry("orange", 0xFFA500),
            Map.entry("gold", 0xFFD700),
            Map.entry("yellow", 0xFFFF00),
            Map.entry("lime", 0x00FF00),
            Map.entry("green", 0x008000),
            Map.entry("olive", 0x808000),
            Map.entry("teal", 0x008080),
            Map.entry("cyan", 0x00FFFF),
            Map.entry("aqua", 0x00FFFF),
            Map.entry("blue", 0x0000FF),
            Map.entry("navy", 0x000080),
            Map.entry("indigo", 0x4B0082),
            Map.entry("purple", 0x800080),
            Map.entry("violet", 0xEE82EE),
            Map.entry("magenta", 0xFF00FF),
            Map.entry("fuchsia", 0xFF00FF),
            Map.entry("pink", 0xFFC0CB),
            Map.entry("maroon", 0x800000));

    /** From red on, a sixth of the circle each. */
    private static final Slot[] HUES = {
        Slot.CARD_RED, Slot.CARD_YELLOW, Slot.CARD_GREEN, Slot.CARD_CYAN, Slot.CARD_BLUE, Slot.CARD_MAGENTA
    };

    /** Less difference than this between the strongest and the weakest part is grey. */
    private static final int GREY = 40;

    private CardColour() {}

    /** Empty for what is no colour, or one without a hue. */
    static Optional<Slot> slot(String css) {
        String word = css.strip().toLowerCase(Locale.ROOT);
        if (word.matches("#[0-9a-f]{3}")) {
            word = "#" + word.replaceAll("[0-9a-f]", "$0$0").substring(1);
        }
        if (word.matches("#[0-9a-f]{6}")) {
            return hue(Integer.parseInt(word.substring(1), 16));
        }
        return Optional.ofNullable(NAMES.get(word)).flatMap(CardColour::hue);
    }

    private static Optional<Slot> hue(int rgb) {
        int red = rgb >> 16;
        int green = rgb >> 8 & 0xFF;
        int blue = rgb & 0xFF;
        int most = Math.max(red, Math.max(green, blue));
        double spread = most - Math.min(red, Math.min(green, blue));
        if (spread < GREY) {
            return Optional.empty();
        }
        double sixths;
        if (most == red) {
            sixths = (green - blue) / spread;
        } else if (most == green) {
            sixths = 2 + (blue - red) / spread;
        } else {
            sixths = 4 + (red - green) / spread;
        }
        return Optional.of(HUES[Math.floorMod(Math.round(sixths), HUES.length)]);
    }
}
