package dev.parley.terminal;

/**
 * What the terminal is told beside the frames. Of several that wait one is left: a bell is a bell however often it rang, and
 * of copied texts the last one counts.
 *
 * @param clipboard the sequence that sets it, in ASCII; empty for none
 */
record Aside(boolean bell, String clipboard) {
    static final Aside NOTHING = new Aside(false, "");
    static final Aside BELL = new Aside(true, "");

    Aside and(Aside later) {
        return new Aside(bell || later.bell, later.clipboard.isEmpty() ? clipboard : later.clipboard);
    }

    byte[] bytes() {
        return new Bytes().ascii(clipboard).ascii(bell ? "\007" : "").toByteArray();
    }
}
