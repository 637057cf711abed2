package dev.parley.fuzz;

/** A property that does not hold. */
public final class Found extends RuntimeException {
    private static final long serialVersionUID = 1;

    Found(String what, Throwable cause) {
        super(what, cause);
    }

    private Found(String what) {
        super(what);
    }

    public static void unless(boolean holds, String what) {
        if (!holds) {
            throw new Found(what);
        }
    }
}
