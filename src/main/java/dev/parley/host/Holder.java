package dev.parley.host;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * The process that has a folder.
 *
 * @param host its machine's name; a state folder may be shared by several
 * @param since when it took the folder, by its clock
 * @param started when the process began, which tells it from a later one with the same pid; empty where the system does
 *     not say
 */
public record Holder(long pid, String host, Instant since, Optional<Instant> started) {
    static Holder self(Instant now) {
        ProcessHandle self = ProcessHandle.current();
        return new Holder(self.pid(), Machine.name(), now, self.info().startInstant());
    }

    /** Empty for what is no such text, e.g. half of one. */
    static Optional<Holder> read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 4 || !lines.get(0).matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Holder(
                    Long.parseLong(lines.get(0)),
                    lines.get(1),
                    Instant.parse(lines.get(2)),
                    lines.get(3).equals("-") ? Optional.empty() : Optional.of(Instant.parse(lines.get(3)))));
        } catch (DateTimeParseException damaged) {
            return Optional.empty();
        }
    }

    String written() {
        return pid + "\n" + host + "\n" + since + "\n"
                + started.map(Instant::toString).orElse("-") + "\n";
    }

    /** Whether it is certain that this process is no more. Of another machine nothing is. */
    boolean isGone() {
        if (!host.equals(Machine.name())) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        return process.isEmpty()
                || !process.get().isAlive()
                || started.isPresent()
                        && process.get().info().startInstant().isPresent()
                        && !process.get().info().startInstant().equals(started);
    }
}
