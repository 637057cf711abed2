package dev.parley.ui.edit;

/**
 * What was cut last, shared by all editors, so that text can be carried from one conversation to another. Cuts that follow each
 * other directly become one. UI thread.
 */
public final class KillRing {
    private String text = "";

    /** What a yank gives; empty when nothing was cut yet. */
    public String text() {
        return text;
    }

    void keep(String cut) {
        text = cut;
    }

    void keepBefore(String cut) {
        text = cut + text;
    }

    void keepAfter(String cut) {
        text = text + cut;
    }
}
