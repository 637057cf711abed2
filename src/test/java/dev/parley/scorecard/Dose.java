package dev.parley.scorecard;

/** How much of it: a little in every build, all that the scorecard asks for under its Maven profile. */
public final class Dose {
    private Dose() {}

    /** Whether this is the long run ({@code -Dparley.dose=full}), where real times may be measured. */
    public static boolean isFull() {
        return "full".equals(System.getProperty("parley.dose"));
    }

    public static int of(int inEveryBuild, int inFull) {
        return isFull() ? inFull : inEveryBuild;
    }
}
