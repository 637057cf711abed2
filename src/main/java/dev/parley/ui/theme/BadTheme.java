package dev.parley.ui.theme;

/** A theme that cannot be used. The message is a sentence that names file, line and slot; raw, because it quotes the file. */
public final class BadTheme extends Exception {
    private static final long serialVersionUID = 1;

    BadTheme(String sentence) {
        super(sentence);
    }

    static BadTheme at(String file, int line, String what) {
        return new BadTheme(file + " line " + line + ": " + what + (what.endsWith("?") ? "" : "."));
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
