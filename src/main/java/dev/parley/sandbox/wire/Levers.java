package dev.parley.sandbox.wire;

import dev.parley.sandbox.agents.Desk;
import dev.parley.sandbox.faults.FaultRefused;
import dev.parley.sandbox.faults.FaultScript;
import dev.parley.sandbox.faults.Quirk;
import dev.parley.sandbox.faults.Quirks;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What an agent can do to the sandbox itself, when a consumer asks for it. Event loop. */
final class Levers implements Desk.Levers {
    private static final Logger LOG = Logger.getLogger(Levers.class.getName());

    private final Quirks quirks;
    private final Faults faults;

    Levers(Quirks quirks, Faults faults) {
        this.quirks = quirks;
        this.faults = faults;
    }

    @Override
    public void trouble(String script) {
        try {
            faults.inForce(FaultScript.read("", script));
        } catch (FaultRefused e) {
            LOG.log(Level.WARNING, "an agent''s faults were refused: {0}", e.getMessage());
        }
    }

    @Override
    public void bend(String quirk) {
        try {
            Map.Entry<Quirk, String> one = Quirks.parse(quirk);
            quirks.set(one.getKey(), one.getValue());
        } catch (FaultRefused e) {
            LOG.log(Level.WARNING, "an agent''s quirk was refused: {0}", e.getMessage());
        }
    }
}
