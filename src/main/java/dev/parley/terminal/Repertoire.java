package dev.parley.terminal;

/** What a terminal can be sent. */
public enum Repertoire {
    UTF_8,
    /**
     * Where the locale names another charset. The terminal may take a byte of a longer character for a control: 9B, which
     * ends many, is CSI to one with eight-bit controls.
     */
    ASCII;

    boolean has(String cluster) {
        if (this == UTF_8) {
            return true;
        }
        for (int i = 0; i < cluster.length(); i++) {
            if (cluster.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
