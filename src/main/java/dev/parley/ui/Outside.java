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
}
