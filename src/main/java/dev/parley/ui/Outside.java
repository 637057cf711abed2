package dev.parley.ui;

import dev.parley.text.Link;
import dev.parley.text.SafeText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What the screen asks of the machine around it. Called on the UI thread; nothing here waits: what takes its time answers
 * later, on any thread.
 */
public interface Outside {
    /** A machine with nothing on it. */
    Outside NOTHING = new Outside() {
        @Override
        public CompletionStage<Boolean> keep(List<SafeText> lines) {
            return CompletableFuture.completedStage(false);
        }

        @Override
        public Optional<Opening> ask(Link link) {
            return Optional.empty();
        }

        @Override
        public boolean hasBellCommand() {
            return false;
        }

        @Override
        public CompletionStage<Boolean> runBellCommand(int unread) {
            return CompletableFuture.completedStage(false);
        }

        @Override
        public CompletionStage<LookedAt> look(String typed) {
            return CompletableFuture.completedStage(new LookedAt("", 0, new byte[0], "there are no files here"));
        }

        @Override
        public CompletionStage<List<String>> list(String folder) {
            return CompletableFuture.completedStage(List.of());
        }

        @Override
        public Optional<String> downloadFolder() {
            return Optional.empty();
        }

        @Override
        public Optional<Opening> askPrivately(Link link) {
            return Optional.empty();
        }
    };

    /** Gives a copied text to what keeps such texts for the terminal (tmux); false where nothing does, or it failed. */
    CompletionStage<Boolean> keep(List<SafeText> lines);

    /** The first key: nothing is opened yet. Empty where nothing opens links. */
    Optional<Opening> ask(Link link);

    /** A link that waits for the second key. */
    interface Opening {
        /** The second key; false later where it could not be opened. Once. */
        CompletionStage<Boolean> yes();
    }

    /** Whether the person has named a command for the bell. */
    boolean hasBellCommand();

    /** Runs it, unless it still runs; false later where it failed. */
    CompletionStage<Boolean> runBellCommand(int unread);

    /** Looks at a file that the person named, {@code ~} being their home. Its problem says why it cannot be sent. */
    CompletionStage<LookedAt> look(String typed);

    /**
     * What is looked at.
     *
     * @param path its real one
     * @param size bytes
     * @param head its first bytes
     * @param problem a sentence without capital and full stop; empty when it can be read
     */
    record LookedAt(String path, long size, byte[] head, String problem) {}

    /** Names in a folder that the person named, in order, each folder's with a slash behind it; empty where it cannot be read. */
    CompletionStage<List<String>> list(String folder);

    /** Into which folder files are saved; empty where there is none. */
    Optional<String> downloadFolder();

    /** As {@link #ask}, of a link that nobody else on this machine may see, as arguments of programs are seen. */
    Optional<Opening> askPrivately(Link link);
}
