package dev.parley.terminal;

import dev.parley.fuzz.Found;
import java.util.ArrayList;
import java.util.List;

/** Whatever a terminal or somebody behind it sends: keys type no control characters, and a pause settles it. */
public final class KeysFuzz {
    private KeysFuzz() {}

    /** Read in pieces whose length the first byte says. */
    public static void read(byte[] input) {
        List<Input> inputs = new ArrayList<>();
        KeyDecoder keys = new KeyDecoder(inputs::add, () -> {});
        int piece = input.length == 0 ? 1 : 1 + (input[0] & 0x1F);
        for (int from = Math.min(1, input.length); from < input.length; from += piece) {
            keys.read(input, from, Math.min(input.length, from + piece));
            if ((input[0] & 0x80) != 0) {
                keys.timeout();
            }
        }
        keys.timeout();
        Found.unless(!keys.isWaiting(), "waits after a pause");
        for (Input typed : inputs) {
            if (typed instanceof Key key) {
                Found.unless(!key.text().isEmpty() || key.code() != Key.Code.TEXT, "a key that types nothing");
                Found.unless(key.text().chars().noneMatch(Character::isISOControl), "a key that types a control");
            } else if (typed instanceof Input.Paste paste) {
                Found.unless(paste.text().indexOf('\r') < 0, "a paste with CR");
            } else if (typed instanceof Input.Burst burst) {
                Found.unless(Math.abs(burst.rows()) >= 3, "a burst of " + burst.rows());
            }
        }
    }
}
