package dev.parley.sandbox.agents;

/** What an agent may do to the sandbox itself. What cannot be read is logged and changes nothing. Event loop. */
public interface Levers {
    /** None. */
    Levers NONE = new Levers() {
        @Override
        public void trouble(String script) {}

        @Override
        public void bend(String quirk) {}
    };

    /** Lines of {@link Act.Trouble}. */
    void trouble(String script);

    /** A line of {@link Act.Bend}. */
    void bend(String quirk);
}
