package dev.parley.pty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Whether the program's writer hangs in write(2), as proc(5) has it; elsewhere than on Linux a while is waited for. */
final class Blocked {
    private static final String WRITER = "terminal-writer";
    private static final Path PROC = Path.of("/proc");
    private static final long APART_MILLIS = 20;
    /** Redraws that fill any tty. */
    private static final int ENOUGH = 100;

    private final List<ProcessHandle> programs;
    private int asked;

    Blocked(List<ProcessHandle> programs) {
        this.programs = programs;
    }

    /** Waits a moment: a write that is in the same place twice is one that hangs. */
    boolean isInWrite() throws IOException, InterruptedException {
        if (!Files.isDirectory(PROC.resolve("self/task"))) {
            TimeUnit.MILLISECONDS.sleep(APART_MILLIS);
            return ++asked > ENOUGH;
        }
        Optional<String> first = call();
        TimeUnit.MILLISECONDS.sleep(APART_MILLIS);
        return first.isPresent() && first.equals(call());
    }

    /** The writer's system call with its arguments, where that is one to write to standard output. */
    private Optional<String> call() throws IOException {
        for (ProcessHandle program : programs) {
            try (Stream<Path> tasks = Files.list(PROC.resolve(program.pid() + "/task"))) {
                for (Path task : tasks.toList()) {
                    if (Files.readString(task.resolve("comm")).strip().equals(WRITER)) {
                        return Optional.of(Files.readString(task.resolve("syscall")))
                                .filter(call -> call.matches("(?s)(1|64) 0x1 .*"));
                    }
                }
            } catch (NoSuchFileException ended) {
                continue;
            }
        }
        return Optional.empty();
    }
}
