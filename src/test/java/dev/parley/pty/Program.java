package dev.parley.pty;

import dev.parley.cli.Main;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How the program is started without run.sh, with a HOME of its own. */
final class Program {
    /** Longer than any wait of a loaded machine; what takes it has failed. */
    static final long PATIENCE_SECONDS = 30;

    private static final List<String> JVM = List.of(
            System.getProperty("java.home") + "/bin/java",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-XX:SharedArchiveFile=" + Build.archive(),
            "-Xlog:disable",
            "-Xlog:all=off",
            "-Dparley.tty=true");

    private static final Map<String, Integer> SIGNALS = Map.of("HUP", 1, "INT", 2, "TERM", 15);

    /** What a process that has ended leaves. */
    record Ended(int code, String said) {}

    private Program() {}

    /** On a pty, or where the program is to believe that there is one. */
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(JVM);
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Nothing of what the tests run in, so that no LP_* and no locale decides. */
    static Map<String, String> environment(Path home) {
        Map<String, String> environment = new HashMap<>();
        environment.put("HOME", home.toString());
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.put("TERM", "xterm-256color");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("CLASSPATH", Build.jar().toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        return environment;
    }

    /** Whether this process was started with the signal ignored, which every child of it inherits. */
    static boolean ignores(String signal) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        int number = SIGNALS.get(signal);
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> new BigInteger(line.substring(7).trim(), 16))
                .anyMatch(mask -> mask.testBit(number - 1));
    }

    /** Starts it without a terminal; stderr comes with stdout. */
    static Process start(Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Starts it without a terminal and waits for its end. */
    static Ended run(Map<String, String> environment, List<String> command) throws IOException, InterruptedException {
        Process process = start(environment, command);
        try {
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("still runs, having said: " + said);
            }
            return new Ended(process.exitValue(), said);
        } finally {
            process.destroyForcibly();
        }
    }
}
