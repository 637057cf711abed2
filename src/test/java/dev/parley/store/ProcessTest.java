package dev.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.conversation.Storage;
import dev.parley.scorecard.Dose;
import dev.parley.scorecard.Figures;
import dev.parley.scorecard.Shows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process on a real disk, in the full dose only: strace kills it in the middle of a commit, a small disk fills up. */
class ProcessTest {
    private static final String WRITES = "write,pwrite64,fdatasync,fsync,ftruncate,rename,unlink";

    @TempDir
    Path temp;

    @BeforeEach
    void onlyInFull() {
        assumeTrue(Dose.isFull(), "in the full dose only");
    }

    @Test
    @Shows({"R1", "R21"})
    void killed_at_any_write_it_has_kept_what_it_told() throws Exception {
        assumeTrue(run(List.of("strace", "-V")).contains("strace"), "strace is there");
        int kills = 0;
        int inTransaction = 0;
        boolean killed = true;
        for (int k = 1; killed; k++) {
            Path folder = Files.createDirectory(temp.resolve("kill-" + k));
            List<String> command = new ArrayList<>(Arrays.asList(
                    "strace",
                    "-f",
                    "-qq",
                    "-o",
                    "/dev/null",
                    "-P",
                    folder.resolve("mine.db").toString(),
                    "-P",
                    folder.resolve("mine.db-journal").toString(),
                    "-P",
                    folder.resolve("mine.db.new").toString(),
                    "-P",
                    folder.resolve("history.db").toString(),
                    "-P",
                    folder.resolve("history.db-journal").toString(),
                    "-e",
                    "trace=" + WRITES,
                    "-e",
                    "inject=" + WRITES + ":signal=SIGKILL:when=" + k));
            command.addAll(Child.command("steps", folder));
            int kept = (int) run(command).lines().filter("kept"::equals).count();
            killed = kept < Steps.ALL.size();
            kills += killed ? 1 : 0;
            inTransaction += Folder.size(folder.resolve("mine.db-journal")) > 0 ? 1 : 0;
            try (DiskStore store = DiskStore.writing(folder, Sample.CLOCK)) {
                assertThat(Steps.state(store))
                        .as("killed at write %d, after %d steps", k, kept)
                        .isIn(
                                Steps.after(Steps.ALL.subList(0, kept)),
                                Steps.after(Steps.ALL.subList(0, Math.min(kept + 1, Steps.ALL.size()))));
                assertThat(Sample.now(store.storage())).isEqualTo(Storage.KEPT);
                assertThat(Sample.now(store.warnings())).isEmpty();
            }
        }
        assertThat(inTransaction).isPositive();
        Figures.note(
                "R1",
                "ProcessTest",
                kills + " kill -9, one at each write, sync and truncation of the store's files, " + inTransaction
                        + " of them with a transaction half on disk: nothing kept is lost, nothing is there by half");
    }

    @Test
    @Shows("R21")
    void a_disk_that_fills_up_and_one_that_cannot_be_written() throws Exception {
        Path disk = Files.createDirectory(temp.resolve("disk"));
        String script = "mount -t tmpfs -o size=400k,mode=700 tmpfs '" + disk + "' && "
                + quoted(Child.command("full", disk)) + " && mount -o remount,ro '" + disk + "' && "
                + quoted(Child.command("read-only", disk));
        assumeTrue(run(List.of("unshare", "-rm", "echo", "yes")).contains("yes"), "namespaces can be had");

        String told = run(List.of("unshare", "-rm", "sh", "-c", script));

        assertThat(told.lines().toList())
                .containsExactly(
                        "storage KEPT",
                        "refused: the disk is full",
                        "draft kept true",
                        "read true",
                        "after room was made true",
                        "warnings []",
                        "read-only MEMORY what you write is kept in memory only: the folder " + disk
                                + " cannot be written");
        Figures.note(
                "R21",
                "ProcessTest",
                "a tmpfs of 400 KB filled up: refused as \"the disk is full\", draft and messages kept, written again as"
                        + " soon as there was room; mounted read-only: in memory, and said so");
    }

    private static String quoted(List<String> command) {
        return "'" + String.join("' '", command) + "'";
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notThere) {
            return "";
        }
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return told;
    }
}
