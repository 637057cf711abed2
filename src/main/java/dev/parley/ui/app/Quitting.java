package dev.parley.ui.app;

import dev.parley.conversation.Delivery;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Storage;
import dev.parley.ui.edit.Editor;
import dev.parley.ui.overlay.Choice;
import dev.parley.ui.state.UiState;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntSupplier;

/** The way out: asks only when something could be lost. UI thread only. */
final class Quitting {
    private static final long TWICE_MILLIS = 2_000;

    private final Kit kit;
    private final UiState state;
    private final Drafting drafting;
    private final Composing composing;
    private final Runnable edited;
    private final IntSupplier downloads;
    private long armedUntil = Long.MIN_VALUE;
    private OptionalInt code = OptionalInt.empty();

    /**
     * @param edited to be told that the input has changed
     * @param downloads how many files are on their way to the disk
     */
    Quitting(Kit kit, Drafting drafting, Composing composing, Runnable edited, IntSupplier downloads) {
        this.kit = kit;
        this.state = kit.state();
        this.drafting = drafting;
        this.composing = composing;
        this.edited = edited;
        this.downloads = downloads;
    }

    /** Ctrl-C: the first clears the input, the second within two seconds leaves. */
    void interrupt() {
        long now = kit.clock().millis();
        Editor editor = state.here().editor();
        boolean again = now < armedUntil;
        if (again && editor.isEmpty()) {
            state.notices().clear();
            // Where leaving asks, the next Ctrl-C after a no is a first one again.
            armedUntil = Long.MIN_VALUE;
            quit();
            return;
        }
        armedUntil = now + TWICE_MILLIS;
        if (editor.isEmpty()) {
            kit.hint("Ctrl-C again quits.");
        } else {
            editor.clear();
            edited.run();
            kit.hint("Cleared; Ctrl-_ brings it back. Ctrl-C again quits.");
        }
    }

    void quit() {
        List<Outgoing> pending = state.inbox().consumers().stream()
                .flatMap(consumer -> consumer.outgoing().stream())
                .filter(outgoing -> outgoing.delivery().isPending())
                .toList();
        List<String> words = new ArrayList<>();
        if (!pending.isEmpty()) {
            words.add(pendingWords(pending));
        }
        if (downloads.getAsInt() > 0) {
            words.add(
                    downloads.getAsInt() == 1
                            ? "1 file is still being saved; nothing of it stays if you leave now."
                            : downloads.getAsInt()
                                    + " files are still being saved; nothing of them stays if you leave now.");
        }
        if (words.isEmpty()) {
            leave(0);
            return;
        }
        state.overlays().open(Choice.careful("Quit?", String.join("\n", words), "quit all the same", () -> leave(0)));
    }

    /** What becomes of them depends on how far they have got, and on the disk. */
    private String pendingWords(List<Outgoing> pending) {
        String many = pending.size() == 1 ? "1 message is " : pending.size() + " messages are ";
        // A file is still where it was, but what was to become of it is not kept.
        boolean kept = state.storage().state() == Storage.State.KEPT
                && pending.stream().allMatch(each -> each.delivery() != Delivery.SAVING && each.upload() == null);
        if (!kept) {
            return many + "still on the way and may not arrive if you leave now.";
        }
        return pending.stream().allMatch(each -> each.delivery() == Delivery.QUEUED)
                ? many + "queued, and will be sent at the next start."
                : many + "still on the way. What has not arrived will be sent at the next start.";
    }

    /** Leaves without asking. */
    void leave(int exitCode) {
        composing.stop();
        drafting.saveAll();
        code = OptionalInt.of(exitCode);
    }

    /** The exit code, once the person has left. */
    OptionalInt code() {
        return code;
    }
}
