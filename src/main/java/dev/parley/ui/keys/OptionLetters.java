package dev.parley.ui.keys;

import dev.parley.terminal.Key;
import dev.parley.terminal.Key.Code;
import java.util.Optional;

/**
 * What macOS types for Option and a key (US layout) where the terminal does not take Option as Meta. Most of these are letters
 * of some language too: it is worth one remark when such a key comes alone, never a change of what was typed.
 */
public final class OptionLetters {
    private static final String TYPED = "å∫ç∂ƒ©˙∆˚¬µøπœ®ß†√∑≈¥Ω¡™£¢∞§¶•ªº÷";
    private static final String MEANT = "abcdfghjklmopqrstvwxyz1234567890/";

    private OptionLetters() {}

    /** The Alt key that was probably pressed. */
    public static Optional<Key> meant(Key key) {
        if (key.code() != Code.TEXT || key.ctrl() || key.alt() || key.text().length() != 1) {
            return Optional.empty();
        }
        int at = TYPED.indexOf(key.text());
        return at < 0 ? Optional.empty() : Optional.of(Key.alt(MEANT.substring(at, at + 1)));
    }

    /** What to tell, for an Alt key that {@link #meant} gave. */
    public static String remark(Key alt) {
        return "Your terminal sends Option as letters: use Ctrl-X " + alt.text() + ", or turn on Option-as-Meta";
    }
}
