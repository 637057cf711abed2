package dev.parley.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Stopping, as Ctrl-Z does it: the whole process group, since run.sh waits for the JVM and the shell for run.sh. */
final class JobControl {
    private static final int PATIENCE = 2;

    /**
     * run.sh must stop after the JVM: at its stop the shell comes back and reads what is typed, and a thread of ours that is
     * still on its way out of read(2) could take that line, which is {@code fg}. Of a process that the shell started itself
     * it hears when all threads stand. That this is why an fg was once lost is likely, but it was not seen to happen.
     */
    private static final String STOP_THE_REST_AFTER = """
            moves() {
                if [ -d /proc/self/task ]; then
                    grep -h '^State:' /proc/"$1"/task/*/status 2>/dev/null | grep -qv 'T (stopped)'
                else
                    case $(ps -o state= -p "$1") in T*) false ;; esac
                fi
            }
            kill -TSTP "$1"
            looks=0
            while [ $looks -lt 50 ] && moves "$1"; do
                looks=$((looks + 1))
                sleep 0.01
            done
            kill -TSTP 0
            """;

    /** @param foreground the group that its terminal belongs to */
    private record Entry(long parent, long group, String terminal, long foreground) {}

    private JobControl() {}

    /**
     * Whether there is a shell to return to: some parent outside of our group, on our terminal. Without one (the program is
     * what the terminal was opened for) the system ignores SIGTSTP, and SIGSTOP would hang for good.
     */
    static boolean hasShell() {
        Map<Long, Entry> read = new HashMap<>();
        long pid = ProcessHandle.current().pid();
        Optional<Entry> self = entry(pid, read);
        Optional<Entry> at = self;
        while (at.isPresent() && at.get().group() == self.get().group()) {
            at = entry(at.get().parent(), read);
        }
        return at.isPresent() && at.get().terminal().equals(self.get().terminal());
    }

    /** Whether the terminal is this group's; in the background whoever sets it is stopped. */
    static boolean isForeground() {
        return entry(ProcessHandle.current().pid(), new HashMap<>())
                .filter(self -> self.group() == self.foreground())
                .isPresent();
    }

    /** Stops this process group. Returns when it goes on; at once where the stop signal is ignored. */
    static void stop() throws IOException {
        long pid = ProcessHandle.current().pid();
        boolean leads =
                entry(pid, new HashMap<>()).filter(self -> self.group() == pid).isPresent();
        // The shell that sends the signal gets it too, so its end is the sign that we go on.
        Process stopper =
                leads ? Children.start("kill -TSTP 0") : Children.start(STOP_THE_REST_AFTER, String.valueOf(pid));
        boolean interrupted = false;
        while (true) {
            try {
                stopper.waitFor();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Entry> entry(long pid, Map<Long, Entry> read) {
        try {
            if (Files.isDirectory(Path.of("/proc/self"))) {
                return Optional.of(
                        linux(Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1)));
            }
            if (read.isEmpty()) {
                Children.onTty(PATIENCE, "ps -A -o pid=,ppid=,pgid=,tty=,tpgid=")
                        .forEach(line -> add(line, read));
            }
            return Optional.ofNullable(read.get(pid));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** proc(5): state, parent, group, session, terminal and its group follow the name, which may hold anything. */
    private static Entry linux(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return new Entry(Long.parseLong(fields[1]), Long.parseLong(fields[2]), fields[4], Long.parseLong(fields[5]));
    }

    private static void add(String line, Map<Long, Entry> read) {
        String[] fields = line.trim().split("\\s+");
        if (fields.length >= 5) {
            read.put(
                    Long.parseLong(fields[0]),
                    new Entry(
                            Long.parseLong(fields[1]),
                            Long.parseLong(fields[2]),
                            fields[3],
                            Long.parseLong(fields[4])));
        }
    }
}
