package dev.parley.pty;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a JVM holds, asked of the outside. */
public final class Heap {
    private static final Pattern USED = Pattern.compile("generation.* used (\\d+)K");

    private Heap() {}

    /** In MB, when what nobody needs any more has been collected. */
    public static double liveMegabytes(ProcessHandle jvm) throws IOException {
        jcmd(jvm, "GC.run");
        return USED.matcher(jcmd(jvm, "GC.heap_info"))
                        .results()
                        .mapToLong(found -> Long.parseLong(found.group(1)))
                        .sum()
                / 1024.0;
    }

    private static String jcmd(ProcessHandle jvm, String command) throws IOException {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/jcmd", String.valueOf(jvm.pid()), command)
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError("jcmd: " + said);
            }
            return said;
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }
}
