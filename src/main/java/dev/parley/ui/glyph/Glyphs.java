package dev.parley.ui.glyph;

import dev.parley.text.SafeText;
import dev.parley.text.Sanitizer;

/**
 * The signs on the screen, each one column wide (EXPERIENCE.md 1).
 *
 * @param own before the consumer's turns, and the selected row
 * @param other before the agent's turns
 * @param bot before a bot's turns
 * @param dot before system turns, and between facts
 * @param done accepted; twice: read
 * @param failed before the reason
 * @param star one point of a rating
 * @param ellipsis cut short, typing, saving
 * @param arrow in flight
 * @param draft a text not sent yet
 */
public record Glyphs(
        SafeText own,
        SafeText other,
        SafeText bot,
        SafeText dot,
        SafeText done,
        SafeText failed,
        SafeText star,
        SafeText ellipsis,
        SafeText arrow,
        SafeText draft,
        SafeText up,
        SafeText down,
        SafeText horizontal,
        SafeText vertical,
        SafeText tee) {

    private static final String UNICODE = "▸◂◇·✓✗★…→✎↑↓─│┴";
    private static final String ASCII = "><o.vx*~=%^V-|+";

    /** Those that the terminal draws in one column; ASCII for the others ({@code --ambiguous wide}). */
    public static Glyphs unicode(Sanitizer sanitizer) {
        return of(UNICODE, sanitizer);
    }

    /** For {@code --ascii}: all different, all one column. */
    public static Glyphs ascii(Sanitizer sanitizer) {
        return of(ASCII, sanitizer);
    }

    private static Glyphs of(String signs, Sanitizer sanitizer) {
        SafeText[] safe = new SafeText[signs.length()];
        for (int i = 0; i < safe.length; i++) {
            SafeText sign = sanitizer.line(signs.substring(i, i + 1));
            safe[i] = sign.width() == 1 ? sign : sanitizer.line(ASCII.substring(i, i + 1));
        }
        return new Glyphs(
                safe[0], safe[1], safe[2], safe[3], safe[4], safe[5], safe[6], safe[7], safe[8], safe[9], safe[10],
                safe[11], safe[12], safe[13], safe[14]);
    }
}
