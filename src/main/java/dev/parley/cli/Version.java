package dev.parley.cli;

import picocli.CommandLine;

/** The version the jar was built as. */
public final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        String built = Main.class.getPackage().getImplementationVersion();
        return new String[] {
            "parley " + (built == null ? "unpackaged" : built) + " (Java "
                    + Runtime.version().feature() + ")"
        };
    }
}
