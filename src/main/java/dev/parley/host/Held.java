package dev.parley.host;

import java.util.Optional;

/** Somebody else has the folder. */
public final class Held extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Optional<Holder> holder;
    private final String remedy;

    Held(Optional<Holder> holder, String remedy) {
        super("the folder is in use");
        this.holder = holder;
        this.remedy = remedy;
    }

    /** Empty when it is only just writing down who it is. */
    public Optional<Holder> holder() {
        return holder;
    }

    /** What the person can do where nobody can tell whether the holder still lives; empty as a rule. */
    public String remedy() {
        return remedy;
    }
}
