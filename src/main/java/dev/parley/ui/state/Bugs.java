package dev.parley.ui.state;

import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Faults of our own that a part of the screen ran into. Each is logged once, however often the part is drawn, and has a
 * number by which what stands on the screen is found in the log. UI thread only.
 */
public final class Bugs {
    private static final Logger LOG = Logger.getLogger(Bugs.class.getName());
    /** Beyond this many different ones the log has seen enough. */
    private static final int MOST = 200;

    private final Map<String, Integer> numbers = new HashMap<>();

    /**
     * @param what a sentence without its full stop, none of it content
     * @return its number, from 1
     */
    public int note(String what, Throwable bug) {
        String same = what + ' ' + bug.getClass().getName() + ' ' + where(bug);
        Integer known = numbers.get(same);
        if (known != null) {
            return known;
        }
        int number = numbers.size() + 1;
        if (number <= MOST) {
            numbers.put(same, number);
            LOG.log(Level.SEVERE, bug, () -> what + " (#" + number + ")");
        }
        return number;
    }

    /** An overflow happens anywhere in the circle. */
    private static String where(Throwable bug) {
        StackTraceElement[] trace = bug.getStackTrace();
        return bug instanceof StackOverflowError || trace.length == 0 ? "" : trace[0].toString();
    }
}
