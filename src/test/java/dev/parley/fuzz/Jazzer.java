package dev.parley.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One run of the fuzzer over one target, in a JVM of its own. What it finds is kept among the seeds. */
final class Jazzer {
    private static final Pattern EXECUTED = Pattern.compile("stat::number_of_executed_units: +([0-9]+)");
    private static final Pattern COVERED = Pattern.compile("cov: ([0-9]+)");
    private static final int TIMEOUT_SECONDS = 20;

    private Jazzer() {}

    /**
     * @param inputs how many were tried
     * @param covered edges of the program that they reached
     * @param finding what Jazzer said of the input that broke it; empty for none
     */
    record Ran(Target target, long inputs, long covered, String finding) {}

    /** @param folder for its corpus and what it says */
    static Ran run(Target target, Path folder, int seconds) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        int number = 0;
        for (byte[] seed : Seeds.of(target)) {
            Files.write(corpus.resolve("seed-" + number++), seed);
        }
        Path kept = Files.createDirectories(Seeds.kept(target));
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-D" + Driver.TARGET + "=" + target.name(),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + Driver.class.getName(),
                        "--instrumentation_includes=dev.parley.**:com.fasterxml.jackson.core.**",
                        "--reproducer_path=" + folder,
                        "-artifact_prefix=" + kept + "/",
                        "-max_total_time=" + seconds,
                        "-timeout=" + TIMEOUT_SECONDS,
                        "-max_len=16384",
                        "-rss_limit_mb=3000",
                        "-print_final_stats=1",
                        corpus.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            if (!process.waitFor(seconds + 300L, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Jazzer does not end: " + said);
            }
        } finally {
            process.destroyForcibly();
        }
        try (Stream<Path> found = Files.list(kept)) {
            if (found.findAny().isEmpty()) {
                Files.delete(kept);
            }
        }
        String all = Files.readString(said, StandardCharsets.UTF_8);
        return new Ran(target, last(EXECUTED, all), last(COVERED, all), process.exitValue() == 0 ? "" : tail(all));
    }

    private static long last(Pattern pattern, String said) {
        return pattern.matcher(said)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElse(0);
    }

    private static String tail(String said) {
        List<String> lines = said.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    }
}
