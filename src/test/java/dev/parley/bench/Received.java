package dev.parley.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When the last byte of a service reached a program, as the kernel counts them. */
final class Received {
    private static final Pattern BYTES = Pattern.compile("bytes_received:(\\d+)");
    private static final int LOCAL = 3;

    private final int port;
    private final long pid;
    private Map<String, Long> before = new HashMap<>();
    private long heardAt = System.nanoTime();

    Received(String url, ProcessHandle program) {
        port = URI.create(url).getPort();
        pid = program.pid();
    }

    /** Seconds; too small by at most the time since it was asked last. */
    double secondsSilent() throws IOException {
        Map<String, Long> now = counts();
        if (now.entrySet().stream().anyMatch(one -> one.getValue() > before.getOrDefault(one.getKey(), 0L))) {
            heardAt = System.nanoTime();
        }
        before = now;
        return (System.nanoTime() - heardAt) / 1e9;
    }

    /** By the connection's own end. */
    private Map<String, Long> counts() throws IOException {
        Process process = new ProcessBuilder("ss", "-tinpHO", "dport", "=", ":" + port)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, Long> counts = new HashMap<>();
        for (String line : said.lines().toList()) {
            Matcher bytes = BYTES.matcher(line);
            if (line.contains("pid=" + pid + ",")) {
                counts.put(line.trim().split("\\s+")[LOCAL], bytes.find() ? Long.parseLong(bytes.group(1)) : 0);
            }
        }
        return counts;
    }
}
